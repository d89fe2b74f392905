/**
 * When to say, calmly, that help goes both ways: to who has received, who could use them;
 * to who has given, that asking is a gift too. It looks at which way, never at a balance, so
 * that a minus is never a reproach.
 */
import { encodeAs, integer } from '@manyhands/codec';
import type { Notes } from '@manyhands/replica';
import { isHelpDone } from './hour.ts';
import type { Hour } from './hour.ts';
import { readNoteAs } from '../opened/index.ts';

/** Which way help has gone the last few times. */
type OneWay = 'received' | 'given';

/** So many times one way, with none the other way since. */
const inARow = 2;

export interface Reciprocity {
  readonly oneWay: OneWay | null;
  /** How many hours of mine both have signed: what a nudge that was put off is kept by. */
  readonly count: number;
}

/** `hours`: mine, the newest day first, as `Community.hours` has them. */
export function reciprocityOf(
  hours: readonly Pick<Hour, 'stage' | 'iHelped' | 'transfer'>[],
): Reciprocity {
  const met = hours.filter(isHelpDone);
  const last = met.slice(0, inARow);
  const isOneWay =
    last.length === inARow && last.every(({ iHelped }) => iHelped === last[0]?.iHelped);
  const oneWay = !isOneWay ? null : last[0]?.iHelped === true ? 'given' : 'received';
  return { oneWay, count: met.length };
}

/** After being put off, it is said again once so many more hours have come. */
const quietFor = 4;

export const isPutOff = (count: number, putOffAt: number | null): boolean =>
  putOffAt !== null && count >= putOffAt && count < putOffAt + quietFor;

const shape = integer(0, Number.MAX_SAFE_INTEGER);
const name = 'turns/later';

export async function readPutOff(notes: Notes): Promise<number | null> {
  const kept = await readNoteAs(notes, name, shape, { bytes: 9, depth: 0 });
  return kept.ok ? kept.value : null;
}

export const putOff = (notes: Notes, count: number) =>
  notes.put(name, encodeAs(shape, count));
