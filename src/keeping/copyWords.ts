import type { MinuteOfTime } from '@manyhands/base';
import { missingOn, thingsIn } from '@manyhands/community/keeping';
import type { DeviceCopy } from '@manyhands/community/keeping';
import type { Community } from '../phone/Community.svelte.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

/** "All but a thanks · last met today at 14:05" */
export const copyOf = (community: Community, copy: DeviceCopy): string =>
  `${heldOf(community, copy)} · ${metOf(community, copy)}`;

function heldOf(community: Community, copy: DeviceCopy): string {
  if (copy.lacks === 0) return later().kept.all;
  if (copy.has === 0) return later().kept.none;
  const { nowhere, isMore } = community.see((place) => missingOn(place, copy));
  return later().kept.allBut(thingsIn(nowhere), isMore);
}

/** By this phone's own clock; nothing of it if that has been set back since. */
function metOf(community: Community, { isLinked, met }: DeviceCopy): string {
  if (isLinked) return later().kept.metNow;
  if (met === null) return later().kept.metSometime;
  const day = dayOf(met);
  const when = words.dayInText(day, community.today);
  return day === community.today
    ? later().kept.metAt(when, words.time(met))
    : later().kept.met(when);
}

/** The number of the day it was here, at that minute. */
function dayOf(minute: MinuteOfTime): number {
  const then = new Date(minute * 60_000);
  return Date.UTC(then.getFullYear(), then.getMonth(), then.getDate()) / 86_400_000;
}
