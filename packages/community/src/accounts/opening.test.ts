/** Hours that members bring along: who signs, what counts, and what one hostile member could do. */
import { assert } from '@manyhands/base';
import type { AccountId, Minutes } from '@manyhands/base';
import type { AccountOpen } from '@manyhands/ledger';
import { beforeEach, expect, test } from 'vitest';
import { inboxOf } from '../inbox.ts';
import { sayYes } from '../hours/index.ts';
import { asksAll, says, threeVoices } from '../testing/deciding.ts';
import { done, errorOf } from '../testing/results.ts';
import { Village } from '../testing/village.ts';
import {
  answerBrought,
  askForOpening,
  bringAlong,
  broughtForMe,
  countsAtOnce,
  openingHere,
  openingLines,
  openingsHere,
  openingSums,
  openingToSign,
  putBroughtRight,
  signBrought,
  takeBackBrought,
  writeBrought,
} from './index.ts';
import type { Opening } from './index.ts';

let village: Village;
const at = (name: string) => village.placeOf(name);
const id = (name: string) => village.memberOf(name);
const ids = (...names: string[]) => names.map(id);
const balance = (name: string) => at('Ana').replica.ledger.balanceOf(id(name));
const hours = (count: number) => (count * 60) as Minutes;
const brings = (name: string, minutes: number) => ({ member: id(name), minutes });

/** `by` says that we bring so much along, signed by them and two more. */
const opens = (by: string, others: string[], total = hours(20)) =>
  bringAlong(at(by), { others: ids(...others), total, why: 'From the old bank' });
const seenBy = (name: string): Opening => {
  const opening = openingHere(at(name));
  assert(opening, 'one counts');
  return opening;
};
const linesOn = (name: string) => openingLines(at(name), seenBy(name));
const signs = (name: string) =>
  signBrought(at(name), seenBy(name), openingToSign(at(name)));
const stages = () => linesOn('Ana').map(({ stage }) => stage);

beforeEach(async () => {
  village = await Village.found('Ana', { voice: 1 });
  await threeVoices(village);
});

test('[C28] at the founding it counts at once; a line takes two signers and its member', async () => {
  expect(countsAtOnce(at('Ana'))).toBe(true);
  expect(countsAtOnce(at('Biel'))).toBe(false);
  done(await opens('Ana', ['Biel', 'Carme']));
  expect(seenBy('Didac')).toMatchObject({
    stage: 'counts',
    total: 1_200,
    motion: null,
  });
  const brought = [brings('Didac', 750), brings('Carme', -120)];
  done(await writeBrought(at('Ana'), seenBy('Ana'), brought));
  // Nobody is asked what one alone wrote down.
  expect(inboxOf(village.as('Didac'))).toEqual([]);
  expect(broughtForMe(at('Didac'))).toEqual([]);
  // Of her own line Carme is no signer: it is Biel's to sign.
  expect(openingToSign(at('Carme')).map(({ member }) => member)).toEqual(ids('Didac'));
  expect(inboxOf(village.as('Biel'))).toMatchObject([{ kind: 'opening' }]);
  expect(done(await signs('Biel'))).toBe(2);
  expect(inboxOf(village.as('Biel'))).toEqual([]);
  expect(balance('Didac')).toBe(0);
  expect(inboxOf(village.as('Didac'))).toMatchObject([{ kind: 'brought' }]);
  for (const name of ['Didac', 'Carme']) {
    done(await answerBrought(at(name), broughtForMe(at(name)), true));
  }
  expect([balance('Didac'), balance('Carme')]).toEqual([750, -120]);
  expect(stages()).toEqual(['agreed', 'agreed']);
  expect(openingSums(linesOn('Biel'), seenBy('Biel').total)).toEqual({
    ...{ given: 750, taken: 120, waiting: 0, left: 450, beyond: 0 },
  });
});

