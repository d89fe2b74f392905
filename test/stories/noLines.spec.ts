/** A browser without WebRTC: the app says so once, and people join, ask and answer by message. */
import { picture } from '../picture.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test } from '../world.ts';

const notice = 'Phones cannot meet here directly';

test('without lines between phones: founded, joined by message, recorded and confirmed', async ({
  world,
}) => {
  const ana = await world.neighbourWithoutLines('Ana');
  const biel = await world.neighbourWithoutLines('Biel');
  await ana.founds('Riverside');
  await ana.reads(notice);
  await ana.reads('Waiting: this browser makes no direct lines');
  await picture(ana.page, 'no-lines');
  await saysOnce(ana);

  await biel.joins(await ana.invites());
  await biel.reads('Almost there');
  await biel.press('Ask by message');
  await picture(biel.page, 'ask-by-message');
  const asking = await biel.shownMessage('Your request, with its link');
  await ana.opensMessage(asking);
  await ana.reads('Biel is let in.');
  await picture(ana.page, 'asked-by-message');
  const welcome = await ana.shownMessage('Your answer, with its link');
  await biel.opensMessage(welcome);
  await biel.isLetIn();
  await biel.goesTo('People');
  await biel.reads('Ana');

  // Opened once more, each leads to where it led, and lets nobody in twice.
  await ana.opensMessage(asking);
  await ana.reads('Biel is let in.');
  await biel.opensMessage(welcome);
  await biel.isLetIn();
  await ana.follow('To the start');
  await ana.goesTo('Us');
  await ana.reads('2 members');

  await ana.saysWasHelped({ with: 'Biel' });
  await biel.opensMessage(await ana.writesTo('Biel'));
  await biel.saysYes();
  await ana.opensMessage(await biel.writesTo('Ana'));
  await ana.isAt('Two halves, one hour');
  for (const each of [ana, biel]) {
    await each.goesHome();
    await each.goesOffline();
    await each.reloads();
  }
  await ana.hasHours('1 hour 30 minutes to give back');
  await biel.hasHours('1 hour 30 minutes to ask for');
});

/** Read and put away, it does not come again. */
async function saysOnce(ana: Neighbour): Promise<void> {
  await ana.press('Not now');
  await ana.readsNoMore(notice);
  await ana.reloads();
  await ana.reads('You are the first one here');
  await expect(ana.page.getByText(notice)).toHaveCount(0);
}
