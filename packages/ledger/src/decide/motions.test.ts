import { describe, expect, test } from 'vitest';
import type { AccountId, EntryId, MemberId } from '@manyhands/base';
import type { Entry } from '../entry.ts';
import type { Matter } from '../motionContent.ts';
import {
  aboutLines,
  aboutMember,
  aboutRest,
  aboutSigners,
  accountOf,
  motionOf,
  openAccount,
  vote,
} from '../testing/shared.ts';
import {
  device,
  gaveHelp,
  LedgerVillage,
  listed,
  member,
  minutes,
} from '../testing/village.ts';
import { vouchFor } from './admitMember.ts';
import { draftMotion } from './draftMotion.ts';
import { outlookOf } from './outlookOf.ts';
import { draftVote } from './draftVote.ts';

const [ana, biel, carme, didac] = ['ana', 'biel', 'carme', 'didac'].map(member) as [
  MemberId,
  MemberId,
  MemberId,
  MemberId,
];
const limit = (value: number): Matter => ({
  about: 'rule',
  key: 'limit',
  account: null,
  value: minutes(value),
});

/** Ana, Biel and Carme have a voice; Didac has none. */
function street(): LedgerVillage {
  const village = new LedgerVillage({ voice: 1 }).settle('biel', 'carme', 'didac');
  for (const who of ['biel', 'carme']) village.vouch('ana', who);
  return village;
}

const from = (who: string, phone = who) => ({
  member: member(who),
  device: device(phone),
});

const opening = (village: LedgerVillage, who: string, matter: Matter, phone = who) =>
  draftMotion(village.ledger(), from(who, phone), matter);

/** Opens it and answers its entry. */
function opened(village: LedgerVillage, who: string, matter: Matter): Entry {
  const content = opening(village, who, matter);
  if (!content.ok) throw new Error(`refused: ${content.error.type}`);
  return village.pen(who).write(content.value);
}

describe('opening a motion', () => {
  const refusal = (village: LedgerVillage, who: string, matter: Matter): unknown => {
    const content = opening(village, who, matter);
    return content.ok ? null : content.error.type;
  };

  test('[L20] is open to whoever has a voice, on a device whose word counts', () => {
    const village = street();
    expect(refusal(village, 'ana', limit(60))).toBeNull();
    expect(refusal(village, 'didac', limit(60))).toBe('NoVoice');
    expect(refusal(village, 'a stranger', limit(60))).toBe('NotAMember');
    village.enrol(village.pen('biel'), 'biel', 'tablet', 1);
    expect(opening(village, 'biel', limit(60), 'tablet')).toMatchObject({
      error: { type: 'NotAFullDevice' },
    });
    village.identify(village.pen('biel'), 'biel', biel, {
      devices: [listed('biel', 1)],
    });
    expect(refusal(village, 'biel', limit(60))).toBe('NotAFullDevice');
    village.pen('carme').write({ type: 'member.leave' });
    expect(refusal(village, 'carme', limit(60))).toBe('NotAMember');
  });

  test('is never against oneself, and never about what is not here', () => {
    const village = street();
    for (const standing of ['paused', 'removed'] as const) {
      expect(refusal(village, 'ana', aboutMember('ana', standing))).toBe(
        'AgainstOneself',
      );
    }
    expect(refusal(village, 'ana', aboutMember('nobody', 'paused'))).toBe(
      'UnknownMember',
    );
    expect(refusal(village, 'ana', aboutRest('biel', 'nobody'))).toBe('UnknownMember');
    const circle = { threshold: 2, members: [biel, member('nobody')].sort() };
    const about = { about: 'rule', account: null } as const;
    expect(refusal(village, 'ana', { ...about, key: 'circle', value: circle })).toBe(
      'UnknownMember',
    );
    const pot = ana as string as AccountId;
    expect(refusal(village, 'ana', { ...about, key: 'pot', value: pot })).toBe(
      'UnknownAccount',
    );
    const asked = village.pen('ana').write(gaveHelp(biel, 60));
    expect(refusal(village, 'ana', aboutLines(false, [asked, carme]))).toBe(
      'UnknownLine',
    );
    expect(refusal(village, 'ana', aboutLines(false, [asked, biel]))).toBeNull();
    const account = openAccount(village.pen('ana'), 1, ['ana', 'biel']);
    expect(refusal(village, 'ana', aboutSigners(account, ana))).toBe('UnknownMandate');
    const mandate = accountOf(account) as string;
    expect(refusal(village, 'ana', aboutSigners(account, mandate))).toBeNull();
  });

  test('whoever was paused may ask to be among us again', () => {
    const village = street();
    expect(refusal(village, 'ana', aboutMember('ana', 'among us'))).toBe('AsItStands');
    const motion = opened(village, 'biel', aboutMember('ana', 'paused'));
    village.pen('carme').write(vote(motion));
    expect(refusal(village, 'ana', aboutMember('ana', 'among us'))).toBeNull();
  });

  test('what only an ended phone asks is not shown, and asked anew', () => {
    const village = street();
    opened(village, 'biel', limit(60));
    expect(refusal(village, 'ana', limit(60))).toBe('AlreadyAsked');
    village.identify(village.pen('ana'), 'biel', biel, {
      devices: [listed('biel', 0)],
    });
    expect(refusal(village, 'ana', limit(60))).toBeNull();
  });

  test('what the charter says can be asked again once something else was decided', () => {
    const village = street();
    expect(refusal(village, 'ana', limit(600))).toBe('AsItStands');
    const motion = opened(village, 'ana', limit(60));
    village.pen('biel').write(vote(motion));
    expect(refusal(village, 'ana', limit(600))).toBeNull();
  });

  test('refuses a value that no such motion can have', () => {
    const village = street();
    const about = { about: 'rule', account: null } as const;
    for (const value of [-1, 100_001]) {
      expect(refusal(village, 'ana', limit(value))).toBe('OutOfRange');
    }
    const value = 'x'.repeat(1_501);
    expect(refusal(village, 'ana', { ...about, key: 'words', value })).toBe(
      'OutOfRange',
    );
    expect(refusal(village, 'ana', { ...about, key: 'roomDays', value: 6 })).toBe(
      'OutOfRange',
    );
    const twice = { threshold: 2, members: [biel, biel] };
    expect(refusal(village, 'ana', { ...about, key: 'circle', value: twice })).toBe(
      'OutOfRange',
    );
    const few = { threshold: 3, members: [ana, biel].sort() };
    expect(refusal(village, 'ana', { ...about, key: 'circle', value: few })).toBe(
      'OutOfRange',
    );
  });

  test('leads to where the same is asked, or holds', () => {
    const village = street();
    expect(refusal(village, 'ana', limit(600))).toBe('AsItStands');
    expect(refusal(village, 'ana', aboutMember('biel', 'among us'))).toBe('AsItStands');
    const first = opened(village, 'ana', limit(60));
    expect(opening(village, 'biel', limit(60))).toEqual({
      ok: false,
      error: { type: 'AlreadyAsked', motion: first.id },
    });
    expect(refusal(village, 'biel', limit(90))).toBeNull();
    village.pen('biel').write(vote(first));
    expect(opening(village, 'carme', limit(60))).toEqual({
      ok: false,
      error: { type: 'AlreadyHolds', motion: first.id },
    });
  });

  test('[L22] takes the place of what is taken and says something else', () => {
    const village = street();
    const first = opened(village, 'ana', limit(60));
    const open = opened(village, 'ana', limit(45));
    village.pen('biel').write(vote(first));
    const second = opened(village, 'biel', limit(90));
    expect(second.content).toMatchObject({ replaces: [first.id] });
    const elsewhere = opened(village, 'biel', aboutMember('didac', 'paused'));
    expect(elsewhere.content).toMatchObject({ replaces: [] });
    village.pen('carme').write(vote(second));
    expect(village.ledger().rule('limit')).toBe(90);
    // What was decided before can be asked again, once it holds no more.
    const third = opened(village, 'carme', limit(60));
    expect(third.content).toMatchObject({ replaces: [second.id] });
    village.pen('ana').write(vote(third));
    expect(village.ledger().rule('limit')).toBe(60);
    expect(village.ledger().motion(open.id)).toMatchObject({ isTaken: false });
  });

  test('[L22] of more than eight it takes the place of the one that holds', () => {
    const village = street();
    const taken: EntryId[] = [];
    for (let n = 1; n <= 9; n++) {
      const motion = village.pen('ana').write(motionOf(limit(n)));
      village.pen('biel').write(vote(motion));
      taken.push(motion.id);
    }
    const holding = village
      .ledger()
      .motions()
      .find(({ holds }) => holds[0]);
    const next = opened(village, 'carme', limit(99));
    const { content } = next;
    const replaces = content.type === 'motion.open' ? content.replaces : [];
    expect(replaces).toHaveLength(8);
    expect(replaces).toContain(holding?.motion);
    expect(taken).toEqual(expect.arrayContaining([...replaces]));
  });
});

