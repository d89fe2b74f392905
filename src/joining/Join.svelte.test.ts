import type { CommunityId } from '@manyhands/base';
import { assert } from '@manyhands/base';
import { encodeInvite, encodePoster } from '@manyhands/ledger';
import type { Charter } from '@manyhands/ledger';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { categoryOf, readAgreed, versionOf } from '@manyhands/community/people';
import { openApp } from '../specimen/doorstep.ts';
import type { Doorstep } from '../specimen/doorstep.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import { visit } from '../specimen/visit.ts';

const invite = encodeInvite({
  community: '11'.repeat(32) as CommunityId,
  seed: '22'.repeat(16),
  lobby: '33'.repeat(16),
  relays: [],
  name: 'Riverside',
  inviter: 'Ana',
});

let app: Doorstep;

beforeEach(() => page.viewport(360, 760));
afterEach(() => app.phone.erase());

const name = () => app.screen.getByRole('textbox', { name: 'What is your name?' });
const press = (button: string) =>
  app.screen.getByRole('button', { name: button, exact: true }).click();
const findOut = 'I don’t know yet';

/** By taps alone, passing over what can be passed over. */
async function joinAs(somebody: string): Promise<void> {
  await name().fill(somebody);
  for (const button of ['Go on', findOut, 'Join']) await press(button);
}
/** Nobody listens here: the agreement comes with the members. */
const agreementComes = () =>
  app.screen.getByText(/^Here you see what Riverside agreed on, as soon as one of its/);
const heading = (text: string) => app.screen.getByRole('heading', { name: text });

