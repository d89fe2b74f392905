/** The forms of what is decided more seldom: ways to meet, own kinds, an organisation's limit. */
import { assert, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AccountId, Minutes } from '@manyhands/base';
import { openOne, organisation, proposeSigners } from '@manyhands/community/accounts';
import { recordHelp } from '@manyhands/community/hours';
import { nameKind } from '@manyhands/community/people';
import { agreeToChange } from '@manyhands/ledger';
import { threeVoices } from '../../packages/community/src/testing/deciding.ts';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';

const say = later().decisions;
let village: ScreenVillage;
let clinic: AccountId;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const asked = () =>
  at('Ana')
    .replica.ledger.motions()
    .map(({ matter }) => matter);
type Screen = Awaited<ReturnType<typeof visit>>;
const send = (screen: Screen) => screen.getByRole('button', { name: say.send }).click();

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana', { voice: 1 });
  await threeVoices(village);
  const draft = {
    kind: 'organisation',
    name: 'Clinic',
    words: '',
    threshold: 1,
  } as const;
  const others = [id('Biel'), id('Carme')];
  const opened = await openOne(at('Ana'), { ...draft, others });
  assert(opened.ok);
  clinic = opened.value;
});

test('where phones meet: what is no address is told, and what is one is asked', async () => {
  const screen = await visit(village.as('Ana'), '/decide/relays');
  await screen.getByLabelText(say.relaysLabel).fill('riverside.example');
  await send(screen);
  await expect.element(screen.getByText(say.waysWrong)).toBeVisible();
  await screen.getByLabelText(say.relaysLabel).fill('wss://riverside.example');
  await send(screen);
  await expect
    .poll(asked)
    .toMatchObject([{ key: 'relays', value: ['wss://riverside.example'] }]);
});

test('own kinds are called by all, and which are shown', async () => {
  assert((await nameKind(at('Didac'), 'Bees', null)).ok);
  const screen = await visit(village.as('Ana'), '/decide/ownKinds');
  await screen.getByRole('switch', { name: 'Bees' }).click();
  await send(screen);
  await expect
    .poll(asked)
    .toMatchObject([{ key: 'kinds', value: [{ name: 'Bees', isShown: false }] }]);
});

test('how far behind one organisation can be', async () => {
  const screen = await visit(village.as('Ana'), '/decide/accountLimit');
  await screen.getByLabelText(say.hoursBehind).fill('40');
  await send(screen);
  await expect.element(screen.getByText(say.accountWrong)).toBeVisible();
  await screen.getByLabelText(say.whichOne).selectOptions('Clinic');
  await send(screen);
  await expect
    .poll(asked)
    .toMatchObject([{ key: 'accountLimit', account: clinic, value: 2_400 }]);
});

test('who signs, where two groups say differently, is settled by all', async () => {
  const by = async (who: string, signers: string[]) =>
    proposeSigners(at(who), clinic, { threshold: 1, signers: signers.map(id) });
  assert((await by('Ana', ['Ana'])).ok);
  assert((await by('Carme', ['Carme'])).ok);
  // Biel says yes to both before he has heard of the other.
  const { ledger } = at('Biel').replica;
  const yeses = organisation(at('Biel'), clinic)?.underWay.map((change) =>
    agreeToChange(ledger, id('Biel'), clinic, change.id),
  );
  for (const yes of yeses ?? []) {
    assert(yes.ok);
    assert((await at('Biel').writer.append('ledger', yes.value)).ok);
  }
  expect(organisation(at('Ana'), clinic)?.isContested).toBe(true);

  const screen = await visit(village.as('Ana'), '/decide/signers');
  await screen.getByLabelText(say.whichOne).selectOptions('Clinic');
  const one = screen.getByRole('radio', { name: say.signersAre(['Ana'], 1) });
  await expect.element(one).toBeInTheDocument();
  one.element().closest('label')?.click();
  await send(screen);
  await expect.poll(asked).toMatchObject([{ key: 'signers', account: clinic }]);
  await expect.element(screen.getByText(say.signersAre(['Ana'], 1))).toBeVisible();
});

test('an hour signed by who was dropped is put to all, from where it stands', async () => {
  const next = { threshold: 1, signers: [id('Biel')] };
  assert((await proposeSigners(at('Ana'), clinic, next)).ok);
  const [change] = organisation(at('Biel'), clinic)?.underWay ?? [];
  assert(change);
  const yes = agreeToChange(at('Biel').replica.ledger, id('Biel'), clinic, change.id);
  const help = await recordHelp(at('Didac'), {
    with: clinic,
    as: null,
    iHelped: true,
    minutes: 60 as Minutes,
    day: at('Didac').today(),
    category: null,
    text: '',
    instead: null,
  });
  assert(help.ok);
  assert(yes.ok);
  assert((await at('Biel').writer.append('ledger', yes.value)).ok);
  // Whoever was dropped signs on: it counts, and carries its mark.
  const again = {
    type: 'transfer.confirm' as const,
    proposal: help.value,
    as: clinic,
  };
  assert((await at('Ana').writer.append('ledger', again)).ok);
  const line = () => at('Ana').replica.ledger.transfer(help.value, clinic);
  expect(line()).toMatchObject({ status: 'exists', mark: 'former' });
  const screen = await visit(village.as('Carme'), `/organisation/${clinic}`);
  await screen.getByRole('button', { name: say.doubt.ask }).click();
  await expect.poll(asked).toMatchObject([{ about: 'lines', stands: false }]);
});

test('a circle asks for no more of its people together than are in it', async () => {
  const screen = await visit(village.as('Ana'), '/decide/circle');
  const many = () =>
    screen
      .getByRole('group', { name: say.circleMany })
      .getByRole('radio')
      .elements()
      .map((radio) => radio.closest('label')?.textContent.trim());
  const add = async (name: string) => {
    const one = screen.getByRole('checkbox', { name });
    await expect.element(one).toBeInTheDocument();
    // The round itself is out of sight: its label is what a hand would touch.
    one.element().closest('label')?.click();
  };
  for (const name of ['Ana', 'Biel', 'Carme']) await add(name);
  await expect.poll(many).toEqual(['2', '3']);
  await expect
    .element(screen.getByRole('heading', { name: say.circleLabel }))
    .toBeVisible();
  screen.getByRole('radio', { name: '3' }).element().closest('label')?.click();
  await screen.getByRole('button', { name: say.leaveOut('Carme') }).click();
  await expect.poll(many).toEqual(['2']);
  await send(screen);
  await expect.poll(asked).toMatchObject([{ key: 'circle', value: { threshold: 2 } }]);
});
