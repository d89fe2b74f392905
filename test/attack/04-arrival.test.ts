/**
 * Class 4: a statement before its certificate, a cut before its board, an erase before the
 * bytes, a page before the cut; opened again in between. Whatever came first, everybody who
 * has heard it all shows the same.
 */
import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import type { Page } from '@manyhands/replica';
import {
  TestCommunity,
  additionOf,
  confirmed,
  createPerson,
  helped,
  listing,
  profileOf,
} from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { either, inOrders } from './kit/arrive.ts';
import type { Piece } from './kit/arrive.ts';
import { addedDevice, erases, recovered, stated } from './kit/entries.ts';
import { alone, placed } from './kit/phones.ts';
import type { Reader } from './kit/phones.ts';
import {
  ana,
  anasOther,
  biel,
  carme,
  didac,
  endedPhone,
  everybody,
  firstPage,
  found,
  guarded,
  noteOf,
  old,
  oldPage,
  taken,
  takenKey,
  village,
} from './kit/stories.ts';
import { sumsOf } from './kit/sums.ts';

interface World {
  readonly community: TestCommunity;
  /** Whose logs come in pieces. */
  readonly apart: readonly CastMember[];
  readonly pieces: readonly Piece[];
  readonly holds?: (phone: Reader) => void;
}

const nameOf = ({ replica }: Reader) => replica.board.profileOf(ana.member)?.name;
const people = [...everybody, found, old, taken];

async function expectSame({ community, apart, pieces, holds }: World): Promise<void> {
  let first: unknown;
  for await (const phone of inOrders(community, apart, pieces)) {
    const sums = sumsOf(phone, [...people, ...apart]);
    first ??= sums;
    expect(sums).toEqual(first);
    holds?.(phone);
  }
}

/** A run in which these places of a board are tombstones, and the erase that explains them. */
function holed(run: Page['runs'][number], hashes: ReadonlyMap<number, string>): Page {
  const items = run.items.map((item, at) => {
    const bodyHash = hashes.get(run.from + at);
    return bodyHash === undefined ? item : { bodyHash };
  });
  return { evidence: [], runs: [{ ...run, items }] };
}

