/**
 * The list of what members bring along, as one who signs types or pastes it: plain lines of a
 * name and hours. It stays on their phone alone, with those who are not members yet, until it is
 * thrown away; what of it is written, the record says.
 */
import type { MemberId, Minutes, Result } from '@manyhands/base';
import { encodeAs, hex, list, text, tuple } from '@manyhands/codec';
import type { Notes, StoreFault } from '@manyhands/replica';
import { lineMost } from '../hours/index.ts';
import { membersHere, personOf, readNoteAs } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { plainOf } from './likeNamed.ts';
import type { Opening } from './opening.ts';
import { canBeSigned } from './openingActs.ts';
import type { Brought } from './openingActs.ts';
import { isWaiting, openingLines } from './openingLines.ts';
import type { OpeningLine } from './openingLines.ts';
import { readBroughtLine } from './readBroughtLine.ts';

/** What is kept of it: the lines as typed, and who is meant where a name does not say it. */
export interface OpeningList {
  readonly text: string;
  /** By the key of a row. */
  readonly chosen: Readonly<Record<string, MemberId>>;
}

/** Bytes of the lines, and how many of them are read. */
export const openingListLimits = { bytes: 65_536, rows: 1_000 } as const;

/** Minutes that one person brings at most: a thousand hours. */
const broughtLimit = 60_000;

/**
 * `ready`: can be written; `written`: it is; `other`, `different`: written otherwise, or they say
 * it was; `away`: nobody is called so yet; `which`: it is not sure who; `twice`: they stand above
 * already; `alone`: too few sign who stand on neither side; `nothing`: no hours either way;
 * `tooMuch`; `unread`: no name, or no hours.
 */
type RowState =
  | 'ready'
  | 'written'
  | 'other'
  | 'different'
  | 'away'
  | 'which'
  | 'twice'
  | 'alone'
  | 'nothing'
  | 'tooMuch'
  | 'unread';

/** One line of the list, and what becomes of it. */
export interface OpeningRow {
  /** The same for as long as the lines of this name stand in their order. */
  readonly key: string;
  readonly typed: string;
  readonly name: string;
  readonly minutes: number;
  readonly member: MemberId | null;
  /** Who is called so, or nearly. */
  readonly alike: readonly MemberId[];
  readonly state: RowState;
  /** What is still to be written of it. */
  readonly rest: number;
}

const shape = tuple({
  text: text(openingListLimits.bytes),
  chosen: list(
    tuple({ key: text(400), member: hex<MemberId>(32) }),
    0,
    openingListLimits.rows,
  ),
});
const limits = { bytes: 600_000, depth: 3 };
const note = 'opening/list';

/** As it was left; empty where there is none. */
export async function readOpeningList(notes: Notes): Promise<OpeningList> {
  const read = await readNoteAs(notes, note, shape, limits);
  if (!read.ok || read.value === null) return { text: '', chosen: {} };
  const { text: lines, chosen } = read.value;
  const pairs = chosen.map(({ key, member }) => [key, member] as const);
  return { text: lines, chosen: Object.fromEntries(pairs) };
}

/** Keeps it; an empty one is thrown away. */
export function keepOpeningList(
  notes: Notes,
  { text: lines, chosen }: OpeningList,
): Promise<Result<void, StoreFault>> {
  if (lines.trim() === '') return notes.delete(note);
  const pairs = Object.entries(chosen).slice(0, openingListLimits.rows);
  const kept = pairs.map(([key, member]) => ({ key, member }));
  return notes.put(note, encodeAs(shape, { text: lines, chosen: kept }));
}

