import { assert } from '@manyhands/base';
import { encodeTravelling, proveFork } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  enrolmentUnder,
  createPerson,
  deliver,
  helped,
  identityContent,
  listing,
  profileOf,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { coverageLimit } from './limits.ts';
import {
  all,
  ana,
  biel,
  carme,
  hear,
  newPage,
  pageOfWords,
  paper,
  phone,
  shown,
  street,
  tablet,
} from './testing/endings.ts';
import { erasing, regretted } from './testing/regrets.ts';
import { alarmed, closed, expectSame } from './testing/reopening.ts';

const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);

describe('[P5] [R13] all of a disk is one page', () => {
  test('what a cut board has far beyond it stays, and its erases hold', async () => {
    const { community, entries } = await street(3);
    const board = community.boardOf(biel);
    await board.add(erasing(entries[0] as Entry));
    const twin = await board.branch(biel, 3).add(profileOf(biel, 9));
    while (board.entries.length < 5 + coverageLimit)
      await board.add(profileOf(biel, 9));
    await board.add(erasing(entries[1] as Entry));
    const runs = [community.ledgerOf(ana).run(), board.run()];
    const here = await phone(community, ...runs);
    const [fourth] = board.entries.slice(3);
    assert(fourth, 'he wrote');
    await community.ledgerOf(carme).add(proveFork([fourth], [twin]));
    await hear(here, community.ledgerOf(carme).run());
    const first = await closed(here);
    expect(shown(first)).not.toContain(regretted(1));
    expect(first.replica.forks.erasesApart()).toHaveLength(2);
    await expectSame(first, idsOf(board.entries.slice(3)));
  });

  test('no erase holds for as long as half of it is read: what ends its board came alone', async () => {
    const { community, entries } = await street(3);
    const board = community.boardOf(tablet);
    await board.add(erasing(entries[1] as Entry));
    const founder = community.ledgerOf(ana);
    const before = founder.run();
    for (let n = 0; n < 2; n += 1) await founder.add(helped(biel, 5 + n));
    const end = await founder.add(
      await newPage(community, [listing(biel), listing(tablet, 0, 0)]),
    );
    const here = await phone(community, before);
    await deliver(here, { evidence: [encodeTravelling(end)] }, ana);
    await hear(here, board.run(), community.boardOf(biel).run());
    expect(shown(here)).toEqual(all(3));
    const again = await closed(here);
    await hear(again, founder.run());
    expect([...again.replica.detached()]).toEqual([]);
    expect(shown(again)).toEqual(all(3));
    await expectSame(again, idsOf(entries));
  });

  test('no erase holds either while a device that a later key lets in is read', async () => {
    const { community, entries } = await street(3);
    const found = await createPerson('Biel', 'found');
    const own = community.ledgerOf(found);
    await own.add(
      await enrolmentUnder(
        community,
        { ...found, member: biel.member },
        1,
        pageOfWords,
      ),
    );
    const kit = await paper(community, await newPage(community));
    const claim = {
      version: 2,
      key: pageOfWords,
      devices: [listing(biel), listing(tablet, 0, 0)],
    };
    await own.add(await identityContent(community, biel, claim, pageOfWords));
    const board = community.boardOf(tablet);
    await board.add(erasing(entries[1] as Entry));
    const runs = [community.ledgerOf(ana).run(), own.run()];
    const here = await phone(
      community,
      ...runs,
      board.run(),
      community.boardOf(biel).run(),
    );
    expect(kit.items).toHaveLength(1);
    expect(shown(here)).toEqual(all(3));
    await expectSame(here, idsOf(entries));
    await expectSame(await closed(here), idsOf(entries));
  });

  test('what stands alone takes nobody else’s place', async () => {
    const { community } = await street(0);
    const own = community.ledgerOf(biel);
    for (let n = 0; n < 4; n += 1) await own.add(helped(ana, 5 + n));
    const twin = own.branch(biel, 3);
    await twin.add(helped(ana, 77));
    const other = own.branch(biel, 4);
    const alone = await own.add(helped(carme, 9));
    for (let n = 0; n < 3; n += 1) await other.add(helped(carme, 20 + n));
    const founding = community.ledgerOf(ana).run();
    const { here, noted } = await alarmed(community);
    await hear(here, founding, own.run(0, 2));
    await deliver(here, { evidence: [encodeTravelling(alone)] }, ana);
    const [fourth] = own.entries.slice(3);
    assert(fourth, 'he wrote');
    await community
      .ledgerOf(carme)
      .add(proveFork([fourth], [twin.entries[3] as Entry]));
    await hear(here, community.ledgerOf(carme).run(), own.run(2, 4));
    expect([...here.replica.detached()]).toEqual([alone]);
    await noted();
    await hear(here, other.run(4));
    await expectSame(here, idsOf([alone, ...other.entries]));
  });
});
