import { expect, test } from 'vitest';
import { mandateIdOf } from '../accountContent.ts';
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
  LedgerVillage,
  listed,
  member,
  yes,
} from '../testing/village.ts';

const ana = member('ana');
const biel = member('biel');
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
    kind: 'organisation',
    total: null,
    openedBy: didac,
    isContested: false,
    newest: [{ id: opened.id, threshold: 1, signers: [biel] }],
  });
  expect(village.ledger().accounts()).toHaveLength(1);
});

test('[L16] who has a device that stands, and was let in by nobody, opens nothing yet', () => {
  const village = new LedgerVillage().settle('biel');
  village.enrol(village.pen('biel'), 'didac', 'didac', 0);
  const opened = openAccount(village.pen('didac'), 1, ['biel']);
  const ledger = village.ledger();
  expect(ledger.roleOf(didac, device('didac'))).toBe(0);
  expect(ledger.account(accountOf(opened))).toBe(null);
  village.admit('biel', 'didac');
  expect(village.ledger().account(accountOf(opened))?.openedBy).toBe(didac);
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

test('[L16] [L17] a keeper opens nothing, and its word claims nothing', () => {
  const { village, opened, as } = clinic(1);
  village.enrol(village.pen('carme'), 'carme', 'tablet', 1);
  const keeper = village.pen('carme', 'tablet');
  openAccount(keeper, 1, ['carme']);
  expect(village.ledger().accounts()).toHaveLength(1);
  const next = changeTo(opened, 1, ['didac']);
  for (const pen of [village.pen('biel'), keeper]) pen.write(next);
  const asked = village.pen('didac').write(gaveHelp(ana, 60, { as }));
  village.pen('ana').write(yes(asked));
  expect(village.ledger().linesOf(asked.id)).toEqual([]);
  village.pen('carme').write(next);
  expect(village.ledger().transfer(asked.id, ana)).toMatchObject({
    status: 'exists',
    mark: null,
  });
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
    status: 'exists',
    proposer: as,
    helper: as,
    helped: didac,
    mark: null,
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
    status: 'exists',
    mark: 'former',
  });
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

test('[L18] whom nobody let in takes no hours of an account yet', () => {
  const village = new LedgerVillage().settle('biel');
  const opened = openAccount(village.pen('biel'), 1, ['biel']);
  village.enrol(village.pen('biel'), 'didac', 'didac', 0);
  const asked = village
    .pen('biel')
    .write(gaveHelp(didac, 60, { as: accountOf(opened) }));
  village.pen('didac').write(yes(asked));
  expect(village.ledger().transfer(asked.id, didac)?.status).toBe('open');
  village.admit('biel', 'didac');
  expect(village.ledger().transfer(asked.id, didac)?.status).toBe('exists');
});

test('[L10] [L16] nobody owes anything for hours of an account that is none', () => {
  const { village, opened, as } = clinic(1);
  const none = didac as string as typeof as;
  const asked = village.pen('biel').write(gaveHelp(as, 60, { as: none }));
  village.pen('ana').write(yesAs(asked, opened));
  expect(village.ledger().unwitnessedOf(biel)).toEqual([]);
});

test('[L16] for an account signs a member whom it names', () => {
  const { village, as } = clinic(1, ['biel', 'nobody']);
  const signs = (who: string, account = as) =>
    village.ledger().signsFor(member(who), account);
  expect(signs('biel')).toBe(true);
  expect(signs('didac')).toBe(false);
  expect(signs('nobody')).toBe(false);
  expect(signs('biel', biel as string as typeof as)).toBe(false);
});

test('[L18] who said yes is waited for no more, however many an account still needs', () => {
  const { village, as } = clinic();
  const asked = village.pen('biel').write(gaveHelp(didac, 60, { as }));
  const waiting = () => village.ledger().waitingFor(didac).length;
  expect(waiting()).toBe(1);
  expect(village.ledger().hasConfirmed(asked.id, ana)).toBe(false);
  village.pen('didac').write(yes(asked));
  expect(village.ledger().transfer(asked.id, didac)?.status).toBe('open');
  expect(waiting()).toBe(0);
});
