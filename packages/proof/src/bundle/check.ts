import { utf8 } from "../bytes/bytes.ts";
import { parseLeaf, type Leaf } from "../leaf/leaf.ts";
import { opens } from "../leaf/commitment.ts";
import { leafHash } from "../merkle/hash.ts";
import { verifyConsistency, verifyInclusion } from "../merkle/verify.ts";
import { cosignatureBy, type Cosignature } from "../note/cosign.ts";
import { parseCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
import {
  isSignedBy,
  parseNote,
  parseVerifierKey,
  type SignedNote,
  type VerifierKey,
} from "../note/note.ts";
import type { ProofBundle } from "./bundle.ts";

/** Keys that the checking person trusts, from a source of their own. */
export type TrustedKeys = {
  readonly log?: VerifierKey;
  readonly witnesses: readonly VerifierKey[];
  /** How many of the witnesses must have cosigned; 0 if none is asked for. */
  readonly witnessesMin: number;
};

/**
 * One question of the check, and its answer. `open`: it could not be asked, since a key or a part of
 * the file is missing.
 */
export type CheckStep = {
  readonly id: "leaf" | "openings" | "inclusion" | "signature" | "witnesses" | "earlier";
  readonly result: "holds" | "broken" | "open";
  readonly en: string;
  readonly zh: string;
};

export type BundleCheck = {
  /**
   * `proved`: every step holds. `broken`: at least one does not. `unsigned`: all that was asked
   * holds, but no trusted key of the log was given, so anyone could have made this file.
   */
  readonly verdict: "proved" | "broken" | "unsigned";
  readonly steps: readonly CheckStep[];
  readonly leaf?: Leaf;
  readonly checkpoint?: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
};

/** Checks a proof file by computation alone: no network, no clock, no trust in who sent it. */
export function checkBundle(bundle: ProofBundle, trusted: TrustedKeys): BundleCheck {
  const parsed = parseLeaf(bundle.leaf);
  const leaf = parsed.ok ? parsed.value : undefined;
  const note = parseNote(bundle.checkpoint);
  const read = note.ok ? parseCheckpoint(note.value.text) : note;
  const checkpoint = read.ok ? read.value : undefined;
  const cosignatures = note.ok
    ? trusted.witnesses.flatMap((key) => cosignatureBy(note.value, key) ?? [])
    : [];
  const signed = note.ok ? note.value : undefined;
  const steps = [
    leafStep(leaf),
    ...openingsStep(bundle, leaf),
    inclusionStep(bundle, checkpoint),
    trusted.log === undefined
      ? claimedStep({ note: signed, checkpoint }, bundle.keys?.log)
      : signatureStep({ note: signed, checkpoint }, trusted.log),
    ...witnessStep(trusted, cosignatures),
    ...earlierStep(bundle, checkpoint, trusted.log),
  ];
  return {
    verdict: verdictOf(steps),
    steps,
    cosignatures,
    ...(leaf && { leaf }),
    ...(checkpoint && { checkpoint }),
  };
}

function verdictOf(steps: readonly CheckStep[]): BundleCheck["verdict"] {
  if (steps.some((it) => it.result === "broken")) return "broken";
  return steps.some((it) => it.result === "open") ? "unsigned" : "proved";
}

function step(
  id: CheckStep["id"],
  holds: boolean,
  said: { readonly holds: readonly [string, string]; readonly broken: readonly [string, string] },
): CheckStep {
  const [en, zh] = holds ? said.holds : said.broken;
  return { id, result: holds ? "holds" : "broken", en, zh };
}

function leafStep(leaf: Leaf | undefined): CheckStep {
  return step("leaf", leaf !== undefined, {
    holds: ["The entry is written in the log's one form.", "条目符合日志的唯一书写格式。"],
    broken: ["The entry is not in the log's form.", "条目不符合日志的书写格式。"],
  });
}

function openingsStep(bundle: ProofBundle, leaf: Leaf | undefined): CheckStep[] {
  if (bundle.openings.length === 0) return [];
  const committed = (name: string): string | undefined =>
    name === "subject" ? leaf?.subject : ownEntry(leaf?.payload, name);
  const wrong = bundle.openings.filter((it) => {
    const commitment = committed(it.name);
    return commitment === undefined || !opens(it, commitment);
  });
  const names = wrong.map((it) => it.name).join(", ");
  return [
    step("openings", wrong.length === 0, {
      holds: [
        "The contents shown are those that the entry committed to.",
        "所示内容与条目当时承诺的内容一致。",
      ],
      broken: [
        `The contents shown are not those that the entry committed to: ${names}.`,
        `所示内容与条目当时承诺的内容不一致：${names}。`,
      ],
    }),
  ];
}

function ownEntry(
  payload: Readonly<Record<string, string>> | undefined,
  name: string,
): string | undefined {
  return payload !== undefined && Object.hasOwn(payload, name) ? payload[name] : undefined;
}

function inclusionStep(bundle: ProofBundle, checkpoint: Checkpoint | undefined): CheckStep {
  const holds =
    checkpoint !== undefined &&
    verifyInclusion({
      index: bundle.index,
      size: checkpoint.size,
      leafHash: leafHash(utf8(bundle.leaf)),
      path: bundle.inclusion,
      root: checkpoint.root,
    });
  const size = checkpoint?.size ?? 0;
  return step("inclusion", holds, {
    holds: [
      `The entry is number ${bundle.index} of the ${size} entries under the checkpoint.`,
      `该条目是检查点所含 ${size} 个条目中的第 ${bundle.index} 号。`,
    ],
    broken: [
      "The path does not lead from this entry to the checkpoint: the entry, its place or the log was changed.",
      "路径无法从该条目到达检查点：条目、位置或日志已被改动。",
    ],
  });
}

type SignedCheckpoint = {
  readonly note: SignedNote | undefined;
  readonly checkpoint: Checkpoint | undefined;
};

/** Without a trusted key: the key that the file names must at least fit, and is shown for comparison. */
function claimedStep(it: SignedCheckpoint, claimed: string | undefined): CheckStep {
  const key = claimed === undefined ? undefined : parseVerifierKey(claimed);
  if (key === undefined) {
    return {
      id: "signature",
      result: "open",
      en: "No trusted key of the log was given: who signed the checkpoint was not checked.",
      zh: "未提供可信的日志公钥：尚未核验检查点由谁签署。",
    };
  }
  const checked = key.ok ? signatureStep(it, key.value) : undefined;
  if (checked?.result !== "holds") {
    return step("signature", false, {
      holds: ["", ""],
      broken: [
        "The checkpoint is not signed by the key that this file itself names.",
        "检查点并非由本文件自称的公钥签署。",
      ],
    });
  }
  return {
    id: "signature",
    result: "open",
    en: `Signed by the key that this file itself names. Compare it with the one published elsewhere: ${claimed}`,
    zh: `由本文件自称的公钥签署。请与其他渠道公布的公钥比对：${claimed}`,
  };
}

function signatureStep(it: SignedCheckpoint, key: VerifierKey): CheckStep {
  const isOwn = it.checkpoint?.origin === key.name;
  const holds = it.note !== undefined && isOwn && isSignedBy(it.note, key);
  return step("signature", holds, {
    holds: [`The checkpoint is signed by ${key.name}.`, `检查点由 ${key.name} 签署。`],
    broken: [
      `The checkpoint carries no good signature of ${key.name} as its own log.`,
      `检查点没有 ${key.name} 对自身日志的有效签名。`,
    ],
  });
}

function witnessStep(trusted: TrustedKeys, seen: readonly Cosignature[]): CheckStep[] {
  if (trusted.witnesses.length === 0 && trusted.witnessesMin === 0) return [];
  const names = seen.map((it) => it.name).join(", ");
  const wanted = trusted.witnessesMin;
  return [
    step("witnesses", seen.length >= wanted, {
      holds:
        seen.length === 0
          ? ["No witness cosigned; none was asked for.", "没有见证人联署；也未要求。"]
          : [`Witnessed by ${names}.`, `见证人：${names}。`],
      broken: [
        `Cosigned by ${seen.length} of the trusted witnesses; ${wanted} were asked for.`,
        `可信见证人中有 ${seen.length} 位联署；要求 ${wanted} 位。`,
      ],
    }),
  ];
}

function earlierStep(
  bundle: ProofBundle,
  checkpoint: Checkpoint | undefined,
  key: VerifierKey | undefined,
): CheckStep[] {
  if (bundle.earlier === undefined) return [];
  const note = parseNote(bundle.earlier.checkpoint);
  const read = note.ok ? parseCheckpoint(note.value.text) : note;
  const isSigned = note.ok && (key === undefined || isSignedBy(note.value, key));
  const holds =
    isSigned &&
    read.ok &&
    checkpoint !== undefined &&
    read.value.origin === checkpoint.origin &&
    verifyConsistency({
      oldSize: read.value.size,
      oldRoot: read.value.root,
      size: checkpoint.size,
      root: checkpoint.root,
      path: bundle.earlier.consistency,
    });
  const size = read.ok ? read.value.size : 0;
  return [
    step("earlier", holds, {
      holds: [
        `Since the earlier checkpoint (${size} entries) the log has only grown.`,
        `自较早的检查点（${size} 个条目）以来，日志只增未改。`,
      ],
      broken: [
        "The log does not contain the earlier checkpoint: history was changed, or the proof is wrong.",
        "日志不包含较早的检查点：历史被改动，或证明有误。",
      ],
    }),
  ];
}
