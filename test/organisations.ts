/** What somebody does for an organisation, for the stories and the tours. */
import type { Neighbour } from './neighbour.ts';
import { readQr } from './readQr.ts';

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

/** Makes a slip of it that is handed over on paper: the link in its code. */
export async function makesSlip(by: Neighbour, name: string): Promise<string> {
  await looksAt(by, name);
  await by.follow(`Invite somebody from ${name}`);
  await by.press('Make a slip');
  const slip = by.page.getByRole('region', { name: 'A slip' });
  return readQr(
    slip.getByRole('img', { name: 'Invitation to Riverside, as a code to scan' }),
  );
}
