import { expect, test } from 'vitest';
import { mandateIdOf } from '../accountContent.ts';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import {
  aboutLines,
  aboutMember,
  aboutRest,
  aboutSigners,
  accountOf,
  changeTo,
  motionOf,
  openAccount,
  vote,
} from '../testing/shared.ts';
import { aboutLimit, votingStreet } from '../testing/street.ts';
import { device, gaveHelp, listed, member, proven, yes } from '../testing/village.ts';

const biel = member('biel');
const didac = member('didac');

test('[L20] the last word of a log counts, and yes of two phones', () => {
  const village = votingStreet();
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  const words = () => village.ledger().motion(motion.id);
  expect(words()).toMatchObject({ yes: [member('ana')], no: [], isTaken: false });
  village.pen('biel').write(vote(motion));
  village.pen('biel').write(vote(motion, false));
  expect(words()).toMatchObject({ no: [biel], isTaken: false });
  village.enrol(village.pen('biel'), 'biel', 'tablet', 0);
  village.pen('biel', 'tablet').write(vote(motion));
  expect(words()).toMatchObject({ no: [], isTaken: true });
  expect(village.ledger().rule('limit')).toBe(60);
  expect(village.ledger().limitOf(didac)).toBe(60);
});

test('[L20] opening takes a voice, and words of others are no words', () => {
  const village = votingStreet();
  const own = village.pen('didac').write(motionOf(aboutLimit(60)));
  for (const who of ['ana', 'biel', 'carme']) village.pen(who).write(vote(own));
  expect(village.ledger().motion(own.id)).toBe(null);
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  village.pen('didac').write(vote(motion));
  expect(village.ledger().motion(motion.id)).toMatchObject({ of: 3, isTaken: false });
  village.vouch('biel', 'didac');
  expect(village.ledger().motion(motion.id)).toMatchObject({ of: 4 });
  expect(village.ledger().motion(own.id)).toMatchObject({ isTaken: true });
});

test('[L2] motions stand in the order of their ids, whichever came first', () => {
  const village = votingStreet();
  for (let value = 0; value < 8; value++)
    village.pen('ana').write(motionOf(aboutLimit(value)));
  const ids = village
    .ledger()
    .motions()
    .map(({ motion }) => motion);
  expect(ids).toHaveLength(8);
  expect(ids).toEqual(ids.toSorted());
});

test('what one voice alone asks is not among what can come to anything', () => {
  const village = votingStreet();
  for (let n = 0; n < 20; n++) village.pen('ana').write(motionOf(aboutLimit(n)));
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  village.pen('biel').write(vote(motion));
  const ledger = village.ledger();
  expect(ledger.motions()).toHaveLength(21);
  expect(ledger.secondedMotions()).toEqual([ledger.motion(motion.id)]);
});

test('[F9] whoever has another word on what one voice opened changes the hash', () => {
  for (const who of ['biel', 'ana']) {
    const village = votingStreet();
    const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
    const before = village.ledger().stateHash();
    village.pen(who).write(vote(motion, false));
    expect(village.ledger().stateHash()).not.toBe(before);
  }
});

test('[L20] a keeper’s word is none', () => {
  const village = votingStreet();
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  village.enrol(village.pen('biel'), 'biel', 'tablet', 1);
  village.pen('biel', 'tablet').write(vote(motion));
  expect(village.ledger().motion(motion.id)?.yes).toHaveLength(1);
});

test('[L20] a keeper opens nothing', () => {
  const village = votingStreet();
  village.enrol(village.pen('biel'), 'biel', 'tablet', 1);
  const motion = village.pen('biel', 'tablet').write(motionOf(aboutLimit(60)));
  for (const who of ['ana', 'carme']) village.pen(who).write(vote(motion));
  expect(village.ledger().motion(motion.id)).toBe(null);
});

test('[L20] beyond a cut a witness brings a motion and no word', () => {
  const village = votingStreet();
  const pen = village.pen('biel');
  const first = pen.write(gaveHelp(didac, 1));
  const motion = pen.write(motionOf(aboutLimit(60)));
  village.pen('ana').write(vote(motion));
  expect(village.ledger().rule('limit')).toBe(60);
  const twin = branch(pen, 0).write(gaveHelp(didac, 2));
  proofOfFork(village.pen('carme'), first, twin);
  carry(village.pen('carme'), motion);
  const ledger = village.ledger();
  expect(ledger.motion(motion.id)).toMatchObject({ isTaken: false, isShown: true });
  expect(ledger.motion(motion.id)?.yes).toEqual([member('ana')]);
});

