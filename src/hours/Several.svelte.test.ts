import { err } from '@manyhands/base';
import { openOne } from '@manyhands/community/accounts';
import { listDrafts } from '@manyhands/community/hours';
import { afterEach, assert, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

type Screen = Awaited<ReturnType<typeof visit>>;

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const ana = () => village.as('Ana');
const waitingFor = (name: string) =>
  village.as(name).waiting.map(({ transfer }) => transfer.minutes);
/** Their box or round is hidden: the name is what one taps. */
async function pick(box: Locator) {
  await expect.element(box).toBeInTheDocument();
  const label = box.element().closest('label');
  assert(label);
  await page.elementLocator(label).click();
}
/** The first by a tap, and each further one after it. */
async function choose(screen: Screen, ...names: readonly string[]) {
  const [first, ...others] = names;
  assert(first);
  await pick(screen.getByRole('radio', { name: first }));
  await screen.getByRole('button', { name: 'Add another person' }).click();
  for (const name of others) await pick(screen.getByRole('checkbox', { name }));
}
const reads = (screen: Screen, text: string | RegExp) =>
  expect.element(screen.getByText(text).first()).toBeVisible();
/** The writes of this phone from this one on fail, or never end. */
function fromWrite(many: number, instead: 'fails' | 'hangs') {
  const { writer } = ana().place;
  const append = writer.append.bind(writer);
  let written = 0;
  let go: (() => void) | null = null;
  const spy = vi.spyOn(writer, 'append').mockImplementation(async (...entry) => {
    written += 1;
    if (written < many) return append(...entry);
    if (instead === 'fails') return err({ type: 'StoreFull' });
    await new Promise<void>((resolve) => (go = resolve));
    return append(...entry);
  });
  return { spy, go: () => go?.() };
}

test('[community/C31] by keyboard: I helped three, each is asked, and it says where each stands', async () => {
  const screen = await visit(ana(), '/record');
  await expect.element(screen.getByRole('radio', { name: 'Biel' })).toBeInTheDocument();
  // With nobody chosen there is nobody to add.
  const add = screen.getByRole('button', { name: 'Add another person' });
  await expect.element(add).not.toBeInTheDocument();
  screen.getByRole('radio', { name: 'Biel' }).element().focus();
  await userEvent.keyboard(' ');
  await expect.element(add).toBeVisible();
  add.element().focus();
  await userEvent.keyboard('{Enter}');
  // It leads on to who else there is, and from one to the next.
  await expect.element(screen.getByRole('checkbox', { name: 'Carme' })).toHaveFocus();
  await userEvent.keyboard(' ');
  await expect.element(screen.getByRole('checkbox', { name: 'Didac' })).toHaveFocus();
  await userEvent.keyboard(' ');
  await expect
    .element(screen.getByText(/^You helped/))
    .toHaveTextContent(
      'You helped Biel, Carme and Didac, 1 h each, today. 3 people will be asked: 3 h altogether.',
    );
  screen.getByRole('button', { name: 'Ask 3 people' }).element().focus();
  await userEvent.keyboard('{Enter}');

  await expect
    .element(screen.getByRole('heading', { name: '3 people have been asked' }))
    .toHaveFocus();
  for (const name of ['Biel', 'Carme', 'Didac']) {
    await reads(screen, `Waiting for ${name}`);
    expect(waitingFor(name)).toEqual([60]);
  }
  expect(await listDrafts(ana().place.notes)).toEqual({ ok: true, value: [] });

  // Each as ever: taken back, and nobody else with it.
  await screen.getByRole('button', { name: 'Take back (Carme)' }).click();
  await reads(screen, 'Taken back. No hours have changed.');
  expect(waitingFor('Carme')).toEqual([]);
  expect(waitingFor('Didac')).toEqual([60]);
  await screen.getByRole('button', { name: 'Record another' }).click();
  await expect.element(screen.getByRole('radio', { name: 'Biel' })).not.toBeChecked();
});

test('with one left out there are two, and with one alone it is as ever', async () => {
  const screen = await visit(ana(), '/record');
  await choose(screen, 'Biel', 'Carme', 'Didac');
  await screen.getByRole('button', { name: 'Leave out Biel' }).click();
  await expect
    .element(screen.getByRole('button', { name: 'Ask 2 people' }))
    .toBeVisible();
  await screen.getByRole('button', { name: 'Leave out Carme' }).click();
  await screen.getByRole('button', { name: 'Ask Didac' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Didac has been asked' }))
    .toBeVisible();
  expect(waitingFor('Didac')).toEqual([60]);
  expect(waitingFor('Biel')).toEqual([]);
});

test('[community/C31] they all helped me: what I would have to give back is all of it', async () => {
  await village.help('Biel', 'Ana', 530);
  const screen = await visit(ana(), '/record');
  await screen.getByText('Someone helped me').click();
  await choose(screen, 'Biel', 'Carme');
  await reads(screen, /^Biel and Carme helped you, 1\sh each, today\./);
  await reads(screen, /You would then have 10\sh\s50 to give back/);
  // Help for thanks alone is between two.
  expect(screen.getByText('No hours, just thanks').elements()).toEqual([]);
  await screen.getByRole('button', { name: 'Ask 2 people' }).click();
  await reads(screen, 'Waiting for Biel');
  expect(village.as('Carme').waiting).toMatchObject([{ iHelped: true }]);
});

test('[community/C31] a full disk in the middle: who was asked is said, and only the others are asked again', async () => {
  const { spy } = fromWrite(2, 'fails');
  const screen = await visit(ana(), '/record');
  await choose(screen, 'Biel', 'Carme', 'Didac');
  await screen.getByRole('button', { name: 'Ask 3 people' }).click();
  await reads(screen, 'Asked already: Biel.');
  await reads(screen, 'Not asked yet: Carme and Didac.');
  await expect.element(screen.getByRole('alert')).toBeVisible();
  expect(screen.getByRole('checkbox', { name: 'Biel' }).elements()).toEqual([]);
  spy.mockRestore();
  await screen.getByRole('button', { name: 'Ask 2 people' }).click();
  await expect
    .element(screen.getByRole('heading', { name: '3 people have been asked' }))
    .toBeVisible();
  for (const name of ['Biel', 'Carme', 'Didac']) expect(waitingFor(name)).toEqual([60]);
});

test('[community/C31] a phone that died in between takes it up, and nobody is asked twice', async () => {
  const { spy } = fromWrite(3, 'hangs');
  const screen = await visit(ana(), '/record');
  await choose(screen, 'Biel', 'Carme', 'Didac');
  await screen.getByRole('button', { name: 'Ask 3 people' }).click();
  await expect.poll(() => spy.mock.calls.length).toBe(3);
  await screen.unmount();
  spy.mockRestore();

  const again = await visit(ana());
  await again.getByRole('link', { name: /Biel, Carme and Didac/ }).click();
  await expect
    .element(again.getByRole('heading', { name: 'Asked already' }))
    .toBeVisible();
  await reads(again, 'Waiting for Carme');
  await again.getByRole('button', { name: 'Ask Didac' }).click();
  await expect
    .element(again.getByRole('heading', { name: '3 people have been asked' }))
    .toBeVisible();
  for (const name of ['Biel', 'Carme', 'Didac']) expect(waitingFor(name)).toEqual([60]);
});

test('[community/C31] over a second it says how far it is, and can be stopped', async () => {
  const { go } = fromWrite(2, 'hangs');
  const screen = await visit(ana(), '/record');
  await choose(screen, 'Biel', 'Carme', 'Didac');
  await screen.getByRole('button', { name: 'Ask 3 people' }).click();
  await expect
    .element(
      screen.getByRole('progressbar', { name: 'Asking them, one after the other' }),
    )
    .toHaveAttribute('aria-valuetext', '1 of 3');
  await screen.getByRole('button', { name: 'Stop' }).click();
  go();
  await reads(screen, 'You stopped it.');
  await reads(screen, 'Asked already: Biel and Carme.');
  expect(waitingFor('Didac')).toEqual([]);
});

test('[community/C31] for the clinic: of whom too few others sign it says why not, and the others are asked', async () => {
  const said = {
    kind: 'organisation',
    name: 'Clinic',
    words: '',
    threshold: 2,
  } as const;
  const others = [village.memberOf('Biel')];
  const clinic = await openOne(ana().place, { ...said, others });
  assert(clinic.ok);
  const screen = await visit(ana(), `/record/for/${clinic.value}`);
  await choose(screen, 'Biel', 'Carme', 'Didac');
  await reads(screen, /^Biel cannot be asked\. Too few people sign for it/);
  await reads(screen, /^Clinic helped Carme and Didac, 1\sh each, today\./);
  await screen.getByRole('button', { name: 'For Clinic: ask 2 people' }).click();
  await expect
    .element(screen.getByRole('heading', { name: '2 people have been asked' }))
    .toBeVisible();
  await reads(screen, 'Waiting for 1 more yes');
  await reads(screen, /^Biel cannot be asked\./);
  expect(village.as('Carme').waiting).toMatchObject([
    { transfer: { proposer: clinic.value, minutes: 60 } },
  ]);
  expect(village.as('Biel').waiting).toEqual([]);
  await screen.getByRole('button', { name: 'Take back (Carme)' }).click();
  await reads(screen, 'Taken back');
  expect(village.as('Carme').waiting).toEqual([]);
  await screen.getByRole('link', { name: 'Clinic', exact: true }).click();
  await expect
    .element(screen.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Clinic');
});
