import { assert } from '@manyhands/base';
import { writeManyHours } from '../../packages/community/src/testing/manyHours.ts';
import type { AnHour } from '../../packages/community/src/testing/manyHours.ts';
import { addNeighbours } from './boards.ts';
import { seenSmallVillage } from './stories.ts';
import type { ScreenVillage } from './village.ts';

/** Members, cards of each, of how many cards one has a picture, and the days since its founding. */
const town = { members: 1_000, cards: 3, pictureIn: 3, days: 720 };

const next = new WeakMap<ScreenVillage, AnHour>();

/** Of a town: what comes when somebody writes down one more hour. */
export function anHourIn(village: ScreenVillage): AnHour {
  const found = next.get(village);
  assert(found, 'it is a town');
  return found;
}

/** A thousand members, 3,000 cards and so many hours, as Ana's phone has them. */
export async function townVillage(hours: number): Promise<ScreenVillage> {
  const { members, cards, pictureIn, days } = town;
  const village = await seenSmallVillage(days);
  const others = members - 4;
  const neighbours = await addNeighbours(village, others, cards, pictureIn, days);
  next.set(village, await writeManyHours(village.placeOf('Ana'), neighbours, hours));
  return village;
}
