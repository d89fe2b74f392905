import { assert } from '@manyhands/base';
import type { ListingId } from '@manyhands/base';
import { raisedDuring } from '@manyhands/testing';
import { beforeEach, expect, test, vi } from 'vitest';
import { ownThreadOf } from '@manyhands/ledger';
import { carryPeace, keepPeaceCarried } from './carryPeace.ts';
import { peaceOf } from './peace.ts';
import { smallVillage } from '../testing/villages.ts';
import type { Village } from '../testing/village.ts';

let village: Village;
const place = (name: string) => village.placeOf(name);
const me = (name: string) => village.memberOf(name);
const card = (digit: string) => ({
  member: me('Didac'),
  listing: digit.repeat(32) as ListingId,
});
const standing = () => {
  const { replica, membership } = place('Ana');
  const { community, member } = membership;
  return replica.board.sealedIn(ownThreadOf(community, member));
};
const carry = async (...names: string[]) => {
  for (const name of names)
    expect(await carryPeace(place(name))).toMatchObject({ ok: true });
};

beforeEach(async () => {
  village = await smallVillage();
});

test('with one phone nothing of it is in any entry; a second one is told, and undoing too', async () => {
  await peaceOf(place('Ana')).block(me('Biel'));
  await peaceOf(place('Ana')).hide(card('a'));
  await carry('Ana');
  expect(standing()).toEqual([]);

  await village.addDevice('Ana', 'The laptop');
  await carry('Ana', 'The laptop');
  const laptop = peaceOf(place('The laptop'));
  expect(laptop.blocked).toEqual([me('Biel')]);
  expect(laptop.hidden).toEqual([card('a')]);

  await laptop.unblock(me('Biel'));
  await carry('The laptop', 'Ana');
  expect(peaceOf(place('Ana')).blocked).toEqual([]);
  expect(peaceOf(place('Ana')).hidden).toEqual([card('a')]);
  // What it was before is erased, and once all know it nobody writes any more.
  expect(standing()).toHaveLength(1);
  const { version } = place('Ana').replica.board;
  await carry('Ana', 'The laptop', 'Ana');
  expect(place('Ana').replica.board.version).toBe(version);
});

test('what two phones say apart comes together, and what was turned last counts', async () => {
  await village.addDevice('Ana', 'The laptop');
  const [phone, laptop] = [peaceOf(place('Ana')), peaceOf(place('The laptop'))];
  await phone.hide(card('a'));
  await laptop.hide(card('b'));
  await laptop.hide(card('a'));
  await laptop.show(card('a'));
  await carry('Ana', 'The laptop', 'Ana');
  expect(phone.hidden).toEqual([card('b')]);
  expect(laptop.hidden).toEqual([card('b')]);
  // Once each, at the same turn: to see less is the safer guess.
  await laptop.block(me('Biel'));
  await phone.block(me('Biel'));
  await phone.unblock(me('Biel'));
  await laptop.unblock(me('Biel'));
  await laptop.block(me('Biel'));
  await phone.block(me('Biel'));
  await carry('Ana', 'The laptop', 'Ana');
  expect([phone.blocked, laptop.blocked]).toEqual([[me('Biel')], [me('Biel')]]);
});

test('nobody else reads it, nor says it for me', async () => {
  await village.addDevice('Ana', 'The laptop');
  await peaceOf(place('Ana')).block(me('Biel'));
  await carry('Ana');
  const [text] = standing();
  expect(text?.sealed.wraps).toHaveLength(2);
  for (const name of ['Biel', 'Carme', 'Didac']) {
    const device = place(name).membership.device;
    expect(text?.sealed.wraps.some(({ hint }) => device.startsWith(hint))).toBe(false);
  }
  // Carme writes what Ana wrote into Ana's thread: that is no word of Ana's.
  assert(text, 'it stands');
  await place('Ana').writer.erase([text.entry]);
  await place('Carme').writer.append('board', text.sealed);
  expect(standing()).toHaveLength(1);
  await village.addDevice('Ana', 'The tablet');
  await carry('The laptop');
  expect(peaceOf(place('The laptop')).blocked).toEqual([]);
});

test('a third phone is told of all, also of more than one text holds', async () => {
  await village.addDevice('Ana', 'The laptop');
  const phone = peaceOf(place('Ana'));
  const many = Array.from({ length: 50 }, (_, i) => ({
    member: me('Didac'),
    listing: i.toString(16).padStart(32, '0') as ListingId,
  }));
  for (const each of many) await phone.hide(each);
  await carry('Ana');
  expect(standing()).toHaveLength(2);
  const full = standing().map(({ entry }) => entry.id);
  await phone.hide(card('a'));
  await carry('Ana');
  // The full one stays as it is.
  expect(standing().filter(({ entry }) => full.includes(entry.id))).toHaveLength(1);

  await village.addDevice('Ana', 'The tablet');
  await carry('The tablet', 'The laptop', 'The tablet');
  expect(peaceOf(place('The tablet')).hidden).toHaveLength(51);
});

test('while a place is open it happens by itself', async () => {
  await village.addDevice('Ana', 'The laptop');
  const ends = ['Ana', 'The laptop'].map((name) => keepPeaceCarried(place(name)));
  await peaceOf(place('Ana')).block(me('Biel'));
  await expect.poll(() => peaceOf(place('The laptop')).blocked).toEqual([me('Biel')]);
  await peaceOf(place('The laptop')).unblock(me('Biel'));
  await expect.poll(() => peaceOf(place('Ana')).blocked).toEqual([]);
  ends.forEach((end) => end());
  await peaceOf(place('Ana')).block(me('Biel'));
  expect(standing()).toHaveLength(1);
});

test('what fails once is told, and carried with the next change', async () => {
  await village.addDevice('Ana', 'The laptop');
  const bug = new Error('a bug');
  const append = vi.spyOn(place('Ana').writer, 'append').mockRejectedValueOnce(bug);
  const ends: (() => void)[] = [];
  const raised = await raisedDuring(async () => {
    ends.push(...['Ana', 'The laptop'].map((name) => keepPeaceCarried(place(name))));
    await peaceOf(place('Ana')).block(me('Biel'));
    await vi.waitFor(() => expect(append).toHaveBeenCalled());
  });
  expect(raised).toEqual([bug]);
  await peaceOf(place('Ana')).block(me('Carme'));
  await expect.poll(() => peaceOf(place('The laptop')).blocked).toHaveLength(2);
  ends.forEach((end) => end());
});
