/** Class 2: what does one guardian do already, who is below the quorum? */
import { afterEach, describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { whoHolds } from '@manyhands/door';
import {
  claimStatement,
  encodeJoinRequest,
  encodeTravelling,
  proveFork,
  witnessEntry,
} from '@manyhands/ledger';
import type { Entry, KnownContent } from '@manyhands/ledger';
import type { Page } from '@manyhands/replica';
import {
  additionOf,
  createPerson,
  helped,
  listing,
  profileOf,
} from '@manyhands/testing';
import type { TestCommunity, CastMember } from '@manyhands/testing';
import { inOrders } from './kit/arrive.ts';
import { call, welcome } from './kit/caller.ts';
import { enrolled, erases, keyCalled, recovered, stated } from './kit/entries.ts';
import { closeMeshed, openMeshed } from './kit/meshed.ts';
import { alone, placed } from './kit/phones.ts';
import type { Reader } from './kit/phones.ts';
import {
  ana,
  biel,
  carme,
  didac,
  firstPage,
  guarded,
  noteOf,
  taken,
  takenKey,
} from './kit/stories.ts';
import type { Guarded } from './kit/stories.ts';
import { isHeld } from './kit/sums.ts';

afterEach(closeMeshed);

const nameOf = ({ replica }: Reader) => replica.board.profileOf(ana.member)?.name;
const isCertified = ({ replica }: Reader) =>
  replica.isCertified(ana.member, taken.device);

/** Phones to whom these came in all kinds of orders, the rest of the village before. */
const heard = (
  { community, kit, word, certificate }: Guarded,
  ...others: readonly Partial<Page>[]
): AsyncGenerator<Reader> => {
  const hers = community.boardOf(ana).entries.map((entry) => placed(entry));
  const facts = [kit, word, certificate].map((entry) => alone(entry));
  const pieces = [...hers, ...facts, ...others];
  return inOrders(community, [ana, didac, taken], pieces);
};

describe('one guardian of two that it takes', () => {
  test('[findings/H5] certifies no device: no log of it is kept', async () => {
    const story = await guarded();
    const { community } = story;
    const proposal = await community.ledgerOf(taken).add(helped(biel, 60));
    const note = await community.boardOf(taken).add(noteOf(taken, 'here'));
    for await (const phone of heard(story, placed(proposal), placed(note))) {
      expect(isCertified(phone)).toBe(false);
      expect(isHeld(phone, taken)).toBe(false);
    }
  });

  test('[replica/H3] [findings/H5] erases nothing of hers', async () => {
    const story = await guarded();
    const { community, profile } = story;
    const erase = await community.boardOf(taken).add(erases(profile));
    for await (const phone of heard(story, alone(erase), placed(erase)))
      expect(nameOf(phone)).toBe('Ana');
  });

  test('[replica/H4] [findings/H5] says nothing on her board, whatever becomes of that log', async () => {
    const story = await guarded();
    const { community } = story;
    const board = community.boardOf(taken);
    await board.add({ ...profileOf(ana, 99), name: 'not Ana' });
    const one = await board.add(noteOf(taken, 'one'));
    const other = await board.branch(taken, 1).add(noteOf(taken, 'other'));
    const proof = await community.ledgerOf(didac).add(proveFork([one], [other]));
    const pages = [placed(...board.entries), alone(proof), alone(other)];
    for await (const phone of heard(story, ...pages)) expect(nameOf(phone)).toBe('Ana');
  });

  test('[replica/H2] [findings/H5] leaves for nobody, whoever carries it', async () => {
    const story = await guarded();
    const { community } = story;
    const left = await community.ledgerOf(taken).add({ type: 'member.leave' });
    const witness = witnessEntry(left);
    assert(witness, 'a witness can carry it');
    const carried = await community.ledgerOf(didac).add(witness);
    for await (const { replica } of heard(story, placed(left), alone(carried)))
      expect(replica.ledger.member(ana.member)?.left).toBe(false);
  });

  test('[findings/H1] [findings/H5] is not linked under her name, and told the words so far', async () => {
    const { community, kit, word, certificate } = await guarded();
    const phone = await openMeshed(community, biel, {
      whoIs: (key) => whoHolds(replicaOf(), key),
    });
    const replicaOf = () => phone.replica;
    const evidence = [kit, word, certificate].map(encodeTravelling);
    const as = { member: ana.member, signing: taken.signing, evidence };
    expect((await call(phone, as)).verdict).not.toBe(welcome);
    const [box, key] = [toHex(taken.sealing.publicKey), toHex(takenKey.publicKey)];
    // Refused under her name, it is listened to again once the page has woken (mesh/M2).
    phone.mesh.reconnect();
    const { device } = taken;
    const claim = claimStatement({ community: community.id, key, device, box });
    const sig = toHex(await takenKey.sign(claim));
    const request = encodeJoinRequest({ type: 'whoAmI', key, device, box, sig });
    const asked = await call(phone, {
      member: key as CastMember['member'],
      signing: taken.signing,
      request,
    });
    expect(asked.verdict).toBe(known);
    expect(asked.told.map(toHex)).toContain(toHex(encodeTravelling(word)));
    expect(phone.mesh.peers()).toEqual([]);
  });

  test('two in equal words are enough: what they certify is hers', async () => {
    const story = await guarded();
    const { community } = story;
    const second = await community
      .ledgerOf(carme)
      .add(recovered(ana, 2, takenKey, [listing(ana, 0)]));
    const profile = await community
      .boardOf(taken)
      .add({ ...profileOf(ana, 99), name: 'Ana again' });
    for await (const phone of heard(story, alone(second), placed(profile))) {
      expect(isCertified(phone)).toBe(true);
      expect(nameOf(phone)).toBe('Ana again');
    }
  });
});

/** Verdict 9: whose key it is, and no link (mesh/M2). */
const known = 9;

/** What somebody writes into their own ledger. */
interface Word {
  readonly by: CastMember;
  readonly content: KnownContent;
}

describe('what is no second guardian', () => {
  const again = recovered(ana, 2, takenKey, [listing(ana, 0)]);

  async function wordsOf(
    name: string,
    community: TestCommunity,
  ): Promise<readonly Word[]> {
    const tablet = await createPerson('Didac', 'tablet');
    const keeper = await createPerson('Carme', 'keeper');
    const agent = await createPerson('A guest');
    const puppet = await keyCalled('a key that Didac made');
    switch (name) {
      case 'his other phone':
        return [
          { by: didac, content: additionOf(tablet) },
          { by: tablet, content: again },
        ];
      case 'another one in other words':
        return [{ by: carme, content: recovered(ana, 2, takenKey, []) }];
      case 'another one for another number':
        return [{ by: carme, content: recovered(ana, 3, takenKey, again.devices) }];
      case 'a keeper of another one':
        return [
          { by: carme, content: { ...additionOf(keeper), role: 1 } },
          { by: keeper, content: again },
        ];
      case 'a member without a phone on his':
        return [
          {
            by: didac,
            content: {
              ...(await community.admitContent({ ...agent, device: didac.device })),
              role: 2,
            },
          },
          { by: { ...didac, member: agent.member }, content: again },
        ];
      case 'one whom the key in question names':
        return [
          {
            by: didac,
            content: await stated(
              community,
              ana,
              { version: 3, key: puppet, g: 1, guardians: [didac.member] },
              takenKey,
            ),
          },
          { by: didac, content: recovered(ana, 4, takenKey) },
          { by: didac, content: await enrolled(community, taken, 4, takenKey) },
        ];
      default:
        return [{ by: didac, content: again }];
    }
  }

  test.each([
    'himself once more',
    'his other phone',
    'another one in other words',
    'another one for another number',
    'a keeper of another one',
    'a member without a phone on his',
    'one whom the key in question names',
  ])('[findings/H5] %s', async (name) => {
    const story = await guarded();
    const { community, profile } = story;
    const words: Entry[] = [];
    for (const { by, content } of await wordsOf(name, community)) {
      const log = community.logs().find(({ log: { kind, member, device } }) => {
        return kind === 'ledger' && member === by.member && device === by.device;
      });
      words.push(await (log ?? community.ledgerOf(by)).add(content));
    }
    const erase = await community.boardOf(taken).add(erases(profile));
    const late = words.map((entry) => alone(entry));
    for await (const phone of heard(story, ...late, alone(erase))) {
      expect(phone.replica.ledger.identityOf(ana.member)).toMatchObject({
        version: 1,
        key: toHex(firstPage.publicKey),
      });
      expect(isCertified(phone)).toBe(false);
      expect(nameOf(phone)).toBe('Ana');
    }
  });
});
