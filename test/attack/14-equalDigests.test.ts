/**
 * Class 14: what differs that no digest shows? Phones to which the same attacks came in part
 * and in other orders meet and do their duties; when none has anything more to say, all of
 * them show the same.
 */
import { afterEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import {
  bodyHashAt,
  encodeTravelling,
  proveFork,
  witnessEntry,
} from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { Page } from '@manyhands/replica';
import {
  confirmed,
  createPerson,
  helped,
  listing,
  profileOf,
} from '@manyhands/testing';
import type { TestCommunity, LogBuilder, CastMember } from '@manyhands/testing';
import { Chance } from './kit/chance.ts';
import { enrolled, erases, keyCalled, recovered, stated } from './kit/entries.ts';
import { sized } from './kit/form.ts';
import { closeMeshed, meet, openMeshed, restarted } from './kit/meshed.ts';
import type { Meshed } from './kit/meshed.ts';
import { alone, placed, take } from './kit/phones.ts';
import {
  ana,
  biel,
  carme,
  didac,
  endedPhone,
  everybody,
  firstPage,
  found,
  guarded,
  newPage,
  noteOf,
  old,
  oldPage,
  taken,
  takenKey,
} from './kit/stories.ts';
import { sumsOf } from './kit/sums.ts';

afterEach(closeMeshed);

/** Whose phones there are, what all of them have, and what comes to some of them. */
interface World {
  readonly community: TestCommunity;
  readonly base: readonly LogBuilder[];
  readonly pieces: readonly Entry[];
}

const people: readonly CastMember[] = [...everybody, found, old, taken];

/** Three phones of members whose other phones may be in pieces. */
const readers: readonly CastMember[] = await Promise.all(
  ['one', 'two', 'three'].map((name) => createPerson('Biel', `reader ${name}`)),
);

const isOf = (...them: readonly CastMember[]) => {
  const devices = them.map(({ device }) => device);
  return ({ log }: LogBuilder) => devices.includes(log.device);
};

const worldOf = async (
  community: TestCommunity,
  ...apart: readonly CastMember[]
): Promise<World> => {
  for (const each of readers)
    await community.ledgerOf(biel).add(await community.enrolContent(each));
  const logs = community.logs();
  return {
    community,
    base: logs.filter((log) => !isOf(...apart)(log)),
    pieces: logs.filter(isOf(...apart)).flatMap(({ entries }) => entries),
  };
};

const worlds: Readonly<Record<string, () => Promise<World>>> = {
  'an old page that leaves, erases and shows': async () => {
    const { community, profile } = await oldPage();
    await community.ledgerOf(found).add({ type: 'member.leave' });
    await community.boardOf(found).add(erases(profile));
    await community.boardOf(found).add({ ...profileOf(ana, 99), name: 'not Ana' });
    return worldOf(community, ana, found);
  },
  'an ended phone, two histories of it, and an accomplice': async () => {
    const { community, profile } = await endedPhone();
    const log = community.ledgerOf(old);
    const other = await log.branch(old, 1).add(helped(carme, 99));
    await community.boardOf(old).add(erases(profile));
    const left = await log.add({ type: 'member.leave' });
    const yes = await community.ledgerOf(carme).add(confirmed(other.id));
    const his = community.ledgerOf(didac);
    for (const each of [other, yes, left]) {
      const witness = witnessEntry(each);
      if (witness) await his.add(witness);
    }
    const world = await worldOf(community, ana, old, didac);
    return { ...world, pieces: [...world.pieces, other] };
  },
  'one guardian, and later another': async () => {
    const { community, profile } = await guarded();
    await community.boardOf(taken).add(erases(profile));
    await community.boardOf(taken).add({ ...profileOf(ana, 99), name: 'Ana again' });
    await community.ledgerOf(carme).add(recovered(ana, 2, takenKey, [listing(ana, 0)]));
    return worldOf(community, ana, didac, taken, carme);
  },
  'a board that nobody hears, and proofs of its two histories': async () => {
    const { community } = await guarded();
    const board = community.boardOf(taken);
    await board.add({ ...profileOf(ana, 99), name: 'not Ana' });
    const one = await board.add(noteOf(taken, 'one'));
    const other = await board.branch(taken, 1).add(noteOf(taken, 'other'));
    await community.ledgerOf(didac).add(proveFork([one], [other]));
    const world = await worldOf(community, ana, didac, taken);
    return { ...world, pieces: [...world.pieces, other] };
  },
  'a contested page, and what both sides of it certify': async () => {
    const { community, profile } = await oldPage();
    const rival = await keyCalled('the thief’s second page');
    const claim = {
      version: 2,
      key: rival,
      devices: [listing(ana, 1), listing(found)],
    };
    const log = community.ledgerOf(found);
    await log.add(await stated(community, ana, claim, firstPage));
    await community.ledgerOf(old).add(await enrolled(community, old, 2, newPage));
    await community.boardOf(old).add(noteOf(old, 'from her new phone'));
    await community.boardOf(found).add(erases(profile));
    return worldOf(community, ana, found, old);
  },
  'two histories of a board, and erases in both': async () => {
    const { community, profile } = await oldPage();
    const board = community.boardOf(ana);
    const note = await board.add(noteOf(ana, 'one'));
    const other = board.branch(ana, 2);
    await board.add(erases(profile));
    const there = await other.add(erases(note));
    const world = await worldOf(community, ana, found);
    return { ...world, pieces: [...world.pieces, there] };
  },
};

const come = (chance: Chance, entry: Entry): Page =>
  chance.below(2) === 0 ? alone(entry) : placed(entry);

/** Each hears of some of it, in an order of its own, and may be opened again. */
async function hear(world: World, person: CastMember, chance: Chance): Promise<Meshed> {
  let phone = await openMeshed(world.community, person, { holds: world.base });
  const some = chance
    .shuffled(world.pieces)
    .slice(0, chance.below(world.pieces.length + 1));
  for (const entry of some) await take(phone, come(chance, entry));
  if (chance.below(3) === 0) phone = await restarted(world.community, phone);
  for (const entry of some) await take(phone, come(chance, entry));
  return phone;
}

/** So often all of them meet and do what they owe each other. */
const rounds = 3;

async function comeTogether(phones: readonly Meshed[]): Promise<void> {
  for (let n = 0; n < rounds; n++) {
    for (const [at, phone] of phones.entries())
      for (const other of phones.slice(at + 1)) await meet(phone, other);
    for (const phone of phones) {
      phone.clock.now += 3_600_001;
      await phone.duties.rest();
    }
  }
  const [first, ...others] = phones;
  assert(first, 'there are some');
  for (const other of [...others, ...others]) await meet(first, other);
}

const seeds = Array.from({ length: sized(3, 120) }, (_, seed) => seed + 1);

describe.each(Object.keys(worlds))('%s', (name) => {
  test.each(seeds)('come to the same on all phones (%i)', async (seed) => {
    const world = await worlds[name]?.();
    assert(world, 'it is one of them');
    const chance = new Chance(seed);
    const phones: Meshed[] = [];
    for (const [at, reader] of readers.entries()) {
      if (at > 0) phones.push(await hear(world, reader, chance));
      else
        phones.push(await openMeshed(world.community, reader, { holds: world.base }));
    }
    // One of them hears everything in the end.
    for (const entry of world.pieces)
      if (phones[0]) await take(phones[0], alone(entry));
    await comeTogether(phones);
    const [first, ...others] = phones.map((phone) => sumsOf(phone, people));
    for (const each of others) expect(each).toEqual(first);
    closeMeshed();
  });
});

describe('[ledger/B1] [replica/H3] an erase that its writer hides behind another one', () => {
  /** His words, an erase of them, an erase of that, and a last word. */
  async function hiding() {
    const { community } = await oldPage();
    const board = community.boardOf(didac);
    const words = await board.add(profileOf(didac));
    const hidden = await board.add(erases(words));
    const hiding = await board.add(erases(hidden));
    await board.add(noteOf(didac, 'last'));
    const holds = community.logs().filter((log) => log !== board);
    const whole = board.run();
    const items = whole.items.map((item, at) =>
      at === hidden.seq ? { bodyHash: bodyHashAt(hidden) } : item,
    );
    const holed = { evidence: [encodeTravelling(hiding)], runs: [{ ...whole, items }] };
    return { community, words, hidden, holds, whole, holed };
  }

  test.each(['linked', 'opened again', 'by a third'])(
    'is told to who has a tombstone in its place (%s)',
    async (how) => {
      const { community, words, hidden, holds, whole, holed } = await hiding();
      let hers = await openMeshed(community, biel, { holds });
      await take(hers, holed);
      expect(hers.replica.entry(words.id)).not.toBeNull();
      const his = await openMeshed(community, carme, { holds });
      await take(his, { runs: [whole] });
      expect(his.replica.entry(words.id)).toBeNull();
      if (how === 'opened again') hers = await restarted(community, hers);
      if (how === 'by a third') {
        const third = await openMeshed(community, ana, { holds });
        await take(third, holed);
        await meet(third, his);
        await meet(hers, third);
      } else await meet(hers, his);
      expect(hers.replica.entry(hidden.id)).not.toBeNull();
      expect(hers.replica.entry(words.id)).toBeNull();
      expect(sumsOf(hers, people)).toEqual(sumsOf(his, people));
    },
  );
});
