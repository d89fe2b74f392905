import { expect, test, vi } from 'vitest';
import type { Entry } from '../entry.ts';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import { allOrdersAgree } from '../testing/allOrders.ts';
import {
  box,
  device,
  guardedBy,
  gaveHelp,
  key,
  listed,
  member,
  LedgerVillage,
  yes,
} from '../testing/village.ts';

// Thousands of orders of a small world, on a machine that others use too.
vi.setConfig({ testTimeout: 60_000 });

const ana = member('ana');
const biel = member('biel');

/** Biel has a kit of version 1, which names Ana, Carme and Didac. */
function withKit(): { village: LedgerVillage; known: Entry[] } {
  const village = new LedgerVillage().settle('biel', 'carme', 'didac');
  village.identify(village.pen('biel'), 'biel', biel, {
    key: key('words'),
    devices: [listed('biel')],
    ...guardedBy(['ana', 'carme', 'didac']),
  });
  return { village, known: [...village.entries] };
}

test('[findings/A10] small worlds: two rival recoveries, of which one gets its quorum', () => {
  const { village, known } = withKit();
  const one = { version: 2, key: key('one'), devices: [listed('biel', 3)] };
  const other = { version: 2, key: key('other'), devices: [listed('biel', 2)] };
  const entries = [
    village.recover('ana', 'biel', one),
    village.recover('carme', 'biel', other),
    village.recover('didac', 'biel', one),
    village.enrol(village.pen('ana'), 'biel', 'tablet', 0, 2, key('one')),
    village.enrol(village.pen('carme'), 'biel', 'laptop', 0, 2, key('other')),
    village.pen('biel', 'tablet').write(gaveHelp(ana, 60)),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.identityOf(biel)).toMatchObject({ version: 2, key: key('one') });
  expect(ledger.hasStanding(biel, device('laptop'))).toBe(false);
});

test('[findings/A10] small worlds: two quorums that share a guardian cancel, and their cuts hold', () => {
  const { village, known } = withKit();
  const one = { version: 2, key: key('one'), devices: [listed('biel', 3)] };
  const other = { version: 2, key: key('other'), devices: [listed('biel', 2)] };
  const entries = [
    village.recover('ana', 'biel', one),
    village.recover('carme', 'biel', other),
    village.recover('didac', 'biel', one),
    village.recover('didac', 'biel', other),
    village.enrol(village.pen('ana'), 'biel', 'tablet', 0, 2, key('one')),
    village.pen('biel', 'tablet').write({ type: 'member.vouch', member: ana }),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.isContested(biel)).toBe(true);
  expect(ledger.identityOf(biel).version).toBe(1);
  expect(ledger.cutOf(village.pen('biel').log)).toBe(2);
});

test('[findings/A10] small worlds: a recovery against a stolen list of words', () => {
  const { village, known } = withKit();
  const recovery = { version: 2, key: key('new'), devices: [listed('biel')] };
  const hour = village.pen('biel').write(gaveHelp(ana, 60));
  const entries = [
    village.identify(village.pen('didac'), 'biel', key('words'), {
      version: 2,
      key: key('thief'),
      devices: [listed('biel', 0)],
    }),
    village.enrol(village.pen('didac'), 'biel', 'thief', 0, 2, key('thief')),
    hour,
    village.pen('ana').write(yes(hour)),
    village.recover('ana', 'biel', recovery),
    village.recover('carme', 'biel', recovery),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.identityOf(biel).key).toBe(key('new'));
  expect(ledger.balanceOf(biel)).toBe(60);
  expect(ledger.cutOf(village.pen('biel', 'thief').log)).toBe(0);
});

test('[findings/A10] small worlds: words found after a recovery change nothing', () => {
  const { village, known } = withKit();
  const recovery = { version: 2, key: key('new'), devices: [listed('biel')] };
  const before = [
    village.recover('ana', 'biel', recovery),
    village.recover('carme', 'biel', recovery),
    village.enrol(village.pen('ana'), 'biel', 'tablet', 0, 2, key('new')),
  ];
  const settled = village.ledger([...known, ...before]);
  const found = [
    village.identify(village.pen('didac'), 'biel', key('words'), {
      version: 2,
      key: key('thief'),
    }),
    village.identify(village.pen('didac'), 'biel', key('words'), {
      version: 2,
      key: key('another thief'),
      devices: [listed('tablet', 0)],
    }),
    village.identify(village.pen('didac'), 'biel', key('thief'), { version: 3 }),
  ];
  const ledger = allOrdersAgree(village, known, [...before, ...found]);
  expect(ledger.stateHash()).toBe(settled.stateHash());
});

