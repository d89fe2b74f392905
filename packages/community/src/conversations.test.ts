/** What many conversations cost: by what is opened, and in the long form by the clock as well. */
import { assert, expect, test } from 'vitest';
import type { LogId, MemberId } from '@manyhands/base';
import { encodeWord, talkThreadOf } from '@manyhands/ledger';
import {
  conversationsOf,
  conversationWith,
  unreadConversations,
} from './conversation.ts';
import { readersOf, sealWords } from './opened/sealing.ts';
import { peaceOf } from './safety/index.ts';
import { wordsOf } from './talk/index.ts';
import { Village } from './testing/village.ts';
import { isThorough } from '@manyhands/testing';

const [pairs, wordsEach] = isThorough ? [300, 34] : [12, 10];

async function saidTo(
  village: Village,
  { from, to, turn, seen }: { from: string; to: string; turn: number; seen: number },
): Promise<void> {
  const { writer, replica } = village.placeOf(from);
  const [by, other] = [village.memberOf(from), village.memberOf(to)];
  const word = { from: by, to: other, turn, seen, text: `word ${String(turn)}` };
  const devices = [by, other].flatMap((each) => readersOf(replica, each));
  const thread = talkThreadOf(village.id, by, other);
  const sealed = await sealWords(devices, thread, encodeWord(word));
  assert((await writer.append('board', sealed)).ok, 'memory has room');
}

const lastOf = (village: Village, name: string) => {
  const last = village
    .placeOf(name)
    .replica.board.entriesOf(village.memberOf(name))
    .at(-1);
  assert(last, 'they have said something');
  return last;
};

const timed = async <T>(what: string, work: () => Promise<T> | T): Promise<T> => {
  const before = performance.now();
  const done = await work();
  if (isThorough) console.info(what, `${(performance.now() - before).toFixed(1)} ms`);
  return done;
};

test('a list of conversations opens what it shows, and a new word costs one opening', async () => {
  const village = await Village.found('Ana');
  const names = Array.from({ length: pairs }, (_, n) => `Biel (${String(n)})`);
  for (const name of names) await village.admit(name, { by: 'Ana' });
  for (let turn = 1; turn < wordsEach; turn += 2)
    for (const name of names) {
      await saidTo(village, { from: 'Ana', to: name, turn, seen: turn - 1 });
      await saidTo(village, { from: name, to: 'Ana', turn: turn + 1, seen: turn });
    }
  const [first = ''] = names;
  const place = village.placeOf('Ana');
  const community = village.as('Ana');
  let opened = 0;
  const openSealed = place.openSealed.bind(place);
  place.openSealed = (sealed) => {
    opened += 1;
    return openSealed(sealed);
  };
  const idOf = (name: string): MemberId => village.memberOf(name);

  // All is read but the last word of each, on a phone that has just been opened.
  const places = names.map((name): [LogId, number] => {
    const { logId, seq } = lastOf(village, name);
    return [logId, seq];
  });
  await peaceOf(place).markReadUpTo(new Map(places));
  expect(unreadConversations(community)).toEqual([]);

  await timed('the list, first', () => conversationsOf(community));
  await timed('its words', () => wordsOf(place).settled());
  const list = await timed('the list, again', () => conversationsOf(community));
  expect(list).toHaveLength(pairs);
  expect(list.every(({ unread }) => unread === 1)).toBe(true);
  expect(opened).toBe(2 * pairs);

  opened = 0;
  await timed('one conversation', async () => {
    await wordsOf(place).readWith(idOf(first));
    return conversationWith(community, idOf(first));
  });
  expect(opened).toBe(wordsEach - 2);

  opened = 0;
  await saidTo(village, { from: first, to: 'Ana', turn: wordsEach + 1, seen: 1 });
  await timed('a new word', async () => {
    conversationsOf(community);
    await wordsOf(place).settled();
    return conversationsOf(community);
  });
  expect(opened).toBe(1);
  expect(conversationsOf(community).find(({ unread }) => unread === 2)?.with.id).toBe(
    idOf(first),
  );
  // Those with something unread alone, and of each the same as in the whole list.
  expect(unreadConversations(community)).toEqual(conversationsOf(community));
  const [, ...others] = names;
  const read = others.map((name): [LogId, number] => {
    const { logId, seq } = lastOf(village, name);
    return [logId, seq + 1];
  });
  await peaceOf(place).markReadUpTo(new Map(read));
  expect(unreadConversations(community).map((each) => each.with.id)).toEqual([
    idOf(first),
  ]);
}, 600_000);
