import type { Neighbour } from './neighbour.ts';

/** Pins a thing to the board: what it is, how it can be had, and for what. */
export async function pins(
  who: Neighbour,
  thing: string,
  manner: 'Give it away' | 'Lend it' | 'Swap it',
  {
    photo = null,
    inReturn = null,
  }: { photo?: Buffer | null; inReturn?: string | null } = {},
): Promise<void> {
  await who.goesTo('Board');
  await who.follow('Pin a card');
  await who.choose('I have a thing');
  if (photo) {
    const name = 'IMG_0042.jpg';
    const file = { name, mimeType: 'image/jpeg', buffer: photo };
    await who.page.getByLabel('Choose a picture').setInputFiles(file);
    await who.reads('The picture is added.');
  } else await who.press('Go on without a picture');
  await who.write('What is it?', thing);
  await who.choose(manner);
  if (inReturn !== null)
    await who.write('What would you like for it? (optional)', inReturn);
  await who.press('Pin it to the board');
  await who.isAt(thing);
}

/** Finds it on the board, and opens its card. */
export async function finds(who: Neighbour, thing: string): Promise<void> {
  await who.goesTo('Board');
  await who.follow(new RegExp(thing));
  await who.isAt(thing);
}