/** The rows of a list, each against who is a member now and what is written already. */
export function openingRows(
  place: Pick<Place, 'replica' | 'membership'>,
  opening: Opening,
  { text: lines, chosen }: OpeningList,
): OpeningRow[] {
  const called = namesHere(place);
  const written = writtenTo(place, opening);
  const taken = new Set<MemberId>();
  const times = new Map<string, number>();
  return lines
    .split(/\r?\n/)
    .filter((typed) => typed.trim() !== '')
    .slice(0, openingListLimits.rows)
    .map((typed): OpeningRow => {
      const read = readBroughtLine(typed);
      const { name, minutes } = read ?? { name: typed.trim(), minutes: 0 };
      const plain = plainOf(name);
      const nth = times.get(plain) ?? 0;
      times.set(plain, nth + 1);
      const key = `${nth}/${plain.slice(0, 96)}`;
      const alike = plain === '' ? [] : (called.get(plain) ?? []);
      const row = { key, typed, name, minutes, member: null, rest: 0 };
      const ids = alike.map(({ member }) => member);
      const as = (state: RowState, more: Partial<OpeningRow> = {}): OpeningRow => ({
        ...row,
        alike: ids,
        state,
        ...more,
      });
      if (read === null || plain === '') return as('unread');
      if (Math.abs(minutes) > broughtLimit) return as('tooMuch');
      const member = whoIs(name, alike, chosen[key]);
      // Of one name as many are meant as there are, and no more.
      if (nth > 0 && nth >= alike.length) return as('twice');
      if (alike.length === 0) return as('away');
      if (member === null) return as('which');
      if (taken.has(member)) return as('twice', { member });
      taken.add(member);
      if (minutes === 0) return as('nothing', { member });
      const { state, rest } = againstWritten(minutes, written.get(member) ?? []);
      const isAlone = state === 'ready' && !canBeSigned(place, opening, member);
      return as(isAlone ? 'alone' : state, { member, rest: isAlone ? 0 : rest });
    });
}

interface Called {
  readonly member: MemberId;
  readonly name: string;
}

/** Members by their names without what hides, turns or stands over letters. */
function namesHere({
  replica,
  membership,
}: Pick<Place, 'replica' | 'membership'>): Map<string, Called[]> {
  const called = new Map<string, Called[]>();
  for (const { member } of membersHere(replica.ledger)) {
    const { name } = personOf(replica, member, membership.member);
    const plain = plainOf(name);
    called.set(plain, [...(called.get(plain) ?? []), { member, name }]);
  }
  return called;
}

/** By their choice, else the only one who is called just so; nobody by likeness alone. */
function whoIs(
  name: string,
  alike: readonly Called[],
  chosen: MemberId | undefined,
): MemberId | null {
  if (chosen !== undefined && alike.some(({ member }) => member === chosen))
    return chosen;
  const [only, ...others] = alike;
  if (only === undefined || others.length > 0) return null;
  return inLetters(only.name) === inLetters(name) ? only.member : null;
}

const inLetters = (name: string): string =>
  name.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

const writtenTo = (
  place: Pick<Place, 'replica'>,
  opening: Opening,
): Map<MemberId, OpeningLine[]> => {
  const lines = new Map<MemberId, OpeningLine[]>();
  for (const line of openingLines(place, opening)) {
    if (line.putsRight) continue;
    lines.set(line.member, [...(lines.get(line.member) ?? []), line]);
  }
  return lines;
};

/** How a row stands to what is written for its member: of much, a part may be (ledger/B5). */
function againstWritten(
  minutes: number,
  lines: readonly OpeningLine[],
): Pick<OpeningRow, 'state' | 'rest'> {
  const held = lines.filter((line) => isWaiting(line) || line.stage === 'agreed');
  const sum = held.reduce((all, line) => all + line.minutes, 0);
  if (sum === minutes) return { state: 'written', rest: 0 };
  const isPart =
    Math.sign(sum) === Math.sign(minutes) && Math.abs(sum) < Math.abs(minutes);
  if (sum !== 0 && !isPart) return { state: 'other', rest: 0 };
  if (sum !== 0 && held.some((line) => Math.abs(line.minutes) !== lineMost))
    return { state: 'other', rest: 0 };
  const refused = lines
    .filter(({ stage }) => stage === 'different')
    .reduce((all, line) => all + line.minutes, 0);
  if (refused !== 0 && sum + refused === minutes)
    return { state: 'different', rest: 0 };
  return { state: 'ready', rest: minutes - sum };
}

/** Those that can be written now. */
export const broughtOf = (rows: readonly OpeningRow[]): Brought[] =>
  rows.flatMap(({ state, member, rest }) =>
    state === 'ready' && member !== null ? [{ member, minutes: rest }] : [],
  );

/** What all rows come to that say hours: to ask for, and to give back. */
export function sumOfRows(rows: readonly OpeningRow[]): {
  readonly plus: Minutes;
  readonly minus: Minutes;
} {
  const counted = rows.filter(({ state }) => state !== 'twice' && state !== 'tooMuch');
  const sum = (sign: number): Minutes =>
    counted.reduce(
      (all, { minutes }) => all + Math.max(0, sign * minutes),
      0,
    ) as Minutes;
  return { plus: sum(1), minus: sum(-1) };
}