test('[L20] what an ended phone opens is shown once somebody else has a word on it', () => {
  const village = votingStreet();
  const motion = village.pen('biel').write(motionOf(aboutLimit(60)));
  const words = () => village.ledger().motion(motion.id);
  expect(words()?.isShown).toBe(true);
  village.identify(village.pen('ana'), 'biel', biel, { devices: [listed('biel', 0)] });
  expect(words()).toMatchObject({ yes: [], isShown: false });
  village.pen('carme').write(vote(motion, false));
  expect(words()?.isShown).toBe(true);
});

test('[L20] [L21] a decision does not end because who opened it has another phone', () => {
  const village = votingStreet();
  const motion = village.pen('biel').write(motionOf(aboutLimit(60)));
  village.pen('ana').write(vote(motion));
  village.identify(village.pen('biel'), 'biel', biel, {
    devices: [listed('biel', 2), { ...listed('tablet'), device: device('tablet') }],
  });
  expect(village.ledger().isOut(biel, device('biel'))).toBe(true);
  expect(village.ledger().motion(motion.id)?.isTaken).toBe(true);
});

test('[L21] three have to say yes, two where at most three are asked', () => {
  const village = votingStreet(1);
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  village.pen('biel').write(vote(motion));
  const words = () => village.ledger().motion(motion.id);
  expect(words()).toMatchObject({ of: 4, needed: 3, isTaken: false });
  village.pen('carme').write(vote(motion));
  expect(words()?.isTaken).toBe(true);
});

test('[L21] more than a fifth have to say yes, and more than say no', () => {
  const village = votingStreet(12);
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  const words = () => village.ledger().motion(motion.id);
  for (const who of ['biel', 'carme']) village.pen(who).write(vote(motion));
  expect(words()).toMatchObject({ of: 15, needed: 4, isTaken: false });
  village.pen('neighbour 0').write(vote(motion));
  expect(words()?.isTaken).toBe(true);
  for (const n of [1, 2, 3, 4]) {
    village.pen(`neighbour ${n}`).write(vote(motion, false));
  }
  expect(words()).toMatchObject({ needed: 5, isTaken: false });
});

test('[L21] who left, whose phones are silent and who rests is not waited for', () => {
  const village = votingStreet(12);
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  for (const who of ['biel', 'carme']) village.pen(who).write(vote(motion));
  const words = () => village.ledger().motion(motion.id);
  expect(words()?.of).toBe(15);
  village.pen('neighbour 0').write({ type: 'member.leave' });
  expect(words()).toMatchObject({ of: 14, isTaken: true });
  const silent = member('neighbour 1');
  village.identify(village.pen('ana'), 'neighbour 1', silent, {
    devices: [listed('neighbour 1', 0)],
  });
  expect(words()?.of).toBe(13);
  const rest = village.pen('ana').write(motionOf(aboutRest('neighbour 2')));
  for (const who of ['biel', 'carme']) village.pen(who).write(vote(rest));
  // About who rests all are asked.
  expect(village.ledger().motion(rest.id)).toMatchObject({ of: 13, isTaken: true });
  expect(words()?.of).toBe(12);
  village.pen('neighbour 2').write(vote(motion, false));
  expect(words()).toMatchObject({ of: 13, no: [member('neighbour 2')] });
});

test('[L21] voices that one gives after their word do not move what was decided', () => {
  const village = votingStreet();
  const motion = village.pen('ana').write(motionOf(aboutLimit(60)));
  village.pen('biel').write(vote(motion));
  const words = () => village.ledger().motion(motion.id);
  expect(words()).toMatchObject({ of: 3, isTaken: true });
  village.vouch('ana', 'didac');
  village.vouch('biel', 'didac');
  expect(words()).toMatchObject({ of: 3, isTaken: true });
  village.vouch('carme', 'didac');
  expect(words()).toMatchObject({ of: 4, isTaken: false });
});

test('[L22] what is replaced holds no more, of rivals the one with more yes', () => {
  const village = votingStreet();
  const first = village.pen('ana').write(motionOf(aboutLimit(60)));
  village.pen('biel').write(vote(first));
  const second = village.pen('carme').write(motionOf(aboutLimit(90)));
  village.pen('biel').write(vote(second));
  const lower = first.id < second.id ? 60 : 90;
  expect(village.ledger().rule('limit')).toBe(lower);
  village.pen('ana').write(vote(second));
  expect(village.ledger().rule('limit')).toBe(90);
  const third = village.pen('ana').write(motionOf(aboutLimit(30), [second]));
  expect(village.ledger().rule('limit')).toBe(90);
  village.pen('biel').write(vote(third));
  const ledger = village.ledger();
  // The first stands against it again, with as many yes.
  expect(ledger.rule('limit')).toBe(first.id < third.id ? 60 : 30);
  expect(ledger.motion(second.id)).toMatchObject({ isTaken: true, holds: [false] });
});

