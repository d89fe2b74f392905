/** A browser without WebRTC: the app says so once, and people join, ask and answer by message. */
import { axe } from '../axe.ts';
import { linkIn } from '../linkIn.ts';
import { picture } from '../picture.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test, verifyOnly } from '../world.ts';

const notice = 'Phones cannot connect directly here';

test(
  'without lines between phones: founded, joined by message, recorded and confirmed',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbourWithoutLines('Ana');
    const biel = await world.neighbourWithoutLines('Biel');
    await ana.founds('Riverside');
    await ana.reads(notice);
    await ana.reads('Waiting: this browser cannot connect directly');
    await picture(ana.page, 'no-lines');
    expect(await axe(ana.page)).toEqual([]);
    await saysOnce(ana);

    await biel.joins(await ana.invites());
    await biel.reads('Almost there');
    await biel.press('Ask by message');
    await picture(biel.page, 'ask-by-message');
    expect(await axe(biel.page)).toEqual([]);
    const asking = await biel.shownMessage('Your request, with its link');
    await ana.opensMessage(asking);
    await ana.reads('Biel is in.');
    await picture(ana.page, 'asked-by-message');
    expect(await axe(ana.page)).toEqual([]);
    const welcome = await ana.shownMessage('Your answer, with its link');
    await biel.opensMessage(welcome);
    await biel.isLetIn();
    await biel.goesTo('People');
    await biel.reads('Ana');

    // Opened once more, each leads to where it led, and lets nobody in twice.
    await ana.opensMessage(asking);
    await ana.reads('Biel is in.');
    await biel.opensMessage(welcome);
    await biel.isLetIn();
    await ana.follow('To the start');
    await ana.goesTo('Us');
    await ana.reads('2 members');

    await ana.saysWasHelped({ with: 'Biel' });
    await biel.opensMessage(await ana.writesTo('Biel'));
    await biel.saysYes();
    await ana.opensMessage(await biel.writesTo('Ana'));
    await ana.reads('Done. You both agree');
    for (const each of [ana, biel]) {
      await each.goesHome();
      await each.goesOffline();
      await each.reloads();
    }
    await ana.hasHours('You can give back 1 hour 30 minutes');
    await biel.hasHours('You can ask for 1 hour 30 minutes');
  },
);

/** Read and put away, it does not come again. */
async function saysOnce(ana: Neighbour): Promise<void> {
  await ana.press('Not now');
  await ana.readsNoMore(notice);
  await ana.reloads();
  await ana.reads('You are the first one here');
  await expect(ana.page.getByText(notice)).toHaveCount(0);
}

/** The request of somebody who waits at the door. */
async function asks(who: Neighbour): Promise<string> {
  await who.press('Ask by message');
  return linkIn(await who.shownMessage('Your request, with its link'));
}

test(
  'a request or an answer that is cut off, used up or for somebody else lets nobody in',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbourWithoutLines('Ana');
    const biel = await world.neighbourWithoutLines('Biel');
    const carme = await world.neighbourWithoutLines('Carme');
    await ana.founds('Riverside');
    const invitation = await ana.invites();
    await biel.joins(invitation);
    await carme.joins(invitation);
    const [his, hers] = [await asks(biel), await asks(carme)];

    await ana.opens(his.slice(0, -40));
    await ana.reads('Part of this message is missing.');
    await carme.opens(his);
    await carme.reads('This message is for another community, or for another phone.');
    await ana.opens(his);
    await ana.reads('Biel is in.');
    const welcome = linkIn(await ana.shownMessage('Your answer, with its link'));
    await ana.opens(hers);
    await ana.reads('Somebody has already joined with this invitation.');

    await carme.opens(welcome);
    await carme.reads('This message is for another community, or for another phone.');
    await biel.opens(welcome.slice(0, -40));
    await biel.reads('Part of this message is missing.');
    // Pasted whole, with what a mail program puts around it.
    await biel.pastes(`Welcome!\n> ${welcome}`);
    await biel.isLetIn();
  },
);
