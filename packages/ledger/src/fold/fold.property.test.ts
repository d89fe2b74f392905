import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartyId } from '@manyhands/base';
import { encode } from '@manyhands/codec';
import { proveFork } from '../decide/proveFork.ts';
import { witnessEntry } from '../decide/witnessEntry.ts';
import type { Entry } from '../entry.ts';
import type { Role } from '../fields.ts';
import { truthOf } from '../testing/oracle.ts';
import { helped, member, minutes, Pen, Village } from '../testing/village.ts';
import { createLedger } from './createLedger.ts';
import type { FoldEntry, Ledger } from './views.ts';

type Name = 'ana' | 'biel' | 'carme' | 'didac';
const names = fc.constantFrom<Name>('ana', 'biel', 'carme', 'didac');
const phones = fc.constantFrom('ana', 'biel', 'carme', 'didac', "ana's other");
const pens = fc.record({ who: names, phone: phones });
/** Mostly somebody on their own phone. */
const writers = fc.oneof(
  { weight: 4, arbitrary: names.map((who) => ({ who, phone: who })) },
  { weight: 1, arbitrary: pens },
);

type Step = (village: Village, proposals: Entry[]) => Entry;
const step = <T>(
  what: fc.Arbitrary<T>,
  write: (pen: Pen, what: T, village: Village, proposals: Entry[]) => Entry,
): fc.Arbitrary<Step> =>
  fc.record({ writer: writers, what }).map(
    ({ writer: { who, phone }, what }): Step =>
      (village, proposals) =>
        write(village.pen(who, phone), what, village, proposals),
  );

const proposal = step(
  fc.record({
    gave: fc.boolean(),
    lines: fc.dictionary(names, fc.integer({ min: 1, max: 90 }), { minKeys: 1 }),
    kind: fc.constantFrom('help', 'gift', 'undo' as const),
    ref: fc.option(fc.nat(), { nil: null }),
  }),
  (pen, { gave, lines, kind, ref }, _, proposals) => {
    const everybody = Object.entries(lines).map(([name, n]) => ({
      party: member(name as Name),
      minutes: minutes(n),
    }));
    const others = everybody.filter(({ party }) => party !== pen.log.member);
    // Alone with oneself it stays, and means nothing.
    const written = others.length > 0 ? others : everybody;
    const named = ref === null ? undefined : proposals[ref % proposals.length];
    const entry = pen.write(
      helped(member('ana'), 60, {
        gave,
        kind,
        lines: written.sort((a, b) => (a.party < b.party ? -1 : 1)),
        ref: named?.id ?? null,
      }),
    );
    proposals.push(entry);
    return entry;
  },
);

const replyTypes = [
  'transfer.confirm',
  'transfer.confirm',
  'transfer.decline',
  'transfer.withdraw',
] as const;

/** An answer from anybody, to anything. */
const reply = step(
  fc.record({ type: fc.constantFrom(...replyTypes), to: fc.nat() }),
  (pen, { type, to }, village, proposals) => {
    const named = proposals[to % proposals.length] ?? village.found();
    return pen.write({ type, proposal: named.id, as: null });
  },
);

const nameOf = (party: string): Name =>
  (['ana', 'biel', 'carme', 'didac'] as const).find((each) => member(each) === party) ??
  'ana';

/** An answer from one who was asked, on their own phone or, for Didac, on Carme's. */
const answer = step(
  fc.record({ type: fc.constantFrom(...replyTypes), to: fc.nat(), line: fc.nat() }),
  (pen, { type, to, line }, village, proposals) => {
    const content = proposals[to % proposals.length]?.content;
    const id = proposals[to % proposals.length]?.id ?? village.found().id;
    if (content?.type !== 'transfer.propose')
      return pen.write({ type: 'member.leave' });
    const who = nameOf(content.lines[line % content.lines.length]?.party ?? '');
    const phone = who === 'didac' && line % 2 === 0 ? 'carme' : who;
    return village.pen(who, phone).write({ type, proposal: id, as: null });
  },
);

