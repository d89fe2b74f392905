/** What somebody does for an organisation, for the stories and the tours. */
import type { Neighbour } from './neighbour.ts';

/** Adds one with these others as signers; as many yeses as said. */
export async function addsOrganisation(
  by: Neighbour,
  name: string,
  others: readonly string[],
  yeses: number,
  kind: 'An organisation' | 'A pot for all' = 'An organisation',
): Promise<void> {
  await by.goesTo('People');
  await by.follow('Organisations');
  await by.follow('Add an organisation');
  await by.choose(kind);
  await by.write('What is it called?', name);
  await by.press('Next');
  for (const other of others) await by.choose(other);
  await by.press('Next');
  await by.choose(String(yeses));
  await by.press('Add it');
  await by.isAt(name);
}

/** Goes to its page by the list. */
export async function looksAt(who: Neighbour, name: string): Promise<void> {
  await who.goesTo('People');
  await who.follow('Organisations');
  await who.follow(new RegExp(`^${name}`));
  await who.isAt(name);
}
