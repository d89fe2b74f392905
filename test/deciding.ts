import type { Neighbour } from './neighbour.ts';

/** Goes to somebody's page. */
export async function meets(neighbour: Neighbour, other: string): Promise<void> {
  await neighbour.goesTo('People');
  await neighbour.follow(new RegExp(`^${other}`));
  await neighbour.isAt(other);
}

/** "I know them", on their page. */
export async function knows(neighbour: Neighbour, other: string): Promise<void> {
  await meets(neighbour, other);
  await neighbour.press(`I know ${other}`);
  await neighbour.reads(`${other} has a say in what we decide.`);
}

/** Goes to the list of what is asked and decided. */
export async function looksAtDecisions(neighbour: Neighbour): Promise<void> {
  await neighbour.goesTo('People');
  await neighbour.follow('What we decide');
  await neighbour.isAt('What we decide');
}

/** Asks for a pause of somebody, on the way from their page. */
export async function asksForPauseOf(
  neighbour: Neighbour,
  other: string,
  why: string,
): Promise<void> {
  await meets(neighbour, other);
  await neighbour.press(`More about ${other}`);
  await neighbour.follow(`Ask for a pause of ${other}`);
  await neighbour.write('Why?', why);
  await neighbour.press('Ask for it');
  await neighbour.isAt(`Shall ${other} be paused?`);
}

/** Asks whether somebody should leave, on the way from their page; or is led to who asked. */
export async function asksWhetherLeaves(
  neighbour: Neighbour,
  other: string,
  why: string,
): Promise<void> {
  await meets(neighbour, other);
  await neighbour.press(`More about ${other}`);
  await neighbour.follow(`Ask whether ${other} should leave us`);
  await neighbour.write('Why?', why);
  await neighbour.press('Ask for it');
  await neighbour.isAt(`Shall ${other} leave our community?`);
}

/** Ana founds Riverside, lets the others in and says that she knows them. */
export async function withASay(
  ana: Neighbour,
  ...others: readonly Neighbour[]
): Promise<void> {
  await ana.founds('Riverside');
  for (const other of others) {
    await other.joins(await ana.invites());
    await other.isLetIn();
    await knows(ana, other.name);
  }
}
