import { assert } from '@manyhands/base';
import { writeManyHours } from '../../packages/community/src/testing/manyHours.ts';
import type { AnHour } from '../../packages/community/src/testing/manyHours.ts';
import { addNeighbours } from './boards.ts';
import { seenSmallVillage } from './stories.ts';
import type { ScreenVillage } from './village.ts';

/** Members, cards of each, and of how many cards one has a picture. */
const town = { members: 1_000, cards: 3, pictureIn: 3 };

const next = new WeakMap<ScreenVillage, AnHour>();

/** Of a town: what comes when somebody writes down one more hour. */
export function anHourIn(village: ScreenVillage): AnHour {
  const found = next.get(village);
  assert(found, 'it is a town');
  return found;
}

/** A thousand members, 3,000 cards and so many hours, as Ana's phone has them. */
export async function townVillage(hours: number): Promise<ScreenVillage> {
  const village = await seenSmallVillage();
  const { members, cards, pictureIn } = town;
  const neighbours = await addNeighbours(village, members - 4, cards, pictureIn);
  next.set(village, await writeManyHours(village.placeOf('Ana'), neighbours, hours));
  return village;
}
