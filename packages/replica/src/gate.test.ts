import type { CommunityId, EntryId } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  confirmed,
  createCast,
  deliver,
  helped,
  LogBuilder,
  openOnMemory,
  profileOf,
  runOf,
  settledCommunity,
  stateOf,
} from '@manyhands/testing';
import { describe, expect, test } from 'vitest';
import { encodePage } from './page.ts';
import type { Run } from './page.ts';
import type { Source } from './types.ts';

const [ana, biel, carme, didac] = await createCast();
const anas: Source = { type: 'device', device: ana.device };

describe('[R2] the gate lets in what proves itself', () => {
  test('a page with a whole community', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    const proposal = await community.ledgerOf(biel).add(helped(ana, 90));
    await community.ledgerOf(ana).add(confirmed(proposal.id));
    await community.boardOf(biel).add(profileOf(biel));
    const here = await openOnMemory(community.id);

    const received = await deliver(here, { runs: community.runs() }, ana);

    expect(received.refused).toBeNull();
    expect(received.added).toHaveLength(5);
    expect(here.replica.ledger.balanceOf(biel.member)).toBe(90);
    expect(here.replica.board.profileOf(biel.member)?.name).toBe('Biel');
  });

  test('whatever the order of the runs inside it', async () => {
    const community = await TestCommunity.of(ana, [biel]);
    await community.ledgerOf(biel).add(await community.admitContent(carme));
    await community.ledgerOf(carme).add(await community.admitContent(didac));
    await community.ledgerOf(didac).add(helped(ana, 30));
    const here = await openOnMemory(community.id);

    const received = await deliver(here, { runs: community.runs().reverse() }, ana);

    expect(received.added).toHaveLength(5);
    expect(received.strangers).toEqual([]);
  });

  test('runs of one log in pieces, repeated and overlapping', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const log = community.ledgerOf(biel);
    const there = await openOnMemory(community.id);
    await deliver(there, { runs: [community.ledgerOf(ana).run()] }, ana);
    const pieces = [log.run(7, 10), log.run(0, 4), log.run(2, 8), log.run(0, 2)];
    await deliver(there, { runs: pieces }, ana);
    expect(await stateOf(there)).toEqual(await stateOf(here));
    const both = await openOnMemory(community.id);
    const runs = [community.ledgerOf(ana).run(), log.run(), log.run(0, 2)];
    await deliver(both, { runs }, ana);
    expect(await stateOf(both)).toEqual(await stateOf(here));
  });
});

