/** [replica/P8] which of what is said again goes first, and which waits. */
import { assert } from '@manyhands/base';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import { TestCommunity, createPerson, deliver, helped } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { repeatedOfOneAuthor } from './limits.ts';
import {
  alone,
  ana,
  biel,
  carme,
  didac,
  dutifulPhoneOf,
  written,
} from './testing/phones.ts';

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

test('[replica/P8] what makes oneself a member waits for its chain, which no cut takes away', async () => {
  const community = await TestCommunity.of(ana, [biel, carme]);
  const log = community.ledgerOf(biel);
  await log.add(helped(ana, 1));
  const admits = await log.add(await community.admitContent(didac));
  const forked = community.ledgerOf(carme);
  const twin = forked.branch(carme, 0);
  const sides = [await forked.add(helped(ana, 1)), await twin.add(helped(ana, 2))];
  const [one, other] = sides;
  assert(one && other, 'two histories');
  await community.ledgerOf(ana).add(proveFork([one], [other]));
  const phone = await dutifulPhoneOf(community, didac);
  await alone(phone, admits);
  expect(phone.replica.ledger.cuts()).toHaveLength(1);
  await phone.duties.now();
  phone.state.isQuiet = false;
  await phone.duties.rest();
  expect(written(phone)).toEqual([]);
  phone.state.isQuiet = true;
  await phone.duties.rest();
  expect(written(phone).map(({ content }) => content)).toEqual([witnessEntry(admits)]);
});
