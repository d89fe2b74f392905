import { expect, test } from 'vitest';
import type { Result } from '@manyhands/base';
import { mandateIdOf } from '../accountContent.ts';
import type { AccountChange } from '../accountContent.ts';
import { accountOf, openAccount as open, yesAs } from '../testing/shared.ts';
import { settledVillage } from '../testing/settled.ts';
import {
  box,
  day,
  device,
  gaveHelp,
  member,
  minutes,
  yes,
} from '../testing/village.ts';
import type { LedgerVillage } from '../testing/village.ts';
import {
  confirmTransfer,
  declineTransfer,
  withdrawTransfer,
} from './answerTransfer.ts';
import { agreeToChange, changeSigners, draftAccount } from './changeSigners.ts';
import { outlookOf } from './outlookOf.ts';
import { proposeTransfer } from './proposeTransfer.ts';
import type { Help } from './proposeTransfer.ts';
import { signedSideOf } from './signingFor.ts';
import type { Heads } from './stateIdentity.ts';
import { undoTransfer } from './undoTransfer.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');
const nobody = member('nobody');
const today = day(20_000);

/** A clinic for which Ana, Biel and Carme sign, two at a time. */
function clinic(threshold = 2, names = ['ana', 'biel', 'carme']) {
  const village = settledVillage();
  const opened = open(village.pen('ana'), threshold, names);
  return { village, opened, as: accountOf(opened) };
}

const heldBy =
  (village: LedgerVillage): Heads =>
  (of) => ({
    ledger: village.entries.filter(({ log }) => log.device === of).length,
    board: 0,
  });

const errorOf = (decided: Result<unknown, { readonly type: string }>): string | null =>
  decided.ok ? null : decided.error.type;

const helpOf = (more: Partial<Help> = {}): Help => ({
  ...{ by: biel, gave: true, day: today, today },
  lines: [{ party: didac, minutes: minutes(60) }],
  ...more,
});

test('[L16] what is opened is an account, whoever signs for it', () => {
  const village = settledVillage();
  const draft = { kind: 'organisation', threshold: 2, signers: [carme, biel] } as const;
  const decided = draftAccount(village.ledger(), ana, draft);
  if (!decided.ok) throw new Error('refused');
  const opened = village.pen('ana').write(decided.value);
  expect(village.ledger().account(accountOf(opened))?.newest).toMatchObject([
    { threshold: 2, signers: [biel, carme].sort() },
  ]);
});

test('opening refuses signers who are none, and numbers that nobody could reach', () => {
  const village = settledVillage();
  village.pen('carme').write({ type: 'member.leave' });
  const ledger = village.ledger();
  const refusal = (draft: object, by = ana): string | null =>
    errorOf(
      draftAccount(ledger, by, {
        ...{ kind: 'organisation', threshold: 1, signers: [ana, biel] },
        ...draft,
      }),
    );
  expect(refusal({})).toBeNull();
  expect(refusal({ kind: 'pot' })).toBeNull();
  expect(refusal({}, nobody)).toBe('NotAMember');
  expect(refusal({}, carme)).toBe('NotAMember');
  expect(refusal({ signers: [] })).toBe('NobodySigns');
  expect(refusal({ signers: [ana, ana] })).toBe('SamePersonSigns');
  expect(refusal({ signers: [ana, nobody] })).toBe('SignerNotAMember');
  expect(refusal({ signers: [ana, carme] })).toBe('SignerNotAMember');
  expect(refusal({ signers: Array.from({ length: 17 }, () => ana) })).toBe(
    'TooManySigners',
  );
  for (const threshold of [0, -1, 1.5, 3, Number.NaN]) {
    expect(refusal({ threshold })).toBe('Threshold');
  }
  const opening = { kind: 'opening', threshold: 2, total: minutes(600) };
  expect(refusal(opening)).toBeNull();
  expect(refusal({ ...opening, threshold: 1 })).toBe('Threshold');
  expect(refusal({ ...opening, total: null })).toBe('Total');
  expect(refusal({ total: minutes(600) })).toBe('Total');
});

test('[L17] a change counts when a quorum has written it in equal words', () => {
  const { village, as } = clinic();
  const change = changeSigners(
    village.ledger(),
    biel,
    as,
    { threshold: 1, signers: [carme, didac] },
    heldBy(village),
  );
  if (!change.ok) throw new Error('refused');
  village.pen('biel').write(change.value);
  expect(village.ledger().signsFor(didac, as)).toBe(false);
  const id = mandateIdOf(change.value);
  const equal = agreeToChange(village.ledger(), carme, as, id);
  expect(equal).toEqual(change);
  village.pen('carme').write((equal as { value: AccountChange }).value);
  expect(village.ledger().account(as)).toMatchObject({
    newest: [{ id, threshold: 1, signers: [carme, didac].sort() }],
    underWay: [],
  });
});

