import { openSandboxBank, type SandboxBank } from "./bank.ts";
import { openSandboxPhone, type SandboxPhone } from "./phone.ts";

/** The world around a demo: a telephone network and a bank. Never there unless it was asked for. */
export type Sandbox = { readonly phone: SandboxPhone; readonly bank: SandboxBank };

export async function openSandbox(): Promise<Sandbox> {
  return { phone: await openSandboxPhone(), bank: openSandboxBank() };
}

/** Whether this installation plays with a sandbox: `FAIRDUE_SANDBOX=1`, or the demo. */
export function wantsSandbox(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment["FAIRDUE_SANDBOX"] === "1";
}
