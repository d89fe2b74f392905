import { describe, expect, test } from 'vitest';
import { signingKeyFromSeed } from '@manyhands/keys';
import { encodeTravelling } from '@manyhands/ledger';
import type { Entry, GuardianRecover } from '@manyhands/ledger';
import { toHex } from '@manyhands/codec';
import {
  additionOf,
  TestCommunity,
  createCast,
  createPerson,
  deliver,
  enrolmentUnder,
  exchange,
  helped,
  identityContent,
  listing,
  openOnMemory,
  profileOf,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';

const [ana, biel, carme, didac] = await createCast();
const tablet = await createPerson('Biel', 'tablet');
const laptop = await createPerson('Biel', 'laptop');
const words = await signingKeyFromSeed(new Uint8Array(32).fill(21));
const newWords = await signingKeyFromSeed(new Uint8Array(32).fill(22));

const withBiel = (): Promise<TestCommunity> =>
  TestCommunity.of(ana, [biel, carme, didac]);

/** Biel's kit: version 1, whose key the words give. */
const kit = (community: TestCommunity, ended: number | null = null) =>
  identityContent(
    community,
    biel,
    {
      key: words,
      devices: [listing(biel, ended)],
      g: 2,
      guardians: [ana.member, carme.member, didac.member].sort(),
    },
    biel.identity,
  );

const recovery = (devices: GuardianRecover['devices'] = []): GuardianRecover => ({
  type: 'guardian.recover',
  member: biel.member,
  version: 2,
  key: toHex(newWords.publicKey),
  devices,
});

const isHeld = ({ replica }: OnMemory, person: CastMember): boolean =>
  replica.vector().some(({ log }) => log.device === person.device);

async function whole(community: TestCommunity): Promise<OnMemory> {
  const here = await openOnMemory(community.id);
  await deliver(here, { runs: community.runs() }, ana);
  return here;
}

describe('[A15] [ledger/L12] a log is kept once a certificate names its device', () => {
  test('of a later key, in one page in any order, or when it is offered again', async () => {
    const community = await withBiel();
    await community
      .ledgerOf(ana)
      .add(await enrolmentUnder(community, tablet, 1, words));
    const before = community.runs();
    await community.ledgerOf(carme).add(await kit(community));
    const statement = community.ledgerOf(carme).run();
    await community.ledgerOf(tablet).add(helped(ana, 60));
    const log = community.ledgerOf(tablet).run();

    for (const runs of [
      [...before, statement, log],
      [log, statement, ...before.toReversed()],
    ]) {
      const here = await openOnMemory(community.id);
      await deliver(here, { runs }, ana);
      expect(isHeld(here, tablet)).toBe(true);
      expect(here.replica.ledger.hasStanding(tablet.member, tablet.device)).toBe(true);
    }

    const late = await openOnMemory(community.id);
    const first = await deliver(late, { runs: [...before, log] }, ana);
    expect([first.refused, first.strangers]).toEqual([
      null,
      [logIdIn(community, tablet)],
    ]);
    await deliver(late, { runs: [statement] }, carme);
    expect(late.replica.isCertified(tablet.member, tablet.device)).toBe(true);
    await deliver(late, { runs: [log] }, ana);
    expect(isHeld(late, tablet)).toBe(true);
  });

  test('not by another’s key, nor by nobody’s', async () => {
    const community = await withBiel();
    await community.ledgerOf(biel).add(await kit(community));
    await community
      .ledgerOf(carme)
      .add(await enrolmentUnder(community, tablet, 1, newWords));
    await community
      .ledgerOf(carme)
      .add(await enrolmentUnder(community, laptop, 2, words));
    await community.ledgerOf(tablet).add(helped(ana, 60));
    await community.ledgerOf(laptop).add(helped(ana, 60));
    const other = await createPerson('Biel', 'other phone');
    await community.ledgerOf(biel).add(recovery());
    await community
      .ledgerOf(carme)
      .add(await enrolmentUnder(community, other, 2, newWords));
    await community.ledgerOf(other).add(helped(ana, 60));
    const here = await whole(community);
    for (const each of [tablet, laptop, other]) expect(isHeld(here, each)).toBe(false);
    // A statement whose own signature is bad names no key.
    const forged = await identityContent(community, didac, { key: newWords }, words);
    await community.ledgerOf(didac).add(forged);
    const fake = await createPerson('Didac', 'fake');
    await community
      .ledgerOf(didac)
      .add(await enrolmentUnder(community, fake, 1, newWords));
    await community.ledgerOf(fake).add(helped(ana, 60));
    expect(isHeld(await whole(community), fake)).toBe(false);
  });

  test('a device that restores with words enrols itself in its own log', async () => {
    const community = await withBiel();
    await community
      .ledgerOf(tablet)
      .add(await enrolmentUnder(community, tablet, 1, words));
    await community.ledgerOf(tablet).add(helped(ana, 60));
    const log = community.ledgerOf(tablet).run();
    const stranger = await whole(community);
    expect(isHeld(stranger, tablet)).toBe(false);
    await community.ledgerOf(biel).add(await kit(community));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: [log, ...community.runs().toReversed()] }, ana);
    expect(isHeld(here, tablet)).toBe(true);
    // Who shows that enrolment in a log of their own is not the device it names.
    await community
      .ledgerOf(laptop)
      .add(await enrolmentUnder(community, tablet, 1, words));
    const shown = await deliver(
      here,
      { runs: [community.ledgerOf(laptop).run()] },
      ana,
    );
    expect(shown).toMatchObject({ added: [], strangers: [logIdIn(community, laptop)] });
    // Whoever has nothing invents an identity, and keeps it to themselves.
    const nobody = await createPerson('Nobody');
    const own = community.ledgerOf(nobody);
    await own.add(await enrolmentUnder(community, nobody, 0, nobody.identity));
    const offered = await deliver(here, { runs: [own.run()] }, ana);
    expect(offered.added).toEqual([]);
  });

  test('a device adds another, and that one a third', async () => {
    const community = await withBiel();
    await community.ledgerOf(biel).add(additionOf(tablet));
    await community.ledgerOf(tablet).add(additionOf(laptop));
    await community.ledgerOf(laptop).add(helped(ana, 60));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs().toReversed() }, ana);
    expect(isHeld(here, laptop)).toBe(true);
    expect(here.replica.ledger.roleOf(laptop.member, laptop.device)).toBe(0);
  });

  test('[findings/H5] one guardian of two certifies nobody; with the second the log is kept', async () => {
    const community = await withBiel();
    await community.ledgerOf(biel).add(await kit(community));
    await community.ledgerOf(ana).add(recovery());
    await community
      .ledgerOf(ana)
      .add(await enrolmentUnder(community, tablet, 2, newWords));
    await community.boardOf(tablet).add({ ...profileOf(tablet), name: 'Not Biel' });
    const here = await whole(community);
    const { replica } = here;
    const { member, device } = tablet;
    expect(replica.isCertified(member, device)).toBe(false);
    expect(isHeld(here, tablet)).toBe(false);
    expect(replica.board.profileOf(biel.member)).toBeNull();
    const second = await community.ledgerOf(carme).add(recovery());
    await deliver(here, { runs: [community.ledgerOf(carme).run(second.seq)] }, carme);
    expect(replica.isCertified(member, device)).toBe(true);
    await deliver(here, { runs: [community.boardOf(tablet).run()] }, carme);
    expect(replica.ledger.hasStanding(member, device)).toBe(true);
    expect(replica.board.profileOf(biel.member)?.name).toBe('Not Biel');
  });
});

