import type { DeviceKey, Minutes, MinuteOfTime } from '@manyhands/base';
import { assert } from '@manyhands/base';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { encodePage } from '@manyhands/replica';
import { LogBuilder, entriesOfMiB, writeMuch } from '@manyhands/testing';
import { nameDevice, switchOffDevices } from '@manyhands/community/devices';
import { bigVillage, newVillage, seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;
beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

const see = () => visit(village.as('Ana'), '/kept');
type Screen = Awaited<ReturnType<typeof see>>;
const reads = (screen: Screen, text: string | RegExp) =>
  expect.element(screen.getByText(text).first()).toBeVisible();
const deviceOf = (name: string): DeviceKey => village.placeOf(name).membership.device;
const now = () => village.placeOf('Ana').now();

/** Ana asks for an hour and a half. */
async function ask(): Promise<void> {
  const asked = await village.as('Ana').record({
    with: village.memberOf('Biel'),
    iHelped: false,
    minutes: 90 as Minutes,
    day: village.as('Ana').today,
    category: null,
    text: 'The tap is quiet.',
    instead: null,
  });
  assert(asked.ok, 'Ana may ask');
}

test('with nobody else it says so, and what would help', async () => {
  village = await newVillage();
  const screen = await see();
  await reads(screen, 'Nobody else has this yet');
  await reads(screen, /what you show of yourself and the agreement itself$/i);
  await reads(screen, 'No member has a copy yet.');
  await reads(screen, /^Nobody right now/);
  await reads(screen, /^This is the only one/);
});

test('the line at home leads here', async () => {
  const screen = await visit(village.as('Ana'), '/home');
  await screen.getByRole('link', { name: 'See where' }).click();
  const heading = screen.getByRole('heading', { name: 'Where your hours are kept' });
  await expect.element(heading).toBeVisible();
});

test('what was asked just now is with nobody, and is there once somebody has stored it', async () => {
  const ana = village.placeOf('Ana');
  ana.hear({ acks: village.acksOf(['Biel', 'Carme']) });
  const screen = await see();
  await reads(screen, 'Somebody else has a copy of everything you wrote.');
  await ask();
  // The words sealed with it are part of the hour, and not counted beside it.
  await reads(screen, /^an hour you asked about$/i);
  await reads(screen, 'Biel helped you');
  await reads(screen, /^Everything except an hour you asked about · /);

  ana.hear({ acks: new Map([...ana.acks(), ...village.acksOf(['Biel'])]) });
  await reads(screen, 'Somebody else has a copy of everything you wrote.');
  await reads(screen, /^Everything · /);
  await reads(screen, /^Everything except an hour you asked about · /);
});

test('who is here comes first, then who has all, then who was met last', async () => {
  const ana = village.placeOf('Ana');
  const acks = village.acksOf(['Biel', 'Carme']);
  await ask();
  const met = new Map([
    [deviceOf('Carme'), (now() - 3 * 1_440) as MinuteOfTime],
    [deviceOf('Didac'), (now() - 10) as MinuteOfTime],
  ]);
  ana.hear({
    acks: new Map([...acks, ...village.acksOf(['Carme'])]),
    met,
    linked: [village.memberOf('Biel')],
  });
  const screen = await see();
  await reads(
    screen,
    'Everything except an hour you asked about · online with you now',
  );
  await reads(screen, 'Everything · last online together Saturday');
  await reads(screen, /^Nothing of yours yet · last online together today at \d/);
  const names = screen.getByRole('link', { name: /^(Biel|Carme|Didac)/ }).elements();
  const shown = names.map(
    ({ textContent }) => /Biel|Carme|Didac/.exec(textContent)?.[0],
  );
  expect(shown).toEqual(['Biel', 'Carme', 'Didac']);
});

test('a clock that was set back tells no time that is yet to come', async () => {
  const met = new Map([[deviceOf('Biel'), (now() + 60) as MinuteOfTime]]);
  village.placeOf('Ana').hear({ acks: village.acksOf(['Biel']), met });
  const screen = await see();
  await reads(screen, 'Everything · online together before');
});

test('my own phones are told apart, by the name they have here', async () => {
  await village.addDevice('Ana', 'Ana’s laptop');
  await nameDevice(
    village.as('Ana').place.notes,
    deviceOf('Ana’s laptop'),
    'The laptop',
  );
  village.placeOf('Ana').hear({ acks: village.acksOf(['Ana’s laptop']) });
  const screen = await see();
  await reads(screen, 'The laptop');
  await reads(screen, 'Everything · online together before');
  await reads(screen, 'No member has a copy yet.');
});

test('a phone that its owner has switched off, and who has left, keep nothing for me', async () => {
  await village.addDevice('Biel', 'Biel’s lost phone');
  const lost = deviceOf('Biel’s lost phone');
  village.placeOf('Ana').hear({ acks: village.acksOf(['Biel’s lost phone', 'Carme']) });
  const screen = await see();
  await reads(screen, 'Also kept by 2 members');
  expect((await switchOffDevices(village.as('Biel').place, [lost])).ok).toBe(true);
  await reads(screen, 'Also kept by 1 member');
  await village.as('Carme').leaving.say();
  await reads(screen, 'No member has a copy yet.');
});

/** More of Biel comes than a phone takes at once (replica/R11). */
async function flood(): Promise<void> {
  const { membership, device, replica } = village.placeOf('Biel');
  const { member } = membership;
  const entries = [...replica.board.entriesOf(member)].sort((a, b) => a.seq - b.seq);
  const hand = { member, device: membership.device, signing: device };
  const from = entries.length;
  const log = new LogBuilder(replica.community, 'board', hand, entries);
  await writeMuch(log, 8 * entriesOfMiB);
  for (let at = from; at < log.entries.length; at += 32) {
    const page = encodePage({ evidence: [], runs: [log.run(at, at + 32)] });
    await replica.receive(page, { type: 'message' });
  }
}

test('of whom much came at once is said, as long as some of it waits', async () => {
  const screen = await see();
  await reads(screen, 'Where your hours are kept');
  expect(screen.getByText(/bit by bit/).elements()).toEqual([]);
  await flood();
  village.placeOf('Ana').hear({});
  await reads(screen, 'A lot came from Biel at once. The rest comes bit by bit.');
});

test('of a thousand members a look’s worth is shown, and the rest when asked', async () => {
  village = await bigVillage(120);
  const names = ['Biel', 'Carme', 'Didac', ...crowd(120)];
  village.placeOf('Ana').hear({ acks: village.acksOf(names) });
  const screen = await see();
  const rows = () => screen.getByText(/^Everything · /).elements().length;
  await expect.poll(rows).toBe(6);
  await screen.getByText('113 more').click();
  await expect.poll(rows).toBe(119);
});

const crowd = (members: number): string[] =>
  Array.from({ length: members - 4 }, (_, i) => {
    const n = i + 4;
    return `${['Ana', 'Biel', 'Carme', 'Didac'][n % 4] ?? ''} ${n}`;
  });
