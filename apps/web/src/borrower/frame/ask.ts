import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useWords } from "../../text/language.tsx";
import { newKey, Problem, request } from "../../wire/request.ts";

export type Asking = {
  readonly isBusy: boolean;
  readonly wrong: string | undefined;
  /** Sends once; pressed again after a lost connection it is the same act, and is done once. */
  readonly send: <Answer>(
    method: "POST" | "PUT",
    path: string,
    body: unknown,
  ) => Promise<Answer | undefined>;
};

/** A write from a form: one key for each form, so that two taps or a retry do nothing twice. */
export function useAsking(): Asking {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const key = useRef(newKey());
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  return {
    isBusy,
    wrong,
    send: async <Answer>(method: "POST" | "PUT", path: string, body: unknown) => {
      setBusy(true);
      setWrong(undefined);
      try {
        const answer = await request<Answer>(method, path, { body, key: key.current });
        key.current = newKey();
        await queries.invalidateQueries({ queryKey: ["own"] });
        return answer;
      } catch (error) {
        if (error instanceof Problem) {
          // Refused: nothing was done, so that a corrected form is a new act.
          key.current = newKey();
          setWrong(wordsOf(error, language));
        } else setWrong(say(lost));
        return undefined;
      } finally {
        setBusy(false);
      }
    },
  };
}

const lost = {
  zh: "没有连上服务器。您填写的内容都还在，请稍后再试，不会重复办理。",
  en: "The server could not be reached. What you typed is still here; try again, nothing is done twice.",
};

/** What the server said, in the reader's own language where it has it. */
export function wordsOf(error: Problem, language: "zh-CN" | "en"): string {
  const { titleZh, title, detail } = error.body;
  return (language === "zh-CN" ? titleZh : title) ?? detail ?? error.message;
}
