import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { createSigningKey, signingKeyFromSeed } from '@manyhands/keys';
import { encodeTravelling } from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import {
  TestCommunity,
  createCast,
  deliver,
  identityContent,
  listing,
  openOnMemory,
} from '@manyhands/testing';
import { whoHolds } from './whoHolds.ts';

test('[D5] [mesh/M12] with one guardian of two the answer is whose it is to be, with what was said so far', async () => {
  const [ana, biel, carme, didac] = await createCast();
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  const page = await signingKeyFromSeed(new Uint8Array(32).fill(71));
  const key = toHex((await createSigningKey()).publicKey);
  const guardians = [ana, biel, didac].map(({ member }) => member).sort();
  const claim = { key: page, devices: [listing(carme)], g: 2, guardians };
  const named = await community
    .ledgerOf(carme)
    .add(await identityContent(community, carme, claim, carme.identity));
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  expect(whoHolds(here.replica, key)).toBeNull();

  const word = await community.ledgerOf(biel).add({
    type: 'guardian.recover',
    member: carme.member,
    version: 2,
    key,
    devices: [listing(carme)],
  });
  await deliver(here, { runs: community.runs() }, ana);
  expect(here.replica.ledger.membersWithKey(key)).toEqual([]);
  const known = whoHolds(here.replica, key);
  assert(known, 'whoever asks is told');
  expect(known.member).toBe(carme.member);
  expect(known.statements.map(toHex)).toEqual(
    expect.arrayContaining(
      [named, word].map((entry) => toHex(encodeTravelling(entry))),
    ),
  );
  // From it the one who asks can tell that one word is not enough yet.
  const theirs = await openOnMemory(community.id);
  await deliver(theirs, { runs: [community.ledgerOf(ana).run()] }, ana);
  const read = await theirs.replica.receive(pageOf(known.statements), {
    type: 'message',
  });
  expect(read.refused).toBeNull();
  const { ledger } = theirs.replica;
  expect(ledger.membersWithKey(key)).toEqual([]);
  expect(ledger.recoveriesUnderWay(carme.member)).toMatchObject([
    { key, by: [biel.member], g: 2 },
  ]);
});
