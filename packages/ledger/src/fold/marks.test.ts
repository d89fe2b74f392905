import type { Minutes } from '@manyhands/base';
import { expect, test } from 'vitest';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import { mandateIdOf } from '../accountContent.ts';
import {
  aboutLines,
  aboutSigners,
  accountOf,
  changeTo,
  motionOf,
  openAccount,
  vote,
  yesAs,
} from '../testing/shared.ts';
import { settledVillage } from '../testing/settled.ts';
import {
  device,
  gaveHelp,
  guardedBy,
  key,
  listed,
  member,
  proven,
  yes,
} from '../testing/village.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');

/** A clinic for which Ana, Biel and Carme sign, two at a time. */
function clinic(threshold = 2, names = ['ana', 'biel', 'carme']) {
  const village = settledVillage();
  const opened = openAccount(village.pen('ana'), threshold, names);
  return { village, opened, as: accountOf(opened) };
}

/** An hour with Didac that Biel signed as well, whose word a fork of his log cuts off. */
function wordBeyondCut() {
  const given = clinic(2);
  const { village, opened, as } = given;
  const pen = village.pen('biel');
  const asked = village.pen('ana').write(gaveHelp(didac, 60, { as }));
  const word = pen.write(yesAs(asked, opened));
  village.pen('didac').write(yes(asked));
  proofOfFork(village.pen('carme'), word, branch(pen, 0).write(gaveHelp(ana, 1)));
  return { ...given, asked, word };
}

test('[L16] [L17] a keeper that an outranked key called full claims, and does not count', () => {
  const { village, opened, as } = clinic(1, ['ana', 'biel']);
  const pen = village.pen('biel');
  const guards = guardedBy(['ana', 'carme', 'didac']);
  const devices = [listed('biel')];
  const [own, thief, back] = [key('own'), key('thief'), key('back')];
  village.identify(pen, 'biel', biel, { version: 1, key: own, devices, ...guards });
  village.identify(pen, 'biel', own, { version: 2, key: thief, devices, ...guards });
  for (const by of ['ana', 'carme']) {
    village.recover(by, 'biel', { version: 2, key: back, devices });
  }
  village.enrol(pen, 'biel', 'tablet', 1, 2, back);
  village.enrol(pen, 'biel', 'tablet', 0, 2, thief);
  const next = changeTo(opened, 1, ['didac']);
  village.pen('ana').write(next);
  village.pen('biel', 'tablet').write(next);
  const asked = village.pen('didac').write(gaveHelp(carme, 60, { as }));
  village.pen('carme').write(yes(asked));
  const ledger = village.ledger();
  expect(ledger.roleOf(biel, device('tablet'))).toBe(1);
  expect(ledger.transfer(asked.id, carme)).toMatchObject({
    status: 'exists',
    mark: 'former',
  });
  expect(ledger.account(as)?.newest[0]?.id).toBe(opened.id);
});

test('[L19] who was dropped signs on, and it carries its mark', () => {
  const { village, opened, as } = clinic(1);
  const early = village.pen('carme').write(gaveHelp(didac, 60, { as }));
  const next = changeTo(opened, 1, ['ana', 'biel'], { carme: 1, ana: 99, biel: 99 });
  for (const who of ['ana', 'biel']) village.pen(who).write(next);
  const late = village.pen('carme').write(gaveHelp(didac, 30, { as }));
  for (const asked of [early, late]) village.pen('didac').write(yes(asked));
  const ledger = village.ledger();
  expect(ledger.transfer(early.id, didac)?.mark).toBe(null);
  expect(ledger.transfer(late.id, didac)).toMatchObject({
    status: 'exists',
    mark: 'former',
  });
  expect(ledger.balanceOf(as)).toBe(90);
});

test('[L19] a device that a change does not list was never in time', () => {
  const { village, opened, as } = clinic(1);
  const asked = village.pen('carme').write(gaveHelp(didac, 60, { as }));
  village.pen('didac').write(yes(asked));
  expect(village.ledger().transfer(asked.id, didac)?.mark).toBe(null);
  const next = changeTo(opened, 1, ['ana', 'biel'], { ana: 99, biel: 99 });
  for (const who of ['ana', 'biel']) village.pen(who).write(next);
  expect(village.ledger().transfer(asked.id, didac)?.mark).toBe('former');
});

