import { assert, beforeEach, expect, test } from 'vitest';
import { fromHex, toHex, utf8Bytes } from '@manyhands/codec';
import { readInvite } from '@manyhands/ledger';
import { TestCommunity, createCast } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { considerAdmission, inviteKeyOf } from '@manyhands/door';
import { isClosed } from '@manyhands/door';
import { writeInvite, takeBackInvite } from '../admission/invites.ts';
import { silentPhone } from '../testing/silentPhone.ts';
import type { SilentPhone } from '../testing/silentPhone.ts';
import { showMyself } from '../people/profile.ts';
import { endInvite, makeInvite, standingInvite } from '../admission/invites.ts';

const phoneOf = (person: CastMember, community: TestCommunity): Promise<SilentPhone> =>
  silentPhone(person, community, { hasKnocked: () => false });

/** Brings all that `from` holds of `person`'s board to `to`. */
async function tell(from: SilentPhone, to: SilentPhone): Promise<void> {
  const { replica } = from.place;
  const asks = replica
    .wireVector()
    .map(({ log, length }) => ({ log, from: 0, max: length }));
  const { page } = replica.page(asks);
  assert(page);
  const { device } = from.place.membership;
  const received = await to.place.replica.receive(page, { type: 'device', device });
  expect(received.refused).toBeNull();
  await to.place.replica.settled();
}

const rawOf = ({ memory: { disk } }: SilentPhone): string =>
  [
    ...disk.updates,
    ...disk.notes.values(),
    ...[...disk.journal.values()].map(({ stored }) => stored),
  ]
    .map(toHex)
    .join(' ');

let biel: CastMember;
let carme: CastMember;
let biels: SilentPhone;
let carmes: SilentPhone;

beforeEach(async () => {
  const cast = await createCast();
  const [ana] = cast;
  [, biel, carme] = cast;
  const community = await TestCommunity.of(ana, [biel, carme]);
  biels = await phoneOf(biel, community);
  carmes = await phoneOf(carme, community);
});

test('an invite that is taken back opens no door, here and where it was known', async () => {
  const made = await makeInvite(biels.place, 'Didac');
  assert(made.ok);
  const { invitePub, text } = made.value;
  await tell(biels, carmes);
  expect(carmes.place.replica.board.openInvites()).toHaveLength(1);
  expect((await standingInvite(biels.place))?.invitePub).toBe(invitePub);
  expect(rawOf(biels)).toContain(toHex(utf8Bytes(text)));

  expect(await endInvite(biels.place, invitePub)).toMatchObject({ ok: true });
  expect(await standingInvite(biels.place)).toBeNull();
  expect(biels.place.replica.board.openInvites()).toEqual([]);
  await tell(biels, carmes);
  expect(carmes.place.replica.board.openInvites()).toEqual([]);
  for (const phone of [biels, carmes]) {
    // Noted once the board has told of it, which nobody waits for.
    await expect.poll(() => isClosed(phone.place.notes, invitePub)).toBe(true);
    expect(rawOf(phone)).not.toContain(invitePub);
    expect(rawOf(phone)).not.toContain(toHex(utf8Bytes('Didac')));
    const { replica, membership } = phone.place;
    const request = { member: 'ab'.repeat(32), invitePub } as never;
    expect(considerAdmission(replica, membership, request)).toMatchObject({
      error: 'InviteUnknown',
    });
  }
  expect(rawOf(biels)).not.toContain(toHex(utf8Bytes(text)));
  const other = await writeInvite(biels.place, 'Ana');
  assert(other.ok);
  const invite = readInvite(other.value);
  assert(invite.ok);
  const { publicKey } = await inviteKeyOf(fromHex(invite.value.seed));
  expect(await isClosed(biels.place.notes, toHex(publicKey))).toBe(false);
});

test('nobody takes back the invite of another', async () => {
  const made = await makeInvite(biels.place, 'Didac');
  assert(made.ok);
  await tell(biels, carmes);
  await takeBackInvite(carmes.place, made.value.invitePub);
  expect(carmes.place.replica.board.openInvites()).toHaveLength(1);
  expect(await isClosed(carmes.place.notes, made.value.invitePub)).toBe(false);
});

test('a name that was changed is gone everywhere; the newest is shown', async () => {
  const shown = (name: string) => showMyself(biels.place, { name, skills: [] });
  for (const name of ['Biel the tall', 'Biel Roca']) await shown(name);
  await tell(biels, carmes);
  expect((await shown('Biel')).ok).toBe(true);
  await tell(biels, carmes);
  for (const phone of [biels, carmes]) {
    const { board } = phone.place.replica;
    expect(board.profileOf(biel.member)).toMatchObject({ name: 'Biel', rev: 2 });
    expect(board.entriesOf(biel.member).map(({ content }) => content.type)).toEqual([
      'erase',
      'profile',
      'erase',
    ]);
    for (const name of ['Biel the tall', 'Biel Roca']) {
      expect(rawOf(phone)).not.toContain(toHex(utf8Bytes(name)));
    }
  }
});
