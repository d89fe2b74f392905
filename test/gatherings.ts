import type { Neighbour } from './neighbour.ts';

/** Invites to something in three steps, tomorrow at ten. */
export async function gathers(
  who: Neighbour,
  title: string,
  { weekly = false, seats = false }: { weekly?: boolean; seats?: boolean } = {},
): Promise<void> {
  await who.goesTo('Add');
  await who.follow('Invite to a get-together');
  await who.write('What do you want to do together?', title);
  await who.press('Next');
  if (weekly) await who.choose('Every week');
  await who.press('Next');
  await who.write('Where?', 'At the bridge');
  if (seats) await who.choose('Only so many');
  for (let n = 8; seats && n > 1; n--) await who.press('One fewer');
  await who.press('Tell everybody');
  await who.isAt(title);
}

/** Finds it in the list of all. */
export async function findsGathering(who: Neighbour, title: string): Promise<void> {
  await who.goesHome();
  await who.follow('All get-togethers');
  await who.tap(who.page.getByRole('link', { name: title }).first());
  await who.isAt(title);
}
