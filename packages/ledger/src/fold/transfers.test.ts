import { expect, test } from 'vitest';
import type { AccountId } from '@manyhands/base';
import { ledgerTruthOf } from '../testing/oracle.ts';
import {
  gaveHelp,
  member,
  minutes,
  no,
  proven,
  withdrawal,
  LedgerVillage,
  yes,
} from '../testing/village.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');

/** Ana, Biel and Carme, each with a phone. */
const three = (): LedgerVillage => new LedgerVillage().settle('biel', 'carme');

test('[L3] a transfer exists when both sides have signed, and not before', () => {
  const village = three();
  const asked = village.pen('biel').write(gaveHelp(ana));
  expect(village.ledger().transfer(asked.id, ana)?.status).toBe('open');
  expect(village.ledger().balanceOf(biel)).toBe(0);

  village.pen('ana').write(yes(asked));
  const ledger = village.ledger();
  expect(ledger.transfer(asked.id, ana)?.status).toBe('exists');
  expect([ledger.balanceOf(biel), ledger.balanceOf(ana)]).toEqual([60, -60]);
});

test('[L3] several confirmations of one line are one transfer', () => {
  const village = three();
  const laptop = village.pen('ana', "ana's other");
  village.enrol(village.pen('ana'), 'ana', "ana's other", 0);
  const asked = village.pen('biel').write(gaveHelp(ana), 5);
  village.pen('ana').write(yes(asked), 9);
  laptop.write(yes(asked), 7);
  laptop.write(yes(asked), 11);

  const ledger = village.ledger();
  expect(ledger.balanceOf(biel)).toBe(60);
  // Whichever arrived first, the earliest is shown.
  expect(ledger.transfer(asked.id, ana)?.confirmedAt).toBe(7);
  const backwards = village.ledger(village.entries.toReversed());
  expect(backwards.transfer(asked.id, ana)?.confirmedAt).toBe(7);
});

test('[L3] a yes that comes before what it answers waits for it', () => {
  const village = three();
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  const ledger = village.ledger(village.pen('ana').entries);
  expect([...ledger.transfers()]).toEqual([]);
  ledger.add([{ entry: asked, proven: true }]);
  expect(ledger.balanceOf(biel)).toBe(60);
});

test('[L3] nobody answers for another, and nobody answers themselves', () => {
  const village = three();
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('carme').write(yes(asked));
  village.pen('biel').write(yes(asked));
  village.pen('carme').write(no(asked));
  village.pen('carme').write(withdrawal(asked));
  village.pen('ana').write(withdrawal(asked));
  expect(village.ledger().transfer(asked.id, ana)?.status).toBe('open');
});

test('[B5] a proposal to oneself means nothing', () => {
  const village = three();
  const asked = village.pen('biel').write(gaveHelp(biel));
  village.pen('biel').write(yes(asked));
  expect(asked.content.type).toBe('meaningless');
  expect([...village.ledger().transfers()]).toEqual([]);
});

test('[L4] a no is advice: the yes of the same person stands, whichever came last', () => {
  const village = three();
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('ana').write(no(asked));
  expect(village.ledger().transfer(asked.id, ana)?.status).toBe('declined');
  village.pen('ana').write(yes(asked));
  village.pen('ana').write(no(asked));
  expect(village.ledger().transfer(asked.id, ana)?.status).toBe('exists');
});

test('[L4] taking back is advice: a yes that was under way stands', () => {
  const village = three();
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('biel').write(withdrawal(asked));
  expect(village.ledger().transfer(asked.id, ana)?.status).toBe('withdrawn');
  village.pen('ana').write(yes(asked));
  expect(village.ledger().balanceOf(biel)).toBe(60);
});

/** Biel's help for Ana, to which she said yes, and that he asks to put right. */
function undoAsked() {
  const village = three();
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  const undo = village
    .pen('biel')
    .write(gaveHelp(ana, 60, { gave: false, kind: 'undo', ref: asked.id }));
  return { village, asked, undo };
}

test('[L4] putting right is a transfer the other way that names the first', () => {
  const { village, asked, undo } = undoAsked();
  expect(village.ledger().transfer(asked.id, ana)?.undoneBy).toBeNull();

  village.pen('ana').write(yes(undo));
  const ledger = village.ledger();
  expect(ledger.transfer(asked.id, ana)).toMatchObject({
    status: 'exists',
    undoneBy: undo.id,
  });
  expect([ledger.balanceOf(biel), ledger.balanceOf(ana)]).toEqual([0, 0]);
});

