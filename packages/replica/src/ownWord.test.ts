/** Whoever was let in by an entry that came alone says so in their own log (ledger/L10). */
import { assert } from '@manyhands/base';
import { encodeTravelling, witnessEntry } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
} from '@manyhands/testing';
import { expect, test } from 'vitest';

const [ana, biel, carme] = await createCast();

test('[B7] a device whose certificate only itself has carried proves itself by the certificate', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const founding = community.ledgerOf(ana).run();
  const his = community.ledgerOf(biel);
  await his.add(helped(ana, 30));
  const admission = await his.add(await community.admitContent(carme));
  const alone = { evidence: [encodeTravelling(admission)] };
  const witness = witnessEntry(admission);
  assert(witness, 'an admission can be carried');
  await community.ledgerOf(carme).add(witness);

  const { member, device } = carme;
  const own = { own: { member, device } };
  const hers = await openOnMemory(community.id, undefined, own);
  await deliver(hers, { runs: [founding], ...alone }, ana);
  await deliver(hers, { runs: [community.ledgerOf(carme).run()] }, ana);
  // Read from the disk, her own log comes before what came alone.
  await hers.replica.settled();
  const { replica } = await openOnMemory(community.id, hers.disk, own);
  const evidence = replica.evidenceFor(carme);
  expect(evidence.length).toBeGreaterThan(0);

  const others = await openOnMemory(community.id);
  await deliver(others, { runs: [founding] }, ana);
  await deliver(others, { evidence }, carme);
  expect(others.replica.isCertified(member, device)).toBe(true);
});