/** The same between the same two, the other way round, by either of them. */
const undoing = step(
  fc.record({ to: fc.nat(), line: fc.nat(), byParty: fc.boolean() }),
  (pen, { to, line, byParty }, village, proposals) => {
    const done = proposals[to % proposals.length];
    if (done?.content.type !== 'transfer.propose')
      return pen.write(helped(member('ana')));
    const { lines, gave } = done.content;
    const { party = member('ana'), minutes: length = 1 } =
      lines[line % lines.length] ?? {};
    const author = nameOf(done.log.member);
    const entry = village.pen(byParty ? nameOf(party) : author).write(
      helped(byParty ? member(author) : party, length, {
        gave: gave === byParty,
        kind: 'undo',
        ref: done.id,
      }),
    );
    proposals.push(entry);
    return entry;
  },
);

const admission = step(
  fc.record({ who: names, phone: phones, role: fc.constantFrom<0 | 2>(0, 2) }),
  (pen, { who, phone, role }, village) => {
    const other = village.admit('ana', who, phone, role).content;
    village.pen('ana').entries.pop();
    return pen.write(other as never);
  },
);

const enrolment = step(
  fc.record({
    who: names,
    phone: phones,
    role: fc.constantFrom<Role>(0, 1, 2),
    version: fc.constantFrom(0, 0, 1),
  }),
  (pen, { who, phone, role, version }, village) =>
    village.enrol(pen, who, phone, role, version),
);

const steps = fc.oneof(
  { weight: 6, arbitrary: proposal },
  { weight: 2, arbitrary: undoing },
  { weight: 4, arbitrary: reply },
  { weight: 10, arbitrary: answer },
  { weight: 2, arbitrary: admission },
  { weight: 2, arbitrary: enrolment },
  {
    weight: 2,
    arbitrary: step(names, (pen, who) =>
      pen.write({ type: 'member.vouch', member: member(who) }),
    ),
  },
  {
    weight: 1,
    arbitrary: step(fc.constant(0), (pen) => pen.write({ type: 'member.leave' })),
  },
  {
    weight: 1,
    arbitrary: step(fc.constantFrom(10, 99), (pen, number) =>
      pen.writeBytes(encode([number, 0, []])),
    ),
  },
);

interface History {
  readonly village: Village;
  readonly entries: FoldEntry[];
}

/** Somebody writes at a place of theirs again, somebody says so; what they forged is lost. */
function forkAt(
  village: Village,
  { who, place, by, isTold }: { who: Name; place: number; by: Name; isTold: boolean },
): Entry[] {
  const pen = village.pen(who);
  const twin = new Pen(pen.log);
  twin.entries.push(...pen.entries.slice(0, place % pen.entries.length || 0));
  const held = pen.entries[twin.entries.length];
  const other = twin.write(helped(who === 'ana' ? member('biel') : member('ana'), 77));
  if (held !== undefined && isTold) {
    village.pen(by).write(proveFork([held], [other]));
  }
  return [other];
}

/** What a community wrote, some entries lost, some with bad signatures inside. */
const histories: fc.Arbitrary<History> = fc
  .record({
    rules: fc.record({
      join: fc.integer({ min: 1, max: 2 }),
      voice: fc.integer({ min: 1, max: 2 }),
      circle: fc.integer({ min: 0, max: 4 }),
    }),
    written: fc.array(steps, { maxLength: 40, size: 'max' }),
    lost: fc.array(fc.nat(99), { maxLength: 2 }),
    unproven: fc.array(fc.nat(99), { maxLength: 2 }),
    forks: fc.array(
      fc.record({ who: names, place: fc.nat(), by: names, isTold: fc.boolean() }),
      { maxLength: 3 },
    ),
    carried: fc.array(fc.record({ by: names, what: fc.nat() }), { maxLength: 4 }),
  })
  .map(({ rules, written, lost, unproven, forks, carried }) => {
    const { join, circle } = rules;
    // Smaller circles are refused when more than one has to let somebody in.
    const village = new Village({
      ...rules,
      circle: join > 1 ? Math.max(join, circle) : circle,
    });
    village.settle('biel', 'carme');
    village.admit('biel', 'carme');
    village.admit('carme', 'didac', 'carme', 2);
    village.vouch('ana', 'biel');
    const proposals: Entry[] = [];
    for (const write of written) write(village, proposals);
    const twins = forks.flatMap((fork) => forkAt(village, fork));
    for (const { by, what } of carried) {
      const all = [...village.entries, ...twins];
      const entry = all[what % all.length];
      const witness = entry && witnessEntry(entry);
      if (witness) village.pen(by).write(witness);
    }
    const all = [...village.entries, ...twins];
    // A fork may write the very entry it forks from: one entry, so one verdict.
    const badIds = new Set(unproven.map((i) => all[i]?.id));
    const entries = all
      .map((entry) => ({ entry, proven: !badIds.has(entry.id) }))
      .filter((_, i) => !lost.includes(i));
    return { village, entries };
  });

