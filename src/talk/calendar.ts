import type { Arranged } from '@manyhands/community/talk';
import { calendarFile } from '@manyhands/community/talk';
import type { Person } from '@manyhands/community/opened';
import type { Community } from '../phone/Community.svelte.ts';
import { later } from '../words/later.ts';
import { said, saidInLines } from '../words/said.ts';
import { downloadCalendar } from '../screen/download.ts';
import { planTitle } from './forThat.ts';
import { nameOf } from '../naming/naming.ts';

/** Saves what two have agreed on as a file that a calendar takes in; it needs a day. */
export function saveAppointment(
  community: Community,
  { id, plan, rev, round, mySaying, theirSaying }: Arranged,
  other: Person,
): void {
  if (plan.day === null) return;
  const what = planTitle(plan.what);
  const file = calendarFile({
    uid: `${id}-${round}@manyhands`,
    sequence: rev,
    title: later().arrange.calendarTitle(what, nameOf(other)),
    words: [theirSaying, mySaying].map(saidInLines).filter(Boolean).join('\n'),
    where: said(plan.where),
    day: plan.day,
    minute: plan.minute,
    length: plan.length,
    now: community.now,
  });
  downloadCalendar(file, what);
}