test('[L19] a change lists every device of every signer before, at the length held', () => {
  const { village, opened, as } = clinic(1);
  village.pen('biel').write({
    ...{ type: 'device.add', device: device('tablet'), box, role: 0 },
  });
  const done = village.pen('biel', 'tablet').write(gaveHelp(didac, 30, { as }));
  village.pen('didac').write(yes(done));
  const draft = { threshold: 1, signers: [didac] };
  const change = changeSigners(village.ledger(), carme, as, draft, heldBy(village));
  if (!change.ok) throw new Error('refused');
  // Carme has written nothing: her place is 0, which is not listed.
  expect(change.value.places).toEqual(
    [
      { device: device('ana'), place: 5 },
      { device: device('biel'), place: 1 },
      { device: device('tablet'), place: 1 },
    ].sort((a, b) => (a.device < b.device ? -1 : 1)),
  );
  for (const who of ['carme', 'ana']) village.pen(who).write(change.value);
  expect(village.ledger().transfer(done.id, didac)?.mark).toBeNull();
  const late = village.pen('biel').write(gaveHelp(didac, 30, { as }));
  village.pen('didac').write(yes(late));
  expect(village.ledger().transfer(late.id, didac)?.mark).toBe('former');
  expect(opened.id).toBe(as);
});

test('a change refuses who signs no more, what changes nothing, and what nobody wrote', () => {
  const { village, as } = clinic(1, ['ana', 'biel']);
  const refusal = (
    by = ana,
    draft = { threshold: 1, signers: [ana, carme] },
    of = as,
  ) => errorOf(changeSigners(village.ledger(), by, of, draft, heldBy(village)));
  expect(refusal()).toBeNull();
  expect(refusal(didac)).toBe('NotASigner');
  expect(refusal(ana, { threshold: 1, signers: [biel, ana] })).toBe('SameSigners');
  expect(refusal(ana, { threshold: 2, signers: [ana] })).toBe('Threshold');
  expect(refusal(ana, { threshold: 1, signers: [nobody] })).toBe('SignerNotAMember');
  const elsewhere = 'ab'.repeat(32) as typeof as;
  expect(refusal(ana, undefined, elsewhere)).toBe('NoSuchAccount');

  const draft = { threshold: 1, signers: [carme] };
  const change = changeSigners(village.ledger(), ana, as, draft, heldBy(village));
  if (!change.ok) throw new Error('refused');
  const id = mandateIdOf(change.value);
  const answer = (by = biel) => errorOf(agreeToChange(village.ledger(), by, as, id));
  expect(answer()).toBe('NoSuchChange');
  village.pen('ana').write(change.value);
  expect(answer(ana)).toBe('AlreadySigned');
  expect(answer(carme)).toBe('NotASigner');
  expect(answer()).toBeNull();
  village.pen('biel').write(change.value);
  expect(answer()).toBe('NoSuchChange');
  expect(refusal(biel, { threshold: 1, signers: [biel] })).toBe('NotASigner');
});

test('a change refuses more devices than it can list', () => {
  const { village, as } = clinic(1, ['ana']);
  const devices = Array.from({ length: 48 }, (_, i) => `phone ${i}`);
  for (const name of devices) {
    village.pen('ana').write({
      ...{ type: 'device.add', device: device(name), box, role: 0 },
    });
    village.pen('ana', name).write(gaveHelp(biel));
  }
  const draft = { threshold: 1, signers: [biel] };
  const change = changeSigners(village.ledger(), ana, as, draft, heldBy(village));
  expect(change).toMatchObject({ error: { type: 'TooManyDevices', limit: 48 } });
});

test('[L18] hours of an account take as many signers as it says', () => {
  const { village, opened, as } = clinic();
  const proposal = proposeTransfer(village.ledger(), helpOf({ as }));
  if (!proposal.ok) throw new Error('refused');
  const asked = village.pen('biel').write(proposal.value);
  village.pen('didac').write(yes(asked));
  const line = () => village.ledger().transfer(asked.id, didac);
  const side = () => {
    const held = line();
    return held && signedSideOf(village.ledger(), held, as);
  };
  expect([line()?.status, side()]).toEqual(['open', { by: [biel], missing: 1 }]);
  const answer = confirmTransfer(village.ledger(), carme, asked.id, as);
  expect(answer).toEqual({ ok: true, value: yesAs(asked, opened) });
  village.pen('carme').write(yesAs(asked, opened));
  expect([line()?.status, side()?.missing]).toEqual(['exists', 0]);
});

test('[L18] between two organisations nobody counts for both', () => {
  const { village, as } = clinic(1, ['ana', 'biel']);
  const school = open(village.pen('ana'), 1, ['ana']);
  const own = accountOf(school);
  const lines = [{ party: own, minutes: minutes(60) }];
  const asked = village.pen('ana').write(gaveHelp(own, 60, { as }));
  village.pen('ana').write(yesAs(asked, school));
  const ledger = village.ledger();
  const line = ledger.transfer(asked.id, own);
  expect(line?.status).toBe('open');
  expect(line && signedSideOf(ledger, line, as).missing).toBe(1);
  expect(proposeTransfer(ledger, helpOf({ as, lines })).ok).toBe(true);
  const alone = open(village.pen('ana'), 1, ['ana']);
  const nobodyElse = helpOf({ by: ana, as: accountOf(alone), lines });
  expect(proposeTransfer(village.ledger(), nobodyElse)).toMatchObject({
    error: { type: 'TooFewApart', party: own },
  });
});

