import { expect, test, vi } from 'vitest';
import { allOrdersAgree, triedOrders } from '../testing/allOrders.ts';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import {
  gaveHelp,
  member,
  no,
  withdrawal,
  LedgerVillage,
  yes,
} from '../testing/village.ts';
import type { FoldEntry } from './views.ts';

// Five thousand orders of a small world, on a machine that others use too.
vi.setConfig({ testTimeout: 60_000 });

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');

test('[L4] small worlds: asked, taken back, declined and confirmed from two devices each', () => {
  const village = new LedgerVillage().settle('biel');
  const known = [...village.entries];
  const asked = village.pen('biel').write(gaveHelp(ana, 60));
  const entries = [
    asked,
    village.enrol(village.pen('biel'), 'biel', 'tablet', 0),
    village.pen('biel', 'tablet').write(withdrawal(asked)),
    village.enrol(village.pen('ana'), 'ana', 'laptop', 0),
    village.pen('ana').write(no(asked)),
    village.pen('ana', 'laptop').write(yes(asked)),
    village.pen('ana').write(yes(asked)),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.balanceOf(biel)).toBe(60);
  expect(ledger.answersTo(asked.id, ana)).toHaveLength(3);
});

test('[L4] small worlds: a no and a taking back, from devices that come later', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const known = [...village.entries];
  const asked = village.pen('biel').write(
    gaveHelp(ana, 60, {
      lines: [ana, carme].sort().map((party) => ({ party, minutes: 30 as never })),
    }),
  );
  const entries = [
    asked,
    village.enrol(village.pen('biel'), 'biel', 'tablet', 0),
    village.pen('biel', 'tablet').write(withdrawal(asked)),
    village.enrol(village.pen('carme'), 'ana', 'laptop', 0),
    village.pen('ana', 'laptop').write(no(asked)),
    village.pen('ana', 'laptop').write(withdrawal(asked)),
    village.pen('carme').write(yes(asked)),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.transfer(asked.id, ana)?.status).toBe('declined');
  expect(ledger.transfer(asked.id, carme)?.status).toBe('exists');
});

test('[L4] small worlds: an hour put right, and that put right again', () => {
  const village = new LedgerVillage().settle('biel');
  const known = [...village.entries];
  const [his, hers] = [village.pen('biel'), village.pen('ana')];
  const hour = his.write(gaveHelp(ana, 60));
  const back = hers.write(gaveHelp(biel, 60, { kind: 'undo', ref: hour.id }));
  const again = his.write(gaveHelp(ana, 60, { kind: 'undo', ref: back.id }));
  const rival = his.write(
    gaveHelp(ana, 1, { gave: false, kind: 'undo', ref: hour.id }),
  );
  const entries = [
    hour,
    hers.write(yes(hour)),
    back,
    his.write(yes(back)),
    again,
    hers.write(yes(again)),
    rival,
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.balanceOf(biel)).toBe(60);
  expect(ledger.transfer(hour.id, ana)?.undoneBy).toBe(back.id);
  expect(ledger.transfer(back.id, biel)?.undoneBy).toBe(again.id);
});

test('[L8] small worlds: two to let somebody in, who lets in others', () => {
  const village = new LedgerVillage({ join: 2, circle: 2 });
  const known = [village.found()];
  const inCircle = village.admit('ana', 'biel');
  const asked = village.pen('didac').write(gaveHelp(carme, 60));
  const entries = [
    inCircle,
    village.admit('ana', 'carme'),
    village.admit('biel', 'carme'),
    village.admit('carme', 'didac'),
    village.admit('biel', 'didac'),
    asked,
    village.pen('carme').write(yes(asked)),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.balanceOf(didac)).toBe(60);
  expect(allOrdersAgree(village, known, entries.slice(0, 5)).isEverMember(didac)).toBe(
    true,
  );
  const without = entries.filter((entry) => entry !== inCircle);
  expect(allOrdersAgree(village, known, without).isEverMember(carme)).toBe(false);
});

test('[L8] small worlds: voices from the circle, from others, and from nobody', () => {
  const village = new LedgerVillage({ voice: 2, circle: 5 }).settle('biel', 'carme');
  const known = [...village.entries];
  const entries = [
    village.vouch('ana', 'biel'),
    village.admit('ana', 'didac'),
    village.vouch('ana', 'carme'),
    village.vouch('biel', 'carme'),
    village.vouch('biel', 'didac'),
    village.vouch('carme', 'didac'),
    village.vouch('didac', 'carme'),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  const voices = ledger.members().filter(({ voice }) => voice);
  expect(voices).toHaveLength(4);
  const without = entries.filter((entry) => entry !== entries[0]);
  const fewer = allOrdersAgree(village, known, without);
  expect(fewer.member(didac)?.voice).toBe(false);
});

test('[L14] small worlds: an agent, its owner, and a device that changes its role', () => {
  const village = new LedgerVillage().settle('biel');
  const known = [...village.entries];
  const paper = village.admit('biel', 'carme', 'biel', 2);
  const asked = village.pen('carme', 'biel').write(gaveHelp(ana, 60));
  const own = village.pen('biel').write(gaveHelp(carme, 5));
  const entries = [
    paper,
    asked,
    own,
    village.pen('ana').write(yes(asked)),
    village.pen('carme', 'biel').write(yes(own)),
    village.enrol(village.pen('ana'), 'carme', 'carme', 0),
    village.pen('carme').write(yes(own)),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.balanceOf(carme)).toBe(60 - 5);
});

test('[L10] small worlds: what comes alone, and once more in its chain', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  const known = [...village.entries];
  const pen = village.pen('biel');
  const other = branch(pen, 0).write(gaveHelp(carme, 90));
  const hour = pen.write(gaveHelp(ana, 60));
  const yours = village.pen('ana').write(yes(hour));
  const proof = proofOfFork(village.pen('carme'), hour, other);
  const witness = carry(village.pen('ana'), hour);
  const places = [hour, yours, proof, witness].map((entry) => ({
    entry,
    proven: true,
  }));
  const alone = [hour, proof, witness].map((entry) => ({
    entry,
    proven: true,
    alone: true,
  }));

  const sumUp = (given: readonly FoldEntry[]): string => {
    const ledger = village.ledger(known);
    for (const each of given) ledger.add([each]);
    const firm = ledger.cuts().map(({ isFirm }) => isFirm);
    return JSON.stringify([ledger.stateHash(), firm, ledger.isWitnessed(hour.id)]);
  };
  const all = new Set([...triedOrders([...places, ...alone])].map(sumUp));
  expect(all.size).toBe(1);
  expect([...all][0]).toBe(sumUp(places));
  // Alone it counts all the same, and is nothing yet that everybody gets.
  const hand = [...alone, { entry: yours, proven: true }];
  const [[hash], [whole]] = [sumUp(hand), sumUp(places)].map(
    (said) => JSON.parse(said) as [string],
  ) as [[string], [string]];
  expect(hash).toBe(whole);
  expect(JSON.parse(sumUp(hand))).toEqual([whole, [false], false]);
});
