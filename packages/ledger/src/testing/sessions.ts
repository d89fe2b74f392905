import type { AccountId, Day, Minutes } from '@manyhands/base';
import type { PlannedSession } from '../sessionContent.ts';
import { member } from './village.ts';

const byName = <T>(all: readonly T[], nameOf: (of: T) => string): T[] =>
  all.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));

/** A cookery evening: who helped and who was helped, by their names and minutes. */
export const sessionOf = (
  helpers: Readonly<Record<string, number>>,
  helped: Readonly<Record<string, number>>,
  more: Partial<PlannedSession> = {},
): PlannedSession => ({
  type: 'session',
  session: '5e'.repeat(16),
  rev: 0,
  day: 20_000 as Day,
  title: 'Cookery evening',
  words: '',
  category: null,
  helpers: byName(
    Object.entries(helpers).map(([name, minutes]) => ({
      member: member(name),
      minutes: minutes as Minutes,
    })),
    (each) => each.member,
  ),
  helped: byName(
    Object.entries(helped).map(([name, minutes]) => ({ party: member(name), minutes })),
    (each) => each.party,
  ),
  source: 'each',
  account: null,
  gathering: null,
  ...more,
});

export const hall = 'ac'.repeat(32) as AccountId;
