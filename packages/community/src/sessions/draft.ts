/** A session that somebody has begun to write down: it lies on this phone alone (C48). */
import { ok } from '@manyhands/base';
import type { AccountId, Minutes, PartyId, Result } from '@manyhands/base';
import {
  boolean,
  encodeAs,
  hex,
  integer,
  list,
  nullable,
  text,
  tuple,
} from '@manyhands/codec';
import { sessionPeople } from '@manyhands/ledger';
import type { Notes, StoreFault } from '@manyhands/replica';
import { readNoteAs } from '../opened/index.ts';
import type { InSession } from './planSession.ts';

export interface SessionDraft {
  readonly title: string;
  readonly words: string;
  readonly day: number;
  readonly helpers: readonly InSession[];
  readonly helped: readonly InSession[];
  /** How long all helped, where it was the same for all. */
  readonly minutes: Minutes;
  readonly isAlike: boolean;
  readonly isEven: boolean;
  /** 0 each who was helped, 1 an account, 2 nobody. */
  readonly source: number;
  readonly account: AccountId | null;
}

const note = 'sessions/draft';
const people = list(
  tuple<InSession>({
    party: hex<PartyId>(32),
    minutes: integer<Minutes>(0, 100_000),
  }),
  0,
  2 * sessionPeople,
);
/** Longer than what may be written down: what is typed is not cut (C48). */
const typed = text(2_000);
const shape = tuple<SessionDraft>({
  title: typed,
  words: typed,
  day: integer(0, 65_535),
  helpers: people,
  helped: people,
  minutes: integer<Minutes>(1, 100_000),
  isAlike: boolean,
  isEven: boolean,
  source: integer(0, 2),
  account: nullable(hex<AccountId>(32)),
});
const limits = { bytes: 32_000, depth: 4 };

type Kept<T> = Promise<Result<T, StoreFault>>;

export const readSessionDraft = (notes: Notes): Kept<SessionDraft | null> =>
  readNoteAs(notes, note, shape, limits);

/** What cannot be kept as it is typed waits until it is shorter. */
export async function keepSessionDraft(notes: Notes, draft: SessionDraft): Kept<void> {
  const isKept = shape.read(shape.write(draft)) !== undefined;
  return isKept ? notes.put(note, encodeAs(shape, draft)) : ok(undefined);
}

export const dropSessionDraft = (notes: Notes): Kept<void> => notes.delete(note);
