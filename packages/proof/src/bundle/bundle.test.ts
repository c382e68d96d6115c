import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { base64, unbase64, utf8 } from "../bytes/bytes.ts";
import { canonicalJson, type Plain } from "../leaf/canonical.ts";
import { commit, opens } from "../leaf/commitment.ts";
import { encodeLeaf, parseLeaf, type Leaf } from "../leaf/leaf.ts";
import { leafHash } from "../merkle/hash.ts";
import { formatCheckpoint } from "../note/checkpoint.ts";
import { cosign } from "../note/cosign.ts";
import { formatNote, formatVerifierKey, signNote, signerKey } from "../note/note.ts";
import { openAppender } from "../tiles/appender.ts";
import { proveConsistency, proveInclusion } from "../tiles/prove.ts";
import { formatBundle, parseBundle, type ProofBundle } from "./bundle.ts";
import { checkBundle, type BundleCheck } from "./check.ts";

const log = signerKey("log.lender.example", "ed25519", new Uint8Array(32).fill(7));
const witness = signerKey("witness.regulator.example", "cosignature", new Uint8Array(32).fill(9));
const salt = (k: number): Uint8Array => new Uint8Array(32).fill(k);

const leaf: Leaf = {
  v: 1,
  kind: "permit.redeemed",
  at: "2026-11-24T09:30:00.000Z",
  subject: commit("subject", salt(1), "brw_7Q2"),
  payload: { message: commit("message", salt(2), "您好，本期账单 1,234.56 元已到期。") },
  rules: ["cn/contact-hours@2026-01-01"],
  outcome: "allow",
};

async function bundleOf(): Promise<ProofBundle> {
  const appender = openAppender();
  const checkpointNow = (): string => {
    const text = formatCheckpoint({
      origin: log.name,
      size: appender.size(),
      root: appender.root(),
      extensions: [],
    });
    const signatures = [signNote(text, log), cosign(text, witness, 1_764_000_000)];
    return formatNote({ text, signatures });
  };
  for (let k = 0; k < 5; k++) appender.append(leafHash(utf8(`entry ${k}`)));
  appender.append(leafHash(encodeLeaf(leaf)));
  for (let k = 6; k < 9; k++) appender.append(leafHash(utf8(`entry ${k}`)));
  const earlier = checkpointNow();
  for (let k = 9; k < 20; k++) appender.append(leafHash(utf8(`entry ${k}`)));
  const read = (): Uint8Array => appender.partialTiles()[0]!.hashes;
  return {
    leaf: canonicalJson(JSON.parse(new TextDecoder().decode(encodeLeaf(leaf)))),
    openings: [
      { name: "subject", salt: base64(salt(1)), value: "brw_7Q2" },
      { name: "message", salt: base64(salt(2)), value: "您好，本期账单 1,234.56 元已到期。" },
    ],
    index: 5,
    inclusion: await proveInclusion(read, { index: 5, size: 20 }),
    checkpoint: checkpointNow(),
    earlier: {
      checkpoint: earlier,
      consistency: await proveConsistency(read, { oldSize: 9, size: 20 }),
    },
  };
}

const trusted = { log, witnesses: [witness], witnessesMin: 1 };

function brokenSteps(check: BundleCheck): string[] {
  return check.steps.filter((it) => it.result === "broken").map((it) => it.id);
}

