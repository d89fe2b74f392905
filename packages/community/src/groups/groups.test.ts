import { assert, beforeEach, expect, test } from 'vitest';
import type { GroupId } from '@manyhands/base';
import { groupsOfEach } from '../limits.ts';
import { leave } from '../safety/leaving.ts';
import { peaceOf } from '../safety/peace.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { diskOf } from '../testing/telling.ts';
import { memberOn, threePhones } from '../testing/threePhones.ts';
import type { ThreePhones } from '../testing/threePhones.ts';
import {
  changeGroup,
  closeGroup,
  foundGroup,
  joinGroup,
  layDownOrganising,
  leaveGroup,
  letInGroup,
  namedByMe,
  shareOrganising,
  takeOrganisingBack,
} from './acts.ts';
import type { GroupSaid } from './acts.ts';
import { goingOnFrom, groupHere, groupsHere, lostGroups } from './groups.ts';

const walkers: GroupSaid = {
  name: ' Walkers ',
  words: 'Every Tuesday along the canal',
  colour: 2,
  picture: null,
  asks: false,
};

let phones: ThreePhones;
let anas: SilentPhone;
let biels: SilentPhone;
let carmes: SilentPhone;
beforeEach(async () => {
  phones = await threePhones();
  ({ anas, biels, carmes } = phones);
});

async function found(said: Partial<GroupSaid> = {}): Promise<GroupId> {
  const founded = await foundGroup(anas.place, { ...walkers, ...said });
  assert(founded.ok, 'memory has room');
  await phones.meet();
  return founded.value;
}

const seenOn = ({ place }: SilentPhone, id: GroupId) => {
  const group = groupHere(place, id);
  assert(group, 'the group is here');
  return group;
};

const toHex = (text: string) => Buffer.from(text).toString('hex');

async function agree(id: GroupId) {
  await phones.meet();
  await phones.meet();
  const [one, ...others] = [anas, biels, carmes].map((phone) => {
    const { organisers, members, asking, name } = seenOn(phone, id);
    return { organisers, members, asking, name };
  });
  for (const other of others) expect(other).toEqual(one);
  assert(one, 'there are three phones');
  return one;
}

test('[C32] a group is founded, found, joined and left', async () => {
  const id = await found();
  expect(groupsHere(biels.place)).toMatchObject([{ id, name: 'Walkers', mine: 'out' }]);
  expect((await joinGroup(biels.place, id)).ok).toBe(true);
  expect(seenOn(biels, id)).toMatchObject({ mine: 'in', iOrganise: false });
  expect((await agree(id)).members).toEqual(
    [memberOn(anas), memberOn(biels)].toSorted(),
  );
  expect((await leaveGroup(biels.place, id)).ok).toBe(true);
  expect((await agree(id)).members).toEqual([memberOn(anas)]);
});

test('[C32] who asks to come in is in once somebody who organises says yes', async () => {
  const id = await found({ asks: true });
  await joinGroup(biels.place, id);
  expect(seenOn(biels, id).mine).toBe('asking');
  expect(await letInGroup(carmes.place, id, [memberOn(biels)])).toMatchObject({
    error: { type: 'NotOrganising' },
  });
  await phones.meet();
  expect((await letInGroup(anas.place, id, [memberOn(biels)])).ok).toBe(true);
  expect((await agree(id)).members).toContain(memberOn(biels));
});

test('[C32] a door that is closed later leaves everybody in who was in', async () => {
  const id = await found();
  await joinGroup(biels.place, id);
  await phones.meet();
  expect((await changeGroup(anas.place, id, { asks: true })).ok).toBe(true);
  await phones.meet();
  await joinGroup(carmes.place, id);
  const { members, asking } = await agree(id);
  expect(members).toEqual([memberOn(anas), memberOn(biels)].toSorted());
  expect(asking).toEqual([memberOn(carmes)]);
});

test('[C32] the organising is shared, handed over and taken back', async () => {
  const id = await found();
  expect(await layDownOrganising(anas.place, id)).toMatchObject({
    error: { type: 'LastOrganiser' },
  });
  await joinGroup(biels.place, id);
  await phones.meet();
  expect(await changeGroup(biels.place, id, { name: 'Mine' })).toMatchObject({
    error: { type: 'NotOrganising' },
  });
  await shareOrganising(anas.place, id, memberOn(biels));
  await phones.meet();
  expect((await changeGroup(biels.place, id, { name: 'Slow walkers' })).ok).toBe(true);
  await phones.meet();
  expect(seenOn(anas, id).name).toBe('Slow walkers');
  expect((await layDownOrganising(anas.place, id)).ok).toBe(true);
  expect(await agree(id)).toMatchObject({
    organisers: [memberOn(biels)],
    name: 'Slow walkers',
  });
  // What she gave she can take back, as long as she organises it herself.
  expect(await takeOrganisingBack(anas.place, id, memberOn(biels))).toMatchObject({
    error: { type: 'NotOrganising' },
  });
});

