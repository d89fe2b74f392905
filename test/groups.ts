/** What somebody does with groups, for the stories and the tours. */
import type { Neighbour } from './neighbour.ts';

/** Founds one: three taps from People, and its name. */
export async function foundsGroup(
  by: Neighbour,
  name: string,
  door: 'Everybody here' | 'Who asks first' = 'Everybody here',
): Promise<void> {
  await by.goesTo('People');
  await by.follow('Groups');
  await by.follow('Found a group');
  await by.write('What is it called?', name);
  if (door === 'Who asks first') await by.choose(door);
  await by.press('Found it');
  await by.isAt(name);
}

/** Goes to its page by the list. */
export async function looksAtGroup(who: Neighbour, name: string): Promise<void> {
  await who.goesTo('People');
  await who.follow('Groups');
  await who.follow(new RegExp(`^${name}`));
  await who.isAt(name);
}

/** Opens the room of a group from its page and says something there. */
export async function saysInRoom(
  who: Neighbour,
  room: string,
  text: string,
): Promise<void> {
  await who.write(`Write in ${room}`, text);
  await who.press('Send');
  await who.reads(text);
}
