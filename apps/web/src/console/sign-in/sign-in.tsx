import { startAuthentication } from "@simplewebauthn/browser";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { Button, Field } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { Page } from "../../frame/page.tsx";
import { useWords } from "../../text/language.tsx";
import { Problem, request } from "../../wire/request.ts";
import { sessionKey, useSession } from "../../wire/session.ts";

type Answer = { readonly state: "signed-in" | "second-factor" };

/** Sign-in of staff: password and authenticator, or a passkey. */
export function SignIn(): ReactNode {
  const { say } = useWords();
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const state = session.data?.kind;
  const needsCode = state === "staff-second-factor";
  useEffect(() => {
    if (state === "staff") void navigate({ to: nextAddress(), replace: true });
  }, [state, navigate]);
  const attempt = async (ask: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setWrong(undefined);
    try {
      await ask();
      await queries.invalidateQueries({ queryKey: sessionKey });
    } catch (error) {
      setWrong(error instanceof Problem ? error.message : say(lost));
      setCode("");
    } finally {
      setBusy(false);
    }
  };
  const submit = (it: FormEvent): void => {
    it.preventDefault();
    void attempt(() =>
      needsCode
        ? request("POST", "/auth/staff/second-factor", { body: { code } })
        : request<Answer>("POST", "/auth/staff/sign-in", { body: { login, password } }),
    );
  };
  const usePasskey = (): void => {
    void attempt(async () => {
      const options = await request<Parameters<typeof startAuthentication>[0]["optionsJSON"]>(
        "POST",
        "/auth/passkeys/use/start",
        { body: {} },
      );
      const response = await startAuthentication({ optionsJSON: options });
      await request("POST", "/auth/passkeys/use", {
        body: { challenge: options.challenge, response },
      });
    });
  };
  return (
    <Page shape="phone">
      <form className="stack" onSubmit={submit} style={{ "--stack-gap": "var(--s5)" } as never}>
        <h1>{say({ zh: "登录工作台", en: "Sign in to the console" })}</h1>
        {wrong ? (
          <div role="alert">
            <Notice tone="wait">{wrong}</Notice>
          </div>
        ) : null}
        {needsCode ? (
          <Field
            label={say({ zh: "验证器中的六位数字", en: "Six digits of your authenticator" })}
            value={code}
            onChange={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            required
          />
        ) : (
          <>
            <Field
              label={say({ zh: "账号", en: "Login" })}
              value={login}
              onChange={setLogin}
              autoComplete="username"
              required
            />
            <Field
              label={say({ zh: "密码", en: "Password" })}
              value={password}
              onChange={setPassword}
              type="password"
              autoComplete="current-password"
              required
            />
          </>
        )}
        <Button kind="primary" submit wide busy={isBusy}>
          {say({ zh: "登录", en: "Sign in" })}
        </Button>
        {needsCode ? null : (
          <div className="row between">
            <Button kind="quiet" onPress={usePasskey} busy={isBusy}>
              {say({ zh: "使用通行密钥", en: "Use a passkey" })}
            </Button>
            <a href="/auth/oidc/start">{say({ zh: "单点登录", en: "Single sign-on" })}</a>
          </div>
        )}
      </form>
    </Page>
  );
}

const lost = {
  zh: "没有连上服务器。您填写的内容都还在，请稍后再试。",
  en: "The server could not be reached. What you typed is still here; please try again.",
};

/** Only an address of the console: nobody is sent elsewhere from here. */
function nextAddress(): string {
  const next = new URLSearchParams(location.search).get("next") ?? "";
  return /^\/console(\/[\w$/.-]*)?$/.test(next) && next !== "/console/sign-in" ? next : "/console";
}
