import { assert, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { err } from '@manyhands/base';
import type { AccountId, EntryId, Minutes } from '@manyhands/base';
import { evenly, openOne, potHere, shareOut } from '@manyhands/community/accounts';
import { recordHelp, sayYes, takeBack } from '@manyhands/community/hours';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

const say = later().organisations;
let village: ScreenVillage;
let clinic: AccountId;

const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
type Screen = Awaited<ReturnType<typeof visit>>;
const oneHour = (name: string) => say.shareOne(name, 60);
const press = (screen: Screen, name: string) =>
  screen.getByRole('button', { name, exact: true }).click();
/** The round itself is out of sight: its label is what a hand would touch. */
async function choose(screen: Screen, name: string | RegExp): Promise<void> {
  const radio = screen.getByRole('radio', { name });
  const one = radio.or(screen.getByRole('checkbox', { name })).first();
  await expect.element(one).toBeInTheDocument();
  one.element().closest('label')?.click();
}

async function open(by: string, name: string, others: string[], threshold: number) {
  const kind = name === 'Pot' ? ('pot' as const) : ('organisation' as const);
  const draft = { kind, name, words: 'Weekdays from nine', threshold };
  const opened = await openOne(at(by), { ...draft, others: others.map(id) });
  assert(opened.ok);
  return opened.value;
}

async function helps(by: string, minutes: number, as: AccountId | null = null) {
  const asked = await recordHelp(at(by), {
    with: as === null ? clinic : id('Didac'),
    as,
    iHelped: true,
    minutes: minutes as Minutes,
    day: at(by).today(),
    category: null,
    text: '',
    instead: null,
  });
  assert(asked.ok);
  return asked.value;
}

const signs = async (by: string, proposal: EntryId) =>
  expect(await sayYes(at(by), proposal, clinic)).toMatchObject({ ok: true });

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana');
  for (const name of ['Biel', 'Carme', 'Didac'])
    await village.admit(name, { by: 'Ana' });
  clinic = await open('Ana', 'Clinic', ['Biel', 'Carme'], 2);
});

test('an empty list speaks, and leads to adding one', async () => {
  const fresh = await ScreenVillage.found('Ana');
  const screen = await visit(fresh.as('Ana'), '/organisations');
  await expect.element(screen.getByText(say.emptyText)).toBeVisible();
  await screen.getByRole('link', { name: say.add }).click();
  await expect.element(screen.getByLabelText(say.name)).toBeVisible();
});

test('one is added in three steps, with a warning where another is called like it', async () => {
  const screen = await visit(village.as('Didac'), '/newOrganisation');
  await press(screen, say.next);
  await expect
    .element(screen.getByText(later().trouble.nameMissing.what))
    .toBeVisible();
  await screen.getByLabelText(say.name).fill('clínic');
  await expect.element(screen.getByText(say.alike('Clinic'))).toBeVisible();
  await screen.getByLabelText(say.name).fill('School');
  await expect.element(screen.getByText(say.alike('Clinic'))).not.toBeInTheDocument();
  await press(screen, say.next);
  await choose(screen, 'Biel');
  await press(screen, say.next);
  await expect
    .element(screen.getByText(say.takes(2, 2), { exact: false }))
    .toBeVisible();
  await choose(screen, '1');
  await expect
    .element(screen.getByText(say.takes(1, 2), { exact: false }))
    .toBeVisible();
  await press(screen, say.openAct);
  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'School' }))
    .toBeVisible();
  await expect.element(screen.getByText(say.takes(1, 2))).toBeVisible();
});

test('its page shows what it has, gave and received, and who signs, to everybody', async () => {
  const asked = await helps('Didac', 120);
  await signs('Ana', asked);
  await signs('Biel', asked);
  const screen = await visit(village.as('Didac'), `/organisation/${clinic}`);
  await expect.element(screen.getByText(say.has('Clinic', -120))).toBeVisible();
  await expect
    .element(screen.getByRole('img', { name: say.yearText(0, 120) }))
    .toBeVisible();
  await expect.element(screen.getByText(say.takes(2, 3))).toBeVisible();
  await expect.element(screen.getByText(say.helped('Didac', 'Clinic'))).toBeVisible();
  await expect
    .element(screen.getByRole('link', { name: say.recordWith('Clinic') }))
    .toBeVisible();
  expect(screen.container.textContent).not.toContain(say.changeSigners);
});

test('recorded for the clinic: it stays in sight, and the other signers are asked', async () => {
  const screen = await visit(village.as('Ana'), '/record');
  await choose(screen, say.forIt('Clinic'));
  await choose(screen, 'Didac');
  await expect
    .element(
      screen.getByText(/^Clinic helped Didac, 1\sh, today\. Didac will be asked\./),
    )
    .toBeVisible();
  await expect.element(screen.getByText(say.moreSign(1))).toBeVisible();
  await press(screen, say.askFor('Clinic', 'Didac'));
  await expect.element(screen.getByText(say.waitsForSigners(1))).toBeVisible();
  const [line] = at('Ana').replica.ledger.transfersOf(clinic);
  expect(line).toMatchObject({ proposer: clinic, helper: clinic, helped: id('Didac') });
});

