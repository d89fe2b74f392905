import { assert, beforeEach, expect, test } from 'vitest';
import type { EntryId, LogId, Minutes } from '@manyhands/base';
import { decisionNotebookOf } from './decisions/index.ts';
import { sayHandOver } from './things/index.ts';
import { conversationsOf, conversationWith } from './conversation.ts';
import type { ConversationItem } from './conversation.ts';
import {
  giftsForMe,
  giveHelp,
  recordHelp,
  sayYes,
  sayThanksForGift,
  sign,
} from './hours/index.ts';
import { lettersOf } from './opened/index.ts';
import { peaceOf } from './safety/index.ts';
import {
  agree,
  arrangementNamed,
  arrangementsRead,
  meetingsOf,
  suggest,
  wordsOf,
} from './talk/index.ts';
import { postFor } from './testing/posting.ts';
import type { Village } from './testing/village.ts';
import { smallVillage } from './testing/villages.ts';

let village: Village;
const place = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const plan = { what: 'The hedge', day: null, minute: null, length: null, where: '' };

beforeEach(async () => {
  village = await smallVillage();
});

async function say(from: string, to: string, text: string): Promise<EntryId> {
  village.clock.minute += 1;
  const said = await wordsOf(place(from)).say(id(to), text);
  assert(said.ok, `it is said: ${JSON.stringify(said)}`);
  return said.value;
}

async function between(one: string, other: string): Promise<ConversationItem[]> {
  await wordsOf(place(one)).readWith(id(other));
  return conversationWith(village.as(one), id(other));
}

const named = (items: readonly ConversationItem[]): string[] =>
  items.map((item) => (item.kind === 'word' ? item.word.word.text : item.kind));

async function list(name: string) {
  conversationsOf(village.as(name));
  await wordsOf(place(name)).settled();
  return conversationsOf(village.as(name));
}

async function ask(from: string, to: string): Promise<EntryId> {
  const asked = await recordHelp(place(from), {
    iHelped: true,
    minutes: 30 as Minutes,
    day: place(from).today(),
    with: id(to),
    category: null,
    text: 'A shelf',
    instead: null,
  });
  assert(asked.ok, 'it is asked');
  return asked.value;
}

/** Everything that can happen between Ana and Biel, once. */
async function muchHappens(): Promise<void> {
  const pass = () => (village.clock.minute += 10);
  await meetingsOf(place('Carme')).suggest(id('Ana'), id('Biel'), 'You both keep bees');
  pass();
  await say('Ana', 'Biel', 'hello');
  const name = await postFor(village, 'Ana', 'Biel');
  pass();
  await suggest(place('Biel'), name, plan, '');
  await arrangementsRead(place('Ana'));
  const asked = arrangementNamed(place('Ana'), name);
  assert(asked, 'she is asked');
  await agree(place('Ana'), asked);
  pass();
  const recorded = await ask('Biel', 'Ana');
  assert((await sayYes(place('Ana'), recorded)).ok, 'she says yes');
  pass();
  const [hour] = village.as('Ana').hours;
  assert(hour, 'an hour of theirs');
  await village.as('Ana').sayThanks(hour, 'The hedge looks well');
  pass();
  await giveHelp(place('Ana'), {
    with: id('Biel'),
    iHelped: true,
    day: place('Ana').today(),
  });
  const [gift] = giftsForMe(place('Biel'));
  assert(gift, 'he is asked');
  await sign(place('Biel'), gift.signed.content);
  pass();
  await sayThanksForGift(place('Biel'), gift, 'So kind');
  pass();
  const { listing } = await postFor(village, 'Ana', 'Biel', {
    kind: 'thing',
    listing: '2c'.repeat(16) as never,
    title: 'A pram',
  });
  const pram = place('Ana').replica.board.listing(id('Ana'), listing);
  assert(pram, 'it is posted');
  await sayHandOver(place('Ana'), pram, { taker: id('Biel'), step: 'out' });
  pass();
  await say('Biel', 'Ana', 'thank you');
}

test('all that happened between two stands in one order on both sides', async () => {
  await muchHappens();
  const [hers, his] = [await between('Ana', 'Biel'), await between('Biel', 'Ana')];
  const order = [
    ...['introduction', 'hello', 'plan', 'hour', 'thanks', 'gift', 'thanks'],
    ...['handOver', 'thank you'],
  ];
  expect(named(hers)).toEqual(order);
  expect(named(his)).toEqual(order);
  expect(hers.map(({ key }) => key)).toEqual(his.map(({ key }) => key));
  expect(hers.map(({ when }) => when)).toEqual(his.map(({ when }) => when));
  // Each has its next step with who it waits for, and nobody else.
  expect(hers.filter(({ need }) => need)).toEqual([]);
  expect(his.filter(({ need }) => need)).toMatchObject([
    { kind: 'handOver', need: { kind: 'handOver' } },
  ]);
  expect(hers[0]).toMatchObject({ by: id('Carme'), meeting: { mine: null } });
  for (const name of ['Ana', 'Biel']) expect(await between('Carme', name)).toEqual([]);
});

