import { expect, test, vi } from 'vitest';
import { allOrdersAgree } from '../testing/allOrders.ts';
import { branch, carry, prove } from '../testing/forking.ts';
import { helped, member, no, Pen, takeBack, Village, yes } from '../testing/village.ts';

// Five thousand orders of a small world, on a machine that others use too.
vi.setConfig({ testTimeout: 60_000 });

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');

test('[L9] small worlds: a fork, confirmations on both branches, a proof, witnesses', () => {
  const village = new Village().settle('biel', 'carme');
  const known = [...village.entries];
  const pen = village.pen('biel');
  const twin = branch(pen, 0);
  const one = pen.write(helped(ana, 60));
  const other = twin.write(helped(carme, 90));
  const entries = [
    one,
    other,
    village.pen('ana').write(yes(one)),
    village.pen('carme').write(yes(other)),
    prove(village.pen('ana'), one, other),
    carry(village.pen('ana'), one),
    carry(village.pen('carme'), other),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.balanceOf(biel)).toBe(150);
});

test('[L9] small worlds: two proofs of one log, the earlier counts, late or soon', () => {
  const village = new Village().settle('biel', 'carme');
  const known = [...village.entries];
  const pen = village.pen('biel');
  const first = pen.write(helped(ana, 30));
  const late = branch(pen, 1);
  const early = branch(pen, 0);
  const second = pen.write(helped(ana, 60));
  const entries = [
    first,
    second,
    village.pen('ana').write(yes(first)),
    village.pen('ana').write(yes(second)),
    prove(village.pen('carme'), second, late.write(helped(ana, 7))),
    prove(village.pen('carme'), first, early.write(helped(ana, 8))),
    carry(village.pen('ana'), second),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.balanceOf(biel)).toBe(60);
});

test('[L9] small worlds: cuts of two logs whose proofs stand beyond each other', () => {
  const village = new Village().settle('biel', 'carme');
  const known = [...village.entries];
  const biels = village.pen('biel');
  const carmes = village.pen('carme');
  const bielsTwin = branch(biels, 0);
  const carmesTwin = branch(carmes, 0);
  const one = biels.write(helped(ana, 60));
  const two = carmes.write(yes(one));
  const entries = [
    one,
    two,
    prove(carmes, one, bielsTwin.write(helped(ana, 1))),
    prove(biels, two, carmesTwin.write(helped(ana, 2))),
    village.pen('ana').write(yes(one)),
    carry(carmes, one),
    carmes.write({ type: 'member.leave' }),
  ];
  allOrdersAgree(village, known, entries);
});

test('[L9] small worlds: the founder’s fork at 0, admissions, a witness of one', () => {
  const village = new Village();
  const founding = village.found();
  const biels = village.admit('ana', 'biel');
  const twin = new Pen(village.pen('ana').log);
  if (founding.content.type !== 'community.found') throw new Error('Bug: no founding');
  const again = twin.write({ ...founding.content, box: 'ff'.repeat(32) });
  const carmes = twin.write({
    ...(biels.content as never as object),
    member: carme,
  } as never);
  const asked = village.pen('biel').write(helped(carme, 60));
  const entries = [
    founding,
    biels,
    again,
    carmes,
    asked,
    prove(village.pen('biel'), founding, again),
    carry(village.pen('biel'), carmes),
  ];
  const ledger = allOrdersAgree(village, [], entries);
  expect(ledger.isEverMember(carme)).toBe(true);
});

test('[L9] small worlds: propose, confirm, withdraw and decline around a cut', () => {
  const village = new Village().settle('biel');
  const known = [...village.entries];
  const pen = village.pen('biel');
  const asked = pen.write(helped(ana, 60));
  const twin = branch(pen, 1);
  const back = pen.write(takeBack(asked));
  const other = twin.write(helped(ana, 1));
  const entries = [
    asked,
    back,
    other,
    village.pen('ana').write(no(asked)),
    prove(village.pen('ana'), back, other),
    village.pen('ana').write(yes(asked)),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.transfer(asked.id, ana)).toMatchObject({
    status: 'exists',
    rests: 'place',
  });
});