const logIdIn = (community: TestCommunity, person: CastMember): string =>
  community.ledgerOf(person).entries[0]?.logId ?? '';

test('[A15] what a device says on its board before anybody let it in is shown to itself', async () => {
  const community = await TestCommunity.of(ana);
  const { member, device } = biel;
  await community.boardOf(biel).add(profileOf(biel));
  const here = await openOnMemory(community.id, undefined, { own: { member, device } });
  await deliver(here, { runs: community.runs() }, biel);
  expect(here.replica.board.profileOf(member)?.name).toBe('Biel');
});

describe('[P5] [ledger/L12] what a disk holds of identities', () => {
  test('comes to the same state when it is opened again', async () => {
    const community = await withBiel();
    await community.ledgerOf(biel).add(await kit(community));
    for (const guardian of [ana, didac]) {
      await community.ledgerOf(guardian).add(recovery([listing(biel, 1)]));
    }
    await community
      .ledgerOf(tablet)
      .add(await enrolmentUnder(community, tablet, 2, newWords));
    await community.ledgerOf(tablet).add(helped(ana, 60));
    const here = await whole(community);
    const { ledger } = here.replica;
    expect(ledger.identityOf(biel.member).version).toBe(2);
    await here.replica.settled();
    const again = await openOnMemory(community.id, here.disk);
    expect(again.replica.faults()).toEqual([]);
    expect(again.replica.ledger.stateHash()).toBe(ledger.stateHash());
    expect(again.replica.digest()).toBe(here.replica.digest());
    expect(isHeld(again, tablet)).toBe(true);
  });
});

