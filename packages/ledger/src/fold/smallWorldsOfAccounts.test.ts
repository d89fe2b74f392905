import { expect, test, vi } from 'vitest';
import { mandateIdOf } from '../accountContent.ts';
import { allOrdersAgree } from '../testing/allOrders.ts';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import {
  aboutLines,
  aboutMember,
  aboutRest,
  aboutSigners,
  accountOf,
  changeTo,
  motionOf,
  noAs,
  openAccount,
  vote,
  withdrawalAs,
  yesAs,
} from '../testing/shared.ts';
import { gaveHelp, LedgerVillage, listed, member, yes } from '../testing/village.ts';

vi.setConfig({ testTimeout: 60_000 });

const biel = member('biel');
const didac = member('didac');

/** Ana's community; these have a voice. */
const village = (...voices: string[]): LedgerVillage => {
  const settled = new LedgerVillage().settle('biel', 'carme', 'didac');
  for (const who of voices) settled.vouch('ana', who);
  return settled;
};

test('[L16] small worlds: an account, its opening, who signs, and when they are let in', () => {
  const street = new LedgerVillage();
  street.found();
  street.admit('ana', 'didac');
  const known = [...street.entries];
  const opened = openAccount(street.pen('biel'), 2, ['ana', 'carme']);
  const clinic = accountOf(opened);
  const asked = street.pen('ana').write(gaveHelp(didac, 60, { as: clinic }));
  const entries = [
    opened,
    street.admit('ana', 'biel'),
    street.admit('ana', 'carme'),
    asked,
    street.pen('carme').write(yesAs(asked, opened)),
    street.pen('didac').write(yes(asked)),
  ];
  const ledger = allOrdersAgree(street, known, entries);
  expect(ledger.balanceOf(clinic)).toBe(60);
  expect(ledger.balanceOf(didac)).toBe(-60);
});

test('[L17] [L19] small worlds: a signer is dropped, and goes on signing', () => {
  const street = village();
  const opened = openAccount(street.pen('ana'), 1, ['ana', 'biel', 'carme']);
  const known = [...street.entries];
  const change = changeTo(opened, 1, ['ana', 'biel'], { carme: 1, ana: 99, biel: 99 });
  const as = accountOf(opened);
  const early = street.pen('carme').write(gaveHelp(didac, 60, { as, gave: false }));
  const late = street.pen('carme').write(gaveHelp(didac, 30, { as, gave: false }));
  const entries = [
    street.pen('ana').write(change),
    street.pen('biel').write(change),
    early,
    late,
    street.pen('didac').write(yes(early)),
    street.pen('didac').write(yes(late)),
  ];
  const ledger = allOrdersAgree(street, known, entries);
  expect(ledger.transfer(early.id, didac)?.mark).toBe(null);
  expect(ledger.transfer(late.id, didac)).toMatchObject({
    status: 'exists',
    mark: 'former',
  });
});

test('[L17] small worlds: a change after a change, said in any order, one word carried', () => {
  const street = village();
  const opened = openAccount(street.pen('ana'), 1, ['ana', 'biel', 'carme']);
  const known = [...street.entries];
  const first = changeTo(opened, 2, ['ana', 'biel'], { ana: 99, biel: 99 });
  const second = changeTo(opened, 1, ['didac'], {}, first);
  const word = street.pen('biel').write(first);
  const entries = [
    street.pen('ana').write(first),
    word,
    street.pen('ana').write(second),
    street.pen('biel').write(second),
    street.identify(street.pen('biel'), 'biel', biel, { devices: [listed('biel', 1)] }),
    carry(street.pen('carme'), street.pen('biel').entries[1]),
  ];
  const ledger = allOrdersAgree(street, known, entries);
  // The second needs Biel's word, which stands beyond the end of his log.
  expect(ledger.account(accountOf(opened))?.newest[0]?.id).toBe(mandateIdOf(first));
  expect(ledger.account(accountOf(opened))?.underWay).toHaveLength(1);
});

test('[L17] [L22] small worlds: two rivals, and a decision for one of them', () => {
  const street = village('biel', 'carme');
  const opened = openAccount(street.pen('ana'), 1, ['ana', 'biel', 'carme']);
  const known = [...street.entries];
  const one = changeTo(opened, 1, ['ana', 'biel'], { carme: 5 });
  const other = changeTo(opened, 1, ['biel', 'carme'], { ana: 5 });
  const motion = street
    .pen('ana')
    .write(motionOf(aboutSigners(opened, mandateIdOf(other))));
  const entries = [
    motion,
    street.pen('ana').write(one),
    street.pen('biel').write(one),
    street.pen('biel').write(other),
    street.pen('carme').write(other),
    street.pen('biel').write(vote(motion)),
  ];
  const rest = street.pen('carme').write(vote(motion));
  const ledger = allOrdersAgree(street, [...known, rest], entries);
  const [newest, ...others] = ledger.account(accountOf(opened))?.newest ?? [];
  expect(others).toEqual([]);
  expect(newest?.id).toBe(mandateIdOf(other));
});

test('[L17] small worlds: two rivals and nobody who decides are contested', () => {
  const street = village();
  const opened = openAccount(street.pen('ana'), 1, ['ana', 'biel', 'carme']);
  const known = [...street.entries];
  const one = changeTo(opened, 1, ['biel'], { carme: 5 });
  const other = changeTo(opened, 1, ['ana'], {});
  const as = accountOf(opened);
  const asked = street.pen('carme').write(gaveHelp(didac, 60, { as, gave: false }));
  const entries = [
    asked,
    street.pen('ana').write(one),
    street.pen('biel').write(one),
    street.pen('biel').write(other),
    street.pen('carme').write(other),
    street.pen('didac').write(yes(asked)),
  ];
  const ledger = allOrdersAgree(street, known, entries);
  expect(ledger.account(as)?.isContested).toBe(true);
  expect(ledger.transfer(asked.id, didac)?.mark).toBe('former');
});