describe("a proof file", () => {
  test("proves its entry, and survives its file", async () => {
    const bundle = await bundleOf();
    const read = parseBundle(formatBundle(bundle));
    if (!read.ok) throw new Error(JSON.stringify(read.refusal));
    const check = checkBundle(read.value, trusted);
    expect(check.steps.map((it) => `${it.id} ${it.result}`)).toEqual([
      "leaf holds",
      "openings holds",
      "inclusion holds",
      "signature holds",
      "witnesses holds",
      "earlier holds",
    ]);
    expect(check).toMatchObject({ verdict: "proved", leaf, checkpoint: { size: 20 } });
  });

  test("without a trusted key it says what is missing, and claims no proof", async () => {
    const check = checkBundle(await bundleOf(), { witnesses: [], witnessesMin: 0 });
    expect(check.verdict).toBe("unsigned");
    expect(check.steps.find((it) => it.id === "signature")?.result).toBe("open");
  });

  test("a file that names its own key must fit it, and still proves nothing by that", async () => {
    const bundle = await bundleOf();
    const untrusting = { witnesses: [], witnessesMin: 0 };
    const named = (key: string): BundleCheck =>
      checkBundle({ ...bundle, keys: { log: key } }, untrusting);
    expect(named(formatVerifierKey(log)).verdict).toBe("unsigned");
    expect(brokenSteps(named(formatVerifierKey(witness)))).toEqual(["signature"]);
    expect(brokenSteps(named("rubbish"))).toEqual(["signature"]);
  });

  test("every tampering breaks the step that it concerns", async () => {
    const bundle = await bundleOf();
    const bent = (change: Partial<ProofBundle>): string[] =>
      brokenSteps(checkBundle({ ...bundle, ...change }, trusted));
    expect(bent({ leaf: bundle.leaf.replace("allow", "deny") })).toEqual(["inclusion"]);
    expect(bent({ leaf: `${bundle.leaf} ` })).toEqual(["leaf", "openings", "inclusion"]);
    expect(bent({ index: 6 })).toEqual(["inclusion"]);
    const [who, what] = bundle.openings;
    expect(bent({ openings: [{ ...what!, value: "别的内容" }] })).toEqual(["openings"]);
    expect(bent({ openings: [{ ...who!, name: "message" }] })).toEqual(["openings"]);
    expect(bent({ openings: [{ ...who!, name: "constructor" }] })).toEqual(["openings"]);
    const other = signerKey(log.name, "ed25519", new Uint8Array(32).fill(8));
    const stranger = checkBundle(bundle, { ...trusted, log: other });
    expect(brokenSteps(stranger)).toEqual(["signature", "earlier"]);
    const two = checkBundle(bundle, { ...trusted, witnessesMin: 2 });
    expect(brokenSteps(two)).toEqual(["witnesses"]);
    expect(
      bent({ earlier: { ...bundle.earlier!, consistency: bundle.earlier!.consistency.slice(1) } }),
    ).toEqual(["earlier"]);
    // The path of entry 5 is the same in a log of 21 entries: it is the signature that binds the size.
    const longer = bundle.checkpoint.replace("\n20\n", "\n21\n");
    expect(bent({ checkpoint: longer })).toEqual(["signature", "witnesses"]);
  });

  test("a malformed file is refused with all that is wrong in it", () => {
    const read = parseBundle(
      JSON.stringify({
        format: "v0",
        leaf: "",
        index: -1,
        inclusion: ["x"],
        checkpoint: "c",
        bad: 1,
      }),
    );
    expect(read.ok ? [] : read.refusal.map((it) => it.field)).toEqual([
      "bad",
      "format",
      "leaf",
      "index",
      "inclusion[0]",
    ]);
    expect(parseBundle("not json").ok).toBe(false);
  });
});

describe("commitments", () => {
  test("are HMAC-SHA-256 under the salt, of a label, the name and the canonical value", () => {
    const message = 'fairdue-commitment/v1\namount\n{"currency":"CNY","minor":123456}';
    const expected = createHmac("sha256", salt(3)).update(message).digest("base64");
    expect(commit("amount", salt(3), { minor: 123456, currency: "CNY" })).toBe(expected);
  });

  test("open to their own value and name only", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        (value, other) => {
          const commitment = commit("message", salt(4), value);
          const opening = { name: "message", salt: base64(salt(4)), value };
          expect(opens(opening, commitment)).toBe(true);
          expect(opens({ ...opening, value: other }, commitment)).toBe(value === other);
          expect(opens({ ...opening, name: "subject" }, commitment)).toBe(false);
          expect(opens({ ...opening, salt: base64(salt(5)) }, commitment)).toBe(false);
        },
      ),
    );
  });
});

describe("leaves", () => {
  test("are canonical JSON, keys in order, and read back", () => {
    const text = new TextDecoder().decode(encodeLeaf(leaf));
    expect(
      text.startsWith('{"at":"2026-11-24T09:30:00.000Z","kind":"permit.redeemed","outcome"'),
    ).toBe(true);
    expect(parseLeaf(text)).toEqual({ ok: true, value: leaf });
  });

  test.each([
    ["spaces", '{"v": 1,"at":"2026-11-24T09:30:00.000Z","kind":"x"}', "leaf"],
    ["a field twice", '{"at":"2026-11-24T09:30:00.000Z","kind":"x","kind":"x","v":1}', "leaf"],
    [
      "a phone number in clear",
      '{"at":"2026-11-24T09:30:00.000Z","kind":"x","phone":"13800138000","v":1}',
      "phone",
    ],
    [
      "a subject in clear",
      '{"at":"2026-11-24T09:30:00.000Z","kind":"x","subject":"brw_1","v":1}',
      "subject",
    ],
    ["another zone", '{"at":"2026-11-24T17:30:00+08:00","kind":"x","v":1}', "at"],
  ])("refused: %s", (_, text, field) => {
    const read = parseLeaf(text);
    expect(read.ok ? [] : read.refusal.map((it) => it.field)).toEqual([field]);
  });

  test("canonical JSON is a fixed point", () => {
    const plain: fc.Arbitrary<Plain> = fc.letrec<{ it: Plain }>((tie) => ({
      it: fc.oneof(
        { maxDepth: 3 },
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger(),
        fc.string({ unit: "grapheme" }),
        fc.array(tie("it"), { maxLength: 3 }),
        fc.dictionary(fc.string({ unit: "grapheme" }), tie("it"), { maxKeys: 3 }),
      ),
    })).it;
    fc.assert(
      fc.property(plain, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});

test("base 64 and UTF-8 agree with Node", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.string({ unit: "binary" }), (bytes, text) => {
      expect(base64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
      expect(unbase64(base64(bytes))).toEqual(bytes);
      expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text, "utf8"));
    }),
  );
  for (const wrong of ["A", "AA", "AB==", "AAA", "A===", "AA-_"])
    expect(unbase64(wrong)).toBeUndefined();
});
