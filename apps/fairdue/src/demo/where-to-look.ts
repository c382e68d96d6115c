import { roleIds } from "@fairdue/servicing";
import { inventedPhone } from "./invented.ts";
import { demoPassword } from "./office.ts";
import type { ReadyDemo } from "./prepare.ts";

/** What a visitor is told when the demo is up: faces, logins, and a few places worth a look. */
export function whereToLook({ notes, secondBookId }: ReadyDemo, port: number): string {
  const base = `http://127.0.0.1:${port}`;
  const { bookId, key, overdue, refused, verifyCode } = notes;
  const rows: readonly (readonly [string, string] | null)[] = [
    ["Console 工作台", `${base}/console`],
    ["Borrower 借款人", `${base}/me   telephone ${phoneOf(overdue?.borrowerId)}`],
    ["", `its sign-in code arrives at ${base}/sandbox/phone`],
    ["Anyone 公众核验", `${base}/${verifyCode === null ? "verify" : `v/${verifyCode}`}`],
    ["Supervision 监管", `${base}/supervision`],
    ["API 接口", `${base}/docs`],
    overdue && [
      "Overdue 逾期",
      `${base}/console/cases/${overdue.borrowerId}/${overdue.caseId}   (team-lead)`,
    ],
    refused && ["Refused 未获许可", `${base}/console/people/${refused.borrowerId}   (team-lead)`],
    refused && ["", refused.why],
    secondBookId === undefined ? null : ["Real loans 真实贷款", `book ${secondBookId}`],
  ];
  const lines = rows.flatMap((row) => (row === null ? [] : [`  ${padded(row[0])}${row[1]}`]));
  return `
Fairdue is running. 有度已就绪。

${lines.join("\n")}

  Logins 登录 (password of all 密码: ${demoPassword})
    ${wrapped(roleIds.filter((it) => it !== "service"))}

  Key to everything in the demo (kept in .fairdue/demo.json):
    ${key}
    curl -H 'Authorization: Bearer ${key}' '${base}/v1/accounts?bookId=${bookId}&isOverdue=true&limit=3'

  Prove:  npm run fairdue -- verify --book ${bookId}
  Stop:   Ctrl-C; the book stays and the next start takes it up.
`;
}

function phoneOf(borrowerId: string | undefined): string {
  return inventedPhone(Number(borrowerId?.replace(/^.*-/, "") ?? 0));
}

/** Chinese letters take two columns of a terminal. */
function padded(text: string): string {
  const columns = [...text].reduce((sum, it) => sum + (/\p{Script=Han}/u.test(it) ? 2 : 1), 0);
  return text + " ".repeat(Math.max(1, 22 - columns));
}

function wrapped(words: readonly string[]): string {
  const half = Math.ceil(words.length / 2);
  return `${words.slice(0, half).join("  ")}\n    ${words.slice(half).join("  ")}`;
}
