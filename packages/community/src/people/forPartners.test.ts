import { assert, beforeEach, expect, test } from 'vitest';
import type { DeviceKey } from '@manyhands/base';
import { toHex, utf8Bytes } from '@manyhands/codec';
import { encodeForPartners, partnersThreadOf } from '@manyhands/ledger';
import {
  agree,
  arrangementsOf,
  arrangementsRead,
  suggest,
} from '../talk/arrangements.ts';
import { blankListing, postListing } from '../board/listings.ts';
import { readersOf, sealWords } from '../opened/sealing.ts';
import {
  keepPartnersTold,
  readWordsOf,
  tellNewPartners,
  tellPartners,
} from './forPartners.ts';
import { helpedWith } from '../hours/helpedWith.ts';
import { Village } from '../testing/village.ts';

const words = { free: [1, 4], access: 'A ramp', contact: 'The blue door' };

let village: Village;
const place = (name: string) => village.placeOf(name);
const readBy = (reader: string, member: string) =>
  readWordsOf(place(reader), village.memberOf(member));

beforeEach(async () => {
  village = await Village.found('Ana');
  for (const name of ['Biel', 'Carme', 'Didac'])
    await village.admit(name, { by: 'Ana' });
  await village.help('Ana', 'Biel', 60);
});

/** All bytes of the boards, as every member's disk has them. */
const boardBytes = (): string =>
  place('Ana')
    .replica.ledger.members()
    .flatMap(({ member }) => place('Ana').replica.board.entriesOf(member))
    .map(({ stored }) => toHex(stored))
    .join(' ');

test('a partner reads when, access and how to reach; no other member can', async () => {
  expect(await tellPartners(place('Ana'), words)).toMatchObject({ ok: true });

  expect(await readBy('Ana', 'Ana')).toMatchObject(words);
  expect(await readBy('Biel', 'Ana')).toMatchObject(words);
  for (const other of ['Carme', 'Didac']) expect(await readBy(other, 'Ana')).toBeNull();
  for (const text of ['A ramp', 'The blue door']) {
    expect(boardBytes()).not.toContain(toHex(utf8Bytes(text)));
  }
});

test('an hour that is not confirmed, or was put right, makes nobody a partner', async () => {
  await village.help('Ana', 'Carme', 30, { open: true });
  expect(helpedWith(place('Ana'))).toEqual([village.memberOf('Biel')]);
  const [hour] = village.as('Ana').hours.filter(({ stage }) => stage === 'met');
  assert(hour);
  await village.as('Ana').putRight(hour);
  const [asked] = village.as('Biel').waiting;
  assert(asked);
  await village.as('Biel').sayYes(asked);
  expect(helpedWith(place('Ana'))).toEqual([]);
});

test('who becomes a partner, and a new device, are told by my phone itself', async () => {
  await tellPartners(place('Ana'), words);
  const stop = keepPartnersTold(place('Ana'));
  await village.help('Carme', 'Ana', 60);
  await expect.poll(() => readBy('Carme', 'Ana')).toMatchObject(words);
  await village.addDevice('Ana', 'Ana’s laptop');
  await expect.poll(() => readBy('Ana’s laptop', 'Ana')).toMatchObject(words);
  await village.addDevice('Biel', 'Biel’s laptop');
  await expect.poll(() => readBy('Biel’s laptop', 'Ana')).toMatchObject(words);
  stop();
  const before = boardBytes();
  await tellNewPartners(place('Ana'));
  expect(boardBytes()).toBe(before);
  expect(await readBy('Didac', 'Ana')).toBeNull();
});

test('who plans something with me is told once I have said a word in it, not before', async () => {
  await tellPartners(place('Ana'), words);
  const draft = { ...blankListing('need', place('Ana').today()), title: 'The hedge' };
  const posted = await postListing(place('Ana'), draft);
  assert(posted.ok);
  const name = {
    owner: village.memberOf('Ana'),
    listing: posted.value,
    answerer: village.memberOf('Didac'),
  };
  const plan = { what: 'The hedge', day: null, minute: null, length: null, where: '' };
  await tellPartners(place('Didac'), { ...words, contact: 'The mill' });
  await suggest(place('Didac'), name, plan, '');
  await tellNewPartners(place('Didac'));
  expect(await readBy('Ana', 'Didac')).toMatchObject({ contact: 'The mill' });
  await tellNewPartners(place('Ana'));
  expect(await readBy('Didac', 'Ana')).toBeNull();

  await arrangementsRead(place('Ana'));
  const [asked] = arrangementsOf(place('Ana'));
  assert(asked);
  await agree(place('Ana'), asked);
  await tellNewPartners(place('Ana'));
  expect(await readBy('Didac', 'Ana')).toMatchObject(words);
});

test('a change erases what was shown before, and every key to it', async () => {
  await tellPartners(place('Ana'), words);
  await village.help('Carme', 'Ana', 60);
  await tellNewPartners(place('Ana'));
  const thread = partnersThreadOf(village.id, village.memberOf('Ana'));
  const older = place('Ana').replica.board.sealedIn(thread);
  expect(older).toHaveLength(2);

  const changed = { ...words, contact: 'The green door' };
  await tellPartners(place('Ana'), changed);
  expect(await readBy('Biel', 'Ana')).toMatchObject(changed);
  expect(await readBy('Carme', 'Ana')).toMatchObject(changed);
  for (const { entry } of older)
    expect(boardBytes()).not.toContain(toHex(entry.stored));

  await tellPartners(place('Ana'), { free: [], access: '', contact: '' });
  expect(await readBy('Biel', 'Ana')).toBeNull();
  expect(place('Ana').replica.board.sealedIn(thread)).toEqual([]);
});

test('what somebody else seals in my thread is not mine, and malformed words are none', async () => {
  const thread = partnersThreadOf(village.id, village.memberOf('Ana'));
  const { replica } = place('Ana');
  const biels = readersOf(replica, village.memberOf('Biel'));
  const plain = encodeForPartners({ ...words, rev: 9, contact: 'Didac’s door' });
  await place('Didac').writer.append('board', await sealWords(biels, thread, plain));
  expect(await readBy('Biel', 'Ana')).toBeNull();

  const foolish = await sealWords(biels, thread, Uint8Array.of(0x84, 0));
  await place('Ana').writer.append('board', foolish);
  expect(await readBy('Biel', 'Ana')).toBeNull();
  await tellPartners(place('Ana'), words);
  expect(await readBy('Biel', 'Ana')).toMatchObject(words);
});

test('a device that nothing can be sealed to keeps nobody from reading, and costs once', async () => {
  await village.help('Carme', 'Ana', 60);
  await place('Carme').writer.append('ledger', {
    type: 'device.add',
    device: 'ee'.repeat(32) as DeviceKey,
    box: '00'.repeat(32),
    role: 0,
  });
  await tellPartners(place('Ana'), words);
  expect(await readBy('Carme', 'Ana')).toMatchObject(words);
  const before = boardBytes();
  expect(await tellNewPartners(place('Ana'))).toMatchObject({ ok: true });
  expect(boardBytes()).toBe(before);
});

test('more partners than one entry holds are told by further ones', async () => {
  const names = Array.from({ length: 33 }, (_, i) => `Ana ${i}`);
  for (const name of names) {
    await village.admit(name, { by: 'Ana' });
    await village.help(name, 'Ana', 30);
  }
  await tellPartners(place('Ana'), words);
  for (const name of ['Biel', ...names]) {
    expect(await readBy(name, 'Ana')).toMatchObject(words);
  }
  expect(await readBy('Didac', 'Ana')).toBeNull();
});
