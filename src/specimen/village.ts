import {
  Village as SeenVillage,
  villageDay,
} from '../../packages/community/src/testing/village.ts';
import type { FoundingTold } from '../../packages/community/src/testing/village.ts';
import { Community } from '../phone/Community.svelte.ts';

export { villageDay };

/** A village whose members see it as the screens do. */
export type Village = SeenVillage<Community>;

export const Village = {
  found: (founder: string, told: FoundingTold = {}): Promise<Village> =>
    SeenVillage.foundSeen(founder, told, (place) => new Community(place)),
};
