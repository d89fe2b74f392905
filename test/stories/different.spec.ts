/** When it was not so: something's different, take back, put it right. */
import { test, verifyOnly } from '../world.ts';

test(
  'something is different: nothing moves, and it is recorded the way it was',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.saysWasHelped({ with: 'Biel' });
    await biel.press('Something’s different');
    await biel.press('Record it the way it was');
    await biel.reads('This is what Ana wrote.');
    await biel.press('15 minutes less');
    await biel.press('Ask Ana');
    await biel.reads('Ana has been asked');

    await ana.reads('Biel says it was different');
    await ana.goesHome();
    await ana.hasHours('Nothing to give or ask yet');
    await ana.reads('Biel says: “I helped you.”');
    await ana.reads('1 h 15');
    await ana.saysYes();
    await ana.reads('You have 1 h 15 to give back.');
    await biel.reads('Done. You both agree');
    await biel.reads('You can ask for 1 h 15.');
  },
);

test(
  'that was not me: the one who asked is told, and need not say why',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.saysHelped({ with: 'Biel' });
    await biel.press('Something’s different');
    await biel.press('That was not me');
    await biel.reads('You said no. Ana will see it.');
    await ana.reads('Biel said no');
    await ana.reads('No hours have changed. You can record it the way it was.');
    // Why is a word of his, between the two.
    await ana.reads(/^1\sh\s30, .* that was not me\.$/);
    await biel.goesHome();
    await biel.hasHours('Nothing to give or ask yet');
  },
);

test('what nobody has answered is taken back', verifyOnly, async ({ world }) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.saysWasHelped({ with: 'Biel' });
  await biel.reads('Ana says: “You helped me.”');
  await ana.press('Take back');
  await ana.reads('Taken back. No hours have changed.');
  await biel.readsNoMore('Ana says: “You helped me.”');
  await ana.goesHome();
  await ana.hasHours('Nothing to give or ask yet');
  await biel.hasHours('Nothing to give or ask yet');
});

test('what both signed is put right by both', verifyOnly, async ({ world }) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.saysWasHelped({ with: 'Biel' });
  await biel.saysYes();
  await ana.reads('You have 1 h 30 to give back.');

  await ana.press('Put it right');
  await ana.reads('This asks Biel to undo 1 h 30.');
  await ana.press('Ask Biel to put it right');
  await ana.reads('Biel has been asked');
  await biel.goesHome();
  await biel.hasHours('You can ask for 1 hour 30 minutes');
  await biel.reads('Ana asks: “Can we put this right?”');
  await biel.press('Yes, that’s right');
  await biel.goesHome();
  await biel.hasHours('Nothing to give or ask yet');
  await ana.goesHome();
  await ana.hasHours('Nothing to give or ask yet');
});
