/** Hours that members bring along, on the screens of who signs, who brings them, and all others. */
import { assert, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AccountId, Minutes } from '@manyhands/base';
import { inboxOf } from '@manyhands/community';
import {
  bringAlong,
  openingHere,
  openingToSign,
  signBrought,
  writeBrought,
} from '@manyhands/community/accounts';
import { threeVoices } from '../../packages/community/src/testing/deciding.ts';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

const say = later().brought;
let village: ScreenVillage;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
type Screen = Awaited<ReturnType<typeof visit>>;
const press = (screen: Screen, name: string) =>
  screen.getByRole('button', { name, exact: true }).click();

async function opens(hours = 20): Promise<void> {
  const begun = await bringAlong(at('Ana'), {
    others: [id('Biel'), id('Carme')],
    why: '',
    total: (hours * 60) as Minutes,
  });
  assert(begun.ok);
}

const opening = () => {
  const here = openingHere(at('Ana'));
  assert(here);
  return here;
};

async function writes(...brought: (readonly [string, number])[]): Promise<void> {
  const lines = brought.map(([name, minutes]) => ({ member: id(name), minutes }));
  assert((await writeBrought(at('Ana'), opening(), lines)).ok);
}

const signs = async (name: string) =>
  assert((await signBrought(at(name), opening(), openingToSign(at(name)))).ok);

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana', { voice: 1 });
  await threeVoices(village);
});

test('a coordinator begins it: who signs and how much, each missing part in a sentence', async () => {
  const screen = await visit(village.as('Ana'), '/brought');
  await expect.element(screen.getByText(say.emptyText)).toBeVisible();
  await screen.getByRole('link', { name: say.bring }).click();
  await expect.element(screen.getByText(say.atOnce)).toBeVisible();
  await press(screen, say.begin);
  await expect.element(screen.getByText(say.tooFew)).toBeVisible();
  await expect.element(screen.getByText(say.totalWrong)).toBeVisible();
  for (const name of ['Biel', 'Carme']) {
    const radio = screen.getByRole('radio', { name });
    const one = radio.or(screen.getByRole('checkbox', { name })).first();
    await expect.element(one).toBeInTheDocument();
    one.element().closest('label')?.click();
  }
  await screen.getByLabelText(say.total).fill('20');
  await press(screen, say.begin);
  await expect.element(screen.getByText(say.holdsFounding)).toBeVisible();
  await expect.element(screen.getByText(say.noLines)).toBeVisible();
});

test('the list says of each line what becomes of it, and keeps who is not here yet', async () => {
  await opens();
  const screen = await visit(village.as('Ana'), '/bringList');
  const text = 'Didac – 12 h 30\nCarme -2\nRosa – 3\nBiel';
  await screen.getByLabelText(say.lines).fill(text);
  await press(screen, say.read);
  await expect.element(screen.getByText(say.states.away)).toBeVisible();
  await expect.element(screen.getByText(say.states.unread)).toBeVisible();
  await press(screen, say.writeAct(2));
  await expect.element(screen.getByText(say.wrote(2))).toBeVisible();
  await expect.element(screen.getByText(say.nothingToWrite)).toBeVisible();
  await screen.unmount();
  // It is all there when it is opened again.
  const again = await visit(village.as('Ana'), '/bringList');
  await expect.element(again.getByText('Rosa')).toBeVisible();
  await expect.element(again.getByText(say.states.written).first()).toBeVisible();
});

test('more than all agreed to is said before it is written', async () => {
  await opens(1);
  const screen = await visit(village.as('Ana'), '/bringList');
  await screen.getByLabelText(say.lines).fill('Didac – 2');
  await press(screen, say.read);
  await expect.element(screen.getByText(say.over(words.duration(60)))).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: say.writeAct(1) }))
    .toBeDisabled();
});

test('who signs looks at the list, leaves out what is not right, and says yes to the rest', async () => {
  await opens();
  await writes(['Didac', 750], ['Carme', 60]);
  const home = await visit(village.as('Biel'), '/home');
  await expect.element(home.getByText(say.toSign(2))).toBeVisible();
  await home.getByRole('link', { name: say.look }).click();
  await expect.element(home.getByText(say.wroteIt('Ana'))).toBeVisible();
  // What comes meanwhile is not said yes to unseen.
  await writes(['Biel', 60], ['Ana', 90]);
  await expect.element(home.getByText(say.more)).toBeVisible();
  await press(home, say.leaveOut('Carme'));
  await press(home, say.signAct(1));
  await expect.element(home.getByText(say.signed(1))).toBeVisible();
  expect(openingToSign(at('Biel'))).toHaveLength(2);
});

