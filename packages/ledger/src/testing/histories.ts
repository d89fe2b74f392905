/**
 * Histories of a small community for the property tests: what its people wrote, rightly
 * or not, with forks, thieves' statements, guardians, losses and bad signatures.
 */
import fc from 'fast-check';
import { encode } from '@manyhands/codec';
import type { Charter } from '../charter.ts';
import { proveFork } from '../decide/proveFork.ts';
import { witnessEntry } from '../decide/witnessEntry.ts';
import type { Entry } from '../entry.ts';
import type { Role } from '../fields.ts';
import type { FoldEntry } from '../fold/views.ts';
import { beginShared, sharedSteps } from './sharedSteps.ts';
import { names, phones, step } from './steps.ts';
import type { Name, Step } from './steps.ts';
import {
  box,
  device,
  guardedBy,
  gaveHelp,
  key,
  listed,
  member,
  minutes,
  Pen,
  proven,
  LedgerVillage,
} from './village.ts';

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
      gaveHelp(member('ana'), 60, {
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
      return pen.write(gaveHelp(member('ana')));
    const { lines, gave } = done.content;
    const { party = member('ana'), minutes: length = 1 } =
      lines[line % lines.length] ?? {};
    const author = nameOf(done.log.member);
    const entry = village.pen(byParty ? nameOf(party) : author).write(
      gaveHelp(byParty ? member(author) : party, length, {
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

/** Whose key it is at a version, rightly or not: few, so that they often fit. */
const keyAt = (who: Name, version: number, which = 0): string =>
  version === 0 ? member(who) : key(`${who} ${which}`);

const enrolment = step(
  fc.record({
    who: names,
    phone: phones,
    role: fc.constantFrom<Role>(0, 1, 2),
    version: fc.constantFrom(0, 0, 1, 1, 2),
    which: fc.constantFrom(0, 0, 0, 1),
  }),
  (pen, { who, phone, role, version, which }, village) =>
    village.enrol(pen, who, phone, role, version, keyAt(who, version, which)),
);

const addition = step(
  fc.record({ phone: phones, role: fc.constantFrom<0 | 1>(0, 0, 1) }),
  (pen, { phone, role }) =>
    pen.write({ type: 'device.add', device: device(phone), box, role }),
);

/** Mostly of Biel, so that claims at one number meet. */
const identified = fc.constantFrom<Name>('biel', 'biel', 'biel', 'carme');
const lists = fc.uniqueArray(
  fc.record({
    phone: phones,
    cut: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
  }),
  { maxLength: 3, selector: ({ phone }) => phone },
);
const listOf = (phoneCuts: { phone: string; cut: number | null }[]) =>
  phoneCuts.map(({ phone, cut }) => listed(phone, cut));
const guardianSets = fc.constantFrom([], [], ['ana'], ['ana', 'carme', 'didac']);

const identity = step(
  fc.record({
    who: identified,
    version: fc.constantFrom(1, 1, 1, 2, 2, 3),
    by: fc.constantFrom(0, 0, 0, 1),
    which: fc.constantFrom(0, 0, 0, 1),
    devices: lists,
    guardians: guardianSets,
    isSameKey: fc.boolean(),
  }),
  (pen, { who, version, by, which, devices, guardians, isSameKey }, village) => {
    const signer = keyAt(who, version - 1, by);
    return village.identify(pen, who, signer, {
      version,
      key: isSameKey ? signer : keyAt(who, version, which),
      devices: listOf(devices),
      ...(guardians.length === 0 ? {} : guardedBy(guardians)),
    });
  },
);

const recovery = step(
  fc.record({ who: identified, version: fc.constantFrom(2, 2, 3), which: fc.nat(1) }),
  (pen, { who, version, which }) =>
    pen.write({
      type: 'guardian.recover',
      member: member(who),
      version,
      key: keyAt(who, version, which),
      devices: [listed('biel', which === 0 ? null : 2)],
    }),
);

const freeze = step(phones, (pen, phone) =>
  pen.write({ type: 'device.freeze', device: device(phone) }),
);

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: proposal },
  { weight: 2, arbitrary: undoing },
  { weight: 4, arbitrary: reply },
  { weight: 10, arbitrary: answer },
  { weight: 2, arbitrary: admission },
  { weight: 2, arbitrary: enrolment },
  { weight: 2, arbitrary: addition },
  { weight: 3, arbitrary: identity },
  { weight: 4, arbitrary: recovery },
  { weight: 1, arbitrary: freeze },
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
  readonly village: LedgerVillage;
  readonly entries: FoldEntry[];
}

/** Somebody writes at a place of theirs again, somebody says so; what they forged is lost. */
function forkAt(
  village: LedgerVillage,
  { who, place, by, isTold }: { who: Name; place: number; by: Name; isTold: boolean },
): Entry[] {
  const pen = village.pen(who);
  const twin = new Pen(pen.log);
  twin.entries.push(...pen.entries.slice(0, place % pen.entries.length || 0));
  const held = pen.entries[twin.entries.length];
  const other = twin.write(
    gaveHelp(who === 'ana' ? member('biel') : member('ana'), 77),
  );
  if (held !== undefined && held.id !== other.id && isTold) {
    village.pen(by).write(proveFork([held], [other]));
  }
  return [other];
}

interface Kind {
  readonly steps: fc.Arbitrary<Step[]>;
  readonly rules: fc.Arbitrary<Pick<Charter, 'join' | 'voice' | 'circle'>>;
  readonly carried: number;
  /** What stands before anything else is written. */
  readonly begin: (village: LedgerVillage) => void;
}

/** What a community wrote, some entries lost, some with bad signatures inside. */
const historiesOf = ({ steps, rules, carried, begin }: Kind): fc.Arbitrary<History> =>
  fc
    .record({
      rules,
      written: steps,
      lost: fc.array(fc.nat(99), { maxLength: 2 }),
      unproven: fc.array(fc.nat(99), { maxLength: 2 }),
      forks: fc.array(
        fc.record({ who: names, place: fc.nat(), by: names, isTold: fc.boolean() }),
        { maxLength: 3 },
      ),
      carried: fc.array(fc.record({ by: names, what: fc.nat() }), {
        maxLength: carried,
      }),
    })
    .map(({ rules, written, lost, unproven, forks, carried }) => {
      const { join, circle } = rules;
      // Smaller circles are refused when more than one has to let somebody in.
      const village = new LedgerVillage({
        ...rules,
        circle: join > 1 ? Math.max(join, circle) : circle,
      });
      begin(village);
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
        .map((entry) => ({ ...proven(entry), proven: !badIds.has(entry.id) }))
        .filter((_, i) => !lost.includes(i));
      return { village, entries };
    });

/** The same, as it comes to two replicas: in order, and in any, some of it again. */
const arriving = (kind: Kind) =>
  historiesOf(kind).chain(({ village, entries }) =>
    fc.record({
      village: fc.constant(village),
      entries: fc.constant(entries),
      order: fc.shuffledSubarray(entries, { minLength: entries.length }),
      again: fc.subarray(entries),
      batch: fc.integer({ min: 1, max: 50 }),
    }),
  );

/** Hours between members, identities and devices. */
export const arrivals = arriving({
  steps: fc.array(steps, { maxLength: 40, size: 'max' }),
  carried: 4,
  rules: fc.record({
    join: fc.integer({ min: 1, max: 2 }),
    voice: fc.integer({ min: 1, max: 2 }),
    circle: fc.integer({ min: 0, max: 4 }),
  }),
  begin: (village) => {
    village.settle('biel', 'carme');
    village.admit('biel', 'carme');
    village.admit('carme', 'didac', 'carme', 2);
    village.vouch('ana', 'biel');
  },
});

/** The same, with accounts and decisions in the middle of it. */
export const sharedArrivals = arriving({
  steps: sharedSteps,
  carried: 2,
  rules: fc.record({
    join: fc.constant(1),
    voice: fc.integer({ min: 1, max: 2 }),
    circle: fc.integer({ min: 4, max: 6 }),
  }),
  begin: beginShared,
});