test('an hour stands once, with where it stands now and who has to answer', async () => {
  await ask('Ana', 'Biel');
  expect(await between('Biel', 'Ana')).toMatchObject([
    { hour: { stage: 'answer' }, need: { kind: 'hour' }, by: id('Ana') },
  ]);
  expect(await between('Ana', 'Biel')).toMatchObject([
    { hour: { stage: 'asked' }, need: null },
  ]);
  await say('Ana', 'Biel', 'there it is');
  village.clock.minute += 5;
  const [hour] = village.as('Biel').waiting;
  assert(hour, 'it waits for him');
  await village.as('Biel').sayYes(hour);
  const [met] = village.as('Ana').hours;
  assert(met, 'both have signed');
  village.clock.minute += 5;
  await village.as('Ana').putRight(met);
  const items = await between('Biel', 'Ana');
  expect(named(items)).toEqual(['hour', 'there it is', 'hour']);
  expect(items).toMatchObject([
    { hour: { stage: 'met' } },
    {},
    { hour: { stage: 'answer', transfer: { kind: 'undo' } }, need: { kind: 'hour' } },
  ]);
});

test('a list of conversations: the newest first, with what is unread and what waits', async () => {
  await say('Carme', 'Ana', 'hello');
  await village.help('Ana', 'Didac', 30, { open: true, by: 'Didac' });
  await say('Biel', 'Ana', 'one');
  const last = await say('Biel', 'Ana', 'two');
  const found = await list('Ana');
  expect(found.map((each) => each.with.name)).toEqual(['Biel', 'Carme', 'Didac']);
  expect(found.map(({ unread, waiting }) => [unread, waiting])).toEqual([
    ...[
      [2, 0],
      [1, 0],
    ],
    [0, 1],
  ]);
  expect(found[0]?.last).toMatchObject({ kind: 'word', key: last });

  const words = wordsOf(place('Ana'));
  await words.markRead(await words.readWith(id('Biel')));
  await say('Ana', 'Carme', 'hello yourself');
  await peaceOf(place('Ana')).block(id('Didac'));
  const now = await list('Ana');
  expect(now.map((each) => [each.with.name, each.unread])).toEqual([
    ...[
      ['Carme', 0],
      ['Biel', 0],
    ],
  ]);
  expect(conversationWith(village.as('Ana'), id('Didac'))).toEqual([]);
});

test('a clock of tomorrow pins nothing to the top, and is not shown', async () => {
  const { minute } = village.clock;
  village.clock.minute = 2 ** 32 - 2;
  await say('Carme', 'Ana', 'hello');
  village.clock.minute = minute;
  await say('Biel', 'Ana', 'one');
  const found = await list('Ana');
  expect(found.map((each) => each.with.name)).toEqual(['Biel', 'Carme']);
  expect(found.map(({ last }) => last.when)).toEqual([minute + 1, null]);
  expect(found[1]).toMatchObject({ unread: 1 });
});

test('a word of mine is written, kept by some, and read once they have answered', async () => {
  const said = await say('Ana', 'Biel', 'hello');
  const state = async () =>
    (await between('Ana', 'Biel')).map((item) => item.kind === 'word' && item.state);
  expect(await state()).toEqual([{ is: 'written' }]);
  const entry = place('Ana').replica.entry(said);
  assert(entry, 'it stands');
  const stored = new Map<LogId, number>([[entry.logId, entry.seq + 1]]);
  const has = (name: string) =>
    place('Ana').hearAcks(place(name).membership.device, stored);
  has('Carme');
  expect(await state()).toEqual([{ is: 'kept', by: 1, isThere: false }]);
  has('Biel');
  expect(await state()).toEqual([{ is: 'kept', by: 2, isThere: true }]);
  await say('Biel', 'Ana', 'hello');
  expect(await state()).toEqual([{ is: 'read' }, null]);
});

test('what comes is told under `board`, and nothing else is asked again', async () => {
  await say('Biel', 'Ana', 'one');
  await between('Ana', 'Biel');
  // What this phone notes of decisions is read once, and told then.
  await decisionNotebookOf(place('Ana')).loaded();
  const heard: string[] = [];
  const ends = (['board', 'ledger', 'disk'] as const).map((topic) =>
    place('Ana').subscribe(topic, () => heard.push(topic)),
  );
  await say('Biel', 'Ana', 'two');
  expect(named(await between('Ana', 'Biel'))).toEqual(['one', 'two']);
  ends.forEach((end) => end());
  expect(new Set(heard)).toEqual(new Set(['board']));
  await lettersOf(place('Ana')).settled();
});