test('[L19] beyond a fork an act that is carried stays plain, beyond an end it is marked', () => {
  const { village, opened, as } = clinic(1, ['biel']);
  const pen = village.pen('biel');
  const asked = pen.write(gaveHelp(didac, 60, { as }));
  const twin = branch(pen, 0).write(gaveHelp(ana, 1));
  village.pen('didac').write(yes(asked));
  proofOfFork(village.pen('carme'), asked, twin);
  expect(village.ledger().linesOf(asked.id)).toEqual([]);
  carry(village.pen('didac'), asked);
  const line = () => village.ledger().transfer(asked.id, didac);
  expect(line()).toMatchObject({ status: 'exists', rests: 'witness', mark: null });
  village.identify(village.pen('ana'), 'biel', biel, { devices: [listed('biel', 0)] });
  expect(line()).toMatchObject({ status: 'exists', mark: 'witness' });
  expect(village.ledger().account(accountOf(opened))?.newest).toHaveLength(1);
});

test('[L19] hours between members beyond an end are marked as well', () => {
  const village = settledVillage();
  const asked = village.pen('biel').write(gaveHelp(didac));
  village.pen('didac').write(yes(asked));
  carry(village.pen('didac'), asked);
  expect(village.ledger().transfer(asked.id, didac)?.mark).toBe(null);
  village.identify(village.pen('ana'), 'biel', biel, { devices: [listed('biel', 0)] });
  expect(village.ledger().transfer(asked.id, didac)?.mark).toBe('witness');
});

test('[L9] [L17] a mandate that comes later asks for less: its lines rest on no witness then', () => {
  const { village, opened, asked, word } = wordBeyondCut();
  carry(village.pen('ana'), word);
  const ledger = village.ledger();
  expect(ledger.transfer(asked.id, didac)?.rests).toBe('witness');

  const next = changeTo(opened, 1, ['ana', 'biel', 'carme']);
  for (const who of ['ana', 'carme']) {
    ledger.add([proven(village.pen(who).write(next))]);
  }
  expect(ledger.transfer(asked.id, didac)).toMatchObject({
    status: 'exists',
    rests: 'place',
  });
});

test('[L10] who signed for an account owes what its lines rest on', () => {
  const { village, asked, word } = wordBeyondCut();
  const ledger = village.ledger();
  expect(ledger.transfer(asked.id, didac)?.status).toBe('open');
  for (const who of [ana, biel, didac]) {
    expect(ledger.unwitnessedOf(who)).toEqual([word.id]);
  }
  expect(ledger.unwitnessedOf(carme)).toEqual([]);
  expect(ledger.unwitnessed()).toEqual([word.id]);
  carry(village.pen('ana'), word);
  expect(village.ledger().unwitnessed()).toEqual([]);
  expect(village.ledger().transfer(asked.id, didac)?.status).toBe('exists');
});

test('[L5] an opening is past its limit beyond its total', () => {
  const village = settledVillage();
  const opened = openAccount(village.pen('ana'), 2, ['biel', 'carme'], 'opening');
  expect(village.ledger().limitOf(accountOf(opened))).toBe(600);
  expect(village.ledger().limitOf(biel)).toBe(village.charter.limit);
  expect(village.ledger().pastLimit(accountOf(opened))).toBe(false);
  // What members bring along is more than any one of them may be behind (decision 0067).
  const total = 72_000 as Minutes;
  const draft = { threshold: 2, signers: [biel, carme].sort(), total };
  const much = { type: 'account.open', kind: 'opening', ...draft } as const;
  const second = village.pen('ana').write(much);
  expect(village.ledger().limitOf(accountOf(second))).toBe(72_000);
});

