import { startRegistration } from "@simplewebauthn/browser";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Button, Field, Panel } from "../../design/controls/controls.tsx";
import { Notice } from "../../design/states/states.tsx";
import { DataTable } from "../../design/table/data-table.tsx";
import { useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { Problem, read, request } from "../../wire/request.ts";
import { sessionKey } from "../../wire/session.ts";

type SessionRow = {
  readonly sessionId: string;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly isThis: boolean;
};

/** One's own sign-in: second factor, passkeys, where one is signed in. */
export function Screen(): ReactNode {
  const { say } = useWords();
  return (
    <div className="screen">
      <h1>{say({ zh: "我的账号", en: "My sign-in" })}</h1>
      <Authenticator />
      <Passkeys />
      <Sessions />
      <SignOut />
    </div>
  );
}

function Authenticator(): ReactNode {
  const { say } = useWords();
  const [start, setStart] = useState<{ secret: string; qr: string }>();
  const [code, setCode] = useState("");
  const [told, setTold] = useState<string>();
  const confirm = async (): Promise<void> => {
    try {
      await request("POST", "/auth/staff/totp/confirm", { body: { code } });
      setStart(undefined);
      setTold(
        say({
          zh: "验证器已启用，下次登录时需要。",
          en: "Done. It is asked for at the next sign-in.",
        }),
      );
    } catch (error) {
      setTold(error instanceof Problem ? error.message : String(error));
    }
  };
  return (
    <Panel title={say({ zh: "验证器", en: "Authenticator app" })}>
      <div className="stack">
        {told ? <Notice>{told}</Notice> : null}
        {start === undefined ? (
          <div>
            <Button
              onPress={() =>
                void request<{ secret: string; qr: string }>("POST", "/auth/staff/totp/start", {
                  body: {},
                }).then(setStart)
              }
            >
              {say({ zh: "设置验证器", en: "Set up an authenticator" })}
            </Button>
          </div>
        ) : (
          <>
            <p>
              {say({
                zh: "用验证器应用扫描下图，或手动输入密钥，然后填写显示的六位数字。",
                en: "Scan the picture with your app, or type the key, then enter the six digits it shows.",
              })}
            </p>
            <img
              width={180}
              height={180}
              alt={say({ zh: "验证器二维码", en: "QR code for the authenticator" })}
              src={`data:image/svg+xml,${encodeURIComponent(start.qr)}`}
            />
            <code className="figures">{start.secret}</code>
            <div className="row" style={{ alignItems: "end" }}>
              <Field
                label={say({ zh: "六位数字", en: "Six digits" })}
                value={code}
                onChange={setCode}
                inputMode="numeric"
                maxLength={6}
              />
              <Button kind="primary" onPress={() => void confirm()} disabled={code.length !== 6}>
                {say({ zh: "启用", en: "Switch on" })}
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}

function Passkeys(): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const [wrong, setWrong] = useState<string>();
  const query = useQuery({
    queryKey: ["passkeys"],
    queryFn: () => read<{ items: { credentialId: string; name: string }[] }>("/auth/passkeys"),
  });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ["passkeys"] });
  const add = async (): Promise<void> => {
    setWrong(undefined);
    try {
      const options = await request<Parameters<typeof startRegistration>[0]["optionsJSON"]>(
        "POST",
        "/auth/passkeys/add/start",
        { body: {} },
      );
      const response = await startRegistration({ optionsJSON: options });
      const name = say({ zh: "此设备", en: "This device" });
      await request("POST", "/auth/passkeys/add", {
        body: { challenge: options.challenge, name, response },
      });
      await refresh();
    } catch (error) {
      setWrong(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Panel title={say({ zh: "通行密钥", en: "Passkeys" })}>
      <div className="stack">
        {wrong ? <Notice tone="wait">{wrong}</Notice> : null}
        <Asked query={query} lines={1}>
          {({ items }) => (
            <ul className="stack">
              {items.map((it) => (
                <li key={it.credentialId} className="row between">
                  <span>{it.name}</span>
                  <Button
                    kind="quiet"
                    onPress={() =>
                      void request("POST", `/auth/passkeys/${it.credentialId}/remove`, {
                        body: {},
                      }).then(refresh)
                    }
                  >
                    {say({ zh: "移除", en: "Remove" })}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </Asked>
        <div>
          <Button onPress={() => void add()}>
            {say({ zh: "添加通行密钥", en: "Add a passkey" })}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Sessions(): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  const query = useQuery({
    queryKey: ["sessions"],
    queryFn: () => read<{ items: SessionRow[] }>("/auth/sessions"),
  });
  const end = (sessionId: string): void => {
    void request("POST", `/auth/sessions/${sessionId}/revoke`, { body: {} }).then(() =>
      queries.invalidateQueries({ queryKey: ["sessions"] }),
    );
  };
  return (
    <Asked query={query}>
      {({ items }) => (
        <DataTable
          caption={say({ zh: "登录中的设备", en: "Where you are signed in" })}
          rows={items}
          keyOf={(it) => it.sessionId}
          columns={[
            {
              id: "device",
              label: say({ zh: "设备", en: "Device" }),
              cell: (it) => it.device.slice(0, 60),
            },
            {
              id: "seen",
              label: say({ zh: "最近使用", en: "Last used" }),
              cell: (it) => new Date(it.seenAt).toLocaleString(),
              isMinor: true,
            },
            {
              id: "end",
              label: say({ zh: "操作", en: "Action" }),
              cell: (it) =>
                it.isThis ? (
                  say({ zh: "当前设备", en: "This one" })
                ) : (
                  <Button kind="quiet" onPress={() => end(it.sessionId)}>
                    {say({ zh: "退出该设备", en: "Sign it out" })}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Asked>
  );
}

function SignOut(): ReactNode {
  const { say } = useWords();
  const queries = useQueryClient();
  return (
    <div>
      <Button
        onPress={() =>
          void request("POST", "/auth/sign-out", { body: {} }).then(() =>
            queries.invalidateQueries({ queryKey: sessionKey }),
          )
        }
      >
        {say({ zh: "退出登录", en: "Sign out" })}
      </Button>
    </div>
  );
}
