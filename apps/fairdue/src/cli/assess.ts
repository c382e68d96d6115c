import type { Command } from "commander";

/** `fairdue assess`: each verb is loaded when it is asked for. */
export function register(program: Command): void {
  const assess = program
    .command("assess")
    .summary("train, score and report on credit models that can be explained")
    .description(
      "Scorecards and explainable boosting machines from CSV files. Forms: docs/cli/assess.md",
    );
  assess
    .command("train")
    .description("trains a model; prints its measures as JSON")
    .argument("<data>", "DATA.csv or .csv.gz; - for standard input")
    .requiredOption("--target <column>", "the outcome: 1 is default, or see --bad")
    .requiredOption("--out <file>", "the model file to write")
    .option("--model <kind>", "scorecard or ebm", "ebm")
    .option("--validation <file>", "a file that training does not see, to measure on")
    .option("--recipe <file>", "derived features (a file, a shipped name, or none)")
    .option(
      "--monotone <file>",
      'JSON: {"feature": "increasing" | "decreasing"}, the risk rising or falling',
    )
    .option("--bad <value>", "the target's value that means default, if not 1")
    .option("--id <column>", 'the id column (default: "id" if there is one)')
    .option("--exclude <name>", "a column or feature not to use; may repeat", collect, [])
    .option(
      "--keep <name>",
      "a feature that you looked at although it alone foretells; may repeat",
      collect,
      [],
    )
    .option("--name <text>", "the model's name (default: the file's)")
    .option("--period <text>", "the period of the data, for the model card", "not stated")
    .option("--licence <text>", "the licence of the data, for the model card", "not stated")
    .option("--seed <text>", "the same seed gives the same model", "fairdue")
    .option("--bags <n>", "ebm: bags to average", "16")
    .option("--pairs <n>", "ebm: pairs of features at most", "30")
    .option("--threads <n>", "threads; the model does not depend on it")
    .option("--quiet", "no progress on standard error")
    .action(async (data, options) => (await import("../assess/train.ts")).train(data, options));
  assess
    .command("score")
    .description("scores a file: id, probability, points, reasons as CSV")
    .argument("<data>", "DATA.csv or .csv.gz; - for standard input")
    .requiredOption("--model <file>", "the model file")
    .option("--id <column>", 'the id column (default: "id" if there is one)')
    .option("--reasons <n>", "reasons named per row; the others are added up in one", "4")
    .option("--words <language>", "add the reasons in words: zh, en or both")
    .option("--withdraw <feature>", "a feature whose consent is withdrawn; may repeat", collect, [])
    .option("--threshold <p>", "for rows at or above it, add what would have changed the answer")
    .option("--out <file>", "write there instead of standard output")
    .action(async (data, options) => (await import("../assess/score.ts")).score(data, options));
  assess
    .command("report")
    .description("measures, calibration, stability, fairness and shapes as HTML or PDF")
    .argument("[data]", "rows with outcomes to measure on; without it, the card of the model")
    .requiredOption("--model <file>", "the model file")
    .option("--out <file>", "report.html or report.pdf; may repeat", collect, [])
    .option("--language <language>", "en or zh", "en")
    .option("--id <column>", 'the id column (default: "id" if there is one)')
    .option("--json", "print the figures as JSON")
    .action(async (data, options) => (await import("../assess/report.ts")).report(data, options));
  assess
    .command("inspect")
    .description("checks a model file and prints what it is")
    .argument("<model>", "the model file")
    .option("--json", "print the card and the terms as JSON")
    .action(async (model, options) =>
      (await import("../assess/inspect.ts")).inspect(model, options),
    );
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
