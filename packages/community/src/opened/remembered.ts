import type { Ledger } from '@manyhands/ledger';
import { oneEach } from './oneEach.ts';
import type { Topic } from './changes.ts';
import type { Place } from './place.ts';

/**
 * A topic, or less than one: of the permanent record `people` is all but hours, `mine` that and
 * this member's own hours and sum, `help` the help that stands of everybody's.
 */
type Asked = Topic | 'people' | 'mine' | 'help';

/**
 * `look`, made once for as long as nothing of these topics changes and the minute is the same:
 * each row of a long list may ask for it. It must ask for nothing of other topics, and nobody
 * may change what they are given. Hours come all day long: what asks for none of others' and
 * for none of their sums names `people` or `mine` in place of `ledger`.
 */
export function remembered<T>(
  look: (place: Place) => T,
  ...asked: readonly [Asked, ...Asked[]]
): (place: Place) => T {
  const looks = oneEach((_: Place): { last: Look<T> | null } => ({ last: null }));
  return (place) => {
    const known = looks(place);
    const now = place.now();
    const turn = turnOf(place, asked);
    if (known.last?.turn === turn && known.last.now === now) return known.last.found;
    // What looking itself brings about is seen by the next who asks.
    const found = look(place);
    known.last = { turn, now, found };
    return found;
  };
}

interface Look<T> {
  readonly turn: number;
  readonly now: number;
  readonly found: T;
}

/** None of the counts ever falls, so that their sum is the same only while all of them are. */
const turnOf = (place: Place, asked: readonly Asked[]): number =>
  asked.reduce((turn, topic) => turn + countOf(place, topic), 0);

function countOf(place: Place, asked: Asked): number {
  const { ledger, board } = place.replica;
  switch (asked) {
    case 'people':
      return ledger.peopleVersion;
    case 'mine':
      return ledger.hoursVersionOf(place.membership.member);
    case 'help':
      return ledger.help.version;
    // The folds have changed before anybody is told.
    case 'ledger':
      return place.told(asked) + ledger.version;
    case 'board':
      return place.told(asked) + board.version;
    default:
      return place.told(asked);
  }
}

/** `look`, made once for each version of what it looks at. */
export const ofVersion = <K extends { readonly version: number }, T>(
  look: (fold: K) => T,
): ((fold: K) => T) => ofEach(({ version }) => version, look);

/** `look` at anything but hours and their sums, made once for as long as only hours come. */
export const ofPeople = <T>(look: (ledger: Ledger) => T): ((ledger: Ledger) => T) =>
  ofEach(({ peopleVersion }) => peopleVersion, look);

function ofEach<K extends object, T>(
  versionOf: (fold: K) => number,
  look: (fold: K) => T,
): (fold: K) => T {
  const looks = oneEach((_: K): { last: { version: number; found: T } | null } => ({
    last: null,
  }));
  return (fold) => {
    const known = looks(fold);
    const version = versionOf(fold);
    if (known.last?.version !== version) known.last = { version, found: look(fold) };
    return known.last.found;
  };
}
