/** Two histories of one log, and what others write about them. */
import { proveFork } from '../decide/proveFork.ts';
import { witnessEntry } from '../decide/witnessEntry.ts';
import type { Entry } from '../entry.ts';
import { Pen } from './village.ts';

/** The same log up to place `length`, to go on differently. */
export function branch(pen: Pen, length: number): Pen {
  const twin = new Pen(pen.log);
  twin.entries.push(...pen.entries.slice(0, length));
  return twin;
}

export function carry(pen: Pen, entry: Entry | undefined): Entry {
  const witness = entry && witnessEntry(entry);
  if (!witness) throw new Error('a test witnessed what nobody can');
  return pen.write(witness);
}

export const proofOfFork = (pen: Pen, one: Entry, other: Entry): Entry =>
  pen.write(proveFork([one], [other]));
