import { describe, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { encodeTravelling, proveFork, readTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  additionOf,
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  exchange,
  helped,
  identityContent,
  listing,
  openOnMemory,
  profileOf,
  isThorough,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { evidencePages } from './apart.ts';
import { evidenceLimit } from './limits.ts';
import { readPage } from './page.ts';
import { erasing } from './testing/regrets.ts';

const [ana, biel, carme, didac] = await createCast();

/** `person` says that their phone ends at this place, and is let in with another. */
async function endsPhone(
  community: TestCommunity,
  person: CastMember,
  at: number,
): Promise<Entry> {
  const { member, identity } = person;
  const devices = [listing(person, at, null)];
  const content = await identityContent(
    community,
    { member },
    { key: identity, devices },
    identity,
  );
  return community.ledgerOf(person).add(content);
}

/** So many devices of a person, each with two histories, and who proves it. */
async function forks(
  community: TestCommunity,
  person: CastMember,
  count: number,
  by: CastMember,
): Promise<void> {
  const paper = community.ledgerOf(ana);
  for (let n = 0; n < count; n++) {
    const device = await createPerson(person.name, `loud ${n}`);
    await paper.add(await community.enrolContent(device));
    const one = await community.ledgerOf(device).add(helped(by, 1));
    const other = await community.ledgerOf(device).branch(device, 0).add(helped(by, 2));
    await community.ledgerOf(by).add(proveFork([one], [other]));
  }
}

const whole = async (community: TestCommunity): Promise<OnMemory> => {
  const here = await openOnMemory(community.id);
  for (const run of community.runs()) await deliver(here, { runs: [run] }, ana);
  return here;
};

/** What a piece of evidence is about: its kind, and whose turn it is. */
const told = ({ replica }: OnMemory): Entry[] =>
  replica.forks.evidence().map((bytes) => {
    const entry = readTravelling(replica.community, bytes);
    assert(entry.ok, 'evidence travels');
    return entry.value;
  });

describe('[H7] evidence is told whole', () => {
  // To write so many takes long: `npm run verify` does it.
  test.runIf(isThorough)(
    '300 forks of one member crowd nobody’s identity out',
    async () => {
      const community = await TestCommunity.of(ana, [biel, carme, didac]);
      await forks(community, biel, 300, biel);
      const statement = await endsPhone(community, carme, 0);
      const here = await whole(community);
      const all = told(here);
      expect(all).toHaveLength(301);
      expect(all[0]).toEqual(statement);
      const pages = [...evidencePages(here.replica.forks.evidence())];
      const counts = pages.map((page) => {
        const read = readPage(page);
        return read.ok ? read.value.evidence.length : 0;
      });
      expect(counts).toEqual([evidenceLimit, 45]);

      const newcomer = await openOnMemory(community.id);
      await exchange(here, newcomer);
      expect(newcomer.replica.digest()).toBe(here.replica.digest());
      const { ledger } = newcomer.replica;
      expect(ledger.stateHash()).toBe(here.replica.ledger.stateHash());
      expect(ledger.identityOf(carme.member).version).toBe(1);
    },
  );

  test('statements and attestations, then erases that hold, then proofs; members in turn', async () => {
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    for (const person of [biel, carme]) {
      const tablet = await createPerson(person.name, 'tablet');
      await community.ledgerOf(person).add(additionOf(tablet));
    }
    for (const person of [biel, carme]) await endsPhone(community, person, 1);
    for (const person of [didac, carme]) await forks(community, person, 2, ana);
    const here = await whole(community);
    for (const person of [biel, carme, didac]) {
      const board = community.boardOf(person);
      const regretted = [
        await board.add(profileOf(person, 1)),
        await board.add(profileOf(person, 2)),
      ];
      for (const entry of regretted) {
        const erase = await board.add(erasing(entry));
        await deliver(here, { evidence: [encodeTravelling(erase)] }, ana);
      }
    }
    const said = told(here).map(({ content, log }) => {
      const about = 'member' in content ? content.member : log.member;
      const name = [ana, biel, carme, didac].find(
        ({ member }) => member === about,
      )?.name;
      return `${name} ${content.type}`;
    });
    const [statements, erases, proofs] = [
      said.slice(0, 4),
      said.slice(4, 10),
      said.slice(10),
    ];
    expect(statements.slice(0, 2).map((each) => each.split(' ')[0])).toEqual([
      'Biel',
      'Carme',
    ]);
    expect(new Set(statements)).toEqual(
      new Set([
        ...['Biel identity.set', 'Biel device.add'],
        ...['Carme identity.set', 'Carme device.add'],
      ]),
    );
    const turn = ['Biel erase', 'Carme erase', 'Didac erase'];
    expect(erases).toEqual([...turn, ...turn]);
    const forked = ['Didac fork.proof', 'Carme fork.proof'];
    expect(proofs).toEqual([...forked, ...forked]);
  });

  test('the same piece is the same bytes each time, so that it is told once', async () => {
    const community = await TestCommunity.of(ana, [biel, carme]);
    await forks(community, biel, 2, ana);
    const here = await whole(community);
    const before = here.replica.forks.evidence();
    expect(before).toHaveLength(2);
    await community.ledgerOf(carme).add(helped(ana, 5));
    await deliver(here, { runs: [community.ledgerOf(carme).run()] }, carme);
    const after = here.replica.forks.evidence();
    expect(after.every((piece, at) => piece === before[at])).toBe(true);
  });
});
