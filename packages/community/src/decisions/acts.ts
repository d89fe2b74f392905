import { err, ok } from '@manyhands/base';
import type { EntryId, MemberId, Result } from '@manyhands/base';
import { draftMotion, vouchFor, draftVote } from '@manyhands/ledger';
import type {
  Entry,
  KnownContent,
  Matter,
  MotionRefused,
  VoteRefused,
  VouchRefused,
} from '@manyhands/ledger';
import { isOff, replace, textBytes, writeDecided } from '../opened/index.ts';
import type { Place, WriteRefused } from '../opened/index.ts';
import { decisionNotebookOf } from './notebook.ts';

/** Bytes of UTF-8 of what somebody says about a question. */
export const wordsAboutLimit = 1_000;

export type DecisionRefused =
  | MotionRefused
  | VoteRefused
  | VouchRefused
  | WriteRefused
  | { readonly type: 'NoteTooLong' };

type Done<T = void> = Result<T, DecisionRefused>;

/** Asks all, with a yes of mine; what it is for stands on the board, where it can be erased. */
export async function askAll(
  place: Place,
  matter: Matter,
  text: string,
): Promise<Done<EntryId>> {
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  if (textBytes(text.trim()) > wordsAboutLimit) return err({ type: 'NoteTooLong' });
  const asked = await add(
    place,
    draftMotion(place.replica.ledger, place.membership, matter),
  );
  if (!asked.ok) return asked;
  decisionNotebookOf(place).answers(asked.value);
  if (text.trim() === '') return asked;
  const said = await sayWordsAbout(place, asked.value, text);
  return said.ok ? asked : said;
}

/** Yes or no; it can be changed at any time. */
export function sayTo(
  place: Place,
  motion: EntryId,
  yes: boolean,
): Promise<Done<EntryId>> {
  decisionNotebookOf(place).answers(motion);
  return add(place, draftVote(place.replica.ledger, place.membership, motion, yes));
}

/** "I know them": a step towards a voice. */
export const sayIKnow = (place: Place, member: MemberId): Promise<Done<EntryId>> =>
  add(place, vouchFor(place.replica.ledger, place.membership.member, member));

/** My words about a question; what stood there before is erased, and no words are none. */
export async function sayWordsAbout(
  place: Place,
  about: EntryId,
  text: string,
): Promise<Result<void, WriteRefused | { readonly type: 'NoteTooLong' }>> {
  const words = text.trim();
  if (textBytes(words) > wordsAboutLimit) return err({ type: 'NoteTooLong' });
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  const older = ownWords(place, about);
  if (words === '') {
    return older.length > 0 ? place.writer.erase(older) : ok(undefined);
  }
  const rev = older.reduce(
    (last, { content }) =>
      content.type === 'words' ? Math.max(last, content.rev) : last,
    -1,
  );
  const content = { type: 'words', about, rev: rev + 1, text: words } as const;
  const written = await replace(place, content, older);
  return written.ok ? ok(undefined) : written;
}

const ownWords = ({ replica, membership }: Place, about: EntryId): Entry[] =>
  replica.board
    .entriesOf(membership.member)
    .filter(({ content }) => content.type === 'words' && content.about === about);

/** A device that is out hears that first, whatever else would be refused. */
async function add(
  place: Place,
  content: Result<KnownContent, DecisionRefused>,
): Promise<Done<EntryId>> {
  if (isOff(place)) return err({ type: 'SwitchedOff' });
  return writeDecided(place, 'ledger', content);
}
