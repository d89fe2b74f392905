import { assert } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import {
  LogBuilder,
  TestCommunity,
  confirmed,
  createCast,
  createPerson,
  deliver,
  helped,
  openOnMemory,
} from '@manyhands/testing';
import { expect, test } from 'vitest';
import { writingArchive } from './createArchive.ts';
import { fillReplica } from './fillReplica.ts';
import { atOnce } from './inSlices.ts';
import { readingArchive } from './readArchive.ts';

const [ana, biel, carme, didac] = await createCast();

test('[V6] who was let go, and hours that an agent wrote, come back as well', async () => {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  for (const { member } of [biel, carme])
    await community.ledgerOf(ana).add({ type: 'member.vouch', member });
  // Carme writes for a neighbour without a phone.
  const page = await createPerson('Didac 2', 'no phone');
  const { signing, device, sealing } = carme;
  const neighbour = { ...page, signing, device, sealing };
  const certified = await community.enrolContent(neighbour, 2);
  await community.ledgerOf(carme).add({
    type: 'member.admit',
    member: page.member,
    device,
    box: certified.box,
    role: 2,
    certSig: certified.certSig,
    invite: null,
  });
  const theirs = new LogBuilder(community.id, 'ledger', neighbour);
  const help = await theirs.add(helped(biel, 30));
  await community.ledgerOf(biel).add(confirmed(help.id));
  const question = await community.ledgerOf(ana).add({
    type: 'motion.open',
    replaces: [],
    matter: { about: 'member', member: didac.member, standing: 'removed' },
  });
  const yes = { type: 'motion.vote', motion: question.id, yes: true } as const;
  await community.ledgerOf(biel).add(yes);
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: [...community.runs(), theirs.run()] }, ana);
  const bytes = concat(...atOnce(writingArchive(here.replica, { app: '0.1.0' })));
  const archive = atOnce(readingArchive(bytes));
  assert(archive.ok, 'the archive is read');
  const there = await openOnMemory(community.id);
  assert(
    (await fillReplica(there.replica, archive.value)).ok,
    'an archive fills a replica',
  );
  const { ledger } = there.replica;
  expect(ledger.stateHash()).toBe(here.replica.ledger.stateHash());
  expect(there.replica.digest()).toBe(here.replica.digest());
  expect(ledger.balanceOf(page.member)).toBe(30);
  expect(ledger.standingOf(didac.member)).toBe('removed');
  expect(ledger.removals()).toBe(1);
});
