import { expect } from 'vitest';
import type { Hand } from './hand.ts';

/** What a journey is given: two people, the light and the dark, and the network. */
interface World {
  readonly ana: Hand;
  readonly biel: Hand;
  /** From now on nobody is introduced to anybody, and no page comes from the network. */
  readonly stopRelay: () => Promise<void>;
}

export interface Journey {
  readonly name: string;
  /** Whether it needs WebRTC; if not it is made without, also where there is some. */
  readonly needsLines: boolean;
  go(world: World): Promise<void>;
}

/** The calm word that phones do not meet here. */
const noLines = 'Phones cannot connect directly here';

/** A newer version on the very first visit would be none. */
async function firstVisit(hand: Hand): Promise<void> {
  await hand.opens();
  await hand.keepsTheApp();
  await hand.readsNot('There is a new version');
}

async function bothThemes({ ana, biel }: World): Promise<void> {
  const [light, dark] = [await ana.look(), await biel.look()];
  expect(light).toMatchObject({ isDark: false, isTooWide: false });
  expect(dark).toMatchObject({ isDark: true, isTooWide: false });
  expect(light.ground).toBeGreaterThan(180);
  expect(dark.ground).toBeLessThan(80);
}

/** What both have written is there again, with the network and without. */
async function stays({ ana, biel, stopRelay }: World): Promise<void> {
  for (const each of [ana, biel]) {
    await each.follow('Today');
    await each.keepsTheApp();
    await each.reloads();
    await each.reads('1 h 30');
  }
  await stopRelay();
  for (const each of [ana, biel]) {
    await each.reloads();
    await each.reads('1 h 30');
    await each.picture('home-offline');
  }
}

const byMessage: Journey = {
  name: 'found, join by message, record, confirm, reload, offline, in two themes',
  needsLines: false,
  async go(world) {
    const { ana, biel } = world;
    for (const each of [ana, biel]) {
      await firstVisit(each);
      expect((await each.look()).hasLines).toBe(false);
    }
    await biel.reads('An hour is an hour');
    await biel.picture('welcome');
    await bothThemes(world);
    await ana.founds('Riverside');
    await ana.reads(noLines);
    await ana.picture('founded');

    await biel.joins(await ana.invites());
    await ana.picture('invite');
    await biel.reads(noLines);
    await biel.press('Ask by message');
    const asking = await biel.messageIn('Your request, with its link');
    await biel.picture('ask');
    await ana.opens(asking);
    await ana.reads('Biel is in.');
    await biel.opens(await ana.messageIn('Your answer, with its link'));
    await biel.reads('Nothing to give or ask yet');

    await ana.follow('To the start');
    await ana.saysWasHelpedBy('Biel');
    await ana.picture('asked');
    await biel.opens(await ana.writesTo('Biel'));
    await biel.reads('Ana says: “You helped me.”');
    await biel.picture('to-confirm');
    await biel.saysYes();
    await biel.picture('confirmed');
    await ana.opens(await biel.writesTo('Ana'));
    await ana.reads('Done. You both agree');
    await stays(world);
  },
};

const byLink: Journey = {
  name: 'found, join by a link, record, confirm, reload, offline, in two themes',
  needsLines: true,
  async go(world) {
    const { ana, biel } = world;
    for (const each of [ana, biel]) {
      await firstVisit(each);
      expect((await each.look()).hasLines).toBe(true);
    }
    await bothThemes(world);
    await ana.founds('Riverside');
    await ana.readsNot(noLines);
    await biel.joins(await ana.invites());
    await biel.reads('Nothing to give or ask yet');
    await ana.reads('Biel has joined.');
    await ana.saysWasHelpedBy('Biel');
    await biel.reads('Ana says: “You helped me.”');
    await biel.picture('to-confirm');
    await biel.saysYes();
    await ana.reads('Done. You both agree');
    await ana.picture('confirmed');
    await stays(world);
  },
};

const inArabic: Journey = {
  name: 'the first screen and the hours in Arabic, from right to left',
  needsLines: false,
  async go({ ana }) {
    await ana.opens();
    await ana.choose('العربية');
    await ana.reads('الساعة ساعة');
    expect(await ana.look()).toMatchObject({ direction: 'rtl', isTooWide: false });
    await ana.picture('arabic');
    await ana.follow('بدء مجتمع');
    await ana.reads('ما اسمه؟');
    expect((await ana.look()).isTooWide).toBe(false);
    await ana.picture('arabic-founding');
  },
};

const demo: Journey = {
  name: 'the demo: the board, the people and the year of a village',
  needsLines: false,
  async go({ ana }) {
    await ana.opens();
    await ana.press('Look around in a demo');
    await ana.reads('This is a demo. Nobody here is real.');
    await ana.picture('demo-home');
    for (const place of ['Board', 'People', 'Me']) {
      await ana.follow(place);
      expect(await ana.look(), place).toMatchObject({ isTooWide: false });
      await ana.picture(`demo-${place.toLowerCase()}`);
    }
  },
};

/** In the order in which a newcomer would meet them; `npm test` makes the first it can. */
export const journeys: readonly Journey[] = [byLink, byMessage, inArabic, demo];