test('[L4] help that is put right is help no more: one exchange, of these minutes, has gone', () => {
  const { village, undo } = undoAsked();
  const ledger = village.ledger();
  const { exchanges, minutes: helped, gone } = ledger.help;
  expect([exchanges, helped, gone]).toEqual([1, 60, 0]);

  ledger.add([proven(village.pen('ana').write(yes(undo)))]);
  const after = ledger.help;
  expect([after.exchanges, after.minutes, after.gone]).toEqual([0, 0, 1]);
  expect([...after.transfers()]).toEqual([]);
  expect(after.perDay.size).toBe(0);
});

test('[L4] an undo the same way round, or between others, puts nothing right', () => {
  const village = three();
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  const again = village
    .pen('biel')
    .write(gaveHelp(ana, 60, { kind: 'undo', ref: asked.id }));
  village.pen('ana').write(yes(again));
  const others = village
    .pen('carme')
    .write(gaveHelp(ana, 60, { kind: 'undo', ref: asked.id }));
  village.pen('ana').write(yes(others));
  expect(village.ledger().transfer(asked.id, ana)?.undoneBy).toBeNull();
});

test('[L4] what puts right may lose its own standing, and the first stands again', () => {
  const village = three();
  const tablet = village.pen('biel', 'tablet');
  village.enrol(tablet, 'biel', 'tablet', 2);
  const owner = village.admit('ana', 'didac', 'tablet');
  village.pen('didac', 'tablet').write(gaveHelp(carme));
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  const undo = tablet.write(
    gaveHelp(ana, 60, { gave: false, kind: 'undo', ref: asked.id }),
  );
  village.pen('ana').write(yes(undo));
  const ledger = village.ledger();
  expect(ledger.transfer(asked.id, ana)?.undoneBy).toBe(undo.id);

  // A certificate of a keeper: of several, the lowest role counts, and keepers do not act.
  const keeper = village.enrol(village.pen('biel'), 'biel', 'tablet', 1);
  ledger.add([{ entry: keeper, proven: true }]);
  expect(ledger.transfer(asked.id, ana)?.undoneBy).toBeNull();
  expect(ledger.transfer(undo.id, ana)).toBeNull();
  expect(ledger.balanceOf(biel)).toBe(60);
  expect(owner.content.type).toBe('member.admit');
});

test('[L6] each person of a workshop confirms their own line', () => {
  const village = new LedgerVillage().settle('biel', 'carme', 'didac');
  const lines = [biel, carme, didac].sort().map((party, i) => ({
    party,
    minutes: minutes(30 * (i + 1)),
  }));
  const workshop = village.pen('ana').write(gaveHelp(biel, 60, { lines }));
  village.pen('carme').write(yes(workshop));
  village.pen('didac').write(no(workshop));

  const ledger = village.ledger();
  const status = Object.fromEntries(
    ledger.linesOf(workshop.id).map((line) => [line.party, line.status]),
  );
  expect(status).toEqual({ [biel]: 'open', [carme]: 'exists', [didac]: 'declined' });
  const own = lines.find(({ party }) => party === carme)?.minutes;
  expect(ledger.balanceOf(ana)).toBe(own);

  village.pen('ana').write(withdrawal(workshop));
  const after = village.ledger();
  expect(after.transfer(workshop.id, biel)?.status).toBe('withdrawn');
  expect(after.transfer(workshop.id, carme)?.status).toBe('exists');
});

test('[L7] either side proposes: "I helped you" or "you helped me"', () => {
  const village = three();
  const gave = village.pen('biel').write(gaveHelp(ana, 60, { gave: true }));
  const got = village.pen('carme').write(gaveHelp(ana, 30, { gave: false }));
  village.pen('ana').write(yes(gave));
  village.pen('ana').write(yes(got));

  const ledger = village.ledger();
  expect(ledger.transfer(gave.id, ana)).toMatchObject({ helper: biel, helped: ana });
  expect(ledger.transfer(got.id, ana)).toMatchObject({ helper: ana, helped: carme });
  expect([biel, ana, carme].map((each) => ledger.balanceOf(each))).toEqual([
    60, -30, -30,
  ]);
});

test('[L3] a gift is a transfer like any other', () => {
  const village = three();
  const gift = village
    .pen('biel')
    .write(gaveHelp(ana, 45, { gave: false, kind: 'gift' }));
  village.pen('ana').write(yes(gift));
  const ledger = village.ledger();
  expect(ledger.transfer(gift.id, ana)?.kind).toBe('gift');
  expect([ledger.balanceOf(ana), ledger.balanceOf(biel)]).toEqual([45, -45]);
});

