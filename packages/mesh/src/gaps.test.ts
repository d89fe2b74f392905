/** What a replaced or ended phone had erased comes back, from one phone to the other (replica/H3). */
import { afterEach, expect, test, vi } from 'vitest';
import { encodePage } from '@manyhands/replica';
import {
  TestCommunity,
  createCast,
  createPerson,
  identityContent,
  listing,
  profileOf,
} from '@manyhands/testing';
import { erasedPositionOf } from '@manyhands/ledger';
import { packs, takes } from './testing/bundles.ts';
import { closePhones, link, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

const [ana, biel, carme, didac] = await createCast();
const tablet = await createPerson('Biel', 'tablet');
afterEach(closePhones);

/** Biel's tablet erased two of his four entries; then he ended its board before that. */
async function erasedAndEnded() {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  const paper = community.ledgerOf(ana);
  await paper.add(await community.enrolContent(tablet));
  const board = community.boardOf(biel);
  for (let n = 0; n < 4; n++) await board.add(profileOf(biel, n));
  const places = [board.entries[1], board.entries[2]].flatMap((entry) =>
    entry ? [erasedPositionOf(entry)] : [],
  );
  await community.boardOf(tablet).add({ type: 'erase', places });
  const claim = {
    key: biel.identity,
    devices: [listing(biel), listing(tablet, null, 0)],
  };
  const content = await identityContent(community, biel, claim, biel.identity);
  const statement = await community.ledgerOf(didac).add(content);
  return { community, board, statement };
}

const revisions = ({ replica }: MeshPhone) =>
  replica.board
    .entriesOf(biel.member)
    .flatMap(({ content }) => (content.type === 'profile' ? [content.rev] : []));

const hear = (phone: MeshPhone, runs: Parameters<typeof encodePage>[0]['runs']) =>
  phone.replica.receive(encodePage({ evidence: [], runs }), { type: 'message' });

/** A phone that purged what was erased before the statement came. */
async function purged(
  { community, board }: Awaited<ReturnType<typeof erasedAndEnded>>,
  person: typeof ana,
): Promise<MeshPhone> {
  const phone = await openPhone(community, person, {
    holds: [community.ledgerOf(ana), board, community.boardOf(tablet)],
  });
  expect(revisions(phone)).toEqual([0, 3]);
  await hear(phone, [community.ledgerOf(didac).run()]);
  expect(revisions(phone)).toEqual([0, 3]);
  return phone;
}

test('[replica/H3] from a neighbour who has the bytes', async () => {
  const village = await erasedAndEnded();
  const { community, board } = village;
  const mine = await purged(village, ana);
  const whole = await openPhone(community, carme, {
    holds: [community.ledgerOf(ana), community.ledgerOf(didac), board],
  });
  await link(mine, whole);
  await vi.waitFor(() => expect(revisions(mine)).toEqual([0, 1, 2, 3]));
  await vi.waitFor(() => expect(mine.replica.digest()).toBe(whole.replica.digest()));
});

test('[replica/H3] and on, to one who is linked already and lacked the same', async () => {
  const village = await erasedAndEnded();
  const { board } = village;
  const [one, other] = [await purged(village, ana), await purged(village, carme)];
  await link(one, other);
  await vi.waitFor(() => expect(one.mesh.peers()).toHaveLength(1));
  expect(one.replica.digest()).toBe(other.replica.digest());
  await hear(one, [board.run()]);
  expect(revisions(one)).toEqual([0, 1, 2, 3]);
  await vi.waitFor(() => expect(revisions(other)).toEqual([0, 1, 2, 3]));
  expect(one.replica.digest()).toBe(other.replica.digest());
});

test('[replica/H3] [M9] from a parcel that is packed for everybody', async () => {
  const village = await erasedAndEnded();
  const { community, board } = village;
  const mine = await purged(village, ana);
  const whole = await openPhone(community, carme, {
    holds: [community.ledgerOf(ana), community.ledgerOf(didac), board],
  });
  const { bundle } = await packs(whole, carme);
  expect(await takes(mine, bundle)).toMatchObject({ added: 2, end: 'whole' });
  expect(revisions(mine)).toEqual([0, 1, 2, 3]);
});