test('[L19] small worlds: a signer’s phone is stolen, and a neighbour carries', () => {
  const street = village();
  const opened = openAccount(street.pen('ana'), 1, ['biel']);
  const known = [...street.entries];
  const as = accountOf(opened);
  const before = street.pen('biel').write(gaveHelp(didac, 60, { as }));
  const after = street.pen('biel').write(gaveHelp(didac, 30, { as }));
  const end = street.identify(street.pen('ana'), 'biel', biel, {
    devices: [listed('biel', 1)],
  });
  const entries = [
    before,
    after,
    end,
    carry(street.pen('carme'), after),
    street.pen('didac').write(yes(before)),
    street.pen('didac').write(yes(after)),
  ];
  const ledger = allOrdersAgree(street, known, entries);
  expect(ledger.transfer(before.id, didac)?.mark).toBe(null);
  expect(ledger.transfer(after.id, didac)?.mark).toBe('witness');
});

test('[L18] small worlds: between two accounts, with one who signs for both', () => {
  const street = village();
  const one = openAccount(street.pen('ana'), 1, ['ana', 'biel']);
  const known = [...street.entries];
  const other = openAccount(street.pen('carme'), 1, ['biel', 'carme']);
  const asked = street
    .pen('biel')
    .write(gaveHelp(accountOf(other), 60, { as: accountOf(one) }));
  const entries = [
    other,
    asked,
    street.pen('biel').write(yesAs(asked, other)),
    street.pen('ana').write(withdrawalAs(asked, one)),
    street.pen('carme').write(noAs(asked, other)),
    street.pen('ana').write(yesAs(asked, one)),
  ];
  const ledger = allOrdersAgree(street, known, entries);
  expect(ledger.balanceOf(accountOf(one))).toBe(60);
});

test('[L23] small worlds: what a decision says of a marked line, and of a plain one', () => {
  const street = village('biel', 'carme');
  const opened = openAccount(street.pen('ana'), 1, ['biel']);
  const as = accountOf(opened);
  const plain = street.pen('biel').write(gaveHelp(didac, 60, { as }));
  const marked = street.pen('biel').write(gaveHelp(didac, 30, { as }));
  street.pen('didac').write(yes(plain));
  street.pen('didac').write(yes(marked));
  const carried = carry(street.pen('carme'), marked);
  const end = street.identify(street.pen('ana'), 'biel', biel, {
    devices: [listed('biel', 1)],
  });
  const motion = street
    .pen('ana')
    .write(motionOf(aboutLines(false, [plain, didac], [marked, didac])));
  const back = street
    .pen('carme')
    .write(motionOf(aboutLines(true, [marked, didac]), [motion]));
  const entries = [
    end,
    motion,
    back,
    street.pen('carme').write(vote(motion)),
    street.pen('ana').write(vote(back)),
    street.pen('ana').write(vote(back, false)),
  ];
  const known = street.entries.filter((entry) => !entries.includes(entry));
  expect(known).toContain(carried);
  const ledger = allOrdersAgree(street, known, entries);
  expect(ledger.transfer(marked.id, didac)?.status).toBe('void');
  expect(ledger.transfer(plain.id, didac)?.status).toBe('exists');
  expect(ledger.balanceOf(as)).toBe(60);
});

test('[L21] small worlds: who came later, left or rests counts where they speak', () => {
  const street = village('biel', 'carme');
  const known = [...street.entries];
  const motion = street.pen('ana').write(motionOf(aboutMember('didac', 'removed')));
  const entries = [
    motion,
    street.pen('biel').write(vote(motion)),
    street.vouch('ana', 'didac'),
    street.pen('carme').write({ type: 'member.leave' }),
    street.pen('carme').write(vote(motion, false)),
    street.pen('didac').write(vote(motion, false)),
  ];
  const ledger = allOrdersAgree(street, known, entries);
  expect(ledger.motion(motion.id)).toMatchObject({ of: 4, isTaken: false });
});

test('[L21] small worlds: a decision that some rest, and one that it makes smaller', () => {
  const street = village('biel', 'carme', 'didac');
  const known = [...street.entries];
  const resting = street.pen('ana').write(motionOf(aboutRest('carme')));
  const motion = street.pen('ana').write(motionOf(aboutMember('didac', 'paused')));
  const entries = [
    resting,
    street.pen('biel').write(vote(resting)),
    street.pen('didac').write(vote(resting)),
    motion,
    street.pen('biel').write(vote(motion)),
    street.pen('didac').write(vote(motion, false)),
  ];
  const ledger = allOrdersAgree(street, known, entries);
  expect(ledger.rule('resting')).toEqual([member('carme')]);
  expect(ledger.standingOf(didac)).toBe('paused');
});

test('[L20] small worlds: a word said again, a fork below it, and a proof', () => {
  const street = village('biel', 'carme');
  const known = [...street.entries];
  const motion = street.pen('ana').write(motionOf(aboutMember('didac', 'removed')));
  const pen = street.pen('biel');
  const said = pen.write(vote(motion));
  const twin = branch(pen, 1);
  const again = pen.write(vote(motion, false));
  const other = twin.write(vote(motion));
  const entries = [
    motion,
    said,
    again,
    other,
    proofOfFork(street.pen('carme'), again, other),
    carry(street.pen('carme'), again),
  ];
  const ledger = allOrdersAgree(street, known, entries);
  expect(ledger.motion(motion.id)).toMatchObject({ isTaken: true, no: [] });
  expect(ledger.standingOf(didac)).toBe('removed');
});