describe('come in any order, by place or alone', () => {
  test('[replica/H3] [replica/H4] an old page, the new one, and what was erased and said with the old', async () => {
    const { community, profile, first, second, enrolment } = await oldPage();
    const board = community.boardOf(found);
    const erase = await board.add(erases(profile));
    const claim = await board.add({ ...profileOf(ana, 99), name: 'not Ana' });
    await expectSame({
      community,
      apart: [ana, found],
      pieces: [profile, first, second, enrolment, erase, claim].map(either),
      holds: (phone) => expect(nameOf(phone)).toBe('Ana'),
    });
  });

  test('[replica/H3] [findings/H5] one guardian’s word, another’s, and what it is for', async () => {
    const { community, profile, kit, word, certificate } = await guarded();
    const erase = await community.boardOf(taken).add(erases(profile));
    const second = await community
      .ledgerOf(carme)
      .add(recovered(ana, 2, takenKey, [listing(ana, 0)]));
    await expectSame({
      community,
      apart: [ana, didac, carme, taken],
      pieces: [profile, kit, word, certificate, erase, second].map(either),
    });
  });

  test('[replica/H3] an end that moves out again, and an erase behind it', async () => {
    const { community, profile, ending } = await endedPhone();
    const board = community.boardOf(old);
    const erase = await board.add(erases(profile));
    const claim = { version: 2, key: firstPage, devices: [listing(ana), listing(old)] };
    const outward = await community
      .ledgerOf(ana)
      .add(await stated(community, ana, claim, firstPage));
    const addition = community.ledgerOf(ana).entries[1];
    assert(addition, 'she added her phone');
    await expectSame({
      community,
      apart: [ana, old],
      pieces: [profile, ending, outward, erase, addition].map(either),
      holds: (phone) => expect(nameOf(phone)).toBeUndefined(),
    });
  });

  test('[replica/H4] a board that nobody hears, and that is proven to have two histories', async () => {
    const { community, profile, kit, word, certificate } = await guarded();
    const board = community.boardOf(taken);
    await board.add({ ...profileOf(ana, 99), name: 'not Ana' });
    const one = await board.add(noteOf(taken, 'one'));
    const other = await board.branch(taken, 1).add(noteOf(taken, 'other'));
    const proof = await community.ledgerOf(didac).add(proveFork([one], [other]));
    const facts = [profile, kit, word, certificate, proof].map(either);
    await expectSame({
      community,
      apart: [ana, didac, taken],
      pieces: [...facts, placed(...board.entries), alone(other)],
      holds: (phone) => expect(nameOf(phone)).toBe('Ana'),
    });
  });

  test('[replica/H4] a board of an old page that is proven to have two histories', async () => {
    const { community, profile, first, second, enrolment } = await oldPage();
    const board = community.boardOf(found);
    await board.add({ ...profileOf(ana, 99), name: 'not Ana' });
    const one = await board.add(noteOf(found, 'one'));
    const other = await board.branch(found, 1).add(noteOf(found, 'other'));
    const proof = await community.ledgerOf(didac).add(proveFork([one], [other]));
    const facts = [profile, first, second, enrolment, proof].map(either);
    await expectSame({
      community,
      apart: [ana, didac, found],
      pieces: [...facts, placed(...board.entries), alone(other)],
      holds: (phone) => expect(nameOf(phone)).toBe('Ana'),
    });
  });

  test('[replica/B1] [replica/H3] tombstones before the erase that explains them, which a later device wrote', async () => {
    const { community, profile } = await village();
    const board = community.boardOf(ana);
    const middle = await board.add(noteOf(ana, 'middle'));
    await board.add(noteOf(ana, 'last'));
    const tablet = await anasOther('tablet');
    const addition = await community.ledgerOf(ana).add(additionOf(tablet));
    const erase = await community.boardOf(tablet).add(erases(middle));
    const hashes = new Map(
      erase.content.type === 'erase'
        ? [[1, erase.content.places[0]?.bodyHash ?? '']]
        : [],
    );
    const run = board.run();
    await expectSame({
      community,
      apart: [ana, tablet],
      pieces: [
        ...[profile, addition, erase].map(either),
        holed(run, hashes),
        { runs: [run] },
      ],
      holds: ({ replica }) => expect(replica.entry(middle.id)).toBeNull(),
    });
  });

  test('[replica/H2] leaving, the end below it, and a witness of it', async () => {
    const { community, ending } = await endedPhone();
    const left = await community.ledgerOf(old).add({ type: 'member.leave' });
    const witness = witnessEntry(left);
    assert(witness, 'a witness can carry it');
    const carried = await community.ledgerOf(didac).add(witness);
    const log = community.ledgerOf(old);
    await expectSame({
      community,
      apart: [ana, old, didac],
      pieces: [
        ending,
        left,
        carried,
        community.ledgerOf(ana).entries[1],
        log.entries[0],
      ]
        .filter((entry) => entry !== undefined)
        .map(either),
      holds: ({ replica }) =>
        expect(replica.ledger.member(ana.member)?.left).toBe(false),
    });
  });

  test('[ledger/L9] [ledger/L12] a ledger with two histories, hours in both, and the statement that ends it', async () => {
    const { community } = await village();
    const log = community.ledgerOf(didac);
    const other = log.branch(didac, 0);
    const here = await log.add(helped(carme, 60));
    const there = await other.add(helped(carme, 90));
    const yes = await community.ledgerOf(carme).add(confirmed(here.id));
    const again = await community.ledgerOf(carme).add(confirmed(there.id));
    const proof = await community.ledgerOf(biel).add(proveFork([here], [there]));
    const claim = { key: firstPage, devices: [listing(didac, 0)] };
    const ending = await community
      .ledgerOf(carme)
      .add(await stated(community, didac, claim, didac.identity));
    await expectSame({
      community,
      apart: [carme, didac],
      pieces: [here, yes, again, proof, ending].map(either).concat([alone(there)]),
    });
  });

  test('[findings/H16] a founder’s two histories, and puppets in one of them', async () => {
    const community = await TestCommunity.of(biel, [ana, didac]);
    const log = community.ledgerOf(biel);
    const puppet = await createPerson('Puppet');
    const other = log.branch(biel, log.entries.length);
    const mine = await log.add({ type: 'member.vouch', member: ana.member });
    const admission = await other.add(await community.admitContent(puppet));
    const vouch = await other.add({ type: 'member.vouch', member: puppet.member });
    const proof = await community.ledgerOf(didac).add(proveFork([mine], [admission]));
    await expectSame({
      community,
      apart: [didac, puppet],
      pieces: [alone(admission), alone(vouch), either(proof)],
      holds: ({ replica }) =>
        expect(replica.ledger.member(puppet.member)?.voice).toBe(false),
    });
  });

  test('[findings/H14] a newcomer’s device that somebody else names too', async () => {
    const { community } = await village();
    const newcomer = await createPerson('A newcomer');
    const admission = await community
      .ledgerOf(carme)
      .add(await community.admitContent(newcomer));
    const named = await community.ledgerOf(didac).add(addedDevice(newcomer.device));
    const first = await community.boardOf(newcomer).add(profileOf(newcomer));
    await expectSame({
      community,
      apart: [carme, didac, newcomer],
      pieces: [admission, named, first].map(either),
      holds: ({ replica }) =>
        expect(replica.ledger.memberOfDevice(newcomer.device)).toBe(newcomer.member),
    });
  });
});
