import { expect, test, vi } from 'vitest';
import { allOrdersAgree } from '../testing/allOrders.ts';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import {
  gaveHelp,
  member,
  no,
  Pen,
  withdrawal,
  LedgerVillage,
  yes,
} from '../testing/village.ts';

// Five thousand orders of a small world, on a machine that others use too.
vi.setConfig({ testTimeout: 60_000 });

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');

test('[L9] small worlds: a fork, confirmations on both branches, a proof, witnesses', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const known = [...village.entries];
  const pen = village.pen('biel');
  const twin = branch(pen, 0);
  const one = pen.write(gaveHelp(ana, 60));
  const other = twin.write(gaveHelp(carme, 90));
  const entries = [
    one,
    other,
    village.pen('ana').write(yes(one)),
    village.pen('carme').write(yes(other)),
    proofOfFork(village.pen('ana'), one, other),
    carry(village.pen('ana'), one),
    carry(village.pen('carme'), other),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.balanceOf(biel)).toBe(150);
});

test('[L9] small worlds: two proofs of one log, the earlier counts, late or soon', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const known = [...village.entries];
  const pen = village.pen('biel');
  const first = pen.write(gaveHelp(ana, 30));
  const late = branch(pen, 1);
  const early = branch(pen, 0);
  const second = pen.write(gaveHelp(ana, 60));
  const entries = [
    first,
    second,
    village.pen('ana').write(yes(first)),
    village.pen('ana').write(yes(second)),
    proofOfFork(village.pen('carme'), second, late.write(gaveHelp(ana, 7))),
    proofOfFork(village.pen('carme'), first, early.write(gaveHelp(ana, 8))),
    carry(village.pen('ana'), second),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.balanceOf(biel)).toBe(60);
});

test('[L9] small worlds: cuts of two logs whose proofs stand beyond each other', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const known = [...village.entries];
  const biels = village.pen('biel');
  const carmes = village.pen('carme');
  const bielsTwin = branch(biels, 0);
  const carmesTwin = branch(carmes, 0);
  const one = biels.write(gaveHelp(ana, 60));
  const two = carmes.write(yes(one));
  const entries = [
    one,
    two,
    proofOfFork(carmes, one, bielsTwin.write(gaveHelp(ana, 1))),
    proofOfFork(biels, two, carmesTwin.write(gaveHelp(ana, 2))),
    village.pen('ana').write(yes(one)),
    carry(carmes, one),
    carmes.write({ type: 'member.leave' }),
  ];
  allOrdersAgree(village, known, entries);
});

test('[L9] small worlds: the founder’s fork at 0, admissions, a witness of one', () => {
  const village = new LedgerVillage();
  const founding = village.found();
  const biels = village.admit('ana', 'biel');
  const twin = new Pen(village.pen('ana').log);
  if (founding.content.type !== 'community.found') throw new Error('Bug: no founding');
  const again = twin.write({ ...founding.content, box: 'ff'.repeat(32) });
  const carmes = twin.write({
    ...(biels.content as never as object),
    member: carme,
  } as never);
  const asked = village.pen('biel').write(gaveHelp(carme, 60));
  const entries = [
    founding,
    biels,
    again,
    carmes,
    asked,
    proofOfFork(village.pen('biel'), founding, again),
    carry(village.pen('biel'), carmes),
  ];
  const ledger = allOrdersAgree(village, [], entries);
  expect(ledger.isEverMember(carme)).toBe(true);
});

test('[L9] small worlds: propose, confirm, withdraw and decline around a cut', () => {
  const village = new LedgerVillage().settle('biel');
  const known = [...village.entries];
  const pen = village.pen('biel');
  const asked = pen.write(gaveHelp(ana, 60));
  const twin = branch(pen, 1);
  const back = pen.write(withdrawal(asked));
  const other = twin.write(gaveHelp(ana, 1));
  const entries = [
    asked,
    back,
    other,
    village.pen('ana').write(no(asked)),
    proofOfFork(village.pen('ana'), back, other),
    village.pen('ana').write(yes(asked)),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.transfer(asked.id, ana)).toMatchObject({
    status: 'exists',
    rests: 'place',
  });
});
