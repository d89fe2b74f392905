import { encodeRecoveryLink } from '@manyhands/ledger';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { makeKit, newWords, recoveryDigits } from '@manyhands/community/recovery';
import type { ComingBack } from '@manyhands/community/threshold';
import { draw } from '../specimen/draw.ts';
import App from '../app/App.svelte';
import '../face/base.css';
import { lostPhone } from '../../packages/community/src/testing/lostPhone.ts';
import type { LostPhone } from '../../packages/community/src/testing/lostPhone.ts';
import { seenSmallVillage, seenSpareKeyVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { phoneWith } from '../specimen/villagePhone.ts';
import { visit } from '../specimen/visit.ts';
import { Community } from '../phone/Community.svelte.ts';
import { SpareKeys } from './SpareKeys.svelte.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

let village: ScreenVillage;
let again: Community;
let asking: ComingBack;
let phone: LostPhone;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSpareKeyVillage();
  phone = await lostPhone(village, 'Ana', 'Biel');
  again = new Community(phone.place);
  asking = phone.comingBack;
});

const askScreen = () => `/spare/${village.memberOf('Ana')}/${asking.ask.key}`;
const saysYes = (name: string) => {
  const spareKeys = new SpareKeys(village.as(name));
  return spareKeys.sayItIsThem(
    spareKeys.askOf(village.memberOf('Ana'), asking.ask.key),
  );
};
async function opens(community: Community, link: string) {
  location.hash = link;
  return draw(App, { phone: await phoneWith(community) });
}
const recoverLink = (name = 'Ana') =>
  `#r/${encodeRecoveryLink({ ...asking.ask, name })}`;

describe('a neighbour at home', () => {
  test('is told once that they keep a spare key, and what it means', async () => {
    const screen = await visit(village.as('Biel'));
    const told = screen.getByRole('heading', { name: later().spare.keeps('Ana') });
    await expect.element(told).toBeVisible();
    await expect
      .element(screen.getByText(later().spare.keepsText('Ana', 2, 3)))
      .toBeVisible();
    await screen.getByRole('button', { name: later().spare.understood }).click();
    await expect.element(told).not.toBeInTheDocument();
    await screen.unmount();

    const again = await visit(village.as('Biel'));
    await expect
      .element(again.getByText('Nothing to give or ask yet', { exact: true }))
      .toBeVisible();
    await expect
      .element(again.getByRole('heading', { name: later().spare.keeps('Ana') }))
      .not.toBeInTheDocument();
  });

  test('is asked once another one has said yes, and not before', async () => {
    const screen = await visit(village.as('Carme'));
    await expect
      .element(screen.getByText('Nothing to give or ask yet', { exact: true }))
      .toBeVisible();
    const asked = screen.getByRole('heading', { name: later().spare.askTitle('Ana') });
    await expect.element(asked).not.toBeInTheDocument();
    await saysYes('Biel');
    await expect.element(asked).toBeVisible();
    await screen.getByRole('link', { name: later().spare.askAct('Ana') }).click();
    await expect
      .element(screen.getByRole('heading', { name: later().spare.isIt('Ana') }))
      .toHaveFocus();
    await expect.element(screen.getByText(later().spare.soFar(1, 2))).toBeVisible();
  });

  test('who has lost nothing reads what others have said of them', async () => {
    await saysYes('Biel');
    const screen = await visit(village.as('Ana'));
    const alert = screen.getByRole('alert');
    await expect.element(alert).toHaveTextContent(later().spare.aboutMe('Biel').what);
    await expect.element(alert).toHaveTextContent(later().spare.aboutMe('Biel').todo);
  });
});

