/** A phone is lost, and its owner is themself again by a page of paper. */
import type { Neighbour } from '../neighbour.ts';
import {
  drawsThePage,
  hasAPage,
  seesHerWaysBack,
  showsThePage,
  triesThePage,
  wordsShownTo,
} from '../page.ts';
import { expect, test, verifyOnly } from '../world.ts';

async function looksForHerself(
  ana: Neighbour,
  words: string[],
  invitation: string,
): Promise<void> {
  await ana.write('The twelve words, in order', words.join(' '));
  await ana.write('An invitation to your community', invitation);
  await ana.press('Find me');
}

test('recovered by words into an empty browser, with all hours', async ({ world }) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.saysHelped({ with: 'Biel' });
  await biel.saysYes();
  await ana.goesHome();
  await ana.hasHours('You can ask for 1 hour 30 minutes');
  const invitation = await ana.invites();

  const words = await hasAPage(ana);
  await triesThePage(ana, words);
  await ana.reads(/Made on .* Tried on .*: it works/);
  await ana.context.close();

  const again = await world.neighbour('Ana');
  await again.follow('I was here before');
  await again.isAt('I was here before');
  await looksForHerself(again, words, invitation);
  await again.reads('Is this you?');
  await again.reads('Ana');
  await again.press('Yes, that is me');
  await again.hasHours('You can ask for 1 hour 30 minutes');
  await again.saysWasHelped({ with: 'Biel' });
  await biel.goesHome();
  await biel.saysYes();
  await again.goesHome();
  await again.hasHours('Nothing to give or ask yet');
});

test(
  'a new page takes the place of the old one, which opens nothing any more',
  verifyOnly,
  async ({ world }) => {
    const [ana] = await world.anaAndBiel();
    const invitation = await ana.invites();
    const old = await hasAPage(ana);
    await triesThePage(ana, old);
    await ana.press('Make a new page');
    await ana.reads('First, the page you have');
    await showsThePage(ana, [...old].reverse(), 'Go on');
    await ana.reads('That is not what your page says.');
    await showsThePage(ana, old, 'Go on');
    await ana.reads('The old page works until you say that this one is on paper');
    const words = await wordsShownTo(ana);
    expect(words).not.toEqual(old);
    await ana.press('I copied it by hand');
    await ana.reads('The old one does not work any more: tear it up.');
    await triesThePage(ana, words);
    // The old paper is tried, found on the table a week later.
    await ana.press('Try it');
    await showsThePage(ana, old, 'Does it work?');
    await ana.reads('That is not what your page says.');
    await ana.context.close();

    const again = await world.neighbour('Ana');
    await again.follow('I was here before');
    await looksForHerself(again, old, invitation);
    await again.reads('It knows nobody with these words.');
    await again.press('Cancel');
    await looksForHerself(again, words, invitation);
    await again.reads('Is this you?');
    await again.press('Yes, that is me');
    await again.hasHours('Nothing to give or ask yet');
    // Whoever comes back by a page has tried it.
    await seesHerWaysBack(again);
    await again.reads(/Tried on .*: it works/);
  },
);

test(
  'a page that was drawn and never said to be on paper is none',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    const words = await drawsThePage(ana);
    await ana.press('Not now');
    await ana.reads('Not made yet.');
    const next = await drawsThePage(ana);
    expect(next).not.toEqual(words);
  },
);
