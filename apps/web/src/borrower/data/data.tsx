import { type ReactNode, useState } from "react";
import { Button, Choice, Field } from "../../design/controls/controls.tsx";
import { Empty, Notice } from "../../design/states/states.tsx";
import { dayText, timeText } from "../../text/format.ts";
import { type Bilingual, useWords } from "../../text/language.tsx";
import { Asked } from "../../wire/asked.tsx";
import { request } from "../../wire/request.ts";
import type { Listed } from "../frame/answers.ts";
import { useAsking } from "../frame/ask.ts";
import { useMe, useOwn } from "../frame/own.ts";
import { OwnPage } from "../frame/own-page.tsx";

type Read = {
  readonly readAt: string;
  readonly actor: string;
  readonly purpose: Bilingual;
  readonly fields: readonly Bilingual[];
  readonly reason: string;
};

/** My data: a copy to keep, what I may correct and delete, and who looked. */
export function Screen(): ReactNode {
  const { say } = useWords();
  const me = useMe();
  return (
    <OwnPage title={say({ zh: "我的数据", en: "My data" })} lead={say(lead)}>
      <Asked query={me}>
        {(it) => (
          <>
            <Copy borrowerId={it.borrowerId} />
            <Correct />
            <Erase />
            <Reads zone={it.zone} />
            <section className="own-card">
              <h2>{say({ zh: "登录过的设备", en: "Devices that signed in" })}</h2>
              {it.devices.map((one) => (
                <p key={one.deviceId} className="soft">
                  {one.name.slice(0, 60)} · {one.boundAt.slice(0, 10)}
                </p>
              ))}
            </section>
          </>
        )}
      </Asked>
    </OwnPage>
  );
}

const lead = {
  zh: "逐项加密保存。每一次查看都有记录，您都能看到。",
  en: "Each datum is sealed by itself. Every look at it is on record, and shown to you.",
};

function Copy({ borrowerId }: { readonly borrowerId: string }): ReactNode {
  const { say } = useWords();
  const [isBusy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      const data = await request<object>("POST", "/v1/me/data-export", { body: {} });
      const file = new Blob([JSON.stringify(data, null, 2)], { type: "application/json" });
      const link = document.createElement("a");
      link.href = URL.createObjectURL(file);
      link.download = `fairdue-${borrowerId}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="own-card">
      <h2>{say({ zh: "带走一份", en: "Take a copy" })}</h2>
      <p className="soft">{say(copyNote)}</p>
      <Button kind="primary" wide busy={isBusy} onPress={() => void take()}>
        {say({ zh: "下载全部数据（JSON）", en: "Download everything (JSON)" })}
      </Button>
    </section>
  );
}

const copyNote = {
  zh: "个人信息、账户、每一笔记录、还款、联系记录和查看记录。",
  en: "Personal data, accounts, every event, payments, contacts and who looked.",
};

const fields = [
  { value: "email", label: { zh: "电子邮箱", en: "E-mail" } },
  { value: "address", label: { zh: "住址", en: "Home address" } },
  { value: "employer", label: { zh: "工作单位", en: "Employer" } },
  { value: "income", label: { zh: "月收入", en: "Monthly income" } },
] as const;

function Correct(): ReactNode {
  const { say } = useWords();
  const asking = useAsking();
  const [field, setField] = useState<string>("email");
  const [value, setValue] = useState("");
  const [saved, setSaved] = useState<string>();
  const save = async (): Promise<void> => {
    const done = await asking.send<{ masked: string }>("POST", "/v1/me/corrections", {
      field,
      value,
    });
    if (!done) return;
    setSaved(done.masked);
    setValue("");
  };
  return (
    <section className="own-card">
      <h2>{say({ zh: "更正", en: "Correct" })}</h2>
      <Choice
        label={say({ zh: "哪一项", en: "Which" })}
        value={field}
        options={fields.map((it) => ({ value: it.value, label: say(it.label) }))}
        onChange={setField}
      />
      <Field label={say({ zh: "改成", en: "Change it to" })} value={value} onChange={setValue} />
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      {saved ? (
        <Notice tone="allowed">
          {say({ zh: "已更正：", en: "Corrected: " })}
          {saved}
        </Notice>
      ) : null}
      <Button wide busy={asking.isBusy} disabled={value.trim() === ""} onPress={() => void save()}>
        {say({ zh: "更正", en: "Correct it" })}
      </Button>
      <p className="soft">{say(byHand)}</p>
    </section>
  );
}

const byHand = {
  zh: "姓名、手机号、证件号要先核实，请在“投诉与异议”里告诉我们。",
  en: "Name, phone and identity number are checked first: tell us under complaints.",
};

type Erased = {
  readonly erased: readonly Bilingual[];
  readonly kept: readonly { readonly field: Bilingual; readonly why: Bilingual }[];
};

function Erase(): ReactNode {
  const { say } = useWords();
  const asking = useAsking();
  const [done, setDone] = useState<Erased>();
  const erase = async (): Promise<void> => {
    setDone(await asking.send<Erased>("POST", "/v1/me/erasures", {}));
  };
  return (
    <section className="own-card">
      <h2>{say({ zh: "撤回同意并删除", en: "Withdraw consent and delete" })}</h2>
      <p className="soft">{say(eraseNote)}</p>
      {asking.wrong ? <Notice tone="wait">{asking.wrong}</Notice> : null}
      {done ? (
        <div role="status" className="stack">
          <p>
            {done.erased.length === 0
              ? say({ zh: "没有可以删除的项目。", en: "There was nothing that could be deleted." })
              : say({ zh: "已删除：", en: "Deleted: " }) +
                done.erased.map(say).join(say({ zh: "、", en: ", " }))}
          </p>
          <ul className="stack">
            {done.kept.map((it) => (
              <li key={it.field.en}>
                <b>{say(it.field)}</b> <span className="soft">{say(it.why)}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <Button wide busy={asking.isBusy} onPress={() => void erase()}>
          {say({ zh: "删除凭同意保存的数据", en: "Delete what rests on my consent" })}
        </Button>
      )}
    </section>
  );
}

const eraseNote = {
  zh: "凭您同意保存的会立即删除；合同和法律要求保存的会说明原因和期限。",
  en: "What rests on your consent goes at once; what contract or law keeps is told with its reason and time.",
};

function Reads({ zone }: { readonly zone: string }): ReactNode {
  const { say, language } = useWords();
  const reads = useOwn<Listed<Read>>("/v1/me/reads");
  return (
    <section className="own-card">
      <h2>{say({ zh: "谁看过我的数据", en: "Who read my data" })}</h2>
      <Asked query={reads}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say({ zh: "还没有人看过。", en: "Nobody has yet." })} />
          ) : (
            <ul className="stack">
              {items.slice(0, 30).map((it) => (
                <li key={`${it.readAt}-${it.actor}-${it.reason}`}>
                  <b>{it.fields.map(say).join(say({ zh: "、", en: ", " }))}</b> · {say(it.purpose)}
                  <br />
                  <span className="soft">
                    {dayText(it.readAt, language)} {timeText(it.readAt, zone)} ·{" "}
                    {it.actor.startsWith("brw_") ? say({ zh: "您自己", en: "You" }) : it.actor}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Asked>
    </section>
  );
}