test('whoever brings hours along is asked on Today, and says yes', async () => {
  await opens();
  await writes(['Didac', 750]);
  await signs('Biel');
  const screen = await visit(village.as('Didac'), '/home');
  await expect
    .element(screen.getByText(say.youBring(words.duration(750))))
    .toBeVisible();
  await press(screen, words.home.yes);
  await expect.element(screen.getByText(say.saidYes)).toBeVisible();
  expect(village.as('Didac').balance).toBe(750);
  await screen.unmount();
  // Among the hours it is what it is, and no help.
  const hours = await visit(village.as('Didac'), '/hours');
  await expect.element(hours.getByText(say.inHours)).toBeVisible();
  await expect.element(hours.getByText(words.hours.given(750))).not.toBeInTheDocument();
});

test('who says that it was different tells the signers, and all see it', async () => {
  await opens();
  await writes(['Didac', -120]);
  await signs('Biel');
  const screen = await visit(village.as('Didac'), '/home');
  await expect
    .element(screen.getByText(say.youBringBack(words.duration(120))))
    .toBeVisible();
  await press(screen, say.no);
  await expect
    .element(screen.getByText(say.saidNo(words.list(['Ana', 'Biel']))))
    .toBeVisible();
  await screen.unmount();
  const others = await visit(village.as('Carme'), '/brought');
  await expect.element(others.getByText(say.different('Didac'))).toBeVisible();
});

test('later all are asked, in a sentence with who signs and how much', async () => {
  village = await ScreenVillage.found('Ana', { voice: 1, circle: 4 });
  await threeVoices(village);
  const begun = await bringAlong(at('Ana'), {
    others: [id('Biel'), id('Carme')],
    why: 'From the old bank',
    total: 1_200 as Minutes,
  });
  assert(begun.ok);
  const screen = await visit(village.as('Didac'), '/brought');
  await expect.element(screen.getByText(say.askedText)).toBeVisible();
  await screen.getByRole('link', { name: say.seeQuestion }).click();
  const names = words.list(['Ana', 'Biel', 'Carme']);
  const asked = say.shall(words.duration(1_200), names);
  await expect.element(screen.getByRole('heading', { name: asked })).toBeVisible();
  await expect.element(screen.getByText('From the old bank')).toBeVisible();
  await screen.unmount();
  // Without a say nobody can ask.
  const bring = await visit(village.as('Didac'), '/bring');
  await expect.element(bring.getByText(say.noSay)).toBeVisible();
});

test('an opening that nobody agreed on is asked of nobody, and a name on it is never shown', async () => {
  await opens();
  const rogue = await at('Didac').writer.append('ledger', {
    type: 'account.open',
    kind: 'opening',
    threshold: 2,
    total: 60_000 as Minutes,
    signers: [id('Didac'), id('Biel'), id('Carme')].toSorted(),
  });
  assert(rogue.ok);
  const account = rogue.value.id as string as AccountId;
  const card = { type: 'account.card', account, rev: 0, photo: null } as const;
  const named = { ...card, name: 'Town hall', words: 'Official' };
  assert((await at('Didac').writer.append('board', named)).ok);
  const line = await at('Didac').writer.append('ledger', {
    type: 'transfer.propose',
    gave: false,
    kind: 'opening',
    as: account,
    lines: [{ party: id('Ana'), minutes: 60 as Minutes }],
    day: at('Didac').today(),
    ref: null,
    note: null,
  });
  assert(line.ok);
  const home = await visit(village.as('Ana'), '/home');
  await expect.element(home.getByText(words.home.morning('Ana'))).toBeVisible();
  await expect.element(home.getByText(say.right)).not.toBeInTheDocument();
  // Nor as any hour that waits for a yes.
  expect(village.as('Ana').waiting).toHaveLength(1);
  expect(inboxOf(village.as('Ana'))).toEqual([]);
  await expect.element(home.getByText(say.inHours)).not.toBeInTheDocument();
  await home.unmount();
  const hours = await visit(village.as('Ana'), '/hours');
  await expect.element(hours.getByText(say.inHours)).toBeVisible();
  await expect.element(hours.getByText('Town hall')).not.toBeInTheDocument();
});
