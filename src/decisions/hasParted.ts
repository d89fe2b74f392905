import type { MemberId } from '@manyhands/base';
import { partingOf } from '@manyhands/community/decisions';
import { ofBoard } from '@manyhands/community/opened';
import type { Community } from '../phone/Community.svelte.ts';

/** Whether all decided that a member leaves, and the week is over: no word reaches them now. */
export const hasParted = (community: Community, member: MemberId): boolean =>
  community.see((place) => partingOf(place, member)?.stage === 'done', ...ofBoard);