test('[findings/A10] small worlds: one key rotated twice, in any order, is contested', () => {
  const { village, known } = withKit();
  const rotate = (name: string, cut: number | null, version = 2, by = 'words') =>
    village.identify(village.pen('didac'), 'biel', key(by), {
      version,
      key: key(name),
      devices: [listed('biel', cut)],
      ...guardedBy(['ana', 'carme']),
    });
  const hour = village.pen('biel').write(gaveHelp(ana, 60));
  const entries = [
    rotate('one', 1),
    rotate('other', 5),
    rotate('one later', 0, 3, 'one'),
    hour,
    village.pen('ana').write(yes(hour)),
    carry(village.pen('ana'), hour),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.isContested(biel)).toBe(true);
  expect(ledger.cutOf(village.pen('biel').log)).toBe(1);
  expect(ledger.transfer(hour.id, ana)).toMatchObject({
    status: 'exists',
    rests: 'witness',
  });
});

test('[findings/A10] small worlds: who paid cuts their own log at 0, and the hour stands', () => {
  const { village, known } = withKit();
  const asked = village.pen('ana').write(gaveHelp(biel, 60));
  const paid = village.pen('biel').write(yes(asked));
  const entries = [
    asked,
    paid,
    village.identify(village.pen('biel'), 'biel', key('words'), {
      version: 2,
      key: key('words'),
      devices: [listed('biel', 0)],
    }),
    carry(village.pen('ana'), paid),
    village
      .pen('biel')
      .write({ type: 'transfer.withdraw', proposal: asked.id, as: null }),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.balanceOf(ana)).toBe(60);
  const without = entries.filter(({ content }) => content.type !== 'witness');
  expect(village.ledger([...known, ...without]).unwitnessedOf(ana)).toEqual([paid.id]);
});

test('[L12] small worlds: additions in a chain, of which the first stands beyond a cut', () => {
  const { village, known } = withKit();
  const phone = village.pen('biel');
  const add = (by: string, name: string) =>
    village
      .pen('biel', by)
      .write({ type: 'device.add', device: device(name), box, role: 0 });
  const first = add('biel', 'tablet');
  const twin = branch(phone, phone.entries.length - 1);
  const hour = village.pen('biel', 'laptop').write(gaveHelp(ana, 60));
  const entries = [
    first,
    add('tablet', 'laptop'),
    hour,
    village.pen('ana').write(yes(hour)),
    proofOfFork(village.pen('ana'), first, twin.write(gaveHelp(ana, 1))),
    village.pen('biel', 'laptop').write({ type: 'member.vouch', member: ana }),
    carry(village.pen('ana'), hour),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect(ledger.cutOf(village.pen('biel', 'laptop').log)).toBe(0);
  expect(ledger.transfer(hour.id, ana)).toMatchObject({ rests: 'witness' });
});

test('[L12] small worlds: two members, each the other’s guardian, both lost', () => {
  const village = new LedgerVillage().settle('biel', 'carme');
  for (const [who, guardian] of [
    ['biel', 'carme'],
    ['carme', 'biel'],
  ] as const) {
    village.identify(village.pen(who), who, member(who), {
      key: key(who),
      devices: [],
      ...guardedBy([guardian]),
    });
  }
  const known = [...village.entries];
  const entries = [
    village.recover('carme', 'biel', { version: 2, key: key('new biel') }),
    village.recover('biel', 'carme', { version: 2, key: key('new carme') }),
    village.enrol(village.pen('ana'), 'biel', 'tablet', 0, 2, key('new biel')),
    village.pen('biel', 'tablet').write({
      type: 'guardian.recover',
      member: member('carme'),
      version: 2,
      key: key('rival'),
      devices: [],
    }),
    village.enrol(village.pen('ana'), 'carme', 'laptop', 0, 2, key('rival')),
    village.pen('carme', 'laptop').write({
      type: 'guardian.recover',
      member: biel,
      version: 2,
      key: key('rival'),
      devices: [],
    }),
  ];
  const ledger = allOrdersAgree(village, known, entries);
  expect([ledger.isContested(biel), ledger.isContested(member('carme'))]).toEqual([
    true,
    true,
  ]);
});
