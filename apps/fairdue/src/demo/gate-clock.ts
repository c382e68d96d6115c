import { type EpochDay, present } from "@fairdue/kernel";
import { openDatabase, shiftGateClock } from "@fairdue/store";

/** The clock by which the gate decides, moved into the past while the demo's days are lived. */
export type GateClock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Moves it to an hour of a day, in Beijing time: `10:00`. */
  moveTo(on: EpochDay, time: string): Promise<void>;
  /** Gives the real time back. */
  close(): Promise<void>;
};

const dayMs = 86_400_000;
const beijingMs = 8 * 3_600_000;

/** Only the owner of the database may shift its clock: the application itself has no right to. */
export function openGateClock(ownerUrl: string): GateClock {
  const owner = openDatabase(ownerUrl, { connectionsMax: 1 });
  const state = { shiftMs: 0 };
  return {
    now: () => Date.now() + state.shiftMs,
    moveTo: async (on, time) => {
      const [hours, minutes] = time.split(":").map(Number);
      const into = (present(hours, "hours") * 60 + present(minutes, "minutes")) * 60_000;
      state.shiftMs = on * dayMs + into - beijingMs - Date.now();
      await shiftGateClock(owner, state.shiftMs);
    },
    close: async () => {
      state.shiftMs = 0;
      await shiftGateClock(owner, null);
      await owner.close();
    },
  };
}
