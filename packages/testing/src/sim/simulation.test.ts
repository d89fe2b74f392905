import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '@manyhands/codec';
import { proveFork, witnessEntry } from '@manyhands/ledger';
import type { GuardianRecover } from '@manyhands/ledger';
import { clinicOf } from '../clinic.ts';
import { createPerson } from '../people.ts';
import type { CastMember } from '../people.ts';
import { TestCommunity, confirmed, helped } from '../community.ts';
import { identityContent, listing } from '../identityContents.ts';
import { deliver, openOnMemory } from '../replicas.ts';
import { isThorough, sized } from '../sized.ts';
import { truthOf } from './oracle.ts';
import { rawRunsOf } from './rawRuns.ts';
import { pinnedWorlds, simulate } from './simulate.ts';
import type { Outcome } from './simulate.ts';
import { keyOf } from './syncKeys.ts';

// The command `npm run sim` goes on from here, and lives all pinned worlds too.
const seeds = Array.from({ length: sized(5, 500) }, (_, i) => ({ seed: i + 1 }));
const pinned = pinnedWorlds.filter(({ isLong }) => isThorough || !isLong);

const lived: Outcome[] = [];

describe('a community lived through from one seed keeps every promise', () => {
  const all: typeof pinnedWorlds = [...pinned, ...seeds];
  const titled = all.map((each) => {
    const { seed, offender, isPlain = false, isCalm = false, isLone = false } = each;
    const who = offender === undefined ? {} : { offender };
    const asked = offender === undefined ? '' : ` --offender ${offender}`;
    const without = `${isPlain ? ' --plain' : ''}${isCalm ? ' --calm' : ''}${isLone ? ' --lone' : ''}`;
    return [
      `--from ${seed}${asked}${without}`,
      { seed, isPlain, isCalm, isLone, ...who },
    ] as const;
  });
  const timeout = 120_000;
  test.each(titled)(
    'npm run sim -- --seeds 1 %s',
    { timeout },
    async (world, options) => {
      const outcome = await simulate(options);
      lived.push(outcome);
      const { failure, steps } = outcome;
      const replay = `npm run sim -- --seeds 1 ${world} --trace`;
      expect(failure && `${failure}\n  ${replay}`).toBeNull();
      expect(steps).toBeGreaterThan(100);
    },
  );

  test('and in many of them keepers write, and parcels are opened', () => {
    const often = (of: 'kept' | 'parcels') => lived.filter((each) => each[of] > 0);
    expect(often('kept').length).toBeGreaterThan(lived.length / 5);
    expect(often('parcels').length).toBeGreaterThan(lived.length / 3);
  });
});