describe('the ask', () => {
  test('leads from its link to the one it is about, with digits to compare', async () => {
    const screen = await opens(village.as('Biel'), recoverLink());
    await expect
      .element(screen.getByRole('heading', { name: later().spare.isIt('Ana') }))
      .toBeVisible();
    await expect
      .element(screen.getByText(recoveryDigits(asking.ask.key)))
      .toBeVisible();
    expect(location.hash).toContain(askScreen());
  });

  test('of a name that two could have is asked back', async () => {
    await makeKit(village.placeOf('Carme'), await newWords(), {
      neighbours: [village.memberOf('Biel')],
    });
    const screen = await opens(village.as('Biel'), recoverLink('Somebody'));
    await expect
      .element(screen.getByText(later().spare.whoIsIt('Somebody')))
      .toBeVisible();
    await screen.getByRole('button', { name: /^Ana/ }).click();
    await expect
      .element(screen.getByRole('heading', { name: later().spare.isIt('Ana') }))
      .toBeVisible();
  });

  test('says yes with one tap, and then how many have', async () => {
    const screen = await visit(village.as('Biel'), askScreen());
    await screen.getByRole('button', { name: later().spare.yes('Ana') }).click();
    await expect
      .element(screen.getByRole('heading', { name: later().spare.saidYes }))
      .toBeVisible();
    await expect.element(screen.getByText(later().spare.soFar(1, 2))).toBeVisible();
    const { ledger } = village.placeOf('Biel').replica;
    expect(ledger.recoveriesUnderWay(village.memberOf('Ana'))).toMatchObject([
      { key: asking.ask.key, by: [village.memberOf('Biel')] },
    ]);

    await saysYes('Didac');
    await expect
      .element(screen.getByRole('heading', { name: later().spare.isBack('Ana') }))
      .toBeVisible();
  });

  test('turned down writes nothing, is asked no more at home, and can be thought over', async () => {
    await saysYes('Didac');
    const before = village.placeOf('Biel').replica.digest();
    const screen = await visit(village.as('Biel'), askScreen());
    await screen.getByRole('button', { name: later().spare.no }).click();
    await expect
      .element(screen.getByText(later().spare.saidNoText('Ana')))
      .toBeVisible();
    expect(village.placeOf('Biel').replica.digest()).toBe(before);
    await screen.getByRole('link', { name: words.general.back }).click();
    await expect
      .element(screen.getByText('Nothing to give or ask yet', { exact: true }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('heading', { name: later().spare.askTitle('Ana') }))
      .not.toBeInTheDocument();
    await screen.unmount();

    const again = await visit(village.as('Biel'), askScreen());
    await again.getByRole('button', { name: later().spare.thinkAgain }).click();
    await expect
      .element(again.getByRole('button', { name: later().spare.yes('Ana') }))
      .toBeVisible();
  });

  test('is not for who keeps no spare key, nor for who is not in that community', async () => {
    const screen = await opens(village.as('Ana'), recoverLink());
    await expect
      .element(screen.getByRole('alert'))
      .toHaveTextContent(later().spare.notYours('Ana').what);
    await screen.unmount();
    const elsewhere = await seenSmallVillage();
    const other = await opens(elsewhere.as('Biel'), recoverLink());
    await expect
      .element(other.getByRole('alert'))
      .toHaveTextContent(later().spare.notHere.what);
    await other.unmount();
    const cut = await opens(village.as('Biel'), recoverLink().slice(0, -10));
    await expect
      .element(cut.getByRole('alert'))
      .toHaveTextContent(later().spare.damaged.what);
  });
});

describe('the new phone', () => {
  test('shows how many have said yes, whom to ask, and the digits; no other screen opens', async () => {
    const screen = await visit(again, '/people');
    await expect
      .element(screen.getByRole('heading', { name: later().spare.backTitle('Ana') }))
      .toBeVisible();
    await expect.element(screen.getByText(later().spare.soFar(0, 2))).toBeVisible();
    await expect
      .element(screen.getByText(later().spare.backWho(2, 3, 'Biel, Carme and Didac')))
      .toBeVisible();
    await expect
      .element(screen.getByText(recoveryDigits(asking.ask.key)))
      .toBeVisible();
    await expect
      .element(screen.getByRole('img', { name: later().spare.backCode }))
      .toBeVisible();
    await saysYes('Carme');
    await phone.asks();
    await expect.element(screen.getByText(later().spare.soFar(1, 2))).toBeVisible();
    // Their own admission came along: it is known, and this phone is still not theirs.
    await expect
      .element(screen.getByText(words.join.youAreIn('Riverside')))
      .not.toBeInTheDocument();
    expect(again.isLetIn).toBe(false);
  });

  test('can stop, after it has been asked once more', async () => {
    const screen = await visit(again);
    const stop = screen.getByRole('button', { name: later().spare.stop, exact: true });
    await stop.click();
    const sheet = screen.getByRole('dialog');
    await sheet.getByRole('button', { name: later().spare.stopKeep }).click();
    await expect.element(screen.getByText(later().spare.soFar(0, 2))).toBeVisible();
    await stop.click();
    await sheet.getByRole('button', { name: later().spare.stopAct }).click();
    await expect
      .element(screen.getByRole('heading', { name: words.welcome.title }))
      .toBeVisible();
  });
});
