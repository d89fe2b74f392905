import type { Plan } from '@manyhands/ledger';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

/** "14:05": a minute of the day by the clock on the wall, whatever the zone. */
const clockTime = (minute: number): string =>
  // No clock is put forward on the fifth of January.
  words.time(new Date(2026, 0, 5, 0, minute).getTime() / 60_000);

/** "Tomorrow, 14:05", or that no day is settled. */
export function planDay({ day, minute }: Plan, today: number): string {
  const { arrange } = later();
  if (day === null) return arrange.dayOpen;
  const said = words.coming(day, today);
  return minute === null ? said : arrange.dayAt(said, clockTime(minute));
}
