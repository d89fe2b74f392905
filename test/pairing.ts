/** What people do who link two phones beside each other, for the stories and the tours. */
import type { Neighbour } from './neighbour.ts';

/** Goes to the screen; what it shows is as it was left. */
export async function goesToLink(who: Neighbour): Promise<void> {
  await who.goesTo('Add');
  await who.follow('No internet?');
  await who.choose('Somebody beside me');
  await who.choose('Bring news across');
  await who.follow('Link two phones');
  await who.isAt('Link two phones');
}

export const shownCode = (who: Neighbour): Promise<string> =>
  who.page.getByLabel('Or send it').inputValue();

/** The code that is on the screen once somebody has gone there. */
export async function showsACode(who: Neighbour): Promise<string> {
  await goesToLink(who);
  return shownCode(who);
}

/** Opens the link of a code, as the camera of a phone does, and shows the answer. */
export async function answersCode(who: Neighbour, code: string): Promise<string> {
  await who.opens(code);
  await who.reads('Their code has been read.');
  return shownCode(who);
}

export async function takesCode(who: Neighbour, code: string): Promise<void> {
  const field = who.page.getByLabel('What they sent');
  if (!(await field.isVisible()))
    await who.tap(who.page.getByText('No camera? Paste what they sent'));
  await who.write('What they sent', code);
  await who.press('Use it');
}
