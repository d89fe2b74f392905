/**
 * What people do with accounts and decisions, rightly or not, for the property tests: each
 * step is a small scene of several people, since what one writes alone comes to nothing.
 */
import fc from 'fast-check';
import { assert } from '@manyhands/base';
import type { PartyId } from '@manyhands/base';
import { mandateIdOf } from '../accountContent.ts';
import type { AccountChange } from '../accountContent.ts';
import { witnessEntry } from '../decide/witnessEntry.ts';
import type { Entry } from '../entry.ts';
import type { Matter } from '../motionContent.ts';
import {
  aboutLines,
  aboutMember,
  aboutRest,
  aboutSigners,
  accountOf,
  changeTo,
  motionOf,
  noAs,
  openAccount,
  vote,
  withdrawalAs,
  yesAs,
} from './shared.ts';
import { names } from './steps.ts';
import type { Name, Step } from './steps.ts';
import { gaveHelp, listed, member, yes } from './village.ts';
import type { LedgerVillage } from './village.ts';

const everybody = ['ana', 'biel', 'carme', 'didac'] as const;
const some = fc.shuffledSubarray([...everybody], { minLength: 1 });
const many = fc.shuffledSubarray([...everybody], { minLength: 2 });

/** Everybody is in, nearly all have a voice, and two accounts are open. */
export function beginShared(village: LedgerVillage): void {
  village.settle('biel', 'carme', 'didac');
  for (const who of ['biel', 'carme']) village.vouch('ana', who);
  openAccount(village.pen('ana'), 1, ['ana', 'biel', 'carme']);
  openAccount(village.pen('biel'), 2, ['ana', 'carme', 'didac'], 'opening');
}

const writtenBy = (village: LedgerVillage, type: string): Entry[] =>
  village.entries.filter(({ content }) => content.type === type);

const pick = <T>(items: readonly T[], at: number): T => {
  const item = items[at % items.length];
  assert(item !== undefined, 'there is something to choose from');
  return item;
};

const openedIn = (village: LedgerVillage): Entry[] =>
  writtenBy(village, 'account.open');

const changesIn = (village: LedgerVillage): AccountChange[] =>
  writtenBy(village, 'account.change').flatMap(({ content }) =>
    content.type === 'account.change' ? [content] : [],
  );

/** Hours of an account with a member or the other account, and who says yes to them. */
const hours: fc.Arbitrary<Step> = fc
  .record({
    by: fc.constantFrom<Name>('ana', 'carme', 'carme', 'biel', 'didac'),
    which: fc.constantFrom(0, 0, 1),
    side: fc.constantFrom('account asks', 'account asks', 'member asks', 'between'),
    other: fc.constantFrom<Name>('didac', 'didac', 'ana', 'biel'),
    gave: fc.boolean(),
    signers: some,
    isYes: fc.constantFrom(true, true, true, false),
  })
  .map(
    ({ by, which, side, other, gave, signers, isYes }): Step =>
      (village, proposals) => {
        const account = pick(openedIn(village), which);
        const second = pick(openedIn(village), which + 1);
        const isOwn = side === 'member asks' || by === other;
        const asks: PartyId = side === 'between' ? accountOf(second) : member(other);
        const entry = village
          .pen(by)
          .write(
            side === 'member asks'
              ? gaveHelp(accountOf(account), 30, { gave })
              : gaveHelp(asks, 60, { gave, as: accountOf(account) }),
          );
        proposals.push(entry);
        for (const who of signers) {
          const isFor = side === 'between' && who !== by ? second : account;
          village.pen(who).write(yesAs(entry, isFor));
        }
        if (isYes && !isOwn) village.pen(other).write(yes(entry));
        return entry;
      },
  );

/** Somebody says something about hours that were asked before. */
const late: fc.Arbitrary<Step> = fc
  .record({ by: names, which: fc.nat(), to: fc.nat(), what: fc.nat(5) })
  .map(({ by, which, to, what }): Step => (village, proposals) => {
    const account = pick(openedIn(village), which);
    const asked = proposals.length === 0 ? account : pick(proposals, to);
    const said = [yesAs, yesAs, yesAs, noAs, withdrawalAs][what];
    return village.pen(by).write(said?.(asked, account) ?? yes(asked));
  });

const signerSets: readonly (readonly Name[])[] = [
  ['ana', 'biel'],
  ['biel', 'carme'],
  ['ana', 'biel', 'carme'],
  ['didac'],
];

const changers = fc.constantFrom<readonly Name[]>(
  ['ana', 'biel', 'carme', 'didac'],
  ['ana', 'carme'],
  ['biel', 'carme'],
  ['ana'],
);