test('[C28] later all are asked, and nothing is written before they have decided', async () => {
  const late = await Village.found('Ana', { voice: 1, circle: 4 });
  village = late;
  await threeVoices(village);
  expect(countsAtOnce(at('Ana'))).toBe(false);
  // Didac has no say: he opens nothing that nobody decides.
  const before = at('Ana').replica.ledger.accounts().length;
  expect(errorOf(await opens('Didac', ['Biel', 'Carme']))).toBe('NoVoice');
  expect(at('Ana').replica.ledger.accounts()).toHaveLength(before);
  const account = done(await opens('Ana', ['Biel', 'Carme']));
  expect(openingHere(at('Ana'))).toBeNull();
  const [asked] = openingsHere(at('Didac'));
  assert(asked?.motion, 'all are asked');
  expect(asked).toMatchObject({ account, stage: 'asked' });
  const early = await writeBrought(at('Ana'), asked, [brings('Didac', 60)]);
  expect(errorOf(early)).toBe('OpeningNotCounted');
  await says(village, 'Biel', asked.motion);
  await says(village, 'Carme', asked.motion);
  expect(seenBy('Didac')).toMatchObject({ account, stage: 'counts' });
});

test('[C28] no more is written than all agreed on, and what leaves beyond is shown', async () => {
  done(await opens('Ana', ['Biel', 'Carme'], hours(2)));
  const much = [brings('Didac', 121)];
  const refused = await writeBrought(at('Ana'), seenBy('Ana'), much);
  expect(refused).toMatchObject({ error: { type: 'BeyondTotal', minutes: 1 } });
  // What somebody gives back makes no more of it.
  const both = [brings('Didac', 121), brings('Carme', -60)];
  expect(errorOf(await writeBrought(at('Ana'), seenBy('Ana'), both))).toBe(
    'BeyondTotal',
  );
  // By an altered program: it counts like any hour, and everybody sees it.
  await forceLine('Ana', seenBy('Ana').account, 'Didac', 180);
  done(await signs('Biel'));
  done(await answerBrought(at('Didac'), broughtForMe(at('Didac')), true));
  const sums = openingSums(linesOn('Carme'), seenBy('Carme').total);
  expect(sums).toMatchObject({ given: 180, left: 0, beyond: 60 });
});

async function forceOpen(
  by: string,
  draft: Pick<AccountOpen, 'kind' | 'threshold' | 'total'>,
  ...signers: string[]
): Promise<AccountId> {
  const open = { type: 'account.open', ...draft, signers: ids(...signers).toSorted() };
  const opened = await at(by).writer.append('ledger', open as AccountOpen);
  return done(opened).id as string as AccountId;
}

async function forceLine(by: string, as: AccountId, party: string, minutes: number) {
  const line = { party: id(party), minutes: minutes as Minutes };
  return done(
    await at(by).writer.append('ledger', {
      ...{ type: 'transfer.propose', gave: false, kind: 'opening', as },
      ...{ lines: [line], day: at(by).today(), ref: null, note: null },
    }),
  );
}

test('[C28] a signer’s own line takes the two others', async () => {
  done(await opens('Ana', ['Biel', 'Carme']));
  done(await writeBrought(at('Ana'), seenBy('Ana'), [brings('Ana', 300)]));
  done(await answerBrought(at('Ana'), linesOn('Ana'), true));
  done(await signs('Biel'));
  expect(linesOn('Ana')).toMatchObject([{ stage: 'signing', missing: 1 }]);
  expect(balance('Ana')).toBe(0);
  done(await signs('Carme'));
  expect(balance('Ana')).toBe(300);
  // Two cannot bring it along for themselves: three are named, or it is not opened.
  expect(errorOf(await opens('Biel', ['Carme']))).toBe('TooFewSigners');
  // One person thrice is one person.
  expect(errorOf(await opens('Biel', ['Biel', 'Biel']))).toBe('TooFewSigners');
});

test('[C28] several phones of one person are one signer', async () => {
  done(await opens('Ana', ['Biel', 'Carme']));
  const second = await village.addDevice('Ana', 'Ana’s tablet');
  done(await writeBrought(at('Ana'), seenBy('Ana'), [brings('Didac', 300)]));
  const again = await signBrought(second.place, seenBy('Ana'), linesOn('Ana'));
  expect(done(again)).toBe(1);
  expect(linesOn('Ana')).toMatchObject([{ stage: 'signing', signedBy: [id('Ana')] }]);
});

