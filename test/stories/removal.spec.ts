/** Who is let go by all: told so, and after a week spoken with no more; who was away is not. */
import { daysPass } from '../daysPass.ts';
import { asksWhetherLeaves, withASay } from '../deciding.ts';
import type { Neighbour } from '../neighbour.ts';
import { rawKept } from '../rawKept.ts';
import { expect, test, verifyOnly } from '../world.ts';

const linked = async (who: Neighbour): Promise<number> =>
  (await who.traffic()).filter(({ isOpen }) => isOpen).length;

/** Whether a phone's disk holds these bytes. */
const keeps = async ({ page }: Neighbour, bytes: string): Promise<boolean> =>
  (await rawKept(page)).includes(bytes);

/** Ana was helped by Biel, and he says yes. Answers how his yes names that hour, as bytes. */
async function wasHelped(ana: Neighbour, biel: Neighbour, word: string) {
  await ana.saysWasHelped({ with: 'Biel', word });
  const [, proposal = ''] = /\/at\/([0-9a-f]{64})\//.exec(ana.page.url()) ?? [];
  expect(proposal).toHaveLength(64);
  await biel.goesHome();
  await biel.reads(word);
  await biel.saysYes();
  return Buffer.from(proposal, 'hex').toString('latin1');
}

/** All say that Didac leaves. He was helped before; what his phone sees from now on is news. */
async function letGo(
  didac: Neighbour,
  ana: Neighbour,
  biel: Neighbour,
  carme?: Neighbour,
) {
  await withASay(ana, biel, ...(carme ? [carme] : []));
  await didac.joins(await ana.invites());
  await didac.isLetIn();
  const before = await wasHelped(ana, biel, 'Leeks planted');
  await expect.poll(() => keeps(didac, before)).toBe(true);
  const all = [ana, biel, ...(carme ? [carme] : []), didac];
  await daysPass(1, ...all);
  await asksWhetherLeaves(ana, 'Didac', 'Hits people.');
  // One voice alone puts nobody before all: who asks the same is led to it.
  await asksWhetherLeaves(biel, 'Didac', 'He hit me.');
  await biel.reads('Hits people.');
  await biel.press('Yes');
  await biel.reads('You said yes');
}

/** A week later, by the clocks of all three. */
async function aWeekGoesBy(ana: Neighbour, biel: Neighbour, didac: Neighbour) {
  const three = [ana, biel, didac];
  await daysPass(7, ...three);
  for (const each of three) await each.reloads();
  await expect.poll(() => linked(ana)).toBe(1);
  await expect.poll(() => linked(didac)).toBe(0);
  const after = await wasHelped(ana, biel, 'Beans picked');
  expect(await keeps(ana, after)).toBe(true);
  expect(await keeps(didac, after)).toBe(false);
  return after;
}

test('who is let go by all reads who, why and from when, and then hears nothing more', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  const didac = await world.neighbour('Didac');
  await letGo(didac, ana, biel);

  await didac.goesHome();
  await didac.reads(/^We have decided that you leave us on .+ \d{4}$/);
  await didac.reads('New here');
  await didac.follow('See who says so, and why');
  await didac.reads('Hits people.');
  await didac.reads('2 of 2 say yes; 2 are needed');
  await didac.tap(didac.page.getByText('Who says what'));
  await didac.reads('Ana and Biel');
  await didac.reads('Take your things along');
  const taken = didac.page.waitForEvent('download');
  await didac.press('Download what is mine');
  await taken;
  await expect.poll(() => linked(didac)).toBe(2);

  await aWeekGoesBy(ana, biel, didac);
  await didac.goesHome();
  await didac.reads('We have decided that you are no longer one of us');
  // Nobody is greeted who would not hear it.
  await didac.readsNoMore('New here');
});

test(
  'who was away while somebody was let go comes back, and meets the others where they are',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    const carme = await world.neighbour('Carme');
    const didac = await world.neighbour('Didac');
    await letGo(didac, ana, biel, carme);
    await carme.goesHome();
    await carme.follow('See it');
    await carme.isAt('Shall Didac leave our community?');
    await carme.press('Yes');
    // Her word has reached the others before she goes away.
    await ana.reads('3 of 3 say yes; 2 are needed');
    await carme.closes();
    const after = await aWeekGoesBy(ana, biel, didac);

    await daysPass(52, ana, biel, didac);
    await daysPass(59, carme);
    await carme.comesBack();
    await expect.poll(() => keeps(carme, after)).toBe(true);
    await expect.poll(() => linked(carme)).toBe(2);
    // Nobody stands any more where they all met before: she was told where they meet now.
    await daysPass(100, ana, biel, carme, didac);
    for (const each of [ana, biel, didac]) await each.reloads();
    await carme.saysWasHelped({ with: 'Ana', word: 'Soup brought' });
    await carme.reloads();
    await ana.goesHome();
    await ana.reads('Soup brought');
    await expect.poll(() => linked(carme)).toBe(2);
    // A call that is refused is open for a moment.
    await expect.poll(() => linked(didac)).toBe(0);
    expect(await keeps(didac, after)).toBe(false);
  },
);
