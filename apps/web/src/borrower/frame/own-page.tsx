import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { Skeleton } from "../../design/states/states.tsx";
import { Page } from "../../frame/page.tsx";
import { useWords } from "../../text/language.tsx";
import { request } from "../../wire/request.ts";
import { sessionKey, useSession } from "../../wire/session.ts";
import "./own-page.css";

/** A page of the person's own: it asks who is there, and leads to the sign-in where nobody is. */
export function OwnPage(props: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly back?: string | null;
  readonly children: ReactNode;
}): ReactNode {
  const { say } = useWords();
  const session = useSession();
  const navigate = useNavigate();
  const isOwn = session.data?.kind === "borrower";
  useEffect(() => {
    if (session.data !== undefined && !isOwn) {
      const next =
        location.pathname === "/me" ? "" : `?next=${encodeURIComponent(location.pathname)}`;
      void navigate({ to: `/me/sign-in${next}`, replace: true });
    }
  }, [session.data, isOwn, navigate]);
  useEffect(() => {
    document.title = `${props.title} · ${say({ zh: "有度", en: "Fairdue" })}`;
  }, [props.title, say]);
  const back = props.back === undefined ? "/me" : props.back;
  return (
    <Page shape="phone" foot={<OwnFoot />}>
      <div className="own stack">
        <div>
          {back === null ? null : (
            <a className="own-back" href={back}>
              ← {say({ zh: "返回", en: "Back" })}
            </a>
          )}
          <h1>{props.title}</h1>
          {props.lead ? <p className="soft own-lead">{props.lead}</p> : null}
        </div>
        {isOwn ? props.children : <Skeleton lines={5} />}
      </div>
    </Page>
  );
}

function OwnFoot(): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = async (): Promise<void> => {
    await request("POST", "/auth/sign-out", { body: {} });
    queries.removeQueries({ queryKey: ["own"] });
    await queries.invalidateQueries({ queryKey: sessionKey });
    await navigate({ to: "/" });
  };
  return (
    <>
      <a href="/me/help">{say({ zh: "还不上，找人帮忙", en: "I can't pay: get help" })}</a>
      <a href="/me/complaints">{say({ zh: "投诉与异议", en: "Complain or object" })}</a>
      <a href="/me/data">{say({ zh: "我的数据", en: "My data" })}</a>
      <button type="button" className="own-link" onClick={() => void signOut()}>
        {say({ zh: "退出登录", en: "Sign out" })}
      </button>
    </>
  );
}

/** A way on, as large as every other way: nobody is pushed. */
export function Way(props: {
  readonly to: string;
  readonly title: string;
  readonly note?: string | undefined;
}): ReactNode {
  return (
    <a className="own-way" href={props.to}>
      <b>{props.title}</b>
      {props.note ? <span>{props.note}</span> : null}
    </a>
  );
}