test('[C28] of rival openings one counts, and what another gave is shown', async () => {
  const first = done(await opens('Ana', ['Biel', 'Carme']));
  // A second one in the founding log is none: all are asked.
  const second = done(await opens('Ana', ['Biel', 'Didac'], hours(500)));
  expect(seenBy('Carme').account).toBe(first);
  done(await writeBrought(at('Ana'), seenBy('Ana'), [brings('Didac', 60)]));
  done(await signs('Biel'));
  done(await answerBrought(at('Didac'), broughtForMe(at('Didac')), true));
  const [, rival] = openingsHere(at('Carme'));
  assert(rival?.motion, 'it is asked');
  expect(rival).toMatchObject({ account: second, stage: 'asked' });
  await says(village, 'Biel', rival.motion);
  await says(village, 'Carme', rival.motion);
  // A greater total takes its place by a decision alone; the hours of before stay in sight.
  expect(seenBy('Carme').account).toBe(second);
  expect(openingsHere(at('Carme')).map(({ account }) => account)).toEqual([
    second,
    first,
  ]);
  expect(balance('Didac')).toBe(60);
});

test('[C28] lines of one that nobody agreed on are asked of nobody, and shown once they count', async () => {
  done(await opens('Ana', ['Biel', 'Carme']));
  const draft = { kind: 'opening', threshold: 2, total: hours(900) } as const;
  const account = await forceOpen('Didac', draft, 'Biel', 'Carme', 'Didac');
  const line = await forceLine('Didac', account, 'Ana', 6_000);
  done(await sayYes(at('Biel'), line.id, account));
  expect(inboxOf(village.as('Ana'))).toEqual([]);
  expect(openingToSign(at('Carme'))).toEqual([]);
  expect(openingsHere(at('Ana')).map(({ stage }) => stage)).toEqual(['counts']);
  // Who signs for it sees it; the others once hours have left it.
  expect(openingsHere(at('Carme')).map(({ stage }) => stage)).toEqual([
    'counts',
    'unasked',
  ]);
  done(await sayYes(at('Ana'), line.id));
  expect(balance('Ana')).toBe(6_000);
  expect(openingsHere(at('Ana'))).toMatchObject([{}, { account, stage: 'unasked' }]);
});

test('[C28] a decision that names what is no opening opens nothing', async () => {
  const draft = { kind: 'pot', threshold: 1, total: null } as const;
  const value = await forceOpen('Biel', draft, 'Biel');
  const matter = { about: 'rule', key: 'opening', account: null } as const;
  const motion = await asksAll(village, 'Ana', { ...matter, value });
  await says(village, 'Biel', motion);
  await says(village, 'Carme', motion);
  expect(at('Ana').replica.ledger.rule('opening')).toBe(value);
  expect(openingHere(at('Ana'))).toBeNull();
  const first = done(await opens('Ana', ['Biel', 'Carme']));
  expect(seenBy('Biel').account).toBe(first);
});

test('[C28] who says that it was different is not asked again, and it can be taken back', async () => {
  done(await opens('Ana', ['Biel', 'Carme']));
  done(await writeBrought(at('Ana'), seenBy('Ana'), [brings('Didac', 60)]));
  done(await signs('Biel'));
  done(await answerBrought(at('Didac'), broughtForMe(at('Didac')), false));
  expect(stages()).toEqual(['different']);
  expect(inboxOf(village.as('Didac'))).toEqual([]);
  done(await writeBrought(at('Ana'), seenBy('Ana'), [brings('Didac', 90)]));
  const held = linesOn('Ana').filter(({ stage }) => stage === 'signing');
  done(await takeBackBrought(at('Carme'), seenBy('Carme'), held));
  expect(stages().toSorted()).toEqual(['different', 'out']);
});