const arrivals = histories.chain(({ village, entries }) =>
  fc.record({
    village: fc.constant(village),
    entries: fc.constant(entries),
    order: fc.shuffledSubarray(entries, { minLength: entries.length }),
    again: fc.subarray(entries),
    batch: fc.integer({ min: 1, max: 50 }),
  }),
);

const sumOf = (ledger: Ledger): number =>
  ledger.members().reduce((sum, each) => sum + ledger.balanceOf(each.member), 0);

test(
  '[L2] replicas that hold the same entries agree, however they arrived',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(arrivals, ({ village, entries, order, again, batch }) => {
        const here = createLedger(village.community);
        here.add(entries);
        const there = createLedger(village.community);
        const sent = [...order, ...again];
        for (let i = 0; i < sent.length; i += batch)
          there.add(sent.slice(i, i + batch));

        expect(there.stateHash()).toBe(here.stateHash());
        expect(there.members()).toEqual(here.members());
        expect(there.needsUpdate()).toBe(here.needsUpdate());
        for (const { member } of here.members()) {
          expect(there.transfersOf(member)).toEqual(here.transfersOf(member));
        }
      }),
      { numRuns: 500 },
    );
  },
);

test('[L1] whatever came so far, balances sum to zero', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arrivals, ({ village, order }) => {
      const ledger = createLedger(village.community);
      for (const entry of order) {
        ledger.add([entry]);
        expect(sumOf(ledger)).toBe(0);
      }
    }),
    { numRuns: 200 },
  );
});

test(
  '[L2] the fold says entry by entry what the rules say of the whole set',
  { timeout: 60_000 },
  () => {
    let existed = 0;
    let undone = 0;
    let carriedOver = 0;
    fc.assert(
      fc.property(arrivals, ({ village, order }) => {
        const ledger = createLedger(village.community);
        ledger.add(order);
        const truth = truthOf(village, order);

        const members = ledger.members().filter((each) => each.everMember);
        expect(new Set(members.map((each) => each.member))).toEqual(truth.members);
        const voices = members.filter((each) => each.voice);
        expect(new Set(voices.map((each) => each.member))).toEqual(truth.voices);
        for (const each of truth.transfers) {
          const ours = ledger.transfer(each.proposal, each.party as PartyId);
          expect(ours).toMatchObject({
            status: each.status,
            helper: each.to,
            helped: each.from,
            minutes: each.minutes,
            undoneBy: each.undoneBy,
          });
          if (each.status === 'exists') existed += 1;
          if (each.undoneBy !== null) undone += 1;
          if (ours?.rests === 'witness') carriedOver += 1;
        }
        expect([...ledger.transfers()]).toHaveLength(truth.transfers.length);
        for (const [party, sum] of truth.balances) {
          expect(ledger.balanceOf(party as PartyId)).toBe(sum);
        }
        expect(ledger.needsUpdate()).toBe(truth.needsUpdate);
        expect(ledger.stateHash()).toBe(truth.stateHash);
      }),
      { numRuns: 1_000 },
    );
    // A law about transfers says nothing where none exist.
    expect(existed).toBeGreaterThan(100);
    expect(undone).toBeGreaterThan(10);
    expect(carriedOver).toBeGreaterThan(10);
  },
);