test('[L20] a word takes a voice, a device whose word counts, and says something new', () => {
  const village = street();
  const motion = opened(village, 'ana', limit(60));
  const refusal = (
    who: string,
    isYes: boolean,
    id = motion.id,
    phone = who,
  ): unknown => {
    const content = draftVote(village.ledger(), from(who, phone), id, isYes);
    return content.ok ? null : content.error.type;
  };
  expect(refusal('ana', true)).toBe('AlreadySaid');
  expect(refusal('ana', false)).toBeNull();
  expect(refusal('biel', true)).toBeNull();
  expect(refusal('didac', true)).toBe('NoVoice');
  expect(refusal('a stranger', true)).toBe('NotAMember');
  expect(refusal('biel', true, carme as string as EntryId)).toBe('UnknownMotion');
  expect(refusal('biel', true, motion.id, 'tablet')).toBe('NotAFullDevice');
  village.identify(village.pen('biel'), 'biel', biel, { devices: [listed('biel', 1)] });
  expect(refusal('biel', true)).toBe('NotAFullDevice');
});

test('[L8] nobody says twice that they know somebody', () => {
  const village = new LedgerVillage({ voice: 2, circle: 0 }).settle('biel', 'carme');
  village.vouch('biel', 'carme');
  const ledger = village.ledger();
  expect(ledger.vouchersOf(carme)).toEqual([biel]);
  expect(vouchFor(ledger, biel, carme)).toMatchObject({
    error: { type: 'AlreadyVouched' },
  });
  expect(vouchFor(ledger, ana, carme).ok).toBe(true);
  expect(ledger.vouchersOf(didac)).toEqual([]);
});

test('[L5] a warning is of the limit that was decided', () => {
  const village = street();
  const help = { helper: ana, helped: didac, minutes: minutes(90) };
  const past = () => outlookOf(village.ledger(), [help])[1]?.pastLimit;
  expect(past()).toBe(false);
  const motion = opened(village, 'ana', limit(60));
  village.pen('biel').write(vote(motion));
  expect(past()).toBe(true);
});
