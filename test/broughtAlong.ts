/** Bringing hours along from before, for the stories and the tours. */
import type { Neighbour } from './neighbour.ts';

/** To the hours from before, by the community and its data. */
export async function looksAtBrought(who: Neighbour): Promise<void> {
  await who.goesTo('Me');
  await who.follow('Settings');
  await who.follow('Community and data');
  await who.follow('See them, or bring some along');
  await who.isAt('Hours from before');
}

/** Says that we bring so many hours along, signed by these as well. */
export async function bringsAlong(
  by: Neighbour,
  others: readonly string[],
  hours: number,
): Promise<void> {
  await looksAtBrought(by);
  await by.follow('We bring hours along');
  for (const other of others) await by.choose(other);
  await by.write('How many hours do you bring in all?', String(hours));
}

/** Writes the list of what each brings, and reads what becomes of it. */
export async function writesList(
  by: Neighbour,
  lines: readonly string[],
): Promise<void> {
  await by.follow('Write the list');
  await by.write('Names and hours', lines.join('\n'));
  await by.press('Read it');
}