describe('[P7] [ledger/L12] a log that its member ended', () => {
  test('is told, given and asked for up to there, until a statement moves the end', async () => {
    const community = await withBiel();
    const log = community.ledgerOf(biel);
    for (let i = 1; i <= 5; i++) await log.add(helped(ana, i));
    const off = await community.ledgerOf(ana).add(await kit(community, 3));
    const here = await whole(community);
    const told = () =>
      here.replica.vector().find(({ log: { device } }) => device === biel.device)
        ?.length;
    expect(told()).toBe(3);
    const prefix = log.entries[0]?.logId.slice(0, 32) ?? '';
    const theirs = { log: prefix, length: 12, head: '00'.repeat(8) };
    expect(here.replica.lacks([theirs])).toEqual([]);
    expect(here.replica.forks.evidence()).toEqual([]);

    const back = await identityContent(
      community,
      biel,
      { version: 2, key: words, devices: [listing(biel)] },
      words,
    );
    await community.ledgerOf(ana).add(back);
    await deliver(here, { runs: [community.ledgerOf(ana).run(off.seq + 1)] }, ana);
    expect(told()).toBe(5);
    expect(here.replica.lacks([theirs])).toEqual([{ log: prefix, from: 5, max: 7 }]);
  });

  test('its statements are evidence where they stand in a log that may be thought ended', async () => {
    const community = await withBiel();
    const log = community.ledgerOf(biel);
    await log.add(helped(ana, 1));
    await log.add(await kit(community));
    await log.add(
      await identityContent(
        community,
        biel,
        { version: 2, key: words, devices: [listing(biel, 1)] },
        words,
      ),
    );
    const back = await log.add(
      await identityContent(
        community,
        biel,
        { version: 3, key: words, devices: [listing(biel)] },
        words,
      ),
    );
    await log.add(helped(ana, 2));
    const here = await whole(community);
    const early = await openOnMemory(community.id);
    const upTo = community
      .runs()
      .map((run) => (run.device === biel.device ? log.run(0, back.seq) : run));
    await deliver(early, { runs: upTo }, ana);
    expect(early.replica.vector()).toContainEqual(
      expect.objectContaining({ log: log.log, length: 1 }),
    );
    expect(here.replica.forks.evidence()).toContainEqual(encodeTravelling(back));
    await exchange(here, early);
    expect(early.replica.digest()).toBe(here.replica.digest());
    expect(early.replica.ledger.stateHash()).toBe(here.replica.ledger.stateHash());
  });

  test('what it says on the board ends there too', async () => {
    const community = await withBiel();
    const board = community.boardOf(biel);
    await board.add({ ...profileOf(biel), name: 'Biel' });
    await board.add({ ...profileOf(biel, 1), name: 'A thief' });
    const here = await whole(community);
    expect(here.replica.board.profileOf(biel.member)?.name).toBe('A thief');
    const off = await community.ledgerOf(ana).add(await kit(community, 1));
    await deliver(here, { runs: [community.ledgerOf(ana).run(off.seq)] }, ana);
    expect(here.replica.board.profileOf(biel.member)?.name).toBe('Biel');
  });

  test('[B7] the way to a device enrolled with a later key leads through its statements', async () => {
    const community = await withBiel();
    const statement = await community.ledgerOf(biel).add(await kit(community));
    const recoveries: Entry[] = [];
    for (const guardian of [ana, didac]) {
      recoveries.push(await community.ledgerOf(guardian).add(recovery()));
    }
    const enrol = await community
      .ledgerOf(tablet)
      .add(await enrolmentUnder(community, tablet, 2, newWords));
    await community.ledgerOf(tablet).add(helped(ana, 60));
    const here = await whole(community);
    const evidence = here.replica.evidenceFor(tablet).map((each) => toHex(each));
    for (const entry of [statement, ...recoveries, enrol]) {
      expect(evidence).toContain(toHex(encodeTravelling(entry)));
    }
    const newcomer = await openOnMemory(community.id);
    const founding = community.ledgerOf(ana).run(0, 1);
    await deliver(newcomer, { runs: [founding] }, ana);
    await deliver(newcomer, { evidence: here.replica.evidenceFor(tablet) }, ana);
    expect(newcomer.replica.isCertified(tablet.member, tablet.device)).toBe(true);
  });
});
