import { bundleOf } from '@manyhands/community/keeping';
import type { Hour } from '@manyhands/community/hours';
import type { Community } from '../phone/Community.svelte.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';
import { isoDay } from '../screen/isoDay.ts';
import { kindNamesOf, nameOf, spoken, standingOf, whatOf } from '../naming/naming.ts';
import { statementOf } from './statement.ts';
import type { StatementRow } from './statement.ts';

const heads = [
  'day',
  'side',
  'who',
  'minutes',
  'status',
  'kind',
  'what',
  'note',
  'thanks',
  'id',
];

/**
 * All that is mine, as the pieces of one file: my hours with my own words about them,
 * thanks, my profile, and a page to print. It is readable, so it is for me alone.
 */
export async function mineOf(community: Community): Promise<Uint8Array[]> {
  const hours = await community.openHours();
  const { me } = community;
  const rows = hours.map((hour) => ({
    day: isoDay(hour.transfer.day),
    side: hour.iHelped ? 'helped' : 'was helped',
    who: nameOf(hour.other),
    minutes: hour.transfer.minutes,
    status: hour.transfer.status,
    kind: hour.transfer.kind,
    what: whatOf(community, hour.note?.category),
    note: hour.note?.text ?? null,
    thanks: thanksFor(community, hour),
    id: hour.transfer.proposal,
  }));
  const profile = {
    name: me.name,
    about: me.about,
    area: me.area,
    skills: kindNamesOf(community, me.skills),
  };
  return bundleOf([
    { name: 'README.txt', text: later().statement.readme(spoken(community.name)) },
    { name: 'statement.html', text: statementOf(pageOf(community, hours)) },
    { name: 'my-hours.csv', heads, rows },
    { name: 'my-hours.json', heads, rows },
    { name: 'my-profile.json', text: `${JSON.stringify(profile, null, 2)}\n` },
  ]);
}

const thanksFor = (community: Community, hour: Hour): string =>
  community
    .thanksFor(hour)
    .map(({ from, text }) => later().statement.thanks(nameOf(from), text))
    .join(' ');

function pageOf(community: Community, hours: readonly Hour[]) {
  const met = hours.filter(({ stage }) => stage === 'met');
  const sum = (iHelped: boolean): number =>
    met
      .filter((hour) => hour.iHelped === iHelped)
      .reduce((minutes, { transfer }) => minutes + transfer.minutes, 0);
  return {
    language: words.language,
    name: nameOf(community.me),
    community: spoken(community.name),
    day: isoDay(community.today),
    given: sum(true),
    received: sum(false),
    balance: community.balance,
    rows: hours.map((hour) => rowOf(community, hour)),
  };
}

function rowOf(community: Community, hour: Hour): StatementRow {
  const side = hour.iHelped ? later().statement.iHelped : later().statement.wasHelped;
  return {
    day: isoDay(hour.transfer.day),
    who: `${side}: ${nameOf(hour.other)}`,
    howLong: words.duration(hour.transfer.minutes),
    what: [
      whatOf(community, hour.note?.category),
      hour.note?.text,
      thanksFor(community, hour),
    ]
      .filter((part) => part !== null && part !== undefined && part !== '')
      .join(' · '),
    standing: standingOf(hour) ?? later().statement.both,
  };
}
