/**
 * Class 4, of accounts and decisions: a change before its account, a word before its motion, a
 * fork before the change that it backdates, a card before its signers. Whatever came first,
 * everybody who has heard it all shows the same; and what a dropped signer adds is marked.
 */
import { expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import type { AccountId } from '@manyhands/base';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import type { AccountChange, Entry } from '@manyhands/ledger';
import { TestCommunity, confirmed, helped, opensAccount } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { either, inOrders } from './kit/arrive.ts';
import { sized } from './kit/form.ts';
import { openPhone, placed } from './kit/phones.ts';
import type { Reader } from './kit/phones.ts';
import { ana, biel, carme, didac, everybody } from './kit/stories.ts';
import { sumsOf } from './kit/sums.ts';

/** By day a few of them. */
const orders = sized(6, 1_000);

/** A clinic of Ana's and Didac's, who drop him: Biel, Ana and Carme have a voice. */
async function clinic() {
  const community = await TestCommunity.of(biel, [ana, carme, didac]);
  for (const { member } of [ana, carme])
    await community.ledgerOf(biel).add({ type: 'member.vouch', member });
  const opened = await community
    .ledgerOf(biel)
    .add(opensAccount(1, [ana, biel, didac]));
  const account = opened.id as string as AccountId;
  const change: AccountChange = {
    type: 'account.change',
    account,
    before: account,
    threshold: 1,
    signers: [ana, biel].map(({ member }) => member).sort(),
    places: [ana, biel, didac]
      .map(({ device }) => ({ device, place: 1 }))
      .sort((a, b) => (a.device < b.device ? -1 : 1)),
  };
  return { community, opened, account, change };
}

async function expectSame(
  community: TestCommunity,
  apart: readonly CastMember[],
  entries: readonly Entry[],
  holds: (phone: Reader) => void,
): Promise<void> {
  let first: unknown;
  let tried = 0;
  for await (const phone of inOrders(community, apart, entries.map(either))) {
    if ((tried += 1) > orders) break;
    const sums = sumsOf(phone, everybody);
    first ??= sums;
    expect(sums).toEqual(first);
    holds(phone);
  }
}

test('[ledger/L19] what a dropped signer backdates is marked, whatever comes first', async () => {
  const { community, account, change } = await clinic();
  const log = community.ledgerOf(didac);
  const hour = await log.add({ ...helped(carme, 60), as: account });
  const twin = log.branch(didac, 0);
  const back = await twin.add({ ...helped(carme, 600), as: account });
  const hers = community.ledgerOf(carme);
  const yeses = [
    await hers.add(confirmed(hour.id)),
    await hers.add(confirmed(back.id)),
  ];
  const carried = witnessEntry(back);
  assert(carried !== null, 'a proposal can be carried');
  const witness = await hers.add(carried);
  const own = community.ledgerOf(ana);
  const words = [await own.add(change), await community.ledgerOf(biel).add(change)];
  const proof = await own.add(proveFork([hour], [back]));
  const pieces = [hour, ...yeses, witness, ...words, proof];
  await expectSame(
    community,
    [ana, didac, carme],
    pieces,
    ({ replica: { ledger } }) => {
      expect(ledger.transfer(back.id, carme.member)).toMatchObject({
        status: 'exists',
        mark: 'former',
      });
      expect(ledger.signsFor(didac.member, account)).toBe(false);
    },
  );
});

test('[ledger/L25] a history that a dropped signer shows inside a witness alone is a fork, whatever comes first', async () => {
  const { community, account, change } = await clinic();
  const log = community.ledgerOf(didac);
  const hour = await log.add({ ...helped(carme, 60), as: account });
  const back = await log.branch(didac, 0).add({ ...helped(carme, 600), as: account });
  const hers = community.ledgerOf(carme);
  const carried = witnessEntry(back);
  assert(carried !== null, 'a proposal can be carried');
  const own = community.ledgerOf(ana);
  const words = [await own.add(change), await community.ledgerOf(biel).add(change)];
  const pieces = [hour, await hers.add(carried), await hers.add(confirmed(back.id))];
  await expectSame(
    community,
    [ana, didac, carme],
    [...pieces, ...words],
    ({ replica }) => {
      expect(replica.forks.toProve()).toMatchObject([{ device: didac.device, seq: 0 }]);
    },
  );
  // Whoever writes is heard by all, and marks it.
  const phone = await openPhone(community, ana);
  await phone.duties.rest();
  const { ledger } = phone.replica;
  expect(ledger.transfer(back.id, carme.member)).toMatchObject({
    status: 'exists',
    mark: 'former',
  });
});

test('[ledger/L21] [ledger/L22] what is decided is the same, whichever word comes first', async () => {
  const { community, account } = await clinic();
  const [ofAna, ofCarme] = [community.ledgerOf(ana), community.ledgerOf(carme)];
  const about = { about: 'rule', key: 'accountLimit', account } as const;
  const one = await ofAna.add({
    type: 'motion.open',
    matter: { ...about, value: 60 as never },
    replaces: [],
  });
  const two = await ofCarme.add({
    type: 'motion.open',
    matter: { ...about, value: 90 as never },
    replaces: [one.id],
  });
  const vote = (motion: Entry, yes: boolean) =>
    ({ type: 'motion.vote', motion: motion.id, yes }) as const;
  const words = [
    await ofCarme.add(vote(one, true)),
    await ofAna.add(vote(two, false)),
    await ofAna.add(vote(two, true)),
    // Didac has no voice yet: his words count once he has.
    await community.ledgerOf(didac).add(vote(one, true)),
    await ofAna.add({ type: 'member.vouch', member: didac.member }),
    await ofCarme.add({ type: 'member.vouch', member: didac.member }),
  ];
  const pieces = [one, two, ...words];
  await expectSame(
    community,
    [ana, carme, didac],
    pieces,
    ({ replica: { ledger } }) => {
      const [first, second] = [ledger.motion(one.id), ledger.motion(two.id)];
      expect(first).toMatchObject({ isTaken: true, of: 4, holds: [false] });
      expect(first?.yes).toHaveLength(3);
      // Those who spoke gave Didac his voice after their words: he is not waited for.
      expect(second).toMatchObject({ isTaken: true, of: 3, holds: [true] });
      expect(ledger.limitOf(account)).toBe(90);
    },
  );
});

test('[ledger/B18] a card is the account’s while its writer signs, whatever comes first', async () => {
  const { community, account, change } = await clinic();
  const card = (rev: number, name: string) =>
    ({ type: 'account.card', account, rev, name, words: '', photo: null }) as const;
  const his = await community.boardOf(didac).add(card(9, 'not the clinic'));
  const hers = await community.boardOf(ana).add(card(1, 'Clinic'));
  const words = [
    await community.ledgerOf(ana).add(change),
    await community.ledgerOf(biel).add(change),
  ];
  let first: unknown;
  const pieces = [placed(his), placed(hers), ...words.map(either)];
  let tried = 0;
  for await (const phone of inOrders(community, [ana, didac], pieces)) {
    if ((tried += 1) > orders) break;
    const sums = sumsOf(phone, everybody);
    first ??= sums;
    expect(sums).toEqual(first);
    expect(phone.replica.board.accountCard(account)?.name).toBe('Clinic');
  }
});
