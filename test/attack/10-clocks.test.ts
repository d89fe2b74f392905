/** Class 10: whatever a clock says, no rule goes by it. */
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '@manyhands/codec';
import type { CategoryName } from '@manyhands/ledger';
import {
  TestCommunity,
  LogBuilder,
  confirmed,
  createPerson,
  helped,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { bodyOfType, erases } from './kit/entries.ts';
import { openReader, takeAll } from './kit/phones.ts';
import { ana, biel, carme, didac, everybody, noteOf, village } from './kit/stories.ts';
import { sumsOf } from './kit/sums.ts';

/** The first and the last minute that an entry can name, and one in between. */
const times = [0, 29_000_000, 2 ** 32 - 1] as const;

const kind = (name: string, code = 1_000): CategoryName => ({
  type: 'category',
  code,
  rev: 0,
  parent: null,
  name,
  isShown: true,
});

/** Whose name a kind has when each of these named it at a time of theirs. */
async function namedBy(
  community: TestCommunity,
  ...said: readonly (readonly [CastMember, number])[]
): Promise<string | undefined> {
  const logs = said.map(() => undefined as LogBuilder | undefined);
  for (const [i, [person, time]] of said.entries()) {
    const log = new LogBuilder(community.id, 'board', person);
    await log.add(kind(person.name), { time });
    logs[i] = log;
  }
  const phone = await openReader(community);
  const ledgers = community.logs().filter(({ log }) => log.kind === 'ledger');
  await takeAll(phone, [...ledgers, ...logs.flatMap((log) => log ?? [])]);
  const all = phone.replica.board.categories();
  return all.find(({ code }) => code === 1_000)?.name;
}

describe('[findings/H15] a kind of help that two have named', () => {
  test.each(times)('is the founder’s, though another’s clock says %i', async (time) => {
    const { community } = await village();
    expect(await namedBy(community, [biel, 1_000_000], [didac, time])).toBe('Biel');
  });

  test.each(times)(
    'is of who is nearer the founder, whatever %i says',
    async (time) => {
      const { community } = await village();
      const puppet = await createPerson('Puppet');
      await community.ledgerOf(didac).add(await community.admitContent(puppet));
      expect(await namedBy(community, [carme, 1_000_000], [puppet, time])).toBe(
        'Carme',
      );
    },
  );

  test('is of the same one of two equals, whatever their clocks say', async () => {
    const { community } = await village();
    const names = new Set<string | undefined>();
    for (const hers of times)
      for (const his of times)
        names.add(await namedBy(community, [ana, hers], [didac, his]));
    expect(names.size).toBe(1);
  });
});

describe('an entry from the past, or from the future', () => {
  /** What these come to, whatever their ids are. */
  async function comesTo(time: number) {
    const community = await TestCommunity.of(biel, [ana, carme, didac]);
    const [his, hers] = [community.ledgerOf(didac), community.ledgerOf(carme)];
    const asked = await his.add(helped(carme, 60), { time });
    await hers.add(confirmed(asked.id), { time: 29_000_000 });
    const declined = await his.add(helped(carme, 45), { time });
    await hers.add(
      { type: 'transfer.decline', proposal: declined.id, as: null },
      { time: 29_000_000 },
    );
    await his.add(
      { type: 'transfer.withdraw', proposal: asked.id, as: null },
      { time },
    );
    const board = community.boardOf(didac);
    const note = await board.add(noteOf(didac, 'note'), { time });
    await board.add(erases(note), { time: 2 ** 32 - 1 - time });
    const phone = await openReader(community);
    await takeAll(phone, community.logs());
    const { ledger } = phone.replica;
    return {
      balances: everybody.map(({ member }) => ledger.balanceOf(member)),
      status: [asked, declined].map(({ id }) => ledger.linesOf(id)[0]?.status),
      isErased: phone.replica.entry(note.id) === null,
      people: sumsOf(phone, everybody).hours.members.length,
    };
  }

  test('counts as one of today', async () => {
    const [first, ...others] = await Promise.all(times.map(comesTo));
    for (const each of others) expect(each).toEqual(first);
  });
});

describe('[findings/H6] a number is no clock: versions end at 255', () => {
  test.each([256, 1_000, 2 ** 32 - 1])('one of %i means nothing', async (version) => {
    const { community } = await village();
    const log = community.ledgerOf(didac);
    const { publicKey } = ana.identity;
    const word = [fromHex(ana.member), version, publicKey, []];
    const entry = await log.addBody(bodyOfType(6, word));
    expect(entry.content.type).toBe('meaningless');
    expect(toHex(publicKey)).toBe(ana.member);
  });

  test('the last of them means something', async () => {
    const { community } = await village();
    const word = [fromHex(ana.member), 255, ana.identity.publicKey, []];
    const entry = await community.ledgerOf(didac).addBody(bodyOfType(6, word));
    expect(entry.content.type).toBe('guardian.recover');
  });
});