test('[L16] what is written for an account that nobody opened has no effect', () => {
  const village = three();
  const as = '11'.repeat(32) as AccountId;
  const asked = village.pen('biel').write(gaveHelp(ana));
  village.pen('ana').write({ ...yes(asked), as });
  const other = village.pen('biel').write(gaveHelp(ana, 60, { as }));
  village.pen('ana').write(yes(other));
  const ledger = village.ledger();
  expect(ledger.transfer(asked.id, ana)?.status).toBe('open');
  expect(ledger.linesOf(other.id)).toEqual([]);
  expect(ledger.balanceOf(biel)).toBe(0);
});

test('[L3] who asks from a phone of the other’s does not mend it with a yes of their own', () => {
  const village = three();
  village.enrol(village.pen('biel'), 'biel', 'ana', 0);
  const asked = village.pen('biel', 'ana').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  village.pen('biel').write(yes(asked));
  expect(village.ledger().transfer(asked.id, ana)?.status).toBe('open');
  const stateHash = ledgerTruthOf(village, village.entries.map(proven)).stateHash;
  expect(village.ledger().stateHash()).toBe(stateHash);
});

test('[L14] an agent records for a member without a device, never with its owner', () => {
  const village = three();
  village.admit('carme', 'didac', 'carme', 2);
  const paper = village.pen('didac', 'carme');
  const withOwner = paper.write(gaveHelp(carme));
  village.pen('carme').write(yes(withOwner));
  village.enrol(village.pen('carme'), 'carme', "carme's other", 0);
  village.pen('carme', "carme's other").write(yes(withOwner));
  const withAna = paper.write(gaveHelp(ana));
  village.pen('ana').write(yes(withAna));

  const ledger = village.ledger();
  expect(ledger.transfer(withOwner.id, carme)?.status).toBe('open');
  expect(ledger.transfer(withAna.id, ana)?.status).toBe('exists');
});

test('[L14] one broker is not both sides of what two paper members did', () => {
  const village = new LedgerVillage().settle('carme');
  village.admit('carme', 'biel', 'carme', 2);
  village.admit('carme', 'didac', 'carme', 2);
  const asked = village.pen('biel', 'carme').write(gaveHelp(didac));
  village.pen('didac', 'carme').write(yes(asked));
  // Not even from two of the broker's devices.
  village.enrol(village.pen('carme'), 'carme', 'tablet', 0);
  village.enrol(village.pen('didac', 'tablet'), 'didac', 'tablet', 2);
  village.pen('carme', 'tablet').write(gaveHelp(member('ana')));
  village.pen('didac', 'tablet').write(yes(asked));
  expect(village.ledger().transfer(asked.id, didac)?.status).toBe('open');
});

test("[L14] an agent acts only while its device is somebody's own", () => {
  const village = three();
  village.enrol(village.pen('didac', 'tablet'), 'didac', 'tablet', 2);
  village.admit('ana', 'didac');
  const asked = village.pen('didac', 'tablet').write(gaveHelp(ana));
  village.pen('ana').write(yes(asked));
  const ledger = village.ledger();
  expect(ledger.transfer(asked.id, ana)).toBeNull();

  village.enrol(village.pen('carme'), 'carme', 'tablet', 0);
  ledger.add(village.entries.map((entry) => ({ entry, proven: true })));
  expect(ledger.transfer(asked.id, ana)).toBeNull();
  const signed = village.pen('carme', 'tablet').write(gaveHelp(ana));
  ledger.add([{ entry: signed, proven: true }]);
  expect(ledger.transfer(asked.id, ana)?.status).toBe('exists');
});

test("[A1] a stranger's certificate for somebody's device changes nothing", () => {
  const village = new LedgerVillage().settle('carme', 'biel');
  village.admit('carme', 'didac', 'carme', 2);
  const asked = village.pen('didac', 'carme').write(gaveHelp(biel));
  village.pen('biel').write(yes(asked));
  const before = village.ledger();
  expect(before.transfer(asked.id, biel)?.status).toBe('exists');

  // Biel claims Carme's device, to be behind both sides and have his hour back.
  village.enrol(village.pen('biel'), 'biel', 'carme', 0);
  const after = village.ledger();
  expect(after.transfer(asked.id, biel)?.status).toBe('exists');
  const phone = village.pen('carme').log.device;
  expect(after.memberOfDevice(phone)).toBe(carme);
});

test('[L4] what a party answered is listed, earliest first', () => {
  const village = three();
  const asked = village.pen('biel').write(gaveHelp(ana));
  const first = village.pen('ana').write(no(asked), 5);
  const second = village.pen('ana').write(yes(asked), 6);
  village.pen('carme').write(yes(asked), 1);
  const ledger = village.ledger(village.entries.toReversed());
  expect(ledger.answersTo(asked.id, ana)).toEqual([first.id, second.id]);
});
