/** The whole way once: from nothing to an hour that both have, and that stays. */
import { crossedSince } from '../connections.ts';
import { expect, test, verifyOnly } from '../world.ts';

test(
  'the first hour moves from phone to phone, and is there offline',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    await ana.founds('Riverside');
    const invitation = await ana.invites();

    const [tapsBefore, typedBefore] = [ana.taps.length, ana.typed.length];
    await biel.joins(invitation);
    await biel.isLetIn();
    const before = await biel.traffic();
    await ana.saysWasHelped({ with: 'Biel' });
    await biel.saysYes();
    const taps = [...ana.taps.slice(tapsBefore), ...biel.taps];
    const typed = [...ana.typed.slice(typedBefore), ...biel.typed];
    expect(taps.length, taps.join('\n')).toBeLessThanOrEqual(12);
    expect(typed).toEqual(['What is your name?']);

    await ana.goesHome();
    await ana.hasHours('You can give back 1 hour 30 minutes');
    await biel.goesHome();
    await biel.hasHours('You can ask for 1 hour 30 minutes');

    // An asking and a yes are 64 bytes of signature each, and something around them.
    // Two that met in both rooms settle on one link.
    const openLinks = async () => (await biel.traffic()).filter(({ isOpen }) => isOpen);
    await expect.poll(openLinks).toHaveLength(1);
    const after = await biel.traffic();
    const crossed = crossedSince(before, after);
    expect(crossed.received).toBeGreaterThan(64);
    expect(crossed.sent).toBeGreaterThan(64);

    await ana.goesOffline();
    await biel.goesOffline();
    await ana.reloads();
    await biel.reloads();
    await ana.hasHours('You can give back 1 hour 30 minutes');
    await biel.hasHours('You can ask for 1 hour 30 minutes');
  },
);

test('who joins in mid-life gets everything', verifyOnly, async ({ world }) => {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  await ana.founds('Riverside');
  await biel.joins(await ana.invites());
  await biel.isLetIn();
  await ana.saysWasHelped({ with: 'Biel', word: 'The kitchen tap is quiet now.' });
  await biel.saysYes();
  await biel.closes();

  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await carme.goesTo('Us');
  await carme.reads('3 members');
  await carme.reads('1 exchange');
  await carme.reads('1 h 30 of help');
  // She can ask Biel, whom she has never met, before he is back.
  await carme.saysHelped({ with: 'Biel' });
  await biel.comesBack();
  await biel.saysYes();
});
