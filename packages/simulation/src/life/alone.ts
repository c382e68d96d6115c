import { type AccountEvent, type AccountState, decide, fold, record } from "@fairdue/credit";
import { addDays, type EpochDay, parseId, present } from "@fairdue/kernel";
import { beginLife, liveDay, type NewLife } from "./life.ts";

/** A life told by the engine alone, without a book: its events up to a day. */
export function liveAlone(it: NewLife, until: EpochDay): readonly AccountEvent[] {
  const { product } = it;
  const life = beginLife(it);
  const events: AccountEvent[] = [];
  let state: AccountState | null = null;
  for (let on = life.openOn; on < until; on = life.wakeOn > on ? life.wakeOn : addDays(on, 1))
    for (const act of liveDay(life, state, on)) {
      const decided = decide(
        product,
        { state, events },
        { on: act.on, bookedOn: on, fact: act.fact },
      );
      if (!decided.ok) continue;
      const seq = events.length + 1;
      const id = present(parseId("Event", `evt_${life.accountId.slice(4)}-${seq}`), "an id");
      const event: AccountEvent = { id, seq, valueOn: act.on, bookedOn: on, ...decided.value };
      state =
        state === null
          ? fold(product, [event], on).state
          : record(product, { events: [...events], state, event }).state;
      events.push(event);
    }
  return events;
}
