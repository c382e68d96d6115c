import { checkBundle, parseBundle, parseVerifierKey } from "@fairdue/proof";

/**
 * Checks a proof file in this browser against the log's own key. It holds when the entry opens, is in
 * the log of a checkpoint and the checkpoint is signed by the key.
 */
export async function holdsProof(proof: unknown, logKey?: string): Promise<boolean> {
  const key = parseVerifierKey((logKey ?? (await (await fetch("/log/key")).text())).trim());
  const bundle = parseBundle(JSON.stringify(proof));
  if (!bundle.ok || !key.ok) return false;
  const check = checkBundle(bundle.value, { log: key.value, witnesses: [], witnessesMin: 0 });
  return check.verdict === "proved";
}
