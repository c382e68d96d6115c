import {
  type AccountEvent,
  type AccountState,
  catalogue,
  declared,
  decide,
  fold,
  stateAt,
} from "@fairdue/credit";
import { addDays, day, type EpochDay, parseId, present, random } from "@fairdue/kernel";
import { expect, test } from "vitest";
import { nearPrime } from "../parameters/parameters.ts";
import { drawPerson } from "../person/person.ts";
import { beginLife, liveDay } from "./life.ts";

/** A life told by the engine alone: no store, no clock. */
function live(seed: string, productIndex: number, until: EpochDay): AccountEvent[] {
  const stream = random(seed);
  const product = declared(present(catalogue[productIndex], "a product"));
  const life = beginLife({
    person: drawPerson(stream),
    scenario: nearPrime,
    product,
    accountId: present(parseId("Account", "acc_life"), "an id"),
    random: stream.fork("life"),
    openOn: day("2025-01-01"),
  });
  const events: AccountEvent[] = [];
  let state: AccountState | null = null;
  for (let on = life.openOn; on < until; on = addDays(on, 1)) {
    if (on < life.wakeOn) continue;
    for (const act of liveDay(life, state, on)) {
      const known = { state: stateAt(product, events, act.on), events };
      const decided = decide(product, known, { on: act.on, bookedOn: on, fact: act.fact });
      expect(decided.ok, `${seed}: ${JSON.stringify(act)} ${JSON.stringify(decided)}`).toBe(true);
      if (!decided.ok) continue;
      const seq = events.length + 1;
      const id = present(parseId("Event", `evt_${seq}`), "an id");
      events.push({ id, seq, valueOn: act.on, bookedOn: on, ...decided.value });
      state = fold(product, events, on).state;
    }
    expect(life.wakeOn, "a life goes forward").toBeGreaterThan(on);
  }
  return events;
}

test("whatever people do in a year and a half, the engine accepts it", () => {
  const until = day("2026-06-30");
  const kinds = new Set<string>();
  for (let k = 0; k < 24; k += 1)
    for (const it of live(`life ${k}`, k % 3, until)) kinds.add(it.kind);
  for (const kind of ["opened", "drawn", "purchased", "repaid", "refunded", "frozen"])
    expect(kinds, `someone: ${kind}`).toContain(kind);
});

test("one seed is one life", () => {
  const until = day("2025-12-31");
  expect(live("twin", 1, until)).toEqual(live("twin", 1, until));
  expect(live("twin", 1, until)).not.toEqual(live("other", 1, until));
});