test('[L19] who was dropped signs no plain hour in another history of their log', () => {
  const { village, opened, as } = clinic(1);
  const pen = village.pen('carme');
  const early = pen.write(gaveHelp(didac, 60, { as }));
  village.pen('didac').write(yes(early));
  const next = changeTo(opened, 1, ['ana', 'biel'], { carme: 1, ana: 99, biel: 99 });
  for (const who of ['ana', 'biel']) village.pen(who).write(next);
  const late = branch(pen, 0).write(gaveHelp(didac, 90, { as }));
  village.pen('didac').write(yes(late));
  const ledger = village.ledger([...village.entries, late]);
  expect(ledger.transfer(early.id, didac)?.mark).toBe(null);
  ledger.add([proven(proofOfFork(village.pen('ana'), early, late))]);
  expect(ledger.transfer(late.id, didac)).toBe(null);
  for (const hour of [early, late])
    ledger.add([proven(carry(village.pen('didac'), hour))]);
  // Which of the two stood there when the others dropped them, nobody can tell.
  for (const { id } of [early, late]) {
    expect(ledger.transfer(id, didac)).toMatchObject({
      status: 'exists',
      rests: 'witness',
      mark: 'former',
    });
  }
  expect(ledger.balanceOf(as)).toBe(150);
});

test('[L19] what a signer signed and nobody followed stays plain over a fork', () => {
  const { village, as } = clinic(1);
  const pen = village.pen('carme');
  const hour = pen.write(gaveHelp(didac, 60, { as }));
  village.pen('didac').write(yes(hour));
  const other = branch(pen, 0).write(gaveHelp(ana, 1));
  proofOfFork(village.pen('ana'), hour, other);
  carry(village.pen('didac'), hour);
  expect(village.ledger().transfer(hour.id, didac)).toMatchObject({
    status: 'exists',
    rests: 'witness',
    mark: null,
  });
});

test('[L17] [L19] who signed alone and handed over contests it, and a decision ends that', () => {
  const { village, opened, as } = clinic(1, ['carme']);
  for (const who of ['biel', 'didac']) village.vouch('ana', who);
  const early = village.pen('carme').write(gaveHelp(didac, 60, { as }));
  const next = changeTo(opened, 1, ['ana', 'biel'], { carme: 1 });
  const rival = changeTo(opened, 1, ['carme']);
  village.pen('carme').write(next);
  village.pen('carme').write(rival);
  const late = village.pen('carme').write(gaveHelp(didac, 30, { as }));
  for (const asked of [early, late]) village.pen('didac').write(yes(asked));
  const marks = () =>
    [early, late].map(({ id }) => village.ledger().transfer(id, didac)?.mark);
  const signers = () =>
    village
      .ledger()
      .account(as)
      ?.newest.map((each) => each.signers);
  expect(village.ledger().account(as)?.isContested).toBe(true);
  expect(signers()).toContainEqual([ana, biel].sort());
  // Until somebody decides, both sign, and what either does is plain.
  expect(marks()).toEqual([null, null]);
  const motion = village
    .pen('ana')
    .write(motionOf(aboutSigners(opened, mandateIdOf(next))));
  for (const who of ['biel', 'didac']) village.pen(who).write(vote(motion));
  expect(signers()).toEqual([[ana, biel].sort()]);
  expect(marks()).toEqual([null, 'former']);
  const end = village.pen('ana').write(motionOf(aboutLines(false, [late, didac])));
  for (const who of ['biel', 'didac']) village.pen(who).write(vote(end));
  const ledger = village.ledger();
  expect(ledger.transfer(late.id, didac)?.status).toBe('void');
  expect(ledger.transfer(early.id, didac)?.status).toBe('exists');
  expect(ledger.balanceOf(as)).toBe(60);
});

test('[L19] a yes beyond a fork makes no line plain that a carried one makes exist', () => {
  const village = settledVillage();
  village.enrol(village.pen('biel'), 'biel', 'tablet', 0);
  const asked = village.pen('ana').write(gaveHelp(biel));
  const late = village.pen('biel', 'tablet').write(yes(asked));
  village.identify(village.pen('carme'), 'biel', biel, {
    devices: [listed('biel'), listed('tablet', 0)],
  });
  carry(village.pen('carme'), late);
  const mark = () => village.ledger().transfer(asked.id, biel)?.mark;
  expect(mark()).toBe('witness');
  const own = village.pen('biel').write(yes(asked));
  expect(mark()).toBe(null);
  const twin = branch(village.pen('biel'), own.seq).write(gaveHelp(ana, 1));
  proofOfFork(village.pen('carme'), own, twin);
  expect(mark()).toBe('witness');
});
