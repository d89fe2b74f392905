import type { Day, MemberId } from '@manyhands/base';
import type { Ledger } from '@manyhands/ledger';

/** How many pairs help has tied, ever, and for the first time lately. */
export interface NewTies {
  readonly pairs: number;
  readonly lately: number;
}

/** Whoever first helped each other within so many days. */
const latelyDays = 30;

/** Pairs of members with help that both signed; who they are is nobody's score. */
export function newTiesOf(
  ledger: Pick<Ledger, 'help' | 'isEverMember'>,
  today: Day,
): NewTies {
  const firstDays = new Map<string, number>();
  for (const { helper, helped, day } of ledger.help.transfers()) {
    if (![helper, helped].every((one) => ledger.isEverMember(one as MemberId)))
      continue;
    const pair = [helper, helped].sort().join('/');
    firstDays.set(pair, Math.min(firstDays.get(pair) ?? day, day));
  }
  const lately = [...firstDays.values()].filter((day) => day > today - latelyDays);
  return { pairs: firstDays.size, lately: lately.length };
}
