/** [replica/P8] of one member the kinds of what is said again take turns. */
import { assert } from '@manyhands/base';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import { TestCommunity, createPerson, deliver, helped } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { repeatedOfOneAuthor } from './limits.ts';
import { ana, biel, carme, didac, dutifulPhoneOf, written } from './testing/phones.ts';

test('[replica/P8] so many statements keep no admission waiting, and it keeps none of them', async () => {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  const log = community.ledgerOf(biel);
  const twin = log.branch(biel, 0);
  const first = await log.add(helped(ana, 1));
  const vouches = repeatedOfOneAuthor + 10;
  for (let n = 0; n < vouches; n++) {
    await log.add({ type: 'member.vouch', member: n % 2 ? ana.member : didac.member });
  }
  const newcomer = await createPerson('Member 5');
  const admits = await log.add(await community.admitContent(newcomer));
  const other = await twin.add(helped(ana, 2));
  await community.ledgerOf(didac).add(proveFork([first], [other]));
  const phone = await dutifulPhoneOf(community, carme);
  await deliver(phone, { runs: [log.run(), community.ledgerOf(didac).run()] }, ana);
  expect(phone.replica.ledger.cuts()).toMatchObject([{ seq: 0, isFirm: true }]);

  await phone.duties.rest();
  const said = written(phone).map(({ content }) => content);
  expect(said).toHaveLength(repeatedOfOneAuthor);
  expect(said).toContainEqual(witnessEntry(admits));
  const [vouch] = log.entries.slice(1);
  assert(vouch, 'the first vouch');
  expect(said).toContainEqual(witnessEntry(vouch));
});