test('proposing as an account refuses who does not sign, and what nobody else could', () => {
  const { village, as } = clinic(1, ['biel']);
  const ledger = village.ledger();
  const refusal = (more: Partial<Help>) =>
    errorOf(proposeTransfer(ledger, helpOf({ as, ...more })));
  const line = (party: string) => [{ party: party as typeof as, minutes: minutes(60) }];
  expect(refusal({})).toBeNull();
  expect(refusal({ by: carme })).toBe('NotASigner');
  expect(refusal({ lines: line(as) })).toBe('WithOneself');
  // The only signer can neither give the account hours nor take any by themself.
  expect(refusal({ lines: line(biel) })).toBe('TooFewApart');
  expect(refusal({ as: null, lines: line(as) })).toBe('TooFewApart');
  expect(refusal({ by: carme, as: null, lines: line(as) })).toBeNull();
  expect(refusal({ by: carme, as: null, lines: line('cd'.repeat(32)) })).toBe(
    'UnknownMember',
  );
});

test('answers for an account refuse what is not its, or was said before', () => {
  const { village, opened, as } = clinic(2);
  const asked = village.pen('didac').write(gaveHelp(as));
  const between = village.pen('didac').write(gaveHelp(biel));
  const own = village.pen('biel').write(gaveHelp(as));
  const answer = (decide: typeof confirmTransfer, by = ana, proposal = asked.id) =>
    errorOf(decide(village.ledger(), by, proposal, as));
  for (const decide of [confirmTransfer, declineTransfer]) {
    expect(answer(decide)).toBeNull();
    expect(answer(decide, didac)).toBe('NotASigner');
    expect(answer(decide, ana, between.id)).toBe('NotYours');
    expect(answer(decide, ana, opened.id)).toBe('NoSuchTransfer');
  }
  expect(answer(confirmTransfer, biel, own.id)).toBe('BothSides');
  expect(answer(withdrawTransfer)).toBe('NotYours');
  village.pen('ana').write(yesAs(asked, opened));
  expect(answer(confirmTransfer)).toBe('AlreadySigned');
  village.pen('biel').write(yesAs(asked, opened));
  for (const decide of [confirmTransfer, declineTransfer]) {
    expect(answer(decide, carme)).toBe('AlreadyConfirmed');
  }
});

test('any signer takes back what another asked for an account', () => {
  const { village, as } = clinic(1);
  const asked = village.pen('biel').write(gaveHelp(didac, 60, { as }));
  const decided = withdrawTransfer(village.ledger(), carme, asked.id, as);
  expect(decided).toMatchObject({ ok: true, value: { as } });
  expect(errorOf(withdrawTransfer(village.ledger(), didac, asked.id, as))).toBe(
    'NotASigner',
  );
  expect(errorOf(withdrawTransfer(village.ledger(), biel, asked.id))).toBe('NotYours');
});

test('[L4] an account puts hours right as a member does', () => {
  const { village, as } = clinic(1);
  const asked = village.pen('didac').write(gaveHelp(as, 45));
  const undo = (by = biel, of = as) =>
    undoTransfer(village.ledger(), {
      ...{ by, proposal: asked.id, party: as, today, as: of },
    });
  expect(errorOf(undo())).toBe('NotConfirmed');
  village.pen('biel').write({ type: 'transfer.confirm', proposal: asked.id, as });
  expect(errorOf(undo(didac))).toBe('NotASigner');
  const decided = undo(carme);
  if (!decided.ok) throw new Error('refused');
  expect(decided.value).toMatchObject({
    ...{ gave: true, kind: 'undo', as, lines: [{ party: didac, minutes: 45 }] },
  });
  const counter = village.pen('carme').write(decided.value);
  village.pen('didac').write(yes(counter));
  expect(village.ledger().balanceOf(as)).toBe(0);
});

test('[L5] what an account may owe is what was decided for it', () => {
  const { village, as } = clinic(1);
  const help = [{ helper: didac, helped: as, minutes: minutes(90) }];
  const past = () =>
    outlookOf(village.ledger(), help).find(({ party }) => party === as)?.pastLimit;
  expect(past()).toBe(false);
  for (const who of ['biel', 'carme', 'didac']) village.vouch('ana', who);
  const motion = village.pen('ana').write({
    type: 'motion.open',
    matter: {
      ...{ about: 'rule', key: 'accountLimit', account: as, value: minutes(60) },
    },
    replaces: [],
  });
  for (const who of ['biel', 'carme', 'didac']) {
    village.pen(who).write({ type: 'motion.vote', motion: motion.id, yes: true });
  }
  expect(past()).toBe(true);
});
