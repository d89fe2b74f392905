import { expect, test } from 'vitest';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import {
  gaveHelp,
  member,
  minutes,
  no,
  Pen,
  proven,
  LedgerVillage,
  yes,
} from '../testing/village.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');

test('[L9] beyond a cut nothing counts by its place', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const pen = village.pen('biel');
  const before = pen.write(gaveHelp(ana, 30));
  const twin = branch(pen, 1);
  const one = pen.write(gaveHelp(ana, 60));
  const other = twin.write(gaveHelp(carme, 90));
  village.pen('ana').write(yes(before));
  village.pen('ana').write(yes(one));
  village.pen('carme').write(yes(other));

  const ledger = village.ledger([...village.entries, other]);
  expect(ledger.balanceOf(biel)).toBe(180);
  const proof = proofOfFork(village.pen('ana'), one, other);
  ledger.add([proven(proof)]);
  expect(ledger.balanceOf(biel)).toBe(30);
  expect(ledger.cuts()).toEqual([{ log: pen.log, seq: 1, isFirm: true }]);
  expect(ledger.cutOf(pen.log)).toBe(1);
  expect(ledger.unwitnessedOf(ana)).toEqual([one.id]);
  expect(ledger.unwitnessedOf(carme)).toEqual([other.id]);
});

test('[L9] an act that a witness carries counts, and the transfer says so', () => {
  const village = new LedgerVillage().settle('biel');
  const pen = village.pen('biel');
  const twin = branch(pen, 0);
  const one = pen.write(gaveHelp(ana, 60));
  const other = twin.write(gaveHelp(ana, 90));
  village.pen('ana').write(yes(one));
  const ledger = village.ledger();
  expect(ledger.transfer(one.id, ana)).toMatchObject({ rests: 'place' });
  ledger.add([proven(proofOfFork(village.pen('ana'), one, other))]);
  expect(ledger.transfer(one.id, ana)).toBeNull();
  ledger.add([proven(carry(village.pen('ana'), one))]);
  expect(ledger.transfer(one.id, ana)).toMatchObject({
    status: 'exists',
    rests: 'witness',
  });
  expect(ledger.isWitnessed(one.id)).toBe(true);
  expect(ledger.unwitnessedOf(ana)).toEqual([]);
  expect(ledger.balanceOf(biel)).toBe(60);
});

test('[L10] of an hour with several people, who has not answered owes nothing', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const pen = village.pen('biel');
  const twin = branch(pen, 0);
  const lines = [ana, carme].sort().map((party) => ({ party, minutes: minutes(30) }));
  const one = pen.write(gaveHelp(ana, 30, { lines }));
  village.pen('carme').write(yes(one));
  proofOfFork(village.pen('ana'), one, twin.write(gaveHelp(ana, 90)));
  const ledger = village.ledger();
  expect(ledger.unwitnessedOf(carme)).toEqual([one.id]);
  expect(ledger.unwitnessedOf(ana)).toEqual([]);
});

test('[L9] a confirmation beyond a cut, carried by who proposed', () => {
  const village = new LedgerVillage().settle('biel');
  const asked = village.pen('ana').write(gaveHelp(biel, 60));
  const pen = village.pen('biel');
  const twin = branch(pen, 0);
  const one = pen.write(yes(asked));
  const other = twin.write(no(asked));
  const ledger = village.ledger([...village.entries, other]);
  ledger.add([proven(proofOfFork(village.pen('ana'), one, other))]);
  expect(ledger.transfer(asked.id, biel)?.status).toBe('open');
  expect(ledger.unwitnessedOf(ana)).toEqual([one.id]);
  ledger.add([proven(carry(village.pen('ana'), one))]);
  expect(ledger.transfer(asked.id, biel)).toMatchObject({
    status: 'exists',
    rests: 'witness',
  });
});

test.each([
  ['their keeper', 'keeper', 1],
  ['the device that proposed', 'ana', 0],
] as const)(
  '[L10] [findings/A11] a yes by %s has no effect, and stands in for nobody’s',
  (_, device, role) => {
    const village = new LedgerVillage().settle('biel');
    const asked = village.pen('ana').write(gaveHelp(biel, 60));
    const pen = village.pen('biel');
    village.enrol(pen, 'biel', device, role);
    village.pen('biel', device).write(yes(asked));
    const twin = branch(pen, 1);
    const one = pen.write(yes(asked));
    const other = twin.write(no(asked));
    const ledger = village.ledger([...village.entries, other]);
    expect(ledger.transfer(asked.id, biel)?.status).toBe('exists');
    ledger.add([proven(proofOfFork(village.pen('ana'), one, other))]);
    expect(ledger.transfer(asked.id, biel)?.status).toBe('open');
    expect(ledger.unwitnessedOf(ana)).toEqual([one.id]);
    ledger.add([proven(carry(village.pen('ana'), one))]);
    expect(ledger.transfer(asked.id, biel)?.status).toBe('exists');
  },
);