describe('[R2] what does not prove itself changes nothing', () => {
  test('a forged entry: signed by another key', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    const forged = await community.ledgerOf(biel).add(helped(ana, 600), {
      signer: carme.signing,
    });
    const received = await deliver(here, { runs: [runOf([forged])] }, carme);
    expect(received.refused).toMatchObject({ type: 'BadSignature', seq: 10 });
    expect(await stateOf(here)).toEqual(before);
  });

  test('a re-signed entry: another device signs the same bytes as its own', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    const theirs = community.ledgerOf(biel).entries[0] as Entry;
    const own = new LogBuilder(community.id, 'ledger', carme);
    await own.addBody(theirs.stored.slice(0, -64));
    const received = await deliver(here, { runs: [own.run()] }, carme);
    expect(received).toMatchObject({ added: [], strangers: [own.entries[0]?.logId] });
    expect(await stateOf(here)).toEqual(before);
  });

  test('an entry replayed into another community', async () => {
    const { community } = await settledCommunity(ana, biel);
    const other = await TestCommunity.of(carme, [ana, biel]);
    const here = await openOnMemory(other.id);
    await deliver(here, { runs: other.runs() }, carme);
    const before = await stateOf(here);
    const received = await deliver(
      here,
      { runs: [community.ledgerOf(biel).run()] },
      ana,
    );
    expect(received.refused).toMatchObject({ type: 'BadSignature', seq: 0 });
    expect(await stateOf(here)).toEqual(before);
  });

  test('an entry out of its place', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    const log = community.ledgerOf(biel);
    const eleventh = await log.add(helped(ana, 11));
    const twelfth = await log.add(helped(ana, 12));
    const moved: Run = { ...runOf([twelfth]), from: 10, prev: eleventh.prev };
    const received = await deliver(here, { runs: [moved] }, ana);
    expect(received.refused).toMatchObject({ type: 'BadSignature', seq: 10 });
    expect(await stateOf(here)).toEqual(before);
  });

  test('a board entry at the place of a ledger entry (A1)', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    await community.boardOf(biel).add(profileOf(biel));
    const moved: Run = { ...community.boardOf(biel).run(), kind: 'ledger' };
    const received = await deliver(here, { runs: [moved] }, ana);
    expect(received.refused).toMatchObject({ type: 'BadSignature' });
    expect(await stateOf(here)).toEqual(before);
  });

  test('a log that begins after something', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const board = community.boardOf(biel);
    await board.add(profileOf(biel));
    const after = {
      ...community.boardOf(biel).run(),
      prev: '11'.repeat(32) as EntryId,
    };
    const received = await deliver(here, { runs: [after] }, ana);
    expect(received.refused?.type).toBe('Malformed');
  });

  test('a gap waits without blame, and is taken once it is filled', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    const log = community.ledgerOf(biel);
    for (let i = 0; i < 3; i++) await log.add(helped(ana, 60));
    const ahead = await deliver(here, { runs: [log.run(11)] }, ana);
    expect(ahead).toMatchObject({ refused: null, added: [], questions: [] });
    expect(await stateOf(here)).toEqual(before);
    const filled = await deliver(here, { runs: [log.run(11), log.run(10, 12)] }, ana);
    expect(filled.added).toHaveLength(3);
  });

  test('one forged run spoils the page it came in', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    const good = await community.ledgerOf(ana).add(helped(biel, 30));
    const forged = await community.ledgerOf(biel).add(helped(ana, 600), {
      signer: carme.signing,
    });
    await deliver(here, { runs: [runOf([good]), runOf([forged])] }, ana);
    expect(await stateOf(here)).toEqual(before);
  });

  test('a page too large, and bytes that are no page', async () => {
    const { here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    const large = await here.replica.receive(new Uint8Array(262_145), anas);
    expect(large.refused).toEqual({ type: 'Oversized', bytes: 262_145 });
    for (const bytes of [[], [0], [0x82, 0x80], [0x9f], [0x82, 0x80, 0x81, 0x80]]) {
      const received = await here.replica.receive(Uint8Array.from(bytes), anas);
      expect(received.refused?.type).toBe('Malformed');
    }
    expect(await stateOf(here)).toEqual(before);
  });

  test('a tombstone in a ledger log, and an entry of no possible length', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const run = community.ledgerOf(biel).run();
    const tombstone: Run = { ...run, items: [{ bodyHash: '00'.repeat(32) }] };
    const { replica } = here;
    const page = encodeUnchecked([tombstone]);
    expect((await replica.receive(page, anas)).refused?.type).toBe('Malformed');
    const short: Run = { ...run, from: 10, items: [new Uint8Array(64)] };
    short satisfies Run;
    const prev = community.ledgerOf(biel).entries.at(-1)?.id as EntryId;
    const received = await deliver(here, { runs: [{ ...short, prev }] }, ana);
    expect(received.refused?.type).toBe('Malformed');
  });
});

/** A page as somebody writes it who does not keep to its shape. */
function encodeUnchecked(runs: Run[]): Uint8Array {
  const board = runs.map((run) => ({ ...run, kind: 'board' as const }));
  const page = encodePage({ evidence: [], runs: board });
  // [ [], [ [1, …: the kind of the first run is the fourth byte of the page.
  page[4] = 0;
  return page;
}

describe('[A15] certificates', () => {
  test('a log of a stranger is not kept, and is taken once its certificate is known', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    const log = community.ledgerOf(carme);
    await log.add(helped(ana, 45));
    const early = await deliver(here, { runs: [log.run()] }, biel);
    expect(early).toMatchObject({ added: [], refused: null });
    expect(early.strangers).toEqual([log.entries[0]?.logId]);
    const nonsense = { ...log.run(), items: [new Uint8Array(8)] };
    expect(await deliver(here, { runs: [nonsense] }, biel)).toEqual(early);
    expect(await stateOf(here)).toEqual(before);

    await community.ledgerOf(ana).add(await community.admitContent(carme));
    await deliver(here, { runs: [community.ledgerOf(ana).run()] }, ana);
    const late = await deliver(here, { runs: [log.run()] }, biel);
    expect(late.added).toHaveLength(1);
  });

  test('a certificate with a bad signature names nobody', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const good = await community.admitContent(carme);
    await community.ledgerOf(ana).add({ ...good, certSig: '11'.repeat(64) });
    await community.ledgerOf(carme).add(helped(ana, 45));
    const received = await deliver(here, { runs: community.runs() }, ana);
    expect(received.added.map((entry) => entry.content.type)).toEqual(['member.admit']);
    expect(received.strangers).toHaveLength(1);
    expect(here.replica.ledger.isEverMember(carme.member)).toBe(false);
  });

  test('a community is founded by its own charter alone', async () => {
    const theirs = await TestCommunity.of(carme, [biel]);
    const ours = await TestCommunity.of(ana, [biel]);
    const here = await openOnMemory(ours.id);
    const received = await deliver(here, { runs: theirs.runs() }, ana);
    expect(received.added).toEqual([]);
    // The same entry, signed for this community: the charter still names another.
    const forged = new LogBuilder(ours.id, 'ledger', carme);
    await forged.add(await theirs.foundContent());
    const again = await deliver(here, { runs: [forged.run()] }, ana);
    expect(again).toMatchObject({ added: [], strangers: [forged.entries[0]?.logId] });
  });

  test('a foreign enrolment of Biel’s device changes nothing for Biel', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const thief = { ...carme, signing: biel.signing, device: biel.device };
    await community.ledgerOf(ana).add(await community.admitContent(carme));
    await community.ledgerOf(carme).add(await community.enrolContent(thief));
    await deliver(here, { runs: community.runs() }, ana);
    expect(here.replica.isCertified(carme.member, biel.device)).toBe(true);
    expect(here.replica.ledger.memberOfDevice(biel.device)).toBe(biel.member);
    const received = await deliver(
      here,
      {
        runs: [{ ...community.ledgerOf(biel).run(), member: carme.member }],
      },
      ana,
    );
    expect(received.refused?.type).toBe('BadSignature');
  });
});

