import { expect, test } from 'vitest';
import { mandateIdOf } from '../accountContent.ts';
import { branch, carry, proofOfFork } from '../testing/forking.ts';
import {
  accountOf,
  changeTo,
  noAs,
  openAccount,
  withdrawalAs,
  yesAs,
} from '../testing/shared.ts';
import { settledVillage } from '../testing/settled.ts';
import {
  device,
  gaveHelp,
  guardedBy,
  key,
  LedgerVillage,
  listed,
  member,
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

test('[L16] an account exists once a member opens it where they may', () => {
  const village = new LedgerVillage().settle('biel');
  const opened = openAccount(village.pen('didac'), 1, ['biel']);
  expect(village.ledger().account(accountOf(opened))).toBe(null);
  village.admit('biel', 'didac');
  expect(village.ledger().account(accountOf(opened))).toMatchObject({
    ...{ kind: 'organisation', total: null, openedBy: didac, isContested: false },
    newest: [{ id: opened.id, threshold: 1, signers: [biel] }],
  });
  expect(village.ledger().accounts()).toHaveLength(1);
});

test('[L16] a keeper signs for nobody', () => {
  const { village, opened, as } = clinic(1, ['biel']);
  village.enrol(village.pen('biel'), 'biel', 'tablet', 1);
  const asked = village.pen('didac').write(gaveHelp(as));
  village.pen('biel', 'tablet').write(yesAs(asked, opened));
  expect(village.ledger().transfer(asked.id, as)?.status).toBe('open');
  const own = village.pen('biel', 'tablet').write(gaveHelp(didac, 60, { as }));
  expect(village.ledger().linesOf(own.id)).toEqual([]);
});

test('[L16] who does not sign for an account proposes nothing for it', () => {
  const { village, opened, as } = clinic(1, ['biel']);
  const asked = village.pen('carme').write(gaveHelp(didac, 60, { as }));
  village.pen('biel').write(yesAs(asked, opened));
  village.pen('didac').write(yes(asked));
  expect(village.ledger().linesOf(asked.id)).toEqual([]);
  expect(village.ledger().balanceOf(as)).toBe(0);
});

test('[L16] a signer whom nobody let in does not count', () => {
  const village = new LedgerVillage().settle('biel', 'didac');
  const opened = openAccount(village.pen('ana'), 2, ['biel', 'carme']);
  const as = accountOf(opened);
  const asked = village.pen('didac').write(gaveHelp(as));
  for (const who of ['biel', 'carme']) village.pen(who).write(yesAs(asked, opened));
  village.enrol(village.pen('carme'), 'carme', 'carme', 0);
  expect(village.ledger().transfer(asked.id, as)?.status).toBe('open');
  village.admit('ana', 'carme');
  expect(village.ledger().transfer(asked.id, as)?.status).toBe('exists');
});

test('[L18] it takes as many signers as the mandate says, whoever proposes', () => {
  const { village, opened, as } = clinic();
  const asked = village.pen('ana').write(gaveHelp(didac, 60, { as }));
  village.pen('didac').write(yes(asked));
  expect(village.ledger().transfer(asked.id, didac)?.status).toBe('open');
  village.pen('ana').write(yesAs(asked, opened));
  expect(village.ledger().transfer(asked.id, didac)?.status).toBe('open');
  village.pen('biel').write(yesAs(asked, opened));
  const ledger = village.ledger();
  expect(ledger.transfer(asked.id, didac)).toMatchObject({
    ...{ status: 'exists', proposer: as, helper: as, helped: didac, mark: null },
  });
  expect([ledger.balanceOf(as), ledger.balanceOf(didac)]).toEqual([60, -60]);
  expect(ledger.transfersOf(as)).toHaveLength(1);
});

test('[L18] signers of different mandates do not add up', () => {
  const { village, opened, as } = clinic(2);
  const next = changeTo(opened, 2, ['carme', 'didac'], {
    ana: 99,
    biel: 99,
    carme: 99,
  });
  for (const who of ['ana', 'biel']) village.pen(who).write(next);
  const asked = village.pen('ana').write(gaveHelp(biel, 60, { as }));
  village.pen('didac').write(yesAs(asked, opened));
  village.pen('biel').write(yes(asked));
  expect(village.ledger().transfer(asked.id, biel)?.status).toBe('open');
  village.pen('carme').write(yesAs(asked, opened));
  expect(village.ledger().transfer(asked.id, biel)?.status).toBe('exists');
});

test('[L18] a signer gets hours of the others, never of themself', () => {
  const { village, opened, as } = clinic(1);
  const asked = village.pen('ana').write(gaveHelp(ana, 60, { as, gave: false }));
  village.pen('ana').write(yes(asked));
  village.pen('ana').write(yesAs(asked, opened));
  expect(village.ledger().transfer(asked.id, ana)?.status).toBe('open');
  village.pen('biel').write(yesAs(asked, opened));
  expect(village.ledger().transfer(asked.id, ana)?.status).toBe('exists');
});

test('[L18] who writes for a member without a phone is not the account as well', () => {
  const village = settledVillage();
  village.admit('biel', 'rosa', 'biel', 2);
  const opened = openAccount(village.pen('ana'), 1, ['biel', 'carme']);
  const asked = village.pen('rosa', 'biel').write(gaveHelp(accountOf(opened)));
  village.pen('biel').write(yesAs(asked, opened));
  const rosas = () => village.ledger().transfer(asked.id, accountOf(opened))?.status;
  expect(rosas()).toBe('open');
  village.pen('carme').write(yesAs(asked, opened));
  expect(rosas()).toBe('exists');
});

test('[L18] between two accounts nobody stands for both', () => {
  const { village, opened, as } = clinic(1, ['ana', 'biel']);
  const school = openAccount(village.pen('carme'), 1, ['biel', 'carme']);
  const asked = village.pen('biel').write(gaveHelp(accountOf(school), 60, { as }));
  village.pen('biel').write(yesAs(asked, school));
  const line = () => village.ledger().transfer(asked.id, accountOf(school));
  expect(line()?.status).toBe('open');
  village.pen('ana').write(yesAs(asked, opened));
  expect(line()).toMatchObject({ status: 'exists', mark: null });
  expect(village.ledger().balanceOf(accountOf(school))).toBe(-60);
});

test('[L4] [L18] any signer takes back or declines for the account, nobody else', () => {
  const { village, opened, as } = clinic(1, ['ana', 'biel']);
  const asked = village.pen('ana').write(gaveHelp(didac, 60, { as }));
  village.pen('carme').write(withdrawalAs(asked, opened));
  expect(village.ledger().transfer(asked.id, didac)?.status).toBe('open');
  village.pen('biel').write(withdrawalAs(asked, opened));
  expect(village.ledger().transfer(asked.id, didac)?.status).toBe('withdrawn');
  const told = village.pen('didac').write(gaveHelp(as));
  village.pen('carme').write(noAs(told, opened));
  expect(village.ledger().transfer(told.id, as)?.status).toBe('open');
  const no = village.pen('biel').write(noAs(told, opened));
  expect(village.ledger().transfer(told.id, as)?.status).toBe('declined');
  expect(village.ledger().answersTo(told.id, as)).toEqual([no.id]);
});

test('[L17] a change takes more than half of the signers, and no fewer than it takes', () => {
  const { village, opened, as } = clinic(1);
  const next = changeTo(opened, 1, ['ana'], { ana: 99, biel: 99, carme: 99 });
  village.pen('ana').write(next);
  const [underWay, ...others] = village.ledger().account(as)?.underWay ?? [];
  expect(underWay).toMatchObject({ id: mandateIdOf(next), by: [ana], of: 2 });
  expect(others).toEqual([]);
  expect(village.ledger().signsFor(biel, as)).toBe(true);
  village.pen('biel').write(next);
  expect(village.ledger().account(as)?.newest).toMatchObject([{ signers: [ana] }]);
  expect(village.ledger().signsFor(biel, as)).toBe(false);
});

test('[L17] where it takes all, a change takes all', () => {
  const { village, opened, as } = clinic(3);
  const next = changeTo(opened, 1, ['ana']);
  for (const who of ['ana', 'biel']) village.pen(who).write(next);
  expect(village.ledger().account(as)?.newest[0]?.id).toBe(opened.id);
  village.pen('carme').write(next);
  expect(village.ledger().account(as)?.newest[0]?.id).toBe(mandateIdOf(next));
});

test('[L17] a change of one account says nothing of another', () => {
  const { village, opened } = clinic(1, ['ana', 'biel']);
  const school = openAccount(village.pen('carme'), 1, ['ana', 'biel']);
  const odd = { ...changeTo(opened, 1, ['didac']), before: school.id };
  for (const who of ['ana', 'biel']) village.pen(who).write(odd);
  const ledger = village.ledger();
  expect(ledger.account(accountOf(opened))?.newest[0]?.id).toBe(opened.id);
  expect(ledger.account(accountOf(school))?.newest[0]?.id).toBe(school.id);
});

test('[L17] [L19] a found page completes a quorum: its lines exist, and are marked', () => {
  const { village, opened, as } = clinic(1, ['ana', 'biel']);
  const theft = changeTo(opened, 1, ['carme']);
  village.pen('ana').write(theft);
  village.identify(village.pen('didac'), 'biel', biel, {
    devices: [listed('biel', 0)],
  });
  village.pen('biel').write(theft);
  const asked = village.pen('carme').write(gaveHelp(didac, 60, { as, gave: false }));
  village.pen('didac').write(yes(asked));
  const ledger = village.ledger();
  expect(ledger.account(as)?.newest[0]?.id).toBe(opened.id);
  expect(ledger.transfer(asked.id, didac)).toMatchObject({
    ...{ status: 'exists', mark: 'former' },
  });
});

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
    ...{ status: 'exists', mark: 'former' },
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
    ...{ status: 'exists', mark: 'former' },
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

test('[L17] who helps the clinic and later joins its staff keeps the hours', () => {
  const { village, opened, as } = clinic(1, ['ana', 'biel']);
  const asked = village.pen('didac').write(gaveHelp(as));
  village.pen('ana').write(yesAs(asked, opened));
  const next = changeTo(opened, 1, ['ana', 'biel', 'didac'], { ana: 99, biel: 99 });
  for (const who of ['ana', 'biel']) village.pen(who).write(next);
  const ledger = village.ledger();
  expect(ledger.transfer(asked.id, as)).toMatchObject({ status: 'exists', mark: null });
  expect(ledger.balanceOf(didac)).toBe(60);
  expect(ledger.signsFor(didac, as)).toBe(true);
});

test('[L17] two rivals are contested until they agree or one is decided', () => {
  const { village, opened, as } = clinic(1);
  for (const [signer, by] of [
    ['didac', ['ana', 'biel']],
    ['carme', ['biel', 'carme']],
  ] as const) {
    const next = changeTo(opened, 1, [signer]);
    for (const who of by) village.pen(who).write(next);
  }
  expect(village.ledger().account(as)).toMatchObject({ isContested: true });
  expect(village.ledger().account(as)?.newest).toHaveLength(2);
  // The same people with other places: two newest, and nothing to decide.
  const again = clinic(1);
  for (const place of [1, 2]) {
    const next = changeTo(again.opened, 1, ['didac'], { ana: place });
    for (const who of ['ana', 'biel']) again.village.pen(who).write(next);
  }
  expect(again.village.ledger().account(again.as)?.newest).toHaveLength(2);
  expect(again.village.ledger().account(again.as)?.isContested).toBe(false);
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

test('[L10] who signed for an account owes what its lines rest on', () => {
  const { village, opened, as } = clinic(2);
  const pen = village.pen('biel');
  const asked = village.pen('ana').write(gaveHelp(didac, 60, { as }));
  const word = pen.write(yesAs(asked, opened));
  village.pen('didac').write(yes(asked));
  const twin = branch(pen, 0).write(gaveHelp(ana, 1));
  proofOfFork(village.pen('carme'), word, twin);
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
});
