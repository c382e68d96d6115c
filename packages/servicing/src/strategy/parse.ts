import { accepted, type Outcome, type Problem, refused } from "@fairdue/kernel";
import { contactChannels, contactPurposes } from "../gate/act.ts";
import { readBudgets, readQuotes } from "./parse-budgets.ts";
import { type Reader, readerOf } from "./read.ts";
import { readCondition } from "./condition.ts";
import type {
  Arm,
  Prior,
  Segment,
  Stage,
  StageTreatment,
  Strategy,
  Treatment,
} from "./strategy.ts";

const million = 1_000_000;

/** Reads a declared strategy, or answers with every problem that it has. */
export function parseStrategy(input: unknown): Outcome<Strategy, readonly Problem[]> {
  const problems: Problem[] = [];
  const it = readerOf(input, "", problems);
  const strategy: Strategy = {
    id: it.slug("id"),
    title: it.words("title"),
    horizonDays: it.integer("horizonDays", 1, 90),
    salt: it.text("salt"),
    holdOut: readHoldOut(it.object("holdOut")),
    selfCure: readSelfCure(it.object("selfCure")),
    queues: it.list("queues").map((one) => ({
      id: one.slug("id"),
      title: one.words("title"),
      teamId: one.slug("teamId"),
    })),
    treatments: it.list("treatments").map(readTreatment),
    segments: it.list("segments").map(readSegment),
    budgets: readBudgets(it),
    quotes: readQuotes(it),
  };
  it.only(Object.keys(strategy));
  if (problems.length === 0) checkNames(strategy, it);
  return problems.length > 0 ? refused(problems) : accepted(strategy);
}

function readHoldOut(it: Reader): Strategy["holdOut"] {
  it.only(["sharePpm", "dpdMax"]);
  return { sharePpm: it.integer("sharePpm", 0, million / 2), dpdMax: it.integer("dpdMax", 0, 90) };
}

function readSelfCure(it: Reader): Strategy["selfCure"] {
  it.only(["episodesMin", "marginDays"]);
  return {
    episodesMin: it.integer("episodesMin", 1, 12),
    marginDays: it.integer("marginDays", 0, 30),
  };
}

function readTreatment(it: Reader): Treatment {
  const treatment = {
    id: it.slug("id"),
    title: it.words("title"),
    channel: it.oneOf("channel", contactChannels),
    purpose: it.oneOf("purpose", contactPurposes),
    skill: it.has("skill") ? it.slug("skill") : "",
    templateId: it.has("templateId") ? it.slug("templateId") : null,
    words: it.has("words") ? it.words("words") : null,
    step: it.words("step"),
    costMinor: it.integer("costMinor", 0, 10_000_000),
    minutes: it.integer("minutes", 0, 480),
    harm: it.integer("harm", 0, 1_000),
    complaintPpm: it.integer("complaintPpm", 0, million),
    everyDays: it.integer("everyDays", 0, 90),
    prior: readPrior(it.object("prior")),
  };
  it.only(Object.keys(treatment));
  return treatment;
}

function readPrior(it: Reader): Prior {
  it.only(["liftPpm", "spreadPpm"]);
  return {
    liftPpm: it.integer("liftPpm", -million, million),
    spreadPpm: it.integer("spreadPpm", 1, million),
  };
}

function readSegment(it: Reader): Segment {
  it.only(["id", "title", "when", "queue", "arms"]);
  return {
    id: it.slug("id"),
    title: it.words("title"),
    when: readCondition(it.value("when"), it.path("when"), it.tell) ?? { all: [] },
    queue: it.slug("queue"),
    arms: it.list("arms").map(readArm),
  };
}

function readArm(it: Reader): Arm {
  it.only(["id", "sharePpm", "stages"]);
  return {
    id: it.slug("id"),
    sharePpm: it.integer("sharePpm", 0, million),
    stages: it.list("stages").map(readStage),
  };
}

function readStage(it: Reader): Stage {
  it.only(["fromDpd", "treatments"]);
  const given = it.value("treatments");
  if (!Array.isArray(given)) it.tell(it.path("treatments"), given, "a list of treatments");
  const treatments = (Array.isArray(given) ? given : []).map((one: unknown, k): StageTreatment => {
    if (typeof one === "string") return { id: one, prior: null };
    const inner = it.under(one, `treatments[${k}]`);
    inner.only(["id", "prior"]);
    return { id: inner.slug("id"), prior: readPrior(inner.object("prior")) };
  });
  return { fromDpd: it.integer("fromDpd", 0, 10_000), treatments };
}

/** What a name points at must be there, names are given once, shares are whole. */
function checkNames(strategy: Strategy, it: Reader): void {
  const { queues, treatments, segments } = strategy;
  const once = (path: string, ids: readonly string[]): void =>
    ids.forEach((id, k) => {
      if (ids.indexOf(id) < k) it.tell(`${path}[${k}].id`, id, "an id not used before");
    });
  once(
    "queues",
    queues.map((one) => one.id),
  );
  once(
    "treatments",
    treatments.map((one) => one.id),
  );
  once(
    "segments",
    segments.map((one) => one.id),
  );
  const isTreatment = new Set(treatments.map((one) => one.id));
  segments.forEach((segment, s) => {
    const path = `segments[${s}]`;
    if (!queues.some((one) => one.id === segment.queue))
      it.tell(`${path}.queue`, segment.queue, `a queue: ${queues.map((one) => one.id).join(", ")}`);
    once(
      `${path}.arms`,
      segment.arms.map((one) => one.id),
    );
    const shares = segment.arms.reduce((sum, one) => sum + one.sharePpm, 0);
    if (shares !== million) it.tell(`${path}.arms`, shares, "shares that sum to 1000000");
    segment.arms.forEach((arm, a) =>
      arm.stages.forEach((stage, g) => {
        if (g > 0 && stage.fromDpd <= arm.stages[g - 1]!.fromDpd)
          it.tell(`${path}.arms[${a}].stages[${g}].fromDpd`, stage.fromDpd, "more than before");
        stage.treatments.forEach((one, t) => {
          if (!isTreatment.has(one.id))
            it.tell(
              `${path}.arms[${a}].stages[${g}].treatments[${t}]`,
              one.id,
              `a treatment: ${[...isTreatment].join(", ")}`,
            );
        });
      }),
    );
  });
}
