import { declaredSource, type FactSource } from "@fairdue/servicing";

/**
 * The hooks of this installation. `FAIRDUE_SOURCES` names their addresses as JSON, such as
 * `{"fraud": "https://checks.example/fraud"}`; a source without an address answers from what the
 * lender declares with the application.
 */
export function factSources(names: readonly string[]): readonly FactSource[] {
  const addresses = addressesIn(process.env["FAIRDUE_SOURCES"]);
  return names.map((name) => {
    const url = addresses[name];
    return url === undefined ? declaredSource(name) : httpSource(name, url);
  });
}

const waitMs = 2_000;

/** Asks by POST; anything but `clear` or `suspect` within two seconds is no answer. */
function httpSource(name: string, url: string): FactSource {
  return {
    name,
    ask: async ({ borrowerId, declared }) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ borrowerId, declared }),
        signal: AbortSignal.timeout(waitMs),
      });
      const body: unknown = response.ok ? await response.json() : undefined;
      const answer =
        typeof body === "object" && body !== null ? Reflect.get(body, "answer") : undefined;
      return answer === "clear" || answer === "suspect"
        ? { answer, says: `answered with ${response.status}` }
        : { answer: "down", says: `answered with ${response.status}` };
    },
  };
}

function addressesIn(text: string | undefined): Readonly<Record<string, string>> {
  if (text === undefined) return {};
  const json: unknown = JSON.parse(text);
  if (typeof json !== "object" || json === null) return {};
  return Object.fromEntries(
    Object.entries(json).filter((it): it is [string, string] => typeof it[1] === "string"),
  );
}
