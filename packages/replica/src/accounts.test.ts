import { assert } from '@manyhands/base';
import { witnessEntry } from '@manyhands/ledger';
import {
  TestCommunity,
  clinicOf,
  confirmed,
  deliver,
  helped,
  openOnMemory,
  opensAccount,
  stateOf,
} from '@manyhands/testing';
import { expect, test } from 'vitest';
import { ana, biel, carme, didac, dutifulPhoneOf, written } from './testing/phones.ts';

test('[ledger/L2] accounts and decisions come to one state through the gate', async () => {
  const { community, account, hour } = await clinicOf(ana, [biel, carme, didac]);
  const [here, there] = [
    await openOnMemory(community.id),
    await openOnMemory(community.id),
  ];
  await deliver(here, { runs: community.runs() }, ana);
  const [founding, ...others] = community.runs();
  assert(founding, 'a community has a founding log');
  await deliver(there, { runs: [founding] }, ana);
  for (const run of others.reverse()) await deliver(there, { runs: [run] }, ana);
  const { ledger } = here.replica;
  expect(ledger.transfer(hour.id, didac.member)).toMatchObject({
    status: 'void',
    mark: 'former',
    helper: account,
  });
  expect(ledger.signsFor(didac.member, account)).toBe(true);
  expect(there.replica.ledger.stateHash()).toBe(ledger.stateHash());
  expect(there.replica.digest()).toBe(here.replica.digest());
});

test('[R9] what a checkpoint keeps of accounts and decisions opens to the same', async () => {
  const { community } = await clinicOf(ana, [biel, carme, didac]);
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  await here.store.rewrite();
  await here.replica.close();
  const again = await openOnMemory(community.id, here.disk);
  expect(again.replica.faults()).toEqual([]);
  expect(await stateOf(again)).toEqual(await stateOf(here));
});

test('[ledger/L10] who signed for an account carries the other signer’s word', async () => {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  const opened = await community.ledgerOf(ana).add(opensAccount(2, [biel, carme]));
  const as = opened.id as never;
  const hour = await community.ledgerOf(carme).add({ ...helped(didac, 60), as });
  const log = community.ledgerOf(biel);
  const twin = log.branch(biel, 0);
  const word = await log.add({ type: 'transfer.confirm', proposal: hour.id, as });
  await twin.add(helped(ana, 1));
  await community.ledgerOf(didac).add(confirmed(hour.id));
  const phone = await dutifulPhoneOf(community, carme, {}, [
    community.ledgerOf(carme).run(),
  ]);
  const others = [log.run(), community.ledgerOf(didac).run()];
  await deliver(phone, { runs: others }, biel);
  await deliver(phone, { runs: [twin.run()] }, biel);
  await phone.duties.now();
  await phone.duties.rest();
  const contents = written(phone).map(({ content }) => content);
  expect(contents.slice(1).map(({ type }) => type)).toEqual(['fork.proof', 'witness']);
  expect(contents.at(-1)).toEqual(witnessEntry(word));
  expect(phone.replica.ledger.transfer(hour.id, didac.member)).toMatchObject({
    status: 'exists',
    rests: 'witness',
    mark: null,
  });
});

test('[A6] an account and a motion need their own signature, as facts do', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const log = community.ledgerOf(biel);
  await log.add(opensAccount(1, [biel]), { signer: null });
  await log.add(helped(ana, 1));
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  expect(here.replica.ledger.accounts()).toEqual([]);
  expect(here.replica.head(log.log).length).toBe(0);
});