test('a name is typed, the rest is taps: strengths first, then what would be good to have', async () => {
  app = await openApp(`#j/${invite}`);
  await expect.element(heading('Join Riverside')).toHaveFocus();
  await expect.element(app.screen.getByText('Ana invites you.')).toBeVisible();
  // What this is stands above the first question.
  for (const what of ['Neighbours help each other here', 'no money in it']) {
    const sentence = app.screen.getByText(what);
    await expect.element(sentence).toBeVisible();
    const { bottom } = sentence.element().getBoundingClientRect();
    expect(bottom).toBeLessThan(name().element().getBoundingClientRect().top);
  }
  await expect
    .element(app.screen.getByText('they can work out each other’s hours'))
    .toBeVisible();
  await expect.element(app.screen.getByText('Step 1 of 3')).toBeVisible();
  await name().fill('Biel');
  await press('Go on');

  await expect.element(app.screen.getByText('Step 2 of 3')).toBeVisible();
  await expect
    .element(heading('Biel, what could you do for a neighbour?'))
    .toHaveFocus();
  const first = app.screen.getByRole('group', { name: 'Any day' });
  await expect
    .element(first.getByRole('checkbox', { name: 'Keep someone company' }))
    .toBeInTheDocument();
  await app.screen.getByText('Mend things').click();
  await app.screen.getByText('Mind children').click();
  await app.screen.getByText('Mend things').click();
  await press('Go on');

  await expect.element(heading('And what would help you?')).toHaveFocus();
  await app.screen.getByText('A lift now and then').click();
  await expect.element(agreementComes()).toBeVisible();
  await press('Join');

  await expect.element(heading('Almost there')).toBeVisible();
  expect(location.hash).toMatch(/^#\/p\/[0-9a-f]{16}\/home$/);
  const community = app.phone.community;
  expect(community?.me).toMatchObject({ name: 'Biel', isMember: false });
  expect(community?.me.skills.map(categoryOf)).toEqual(['children']);
  const wishes = community?.place.replica.board.wishesOf(community.me.id);
  expect(wishes?.categories.map(categoryOf)).toEqual(['lift']);
});

describe('what a community agreed on', () => {
  const charter = {
    name: 'Riverside',
    words: 'Nobody has to say why they say no.',
    limit: 1_200,
    unit: 'acorn',
  } as Charter;
  const agreement = () => app.screen.getByText(charter.words);

  test('is asked for once somebody goes on, and stands above the button that agrees to it', async () => {
    app = await openApp(`#j/${invite}`);
    const ask = vi.spyOn(app.phone, 'readCharter').mockResolvedValue(charter);
    await name().fill('Biel');
    expect(ask).not.toHaveBeenCalled();
    for (const button of ['Go on', findOut]) await press(button);
    await expect.element(heading('What Riverside agreed on')).toBeVisible();
    await expect.element(agreement()).toBeVisible();
    await expect.element(app.screen.getByText('You can be 20 h behind')).toBeVisible();
    await expect
      .element(app.screen.getByText('When you join, you say yes to them.'))
      .toBeVisible();
    expect(ask).toHaveBeenCalledTimes(1);
    await press('Join');
    await expect.element(heading('Almost there')).toBeVisible();
    expect(ask.mock.calls[0]?.[1].aborted).toBe(true);
    const { notes } = app.phone.community?.place ?? {};
    assert(notes, 'the place is open');
    expect(await readAgreed(notes)).toMatchObject({
      value: { version: versionOf(charter) },
    });
  });

  test('waits behind a tap where it would push the button from under a finger', async () => {
    await page.viewport(360, 780);
    app = await openApp(`#j/${invite}`);
    let tell: (charter: Charter) => void = () => undefined;
    vi.spyOn(app.phone, 'readCharter').mockReturnValue(
      new Promise((resolve) => (tell = resolve)),
    );
    await name().fill('Biel');
    for (const button of ['Go on', findOut]) await press(button);
    const join = app.screen.getByRole('button', { name: 'Join' });
    const top = () => join.element().getBoundingClientRect().top;
    join.element().scrollIntoView({ block: 'center' });
    const before = top();
    tell(charter);
    const read = app.screen.getByRole('button', { name: 'Read it first' });
    await expect.element(read).toBeVisible();
    expect(top()).toBe(before);
    await expect.element(agreement()).not.toBeInTheDocument();
    await read.click();
    await expect.element(agreement()).toBeVisible();
    await join.click();
    await expect.element(heading('Almost there')).toBeVisible();
    const { notes } = app.phone.community?.place ?? {};
    assert(notes, 'the place is open');
    expect(await readAgreed(notes)).toMatchObject({
      value: { version: versionOf(charter) },
    });
  });

  test('is not agreed to by whoever could not read it', async () => {
    app = await openApp(`#j/${invite}`);
    let tell: (charter: Charter) => void = () => undefined;
    vi.spyOn(app.phone, 'readCharter').mockReturnValue(
      new Promise((resolve) => (tell = resolve)),
    );
    await joinAs('Biel');
    tell(charter);
    await expect.element(heading('Almost there')).toBeVisible();
    const { notes } = app.phone.community?.place ?? {};
    assert(notes, 'the place is open');
    expect(await readAgreed(notes)).toEqual({ ok: true, value: null });
  });
});

test('nobody stands there empty-handed: with nothing tapped one finds out with the others', async () => {
  app = await openApp(`#j/${invite}`);
  await name().fill('Biel');
  await press('Go on');
  await expect
    .element(app.screen.getByRole('button', { name: 'Go on' }))
    .not.toBeInTheDocument();
  await press(findOut);
  await press('Back');
  await app.screen.getByText('Cook for others').click();
  await press('Back');
  await expect.element(name()).toHaveValue('Biel');
  await press('Go on');
  await expect
    .element(app.screen.getByRole('checkbox', { name: 'Cook for others' }))
    .toBeChecked();
  await press('Go on');
  await press('Join');
  await expect.element(heading('Almost there')).toBeVisible();
  const community = app.phone.community;
  expect(community?.me.skills.map(categoryOf)).toEqual(['food']);
  // What was not said is not written down.
  const written = community?.place.replica.board.entriesOf(community.me.id);
  expect(written?.map(({ content }) => content.type)).toEqual(['profile']);
});

test('without a name nobody joins, and the field says so', async () => {
  app = await openApp(`#j/${invite}`);
  await press('Go on');

  await expect.element(app.screen.getByText('Please write your name.')).toBeVisible();
  await expect.element(name()).toHaveFocus();
  expect(app.phone.memberships).toEqual([]);
});

test('somebody who is in already goes there; somebody else can join beside them', async () => {
  app = await openApp(`#j/${invite}`);
  await joinAs('Biel');
  await expect.element(heading('Almost there')).toBeVisible();
  const first = app.phone.community?.address;
  app.router.go({ name: 'join', text: invite });

  await expect.element(heading('Riverside is on this device already')).toBeVisible();
  await app.screen.getByRole('button', { name: 'Open it' }).click();
  await expect.element(heading('Almost there')).toBeVisible();
  expect(location.hash).toContain(first);

  app.router.go({ name: 'join', text: invite });
  await app.screen.getByRole('button', { name: 'Somebody else joins' }).click();
  await joinAs('Carme');
  await expect.poll(() => app.phone.community?.me.name).toBe('Carme');
  expect(app.phone.memberships).toHaveLength(2);
});

test('a second person of this phone comes in by a poster', async () => {
  const poster = encodePoster({
    community: '11'.repeat(32) as CommunityId,
    seed: '44'.repeat(16),
    lobby: '33'.repeat(16),
    relays: [],
    name: 'Riverside',
  });
  app = await openApp(`#j/${invite}`);
  await joinAs('Biel');
  await expect.element(heading('Almost there')).toBeVisible();
  app.router.go({ name: 'knock', text: poster });

  await expect.element(heading('Riverside is on this device already')).toBeVisible();
  await press('Somebody else joins on this device');
  await name().fill('Carme');
  await expect.element(app.screen.getByText(/^You promise nothing yet/)).toBeVisible();
  await press('Knock');
  await expect.poll(() => app.phone.community?.me.name).toBe('Carme');
  expect(app.phone.memberships).toHaveLength(2);
});

test.each([invite.slice(0, -9), `${invite}AAAA`, '', 'x', '%F0%9F%99%82'])(
  'a damaged invite (%#) is one sentence, and nobody joins',
  async (text) => {
    app = await openApp(`#j/${text}`);

    await expect
      .element(app.screen.getByRole('alert'))
      .toHaveTextContent('Part of this invitation is missing. Nothing is lost.');
    expect(app.phone.memberships).toEqual([]);
  },
);

test('in Safari on an iPhone the link can be copied for the app', async () => {
  Object.defineProperty(navigator, 'standalone', { value: false, configurable: true });
  app = await openApp(`#j/${invite}`);

  await expect
    .element(app.screen.getByRole('textbox', { name: 'Copy for the app' }))
    .toHaveValue(location.href);
  Reflect.deleteProperty(navigator, 'standalone');
});

describe('a member’s device has said no', () => {
  test.each([
    ['InviteUsed', 'Somebody has already joined with this invitation.'],
    ['InviteClosed', 'This invitation has been taken back.'],
    ['InviteUnknown', 'Nobody in the community knows this invitation yet.'],
  ] as const)('%s', async (refusal, sentence) => {
    const village = await seenSmallVillage();
    const newcomer = await village.knock('Biel');
    village.placeOf('Biel').hear({ refusal });
    const screen = await visit(newcomer);

    await expect.element(screen.getByRole('alert')).toHaveTextContent(sentence);
  });
});