test('one seed is one community, step for step', async () => {
  const lines: string[][] = [[], []];
  const outcomes = [];
  for (const each of lines) {
    const trace = (line: string): unknown => each.push(line);
    outcomes.push(await simulate({ seed: 7, trace }));
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
  expect(lines[1]).toEqual(lines[0]);
  expect(lines[0]?.length).toBeGreaterThan(50);
});

describe('[ledger/L2] the oracle', () => {
  test('says of raw bytes what the fold says of entries', async () => {
    const [ana, biel] = [await createPerson('Ana'), await createPerson('Biel')];
    const community = await TestCommunity.of(ana, [biel]);
    const asked = await community.ledgerOf(biel).add(helped(ana, 45));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    const truth = () => truthOf(fromHex(community.id), rawRunsOf(here.replica));

    const open = await truth();
    expect(open.stateHash).toBe(here.replica.ledger.stateHash());
    expect([...open.balances.values()]).toEqual([0, 0]);

    await community.ledgerOf(ana).add(confirmed(asked.id));
    await deliver(here, { runs: community.runs() }, ana);
    const done = await truth();
    expect(done.stateHash).toBe(here.replica.ledger.stateHash());
    expect(done.stateHash).not.toBe(open.stateHash);
    expect(done.balances.get(biel.member)).toBe(45);
    expect(done.balances.get(ana.member)).toBe(-45);
  });

  test('[ledger/L9] knows cuts, what witnesses carry over them, and who is paused', async () => {
    const [ana, biel, carme] = [
      await createPerson('Ana'),
      await createPerson('Biel'),
      await createPerson('Carme'),
    ];
    const community = await TestCommunity.of(ana, [biel, carme]);
    const log = community.ledgerOf(biel);
    const twin = log.branch(biel, 0);
    const hour = await log.add(helped(ana, 45));
    const lost = await log.add(helped(carme, 30));
    const other = await twin.add(helped(carme, 7));
    await community.ledgerOf(ana).add(confirmed(hour.id));
    await community.ledgerOf(carme).add(confirmed(lost.id));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    const truth = () => truthOf(fromHex(community.id), rawRunsOf(here.replica));
    const balances = async () => (await truth()).balances;
    expect((await balances()).get(biel.member)).toBe(75);

    await community.ledgerOf(ana).add(proveFork([hour], [other]));
    await deliver(here, { runs: community.runs() }, ana);
    expect((await balances()).get(biel.member)).toBe(0);
    expect((await truth()).stateHash).toBe(here.replica.ledger.stateHash());
    expect(here.replica.ledger.isPaused(biel.member)).toBe(true);

    const witness = witnessEntry(hour);
    if (witness === null) throw new Error('an hour can be carried');
    await community.ledgerOf(ana).add({ ...witness, sig: '00'.repeat(64) });
    await deliver(here, { runs: community.runs() }, ana);
    expect((await balances()).get(biel.member)).toBe(0);
    await community.ledgerOf(ana).add(witness);
    await deliver(here, { runs: community.runs() }, ana);
    const done = await truth();
    expect(done.balances.get(biel.member)).toBe(45);
    const rests = [...done.lines.values()].filter(
      (line) => line.status === 1 && line.isCarried,
    );
    expect(rests).toMatchObject([{ proposal: hour.id, party: ana.member }]);
    expect(done.stateHash).toBe(here.replica.ledger.stateHash());
  });

  test('[ledger/L19] [ledger/L23] knows accounts, what is decided, and what is void by it', async () => {
    const cast = ['Ana', 'Biel', 'Carme', 'Didac'].map((name) => createPerson(name));
    const [ana, biel, carme, didac] = (await Promise.all(cast)) as [
      CastMember,
      CastMember,
      CastMember,
      CastMember,
    ];
    const { community, account, hour } = await clinicOf(ana, [biel, carme, didac]);
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    const truth = await truthOf(fromHex(community.id), rawRunsOf(here.replica));
    expect(truth.lines.get(`${hour.id}/${didac.member}`)).toMatchObject({
      from: didac.member,
      to: account,
      status: 2,
      mark: 'former',
    });
    expect(truth.balances.get(account)).toBe(0);
    expect(truth.motions).toMatchObject([{ of: 4, isTaken: true, holds: [true] }]);
    expect(truth.accounts.get(account)?.newest).toMatchObject([
      { threshold: 1, signers: [didac.member] },
    ]);
    expect(truth.stateHash).toBe(here.replica.ledger.stateHash());
  });

  test('[ledger/L8] lets in by the circle alone, then by as many as the charter asks', async () => {
    const cast = await Promise.all(
      ['Ana', 'Biel', 'Carme', 'Didac'].map((name) => createPerson(name)),
    );
    const [ana, biel, carme, didac] = cast as [
      CastMember,
      CastMember,
      CastMember,
      CastMember,
    ];
    const community = await TestCommunity.of(ana, [biel, carme], {
      join: 2,
      circle: 2,
    });
    await community.ledgerOf(carme).add(await community.admitContent(didac));
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    const truth = () => truthOf(fromHex(community.id), rawRunsOf(here.replica));
    expect([...(await truth()).members].sort()).toEqual(
      [ana.member, biel.member].sort(),
    );
    await community.ledgerOf(biel).add(await community.admitContent(carme));
    await community.ledgerOf(biel).add(await community.admitContent(didac));
    await deliver(here, { runs: community.runs() }, ana);
    expect((await truth()).members.size).toBe(4);
    expect((await truth()).stateHash).toBe(here.replica.ledger.stateHash());
  });

  test('[ledger/L12] lets two rival recoveries cancel, and the cuts of both hold', async () => {
    const cast = await Promise.all(
      ['Ana', 'Biel', 'Carme', 'Didac'].map((name) => createPerson(name)),
    );
    const [ana, biel, carme, didac] = cast as [
      CastMember,
      CastMember,
      CastMember,
      CastMember,
    ];
    const community = await TestCommunity.of(ana, [biel, carme, didac]);
    const guardians = [ana, carme, didac].map(({ member }) => member).sort();
    const [kit, own, other] = [keyOf('words'), keyOf('one key'), keyOf('another')];
    const named = { key: kit, g: 2, guardians, devices: [listing(biel)] };
    const statement = await identityContent(community, biel, named, biel.identity);
    await community.ledgerOf(biel).add(statement);
    const here = await openOnMemory(community.id);
    const truth = async () => {
      await deliver(here, { runs: community.runs() }, ana);
      const said = await truthOf(fromHex(community.id), rawRunsOf(here.replica));
      expect(said.stateHash).toBe(here.replica.ledger.stateHash());
      return said.chains.get(biel.member)?.newest;
    };
    const word = (key: typeof own, cut: number): GuardianRecover => ({
      type: 'guardian.recover',
      member: biel.member,
      version: 2,
      key: toHex(key.publicKey),
      devices: [listing(biel, cut)],
    });
    expect(await truth()).toMatchObject({ version: 1, key: statement.key });
    await community.ledgerOf(ana).add(word(own, 3));
    await community.ledgerOf(carme).add(word(own, 3));
    expect(await truth()).toMatchObject({ version: 2, key: toHex(own.publicKey) });
    await community.ledgerOf(carme).add(word(other, 1));
    await community.ledgerOf(didac).add(word(other, 1));
    expect(await truth()).toMatchObject({ version: 1, key: statement.key });
    expect(here.replica.ledger.devicesOf(biel.member)).toMatchObject([
      { ledgerCut: 1 },
    ]);
  });

  test('lets nobody in whose certificate is not signed', async () => {
    const [ana, biel] = [await createPerson('Ana'), await createPerson('Biel')];
    const community = await TestCommunity.of(ana);
    const content = await community.admitContent(biel);
    await community.ledgerOf(ana).add({ ...content, certSig: '00'.repeat(64) });
    const here = await openOnMemory(community.id);
    await deliver(here, { runs: community.runs() }, ana);
    const truth = await truthOf(fromHex(community.id), rawRunsOf(here.replica));
    expect([...truth.members]).toEqual([ana.member]);
    expect(truth.stateHash).toBe(here.replica.ledger.stateHash());
  });
});
