import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Button, Field } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { Page } from "../../frame/page.tsx";
import { useWords } from "../../text/language.tsx";
import { Problem, request } from "../../wire/request.ts";
import { sessionKey, useSession } from "../../wire/session.ts";
import { wordsOf } from "../frame/ask.ts";

/** A phone number, then six digits: nothing else is asked for, nothing is told about anyone. */
export function Screen(): ReactNode {
  const { say, language } = useWords();
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const kind = session.data?.kind;
  useEffect(() => {
    if (kind === "borrower") void navigate({ to: nextAddress(), replace: true });
  }, [kind, navigate]);
  const attempt = async (act: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setWrong(undefined);
    try {
      await act();
    } catch (error) {
      setWrong(error instanceof Problem ? wordsOf(error, language) : say(lost));
    } finally {
      setBusy(false);
    }
  };
  const askCode = (): Promise<void> =>
    attempt(async () => {
      await request("POST", "/auth/borrower/code", { body: { phone, language } });
      setAsked(true);
    });
  const submit = (it: FormEvent): void => {
    it.preventDefault();
    if (!isAsked) return void askCode();
    void attempt(async () => {
      await request("POST", "/auth/borrower/session", { body: { phone, code } });
      await queries.invalidateQueries({ queryKey: sessionKey });
    });
  };
  return (
    <Page shape="phone">
      <form className="stack" onSubmit={submit} style={{ "--stack-gap": "var(--s5)" } as never}>
        <div>
          <h1>{say({ zh: "看看我的借款", en: "See my credit" })}</h1>
          <p className="soft">{say(lead)}</p>
        </div>
        {wrong ? (
          <div role="alert">
            <Notice tone="wait">{wrong}</Notice>
          </div>
        ) : null}
        <Field
          label={say({ zh: "手机号", en: "Mobile number" })}
          value={phone}
          onChange={setPhone}
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          required
        />
        {isAsked ? (
          <>
            <Notice>{say(onItsWay)}</Notice>
            <Field
              label={say({ zh: "短信中的六位数字", en: "Six digits from the text" })}
              value={code}
              onChange={setCode}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={6}
              required
            />
          </>
        ) : null}
        <Button kind="primary" submit wide busy={isBusy}>
          {isAsked
            ? say({ zh: "登录", en: "Sign in" })
            : say({ zh: "获取验证码", en: "Send me a code" })}
        </Button>
        {isAsked ? (
          <Button kind="quiet" onPress={() => void askCode()} busy={isBusy}>
            {say({ zh: "再发一次", en: "Send it again" })}
          </Button>
        ) : null}
      </form>
    </Page>
  );
}

const lead = {
  zh: "输入签约时的手机号，我们发一条带验证码的短信。无需密码。",
  en: "Enter the number of your agreement; we send a text with a code. No password.",
};
const onItsWay = {
  zh: "如果这个号码是我们的客户，验证码已发出，10分钟内有效，只能在这台设备上使用。我们从不打电话索要验证码。",
  en: "If this number is known to us, a code is on its way: good for 10 minutes, on this device only. We never call to ask for it.",
};
const lost = {
  zh: "没有连上服务器。您填写的内容都还在，请稍后再试。",
  en: "The server could not be reached. What you typed is still here; please try again.",
};

/** Only an address of these pages: nobody is sent elsewhere from here. */
function nextAddress(): string {
  const next = new URLSearchParams(location.search).get("next") ?? "";
  return /^\/me(\/[\w/.-]*)?$/.test(next) && next !== "/me/sign-in" ? next : "/me";
}
