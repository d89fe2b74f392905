import { describe, expect, test } from 'vitest';
import { toHex } from '@manyhands/codec';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  deliver,
  enrolmentUnder,
  exchange,
  listing,
  profileOf,
} from '@manyhands/testing';
import type { Run } from './page.ts';
import {
  all,
  ana,
  biel,
  carme,
  found,
  hear,
  newPage,
  paper,
  phone,
  reopened,
  shown,
  street,
  tablet,
  thief,
} from './testing/endings.ts';
import type { Street } from './testing/endings.ts';
import { erasing, regretted } from './testing/regrets.ts';

/** Every order of `items`. */
function* ordersOf<T>(items: readonly T[]): Iterable<T[]> {
  if (items.length === 0) yield [];
  for (const [at, item] of items.entries()) {
    for (const order of ordersOf(items.toSpliced(at, 1))) yield [item, ...order];
  }
}

describe('[H3] who cannot erase what a member wrote', () => {
  /** Whatever came first: in the end all shows, here and after the next opening. */
  async function nothingIsErased(
    { community }: Street,
    founding: Run,
    pieces: readonly Run[],
  ): Promise<void> {
    const board = community.boardOf(biel).run();
    const said = new Set<string>();
    for (const order of ordersOf([...pieces, board])) {
      const here = await phone(community, founding, ...order, ...order, ...order);
      for (const each of [here, await reopened(here)]) {
        // Who purged it before the statement came has it again from whoever has not.
        const whole = await phone(community, founding, ...pieces, ...pieces, board);
        await exchange(each, whole);
        expect(shown(each)).toEqual(all());
        said.add(`${each.replica.digest()} ${each.replica.board.boardHash()}`);
      }
    }
    expect(said.size).toBe(1);
  }

  test('one guardian below the quorum', async () => {
    const place = await street();
    const { community, entries } = place;
    const kit = await paper(community, await newPage(community));
    const founding = community.ledgerOf(ana).run();
    await community.ledgerOf(carme).add({
      type: 'guardian.recover',
      member: biel.member,
      version: 2,
      key: toHex(found.publicKey),
      devices: [],
    });
    const enrol = await enrolmentUnder(community, thief, 2, found);
    await community.ledgerOf(carme).add(enrol);
    await community.boardOf(thief).add(erasing(...entries));
    await nothingIsErased(place, founding, [
      kit,
      community.ledgerOf(carme).run(),
      community.boardOf(thief).run(),
    ]);
  });

  test('a page of words that was replaced', async () => {
    const place = await street();
    const { community, entries } = place;
    const founding = community.ledgerOf(ana).run();
    const kit = await paper(community, await newPage(community));
    await community.ledgerOf(thief).add(await community.enrolContent(thief));
    const enrol = await paper(community, await community.enrolContent(thief));
    await community.boardOf(thief).add(erasing(...entries));
    await nothingIsErased(place, founding, [
      kit,
      enrol,
      community.boardOf(thief).run(),
    ]);
  });

  test('a phone that was switched off, by what it wrote after its end', async () => {
    const place = await street();
    const { community, entries } = place;
    const founding = community.ledgerOf(ana).run();
    await community.boardOf(tablet).add(profileOf(carme));
    const off = await newPage(community, [listing(biel), listing(tablet, 0, 1)]);
    const kit = await paper(community, off);
    await community.boardOf(tablet).add(erasing(...entries));
    const alone = community.boardOf(tablet).run();
    const here = await phone(community, founding, kit, community.boardOf(biel).run());
    await hear(here, alone);
    const evidence = community.boardOf(tablet).entries.map(encodeTravelling);
    await deliver(here, { evidence }, ana);
    expect(shown(here)).toEqual(expect.arrayContaining(all()));
    expect(here.replica.forks.erasesApart()).toEqual([]);
  });
});

describe('[H3] an erase holds', () => {
  test('before the end of its board, also beyond a fork of it', async () => {
    const { community, entries } = await street();
    const board = community.boardOf(tablet);
    const first = await board.add(erasing(entries[0] as Entry));
    await board.add(erasing(entries[1] as Entry));
    const founding = community.ledgerOf(ana).run();
    const here = await phone(community, founding, community.boardOf(biel).run());
    await hear(here, board.run());
    expect(shown(here)).toEqual([regretted(2)]);
    const kit = await newPage(community, [listing(biel), listing(tablet, 0, 1)]);
    await hear(here, await paper(community, kit));
    expect(here.replica.forks.erasesApart()).toEqual([]);
    // The first stands before the end; what the second named is a gap, and not lost.
    const whole = await phone(
      community,
      ...[community.ledgerOf(ana).run(), community.boardOf(biel).run(), board.run()],
    );
    expect(shown(whole)).toEqual([regretted(1), regretted(2)]);
    await exchange(here, whole);
    expect(shown(here)).toEqual([regretted(1), regretted(2)]);
    expect(first.seq).toBe(0);
  });
});