test('[L22] a motion replaces on its own subject alone', () => {
  const village = votingStreet();
  const first = village.pen('ana').write(motionOf(aboutLimit(60)));
  const other = village
    .pen('ana')
    .write(motionOf(aboutMember('didac', 'removed'), [first]));
  for (const motion of [first, other]) village.pen('biel').write(vote(motion));
  const ledger = village.ledger();
  expect(ledger.rule('limit')).toBe(60);
  expect(ledger.standingOf(didac)).toBe('removed');
});

test('[L23] a decision ends a marked line, and never a plain one', () => {
  const village = votingStreet();
  const opened = openAccount(village.pen('ana'), 1, ['ana', 'biel']);
  const as = accountOf(opened);
  const asked = village.pen('biel').write(gaveHelp(didac, 60, { as }));
  village.pen('didac').write(yes(asked));
  const motion = village.pen('ana').write(motionOf(aboutLines(false, [asked, didac])));
  village.pen('carme').write(vote(motion));
  const line = () => village.ledger().transfer(asked.id, didac);
  expect(village.ledger().shouldStand(asked.id, didac)).toBe(false);
  expect(line()?.status).toBe('exists');
  const next = changeTo(opened, 1, ['ana'], { ana: 99 });
  const held = village.ledger();
  const words = ['ana', 'biel'].map((who) => village.pen(who).write(next));
  // Also where the decision is held already, and only who signs changes.
  held.add(words.map(proven));
  expect(held.balanceOf(as)).toBe(0);
  expect(line()).toMatchObject({ status: 'void', mark: 'former' });
  expect(village.ledger().balanceOf(as)).toBe(0);
  village.pen('carme').write(vote(motion, false));
  expect(line()?.status).toBe('exists');
  expect(village.ledger().balanceOf(as)).toBe(60);
});

test('[L17] [L23] a decision names the mandate that stands, if it counts', () => {
  const village = votingStreet();
  const opened = openAccount(village.pen('ana'), 1, ['ana', 'biel', 'carme']);
  const [one, other] = [['didac'], ['carme']].map((names) =>
    changeTo(opened, 1, names),
  ) as [ReturnType<typeof changeTo>, ReturnType<typeof changeTo>];
  for (const who of ['ana', 'biel']) village.pen(who).write(one);
  village.pen('carme').write(other);
  const motion = village
    .pen('ana')
    .write(motionOf(aboutSigners(opened, mandateIdOf(other))));
  village.pen('biel').write(vote(motion));
  const newest = () => village.ledger().account(accountOf(opened))?.newest;
  expect(newest()?.map(({ id }) => id)).toEqual([mandateIdOf(one)]);
  village.pen('biel').write(other);
  expect(newest()?.map(({ id }) => id)).toEqual([mandateIdOf(other)]);
});

test('[L17] a decision for a mandate that is claimed and does not count sets nobody aside', () => {
  const village = votingStreet();
  const opened = openAccount(village.pen('ana'), 1, ['ana', 'biel', 'carme']);
  const one = changeTo(opened, 1, ['ana', 'biel']);
  const other = changeTo(opened, 1, ['carme']);
  const theft = changeTo(opened, 1, ['didac'], {}, one);
  for (const who of ['ana', 'biel']) village.pen(who).write(one);
  for (const who of ['carme', 'biel']) village.pen(who).write(other);
  for (const who of ['ana', 'biel']) village.pen(who).write(theft);
  const motion = village
    .pen('ana')
    .write(motionOf(aboutSigners(opened, mandateIdOf(theft))));
  village.pen('carme').write(vote(motion));
  const newest = () =>
    village
      .ledger()
      .account(accountOf(opened))
      ?.newest.map(({ id }) => id);
  expect(newest()).toEqual([mandateIdOf(theft)]);
  village.identify(village.pen('ana'), 'biel', biel, { devices: [listed('biel', 2)] });
  expect(newest()).toEqual([mandateIdOf(one), mandateIdOf(other)].sort());
});