test('[C28] what was agreed is put right by the same three yeses', async () => {
  done(await opens('Ana', ['Biel', 'Carme']));
  done(await writeBrought(at('Ana'), seenBy('Ana'), [brings('Didac', 60)]));
  done(await signs('Biel'));
  done(await answerBrought(at('Didac'), broughtForMe(at('Didac')), true));
  const [line] = linesOn('Ana');
  assert(line, 'it is written');
  done(await putBroughtRight(at('Ana'), seenBy('Ana'), line));
  expect(openingToSign(at('Carme'))).toMatchObject([{ putsRight: true, minutes: -60 }]);
  expect(openingSums(linesOn('Ana'), hours(20))).toMatchObject({
    given: 60,
    waiting: 0,
  });
  done(await signs('Carme'));
  done(await answerBrought(at('Didac'), broughtForMe(at('Didac')), true));
  expect(balance('Didac')).toBe(0);
  expect(openingSums(linesOn('Ana'), hours(20))).toMatchObject({
    given: 0,
    taken: 0,
    left: 1_200,
  });
});

test('[C28] who has left is signed for no more', async () => {
  done(await opens('Ana', ['Biel', 'Carme']));
  done(await writeBrought(at('Ana'), seenBy('Ana'), [brings('Didac', 60)]));
  done(await at('Didac').writer.append('ledger', { type: 'member.leave' }));
  expect(openingToSign(at('Biel'))).toEqual([]);
  const refused = await writeBrought(at('Ana'), seenBy('Ana'), [brings('Didac', 60)]);
  expect(errorOf(refused)).toBe('UnknownMember');
});

test('[C28] much is written as several lines, and where it was broken off it goes on', async () => {
  done(await opens('Ana', ['Biel', 'Carme'], hours(300)));
  const brought = [brings('Didac', 6_060), brings('Carme', 60)];
  const signal = { aborted: false };
  const stop = () => (signal.aborted = true);
  const first = await writeBrought(at('Ana'), seenBy('Ana'), brought, {
    signal,
    report: stop,
  });
  expect(errorOf(first)).toBe('Cancelled');
  expect(
    linesOn('Ana')
      .map(({ minutes }) => minutes)
      .toSorted(),
  ).toEqual([60, 6_000]);
  done(await signs('Biel'));
  // Both parts are one question.
  expect(inboxOf(village.as('Didac'))).toHaveLength(1);
});

test('[C28] what is brought along is no help: no week, tie or exchange', async () => {
  done(await opens('Ana', ['Biel', 'Carme']));
  done(await writeBrought(at('Ana'), seenBy('Ana'), [brings('Didac', 60)]));
  done(await signs('Biel'));
  done(await answerBrought(at('Didac'), broughtForMe(at('Didac')), true));
  const didac = village.as('Didac');
  expect(didac.together).toMatchObject({ exchanges: 0, minutes: 0 });
  expect(didac.hours).toHaveLength(1);
  // Nor is it any that somebody only calls so.
  const said = {
    gave: true,
    kind: 'opening',
    as: null,
    ref: null,
    note: null,
  } as const;
  const claim = done(
    await at('Biel').writer.append('ledger', {
      ...{ type: 'transfer.propose', ...said, day: at('Biel').today() },
      lines: [{ party: id('Carme'), minutes: hours(1) }],
    }),
  );
  done(await sayYes(at('Carme'), claim.id));
  expect(didac.together).toMatchObject({ exchanges: 0, minutes: 0 });
  expect(linesOn('Ana')).toHaveLength(1);
});

test('[C28] should only the opening be written, all can be asked later', async () => {
  done(await opens('Ana', ['Biel', 'Carme']));
  const draft = { kind: 'opening', threshold: 2, total: hours(50) } as const;
  const account = await forceOpen('Biel', draft, 'Ana', 'Biel', 'Carme');
  expect(openingsHere(at('Biel'))[1]).toMatchObject({ account, stage: 'unasked' });
  done(await askForOpening(at('Biel'), account, ''));
  expect(openingsHere(at('Didac'))[1]).toMatchObject({ account, stage: 'asked' });
});