describe('[R4] another entry at a held place', () => {
  test('is a question when its author signed it, and nobody’s offence', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const before = await stateOf(here);
    const log = community.ledgerOf(biel);
    const branch = log.branch(biel, 9);
    await branch.add(helped(ana, 600));
    await branch.add(helped(ana, 601));
    for (const run of [branch.run(), branch.run(8), branch.run(10)]) {
      const received = await deliver(here, { runs: [run] }, carme);
      expect(received.refused).toBeNull();
      expect(received.questions).toEqual([
        {
          logId: log.entries[0]?.logId,
          log: expect.objectContaining({ member: biel.member }) as unknown,
          seq: 9,
          ours: log.entries[9]?.id,
          theirs: branch.entries[9]?.id,
          // Of a run that begins after the difference, nothing of it but the id is known.
          proof: run.from > 9 ? null : (expect.objectContaining({ seq: 9 }) as unknown),
        },
      ]);
    }
    expect(await stateOf(here)).toEqual(before);
  });

  test('is forgery when nobody signed it', async () => {
    const { community, here } = await settledCommunity(ana, biel);
    const branch = community.ledgerOf(biel).branch(biel, 9);
    await branch.add(helped(ana, 600), { signer: carme.signing });
    const received = await deliver(here, { runs: [branch.run()] }, ana);
    expect(received.refused).toMatchObject({ type: 'BadSignature', seq: 9 });
    const nonsense = { ...branch.run(9), items: [new Uint8Array(8)] };
    const other = await deliver(here, { runs: [nonsense] }, ana);
    expect(other.refused?.type).toBe('Malformed');
  });
});

describe('[A2] two logs with one number', () => {
  const sameForAll = (logId: string, attempt: number): number =>
    attempt === 0 ? 7 : Number.parseInt(logId.slice(0, 8), 16) + attempt;

  test('live in one document, and both halves converge', async () => {
    const community = await TestCommunity.of(ana, [biel, carme]);
    await community.ledgerOf(biel).add(helped(ana, 20));
    await community.ledgerOf(carme).add(helped(ana, 40));
    const numbering = { numbering: sameForAll };
    const one = await openOnMemory(community.id, undefined, numbering);
    const two = await openOnMemory(community.id, undefined, numbering);
    const [anas, biels, carmes] = community.runs() as [Run, Run, Run];
    await deliver(one, { runs: [anas] }, ana);
    await deliver(one, { runs: [biels] }, ana);
    await deliver(one, { runs: [carmes] }, ana);
    await deliver(two, { runs: [anas] }, ana);
    await deliver(two, { runs: [carmes] }, ana);
    await deliver(two, { runs: [biels] }, ana);
    expect(one.replica.ledger.stateHash()).toBe(two.replica.ledger.stateHash());
    expect(one.replica.digest()).toBe(two.replica.digest());
    // The numbers differ by the order of arrival, so the bytes do; after a reload each
    // log is still found where it was.
    for (const half of [one, two]) {
      const again = await openOnMemory(community.id, half.disk, numbering);
      expect(again.replica.faults()).toEqual([]);
      expect(again.replica.digest()).toBe(one.replica.digest());
    }
  });
});

test('[R2] a community has one name: entries of another id are nobody’s here', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const here = await openOnMemory('00'.repeat(32) as CommunityId);
  const received = await deliver(here, { runs: community.runs() }, ana);
  expect(received.added).toEqual([]);
});
