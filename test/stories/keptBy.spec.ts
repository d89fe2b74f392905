/** "Also kept by" is said of what others have stored, never of what they were sent. */
import { holdWrites } from '../heldWrites.ts';
import { expect, test, verifyOnly } from '../world.ts';

test(
  'what the other tab received and never stored is not kept there',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.goesHome();
    await ana.reads('Also kept by 1 member');

    await holdWrites(biel.page);
    await ana.goesTo('Record help');
    await ana.isAt('Record help');
    const claims = await ana.watchesFor(/kept by|has it already/i);
    await ana.saysWasHelped({ with: 'Biel' });
    await biel.reads('Ana says: “You helped me.”');
    await biel.closes();
    await expect
      .poll(async () => (await ana.traffic()).some(({ isOpen }) => isOpen))
      .toBe(false);
    expect(await claims()).toEqual([]);
    await ana.reads('Saved on this phone');
    await ana.reads('Waiting: nobody is online');

    await biel.comesBack();
    await biel.reads('Ana says: “You helped me.”');
    await ana.reads('Also kept by 1 member');
    await ana.reads('Biel has it already');
  },
);