test('[C32] with the organising goes what it brought', async () => {
  const id = await found();
  await joinGroup(biels.place, id);
  await phones.meet();
  await shareOrganising(anas.place, id, memberOn(biels));
  await phones.meet();
  await changeGroup(biels.place, id, { name: 'Mine alone' });
  await phones.meet();
  expect(namedByMe(anas.place, id)).toEqual([memberOn(biels)]);
  await takeOrganisingBack(anas.place, id, memberOn(biels));
  await changeGroup(anas.place, id, { name: 'Walkers' });
  expect(await agree(id)).toMatchObject({
    organisers: [memberOn(anas)],
    name: 'Walkers',
  });
});

test('[C32] whoever alone organises it hands it over or closes it before they leave', async () => {
  const id = await found();
  await joinGroup(biels.place, id);
  await phones.meet();
  expect(await leaveGroup(anas.place, id)).toMatchObject({
    error: { type: 'LastOrganiser' },
  });
  expect((await closeGroup(anas.place, id)).ok).toBe(true);
  await phones.meet();
  expect(groupsHere(carmes.place)).toEqual([]);
  expect(seenOn(biels, id).isClosed).toBe(true);
  expect((await leaveGroup(anas.place, id)).ok).toBe(true);
});

test('[C32] what replaces words erases them, on every phone', async () => {
  const id = await found();
  expect(await diskOf(biels)).toContain(toHex('along the canal'));
  await changeGroup(anas.place, id, { words: 'On Mondays' });
  await phones.meet();
  for (const phone of [anas, biels])
    expect(await diskOf(phone)).not.toContain(toHex('along the canal'));
});

test('[C32] when its founder leaves the community, one of its members goes on with it', async () => {
  const id = await found();
  for (const phone of [biels, carmes]) await joinGroup(phone.place, id);
  await phones.meet();
  expect((await leave(anas.place)).ok).toBe(true);
  await phones.meet();
  await phones.meet();
  expect(groupHere(biels.place, id)).toBe(null);
  expect(lostGroups(biels.place)).toEqual([{ id, name: 'Walkers' }]);
  const next = await foundGroup(biels.place, walkers, id);
  assert(next.ok, 'memory has room');
  await phones.meet();
  expect(goingOnFrom(carmes.place, id)).toMatchObject([{ id: next.value }]);
  await leaveGroup(carmes.place, id);
  expect(lostGroups(carmes.place)).toEqual([]);
});

test('[C32] what a stranger says to follow leads nobody on', async () => {
  const id = await found();
  await joinGroup(biels.place, id);
  await foundGroup(carmes.place, walkers, id);
  await phones.meet();
  expect(goingOnFrom(biels.place, id)).toEqual([]);
});

test('[C32] of one founder so many are listed, and none of whom I have blocked', async () => {
  for (let i = 0; i < groupsOfEach + 2; i += 1)
    await foundGroup(carmes.place, { ...walkers, name: `Group ${i}` });
  const id = await found();
  expect(groupsHere(biels.place)).toHaveLength(groupsOfEach + 1);
  const own = groupsHere(carmes.place).filter(({ mine }) => mine === 'in');
  expect(own).toHaveLength(groupsOfEach + 2);
  await peaceOf(biels.place).block(memberOn(carmes));
  expect(groupsHere(biels.place)).toMatchObject([{ id }]);
});

test.each([
  ['NameMissing', { name: '  ' }],
  ['NoteTooLong', { name: 'é'.repeat(49) }],
  ['NoteTooLong', { words: 'x'.repeat(301) }],
  ['TooLarge', { picture: new Uint8Array(2_049) }],
])('%s is refused, and nothing is written', async (type, said) => {
  const { version } = anas.place.replica.board;
  const founded = await foundGroup(anas.place, { ...walkers, ...said });
  expect(founded).toMatchObject({ error: { type } });
  expect(anas.place.replica.board.version).toBe(version);
});