test('who signs for nothing is not asked as whom', async () => {
  const screen = await visit(village.as('Didac'), '/record');
  await choose(screen, 'Clinic');
  await expect
    .element(screen.getByText(/^You helped Clinic, 1\sh, today/))
    .toBeVisible();
  expect(screen.container.textContent).not.toContain(say.asWhom);
  await press(screen, later().record.ask('Clinic'));
  await expect
    .element(screen.getByText(words.hours.youHelped('Clinic')).first())
    .toBeVisible();
});

test('on a signer’s first page what waits for them says how many more it takes', async () => {
  await helps('Didac', 120);
  const screen = await visit(village.as('Biel'), '/home');
  const card = screen.getByRole('article', {
    name: say.saysHelpedIt('Didac', 'Clinic'),
  });
  await expect.element(card.getByText(say.moreAfterYours(1))).toBeVisible();
  await press(screen, say.yesFor('Clinic'));
  await expect.element(card).not.toBeInTheDocument();
  const carmes = await visit(village.as('Carme'), '/home');
  await expect.element(carmes.getByText(say.yesIsEnough)).toBeVisible();
  await press(carmes, say.yesFor('Clinic'));
  await expect.poll(() => at('Ana').replica.ledger.balanceOf(clinic)).toBe(-120);
});

test('who said yes and waits for the signers is told so', async () => {
  const asked = await helps('Ana', 60, clinic);
  expect(await sayYes(at('Didac'), asked)).toMatchObject({ ok: true });
  const screen = await visit(village.as('Didac'), `/hour/${asked}/${id('Didac')}`);
  await expect.element(screen.getByText(say.stillSigning('Clinic'))).toBeVisible();
});

test('other signers are suggested, and another says yes on their first page', async () => {
  const screen = await visit(village.as('Ana'), `/organisation/${clinic}/signers`);
  await expect
    .element(screen.getByText(say.signersLead(2), { exact: false }))
    .toBeVisible();
  await press(screen, say.leaveOut('Carme'));
  await choose(screen, 'Didac');
  await press(screen, say.suggest);
  await expect.element(screen.getByText(say.saidSoFar(1, 2))).toBeVisible();
  const biels = await visit(village.as('Biel'), '/home');
  await expect.element(biels.getByText(say.dropped('Carme'))).toBeVisible();
  await press(biels, say.agree);
  await expect
    .poll(() => at('Ana').replica.ledger.signsFor(id('Didac'), clinic))
    .toBe(true);
});

test('sharing out adds up, evenly and by hand, and refuses more than there is', async () => {
  const asked = await helps('Ana', 120, clinic);
  await sayYes(at('Didac'), asked);
  await signs('Carme', asked);
  const screen = await visit(village.as('Ana'), `/organisation/${clinic}/share`);
  await choose(screen, 'Biel');
  await expect.element(screen.getByText(say.left('Clinic', 0))).toBeVisible();
  await choose(screen, 'Didac');
  await expect.element(screen.getByText(/^Biel 1\sh and Didac 1\sh\./)).toBeVisible();
  await screen.getByRole('switch', { name: say.evenly }).click();
  const more = screen.getByRole('button', { name: words.hours.quarterMore }).first();
  await more.click();
  await expect
    .element(screen.getByText(/That is 15\smin more than Clinic has/))
    .toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: say.shareAct }))
    .toBeDisabled();
  await screen.getByRole('button', { name: words.hours.quarterLess }).first().click();
  await press(screen, say.shareAct);
  await expect
    .element(screen.getByText(say.gave('Clinic', 'Biel'), { exact: true }))
    .toBeVisible();
});

test('what is shared out and waits for a yes is said, and cannot be shared out twice', async () => {
  const asked = await helps('Ana', 120, clinic);
  await sayYes(at('Didac'), asked);
  await signs('Carme', asked);
  const both = ['Biel', 'Didac'].map(id);
  const shared = await shareOut(at('Ana'), clinic, evenly(120 as Minutes, both));
  assert(shared.ok);
  const waits = say.waitingShared(words.list(['Biel', 'Didac'].map(oneHour)));
  const screen = await visit(village.as('Carme'), `/organisation/${clinic}/share`);
  await expect.element(screen.getByText(waits)).toBeVisible();
  await expect.element(screen.getByText(say.nothingToShare('Clinic'))).toBeVisible();
  expect(screen.container.textContent).not.toContain(say.shareLead);
  // Taken back, there is something to share out again.
  assert((await takeBack(at('Ana'), shared.value, clinic)).ok);
  await expect.element(screen.getByText(say.shareLead)).toBeVisible();
  expect(screen.container.textContent).not.toContain(waits);
});

