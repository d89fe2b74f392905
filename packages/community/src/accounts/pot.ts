/** The community's pot: everybody may give to it and ask it, and sees what came and went. */
import { err } from '@manyhands/base';
import type { AccountId, EntryId, Minutes, Result } from '@manyhands/base';
import { proposeTransfer } from '@manyhands/ledger';
import type { ActRefused } from '../hours/index.ts';
import { sayWordsAbout, wordsAboutLimit } from '../decisions/index.ts';
import { textBytes, writeDecided } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';
import { organisation } from './organisation.ts';
import type { Organisation } from './organisation.ts';

/** The pot that counts: as decided, else the first in the founding log. */
export function potHere(place: Place): Organisation | null {
  const { ledger } = place.replica;
  const decided = ledger.rule('pot');
  const pot = decided ?? firstPot(place);
  return pot === null ? null : organisation(place, pot);
}

function firstPot({ replica }: Place): AccountId | null {
  const charter = replica.ledger.charter();
  if (charter === null) return null;
  const [first] = replica.ledger
    .accounts()
    .filter(({ kind, openedBy }) => kind === 'pot' && openedBy === charter.founder)
    .flatMap(({ account }) => replica.entry(account as string as EntryId) ?? [])
    .filter(({ log }) => log.device === charter.device)
    .sort((a, b) => a.seq - b.seq);
  return first === undefined ? null : (first.id as string as AccountId);
}

type PotAnswered = Result<EntryId, ActRefused | { readonly type: 'NoteTooLong' }>;

export interface PotHours {
  readonly minutes: Minutes;
  /** What it is for; may be empty. */
  readonly words: string;
}

/** I give of my hours to it. */
export const giveToPot = (
  place: Place,
  pot: AccountId,
  hours: PotHours,
): Promise<PotAnswered> => propose(place, pot, hours, false);

/** I ask it for hours: those who sign for it say yes or no. */
export const askPot = (
  place: Place,
  pot: AccountId,
  hours: PotHours,
): Promise<PotAnswered> => propose(place, pot, hours, true);

/** The hours are asked for first: words about what nobody asked would be of no use. */
async function propose(
  place: Place,
  pot: AccountId,
  { minutes, words }: PotHours,
  gave: boolean,
): Promise<PotAnswered> {
  const text = words.trim();
  if (textBytes(text) > wordsAboutLimit) return err({ type: 'NoteTooLong' });
  const today = place.today();
  const decided = proposeTransfer(place.replica.ledger, {
    by: place.membership.member,
    gave,
    kind: 'gift',
    lines: [{ party: pot, minutes }],
    day: today,
    today,
  });
  const asked = await writeDecided(place, 'ledger', decided);
  if (!asked.ok || text === '') return asked;
  const said = await sayWordsAbout(place, asked.value, text);
  return said.ok ? asked : said;
}

/** What its asker wrote about a proposal for all to read; empty if nothing, or if I blocked them. */
export const wordsFor = (place: Place, proposal: EntryId): string => {
  const { replica } = place;
  const by = replica.entry(proposal)?.log.member;
  if (by === undefined || peaceOf(place).isBlocked(by)) return '';
  const words = replica.board.wordsAbout(proposal);
  return words.find(({ member }) => member === by)?.text ?? '';
};