/** Some write a change in equal words: a new one, or one that others wrote before. */
const changing: fc.Arbitrary<Step> = fc
  .record({
    by: changers,
    again: fc.constantFrom(true, false, false),
    which: fc.nat(),
    to: fc.nat(3),
    place: fc.constantFrom(0, 3, 99),
    isAfter: fc.constantFrom(true, true, false),
  })
  .map(({ by, again, which, to, place, isAfter }): Step => (village) => {
    const said = changesIn(village);
    const account = pick(openedIn(village), which % 3 === 2 ? 1 : 0);
    const own = said.filter((each) => each.account === accountOf(account));
    const before = isAfter ? (own.at(-1) ?? null) : null;
    const places = { ana: place, biel: 99, carme: 4 };
    const next = changeTo(account, 1, pick(signerSets, to), places, before);
    const change = again && said.length > 0 ? pick(said, which) : next;
    const entries = by.map((who) => village.pen(who).write(change));
    return pick(entries, 0);
  });

interface Asked {
  readonly what: number;
  readonly which: number;
  readonly flag: boolean;
}

function matterOf(
  { what, which, flag }: Asked,
  village: LedgerVillage,
  proposals: readonly Entry[],
): Matter {
  const lines = proposals.flatMap(({ content }, at) =>
    content.type === 'transfer.propose'
      ? content.lines.map(({ party }) => [pick(proposals, at), party] as const)
      : [],
  );
  const who = pick(everybody, which);
  const said = changesIn(village);
  if (what < 4 && lines.length > 0) {
    const chosen = lines.filter((_, at) => (at + which) % 3 > 0).slice(0, 8);
    if (chosen.length === 0) chosen.push(pick(lines, which));
    const apart = new Map(chosen.map((line) => [line[0].id + line[1], line]));
    return aboutLines(flag, ...apart.values());
  }
  if (what < 6 && said.length > 0) {
    const named = pick(said, which);
    const account = openedIn(village).find((each) => accountOf(each) === named.account);
    if (account !== undefined) return aboutSigners(account, mandateIdOf(named));
  }
  if (what === 6) return flag ? aboutRest() : aboutRest(who);
  return aboutMember(who, flag ? 'removed' : 'among us');
}

/** Somebody asks all, and some say what they think. */
const deciding: fc.Arbitrary<Step> = fc
  .record({
    by: fc.constantFrom<Name>('ana', 'ana', 'biel', 'didac'),
    what: fc.constantFrom(0, 0, 0, 0, 4, 4, 6, 7),
    which: fc.nat(99),
    flag: fc.constantFrom(false, false, true),
    replaces: fc.constantFrom(true, false, false),
    yes: many,
    no: fc.shuffledSubarray([...everybody], { maxLength: 1 }),
  })
  .map(({ by, replaces, yes, no, ...asked }): Step => (village, proposals) => {
    const known = writtenBy(village, 'motion.open');
    const before = replaces && known.length > 0 ? [pick(known, asked.which)] : [];
    const matter = matterOf(asked, village, proposals);
    const motion = village.pen(by).write(motionOf(matter, before));
    for (const who of yes) village.pen(who).write(vote(motion));
    for (const who of no) village.pen(who).write(vote(motion, false));
    return motion;
  });

const vouching: fc.Arbitrary<Step> = fc.record({ by: names, whom: names }).map(
  ({ by, whom }): Step =>
    (village) =>
      village.vouch(by, whom),
);

/** A phone of a signer ends somewhere, by their key; somebody carries what stands beyond. */
const ending: fc.Arbitrary<Step> = fc
  .record({
    by: fc.constantFrom<Name>('ana', 'didac'),
    who: fc.constantFrom<Name>('biel', 'carme'),
    cut: fc.nat(8),
    isCarried: fc.constantFrom(true, true, false),
  })
  .map(({ by, who, cut, isCarried }): Step => (village) => {
    const claim = { key: member(who), devices: [listed(who, cut)] };
    const end = village.identify(village.pen(by), who, member(who), claim);
    for (const entry of isCarried ? village.pen(who).entries.slice(cut) : []) {
      const witness = witnessEntry(entry);
      if (witness !== null) village.pen(by).write(witness);
    }
    return end;
  });

const several = (step: fc.Arbitrary<Step>, least: number): fc.Arbitrary<Step[]> =>
  fc.array(step, { minLength: least, maxLength: 2 * least + 1, size: 'max' });

/** Hours, who signs otherwise, more hours, phones that end, and what all say to it. */
export const sharedSteps: fc.Arbitrary<Step[]> = fc
  .tuple(
    several(hours, 3),
    several(fc.oneof(changing, changing, changing, vouching), 1),
    several(fc.oneof(hours, hours, late, changing), 2),
    several(ending, 0),
    several(fc.oneof(deciding, deciding, deciding, late, vouching), 2),
  )
  .map((scenes) => scenes.flat());