test('[community/C31] shared out in several, it says where it stopped, and the same tap asks for the rest', async () => {
  const bakery = await open('Ana', 'Bakery', [], 1);
  for (const minutes of [6_000, 630])
    assert((await sayYes(at('Didac'), await helps('Ana', minutes, bakery))).ok);
  const screen = await visit(village.as('Ana'), `/organisation/${bakery}/share`);
  await choose(screen, 'Biel');
  const { writer } = at('Ana');
  const append = writer.append.bind(writer);
  const full = vi
    .spyOn(writer, 'append')
    .mockImplementationOnce((...entry) => append(...entry))
    .mockResolvedValueOnce(err({ type: 'StoreFull' }));
  await press(screen, say.shareAct);
  const { several } = later();
  await expect
    .element(screen.getByText(several.asked(say.shareOne('Biel', 6_000))))
    .toBeVisible();
  await expect
    .element(screen.getByText(several.notAsked(say.shareOne('Biel', 630))))
    .toBeVisible();
  full.mockRestore();
  await press(screen, say.shareAct);
  await expect
    .element(screen.getByRole('heading', { level: 1, name: 'Bakery' }))
    .toBeVisible();
  const waiting = village.as('Biel').waiting.map(({ transfer }) => transfer.minutes);
  expect(waiting.toSorted((a, b) => a - b)).toEqual([630, 6_000]);
});

test('its page says above all else whom it has asked and who has not answered', async () => {
  const asked = await helps('Ana', 60, clinic);
  const screen = await visit(village.as('Biel'), `/organisation/${clinic}`);
  const waits = screen.getByText(say.waiting(oneHour('Didac')));
  await expect.element(waits).toBeVisible();
  await signs('Carme', asked);
  assert((await sayYes(at('Didac'), asked)).ok);
  await expect.element(waits).not.toBeInTheDocument();
});

test('who signs alone reads why its hours cannot be theirs, and is led to who signs', async () => {
  const bakery = await open('Ana', 'Bakery', [], 1);
  assert((await sayYes(at('Didac'), await helps('Ana', 60, bakery))).ok);
  const screen = await visit(village.as('Ana'), `/organisation/${bakery}/share`);
  await expect.element(screen.getByText(say.shareTooFew('Ana'))).toBeVisible();
  const choice = (name: string) => screen.getByRole('checkbox', { name });
  await expect.element(choice('Biel')).toBeInTheDocument();
  await expect.element(choice('Ana')).not.toBeInTheDocument();
  await screen.getByRole('link', { name: say.changeSigners }).click();
  await expect.element(screen.getByText(say.signersLead(1))).toBeVisible();
});

test('to share with oneself takes as many others as to give to somebody else', async () => {
  const asked = await helps('Ana', 60, clinic);
  await sayYes(at('Didac'), asked);
  await signs('Carme', asked);
  const screen = await visit(village.as('Ana'), `/organisation/${clinic}/share`);
  await choose(screen, 'Didac');
  await expect.element(screen.getByText(say.moreSign(1))).toBeVisible();
  await choose(screen, 'Ana');
  await expect.element(screen.getByText(say.moreSign(2))).toBeVisible();
  expect(screen.container.textContent).not.toContain(say.shareTooFew('Ana'));
});

test('all of it can go to one by hand, also when it is more than a day’s work', async () => {
  const bakery = await open('Ana', 'Bakery', [], 1);
  assert((await sayYes(at('Didac'), await helps('Ana', 1_200, bakery))).ok);
  const screen = await visit(village.as('Ana'), `/organisation/${bakery}/share`);
  await choose(screen, 'Biel');
  await screen.getByRole('switch', { name: say.evenly }).click();
  await screen.getByRole('button', { name: words.hours.quarterLess }).click();
  await expect.element(screen.getByText(say.left('Bakery', 15))).toBeVisible();
});

test('the pot is given more than a day’s work at once: it is typed', async () => {
  const pot = await open('Ana', 'Pot', ['Biel'], 1);
  const screen = await visit(village.as('Carme'), `/organisation/${pot}`);
  await press(screen, say.give);
  await expect.element(screen.getByRole('slider')).toBeInTheDocument();
  await screen.getByLabelText(words.hours.typeIt).fill('40:00');
  // Forty rounds to drag along would be no help.
  await expect.element(screen.getByRole('slider')).not.toBeInTheDocument();
  await press(screen, say.giveAct);
  await expect.element(screen.getByText(say.waitsForSigners(1))).toBeVisible();
  const [line] = at('Ana').replica.ledger.transfersOf(pot);
  expect(line).toMatchObject({ minutes: 2_400, helped: id('Carme') });
});

test('the pot is given hours with a word, and everybody reads it', async () => {
  const pot = await open('Ana', 'Pot', ['Biel'], 1);
  expect(potHere(at('Carme'))?.account).toBe(pot);
  const screen = await visit(village.as('Carme'), `/organisation/${pot}`);
  await press(screen, say.give);
  await screen.getByLabelText(say.why).fill('For whoever is new');
  await press(screen, say.giveAct);
  await expect.element(screen.getByText('For whoever is new')).toBeVisible();
  await expect.element(screen.getByText(say.waitsForSigners(1))).toBeVisible();
  await press(screen, say.ask);
  await press(screen, say.askAct);
  await expect.element(screen.getByText(say.gave('Pot', 'Carme'))).toBeVisible();
});