test('[L9] the forked member is paused as the one helped: a view, and a flag', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const pen = village.pen('biel');
  const twin = branch(pen, 0);
  const one = pen.write(gaveHelp(ana, 60));
  const other = twin.write(gaveHelp(ana, 90));
  const ledger = village.ledger();
  const free = ledger.stateHash();
  ledger.add([proven(proofOfFork(village.pen('carme'), one, other))]);
  expect(ledger.isPaused(biel)).toBe(true);
  expect(ledger.member(biel)).toMatchObject({ paused: true, everMember: true });
  expect(ledger.isPaused(carme)).toBe(false);
  expect(ledger.stateHash()).not.toBe(free);
  // Somebody else's device under Ana's name pauses nobody: no certificate names it.
  const stranger = new Pen({ ...pen.log, member: ana });
  const strange = branch(stranger, 0);
  const lie = proofOfFork(
    village.pen('carme'),
    stranger.write(gaveHelp(carme, 1)),
    strange.write(gaveHelp(carme, 2)),
  );
  ledger.add([proven(lie)]);
  expect(ledger.isPaused(ana)).toBe(false);
});

test('[findings/B14] a fork of a board cuts the board, and pauses nobody', () => {
  const village = new LedgerVillage().settle('biel');
  const pen = village.pen('biel', 'biel', 'board');
  const twin = branch(pen, 0);
  const thanks = (text: string) =>
    ({ type: 'thanks', proposal: village.entries[0]?.id ?? '', text }) as never;
  const proof = proofOfFork(
    village.pen('ana'),
    pen.write(thanks('One')),
    twin.write(thanks('Other')),
  );
  const ledger = village.ledger([...village.entries, proof]);
  expect(ledger.cutOf(pen.log)).toBe(0);
  expect(ledger.cutOf(village.pen('biel').log)).toBeNull();
  expect(ledger.isPaused(biel)).toBe(false);
});

test('[findings/A4] a founder who forks at place 0 un-members nobody', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const asked = village.pen('biel').write(gaveHelp(carme, 60));
  village.pen('carme').write(yes(asked));
  const twin = new Pen(village.pen('ana').log);
  const founding = village.pen('ana').entries[0];
  if (founding?.content.type !== 'community.found') throw new Error('Bug: no founding');
  const again = twin.write({ ...founding.content, box: 'ff'.repeat(32) });
  const ledger = village.ledger();
  const peopleOf = (): unknown[] =>
    ledger.members().map(({ member, everMember, voice, paused }) => {
      return { member, everMember, voice, paused };
    });
  const before = peopleOf() as { member: string }[];
  ledger.add([proven(proofOfFork(village.pen('biel'), founding, again))]);
  expect(peopleOf()).toEqual(
    before.map((each) => (each.member === ana ? { ...each, paused: true } : each)),
  );
  expect(ledger.member(ana)?.devices).toMatchObject([{ role: 0, ledgerCut: 0 }]);
  expect(ledger.balanceOf(biel)).toBe(60);
});

test('[L9] a proof or a witness with a bad signature inside has no effect', () => {
  const village = new LedgerVillage().settle('biel');
  const pen = village.pen('biel');
  const twin = branch(pen, 0);
  const one = pen.write(gaveHelp(ana, 60));
  const ledger = village.ledger();
  const proof = proofOfFork(village.pen('ana'), one, twin.write(gaveHelp(ana, 90)));
  ledger.add([{ entry: proof, proven: false }]);
  expect(ledger.cuts()).toEqual([]);
  const unseen = twin.write(gaveHelp(ana, 5));
  ledger.add([{ entry: carry(village.pen('ana'), unseen), proven: false }]);
  expect(ledger.transfer(unseen.id, ana)).toBeNull();
});

test('[L10] a proof that stands beyond the cut of its own log is not firm', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const pen = village.pen('biel');
  const twin = branch(pen, 0);
  const one = pen.write(gaveHelp(ana, 60));
  const other = twin.write(gaveHelp(ana, 90));
  const carmes = village.pen('carme');
  const carmesTwin = branch(carmes, 0);
  const proof = proofOfFork(carmes, one, other);
  const witness = carry(carmes, one);
  const ledger = village.ledger();
  expect(ledger.cutOf(pen.log)).toBe(0);
  expect(ledger.isWitnessed(one.id)).toBe(true);
  const against = proofOfFork(
    village.pen('ana'),
    proof,
    carmesTwin.write(gaveHelp(ana, 1)),
  );
  ledger.add([proven(against)]);
  expect(ledger.cuts().map(({ isFirm }) => isFirm)).toEqual([false, true]);
  expect(ledger.isWitnessed(one.id)).toBe(false);
  // It holds all the same, wherever it is seen.
  expect(ledger.transfer(one.id, ana)).not.toBeNull();
  ledger.add([proven(village.pen('ana').write(witness.content as never))]);
  expect(ledger.isWitnessed(one.id)).toBe(true);
});

test('[findings/B9] many proofs in one batch settle a log once, and keep the lowest', () => {
  const village = new LedgerVillage().settle('biel');
  const pen = village.pen('biel');
  for (let i = 1; i <= 50; i++) pen.write(gaveHelp(ana, i));
  const proofs = pen.entries.map((entry, i) => {
    const twin = branch(pen, i);
    return proofOfFork(village.pen('ana'), entry, twin.write(gaveHelp(ana, 500 + i)));
  });
  const ledger = village.ledger([...village.entries, ...proofs.toReversed()]);
  expect(ledger.cutOf(pen.log)).toBe(0);
  expect([...ledger.transfers()]).toEqual([]);
});
