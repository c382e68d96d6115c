/**
 * Trains the bundled behaviour model on lives that the simulation draws and the engine lives:
 * `node tools/train-behaviour.ts [lives]`. The same seed gives the same file.
 */
import { writeFileSync } from "node:fs";
import { formatModel } from "@fairdue/assess";
import { catalogue, declared } from "@fairdue/credit";
import { addDays, day, parseId, present, random } from "@fairdue/kernel";
import { drawPerson, liveAlone, nearPrime } from "@fairdue/simulation";
import { runTraining } from "../apps/fairdue/src/assess/crew.ts";
import { trainBehaviour } from "../apps/fairdue/src/assessment/train-behaviour.ts";

const lives = Number(process.argv[2] ?? 2_500);
const from = day("2025-01-01");
const through = day("2026-06-30");
const products = catalogue.map(declared);
const accounts = Array.from({ length: lives }, (_, k) => {
  const stream = random(`behaviour ${k}`);
  const product = present(products[k % products.length], "a product");
  const accountId = present(parseId("Account", `acc_life-${k}`), "an id");
  const openOn = addDays(from, stream.integer(120));
  const person = drawPerson(stream);
  const life = {
    person,
    scenario: nearPrime,
    product,
    accountId,
    random: stream.fork("life"),
    openOn,
  };
  return { accountId, product, events: liveAlone(life, through) };
});
const trained = await trainBehaviour({
  accounts,
  from,
  through,
  kind: "ebm",
  name: "behaviour",
  source: `${lives} simulated near-prime lives, lived through the engine (tools/train-behaviour.ts)`,
  licence: "Apache-2.0",
  trainedOn: "2026-11-25",
  bags: 8,
  run: (work) => runTraining(work, 1, () => {}),
});
if (!trained.ok) throw new Error(JSON.stringify(trained.refusal));
const text = formatModel(trained.value);
writeFileSync(new URL("../apps/fairdue/models/behaviour.json", import.meta.url), text);
process.stdout.write(`${text.length} bytes ${JSON.stringify(trained.value.card.measures)}\n`);
