import {
  Village as SeenVillage,
  villageDay,
} from '../../packages/community/src/testing/village.ts';
import type { FoundingTold } from '../../packages/community/src/testing/village.ts';
import { Community } from '../phone/Community.svelte.ts';
import { breathing } from '../platform/breathing.ts';

export { villageDay };

/** A village whose members see it as the screens do. */
export type ScreenVillage = SeenVillage<Community>;

export const ScreenVillage = {
  found: (founder: string, told: FoundingTold = {}): Promise<ScreenVillage> =>
    SeenVillage.foundSeen(
      founder,
      { ...told, pauses: { breathe: breathing() } },
      (place) => new Community(place),
    ),
};
