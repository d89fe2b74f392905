import type { Notes } from '@manyhands/replica';
import { encodeAs, list, text } from '@manyhands/codec';
import { readNoteAs } from '../opened/index.ts';

/** Why somebody is asked, just now, to make a page or to try it. Most pressing first. */
export type NudgeReason =
  | 'broughtBack'
  | 'notKept'
  | 'thirtyDays'
  | 'fiveHours'
  | 'firstHour';

/** What somebody has here, and could lose. */
export interface AtStake {
  /** Neighbours brought them back, and the page they had works no more. */
  readonly isBroughtBack: boolean;
  /** Minutes of help given that both have signed. */
  readonly earned: number;
  /** Whether anything has been recorded with anybody. */
  readonly hasHours: boolean;
  readonly daysHere: number;
  /** Whether the browser has promised to keep the record; null while it has not said. */
  readonly isKept: boolean | null;
}

/**
 * All the reasons there are. Nobody is nudged who has nothing to lose yet; and only a
 * tried page ends the nudges, which the caller knows.
 */
export function reasonsOf({
  isBroughtBack,
  earned,
  hasHours,
  daysHere,
  isKept,
}: AtStake): NudgeReason[] {
  const holds: Record<NudgeReason, boolean> = {
    broughtBack: isBroughtBack,
    notKept: isKept === false && hasHours,
    thirtyDays: daysHere >= 30,
    fiveHours: earned >= 300,
    firstHour: earned >= 60,
  };
  return order.filter((reason) => holds[reason]);
}

const order: readonly NudgeReason[] = [
  'broughtBack',
  'notKept',
  'thirtyDays',
  'fiveHours',
  'firstHour',
];

const shape = list(text(16), 0, 8);
const name = 'safe/later';

/** The reasons somebody has put off: each is named once, and a new one is named again. */
export async function readLater(notes: Notes): Promise<readonly string[]> {
  const kept = await readNoteAs(notes, name, shape, { bytes: 256, depth: 1 });
  return (kept.ok && kept.value) || [];
}

export const keepLater = (notes: Notes, reasons: readonly NudgeReason[]) =>
  notes.put(name, encodeAs(shape, [...reasons]));
