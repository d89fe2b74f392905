import type { MinuteOfTime } from '@manyhands/base';
import { arrangementsOf, isOver, waitsForMe } from './arrangements.ts';
import type { Arranged } from './arrangements.ts';
import type { Community } from './Community.svelte.ts';
import type { Hour } from './hour.ts';
import { peaceOf } from './Peace.svelte.ts';
import { toldToMe } from './reports.ts';
import type { Told } from './reports.ts';

/** One thing that needs me, and since when it waits. */
export type Need = { readonly key: string; readonly since: MinuteOfTime } & (
  | { readonly kind: 'hour'; readonly hour: Hour }
  | { readonly kind: 'plan'; readonly arranged: Arranged }
  | { readonly kind: 'told'; readonly told: Told }
);

/**
 * All that needs me, what waits longest first. Of whom I have blocked there is nothing in
 * it: their hours wait where all hours stand, and need not be answered soon.
 */
export function inboxOf(community: Community): Need[] {
  const peace = peaceOf(community.place);
  const hours = community.waiting
    .filter(({ other }) => !peace.isBlocked(other.id))
    .map((hour): Need => {
      const { proposal, party } = hour.transfer;
      const since = community.see(({ replica }) => replica.entry(proposal)?.time);
      const key = `${proposal}/${party}`;
      return { kind: 'hour', key, since: since ?? community.now, hour };
    });
  const plans = community
    .see((place) =>
      arrangementsOf(place).filter((each) => waitsForMe(each) || isOver(each, place)),
    )
    .filter(({ other }) => !peace.isBlocked(other))
    .map((arranged): Need => {
      return { kind: 'plan', key: arranged.id, since: arranged.since, arranged };
    });
  const told = community
    .see(toldToMe)
    .map((each): Need => ({ kind: 'told', key: each.id, since: each.at, told: each }));
  return [...hours, ...plans, ...told].sort(
    (a, b) => a.since - b.since || (a.key < b.key ? -1 : 1),
  );
}

/** What is planned and needs nothing from me now: the next day first, then what is open. */
export function comingUp(community: Community): Arranged[] {
  const peace = peaceOf(community.place);
  return community
    .see((place) =>
      arrangementsOf(place).filter(
        (each) =>
          !waitsForMe(each) &&
          !isOver(each, place) &&
          each.stage !== 'off' &&
          each.stage !== 'done',
      ),
    )
    .filter(({ other }) => !peace.isBlocked(other))
    .sort((a, b) => dayOf(a) - dayOf(b) || (a.id < b.id ? -1 : 1));
}

const dayOf = ({ plan }: Arranged): number => plan.day ?? Number.POSITIVE_INFINITY;

/** How much of it there is, with those who stand at the door now. */
export const countOf = (community: Community): number =>
  inboxOf(community).length +
  (community.isLetIn ? community.entrance.knocking.length : 0);
