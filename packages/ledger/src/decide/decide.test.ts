import { expect, test } from 'vitest';
import { communityIdOf, readCharter } from '../charter.ts';
import { createLedger } from '../fold/createLedger.ts';
import {
  at,
  box,
  day,
  device,
  gaveHelp,
  member,
  minutes,
  no,
  noSignature,
  withdrawal,
  LedgerVillage,
  yes,
} from '../testing/village.ts';
import { admitMember, vouchFor } from './admitMember.ts';
import {
  confirmTransfer,
  declineTransfer,
  withdrawTransfer,
} from './answerTransfer.ts';
import { draftCharter, foundCommunity } from './foundCommunity.ts';
import { outlookOf } from './outlookOf.ts';
import { proposeTransfer } from './proposeTransfer.ts';
import type { Help } from './proposeTransfer.ts';
import { undoTransfer } from './undoTransfer.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');
const village = (): LedgerVillage => new LedgerVillage().settle('biel', 'carme');
const today = day(20_000);

const anHourWith = (party = biel, more: Partial<Help> = {}): Help => ({
  by: ana,
  gave: true,
  lines: [{ party, minutes: minutes(60) }],
  day: today,
  today,
  ...more,
});

test('[L3] what is proposed is an entry that the others can confirm', () => {
  const street = village();
  const lines = [biel, carme].map((party) => ({ party, minutes: minutes(45) }));
  for (const given of [lines, lines.toReversed()]) {
    const proposal = proposeTransfer(
      street.ledger(),
      anHourWith(biel, { lines: given }),
    );
    if (!proposal.ok) throw new Error('refused');
    const asked = street.pen('ana').write(proposal.value);
    const ledger = street.ledger();
    const answer = confirmTransfer(ledger, biel, asked.id);
    if (!answer.ok) throw new Error('refused');
    street.pen('biel').write(answer.value);
    expect(street.ledger().transfer(asked.id, biel)?.status).toBe('exists');
  }
});

test('proposing refuses what cannot have happened', () => {
  const ledger = village().ledger();
  const refusal = (help: Help): unknown => {
    const proposal = proposeTransfer(ledger, help);
    return proposal.ok ? null : proposal.error;
  };
  const line = (length: number) => [{ party: biel, minutes: minutes(length) }];
  expect(refusal(anHourWith())).toBeNull();
  expect(refusal(anHourWith(biel, { by: didac }))).toEqual({ type: 'NotAMember' });
  expect(refusal(anHourWith(didac))).toEqual({ type: 'UnknownMember', party: didac });
  expect(refusal(anHourWith(ana))).toEqual({ type: 'WithOneself' });
  expect(refusal(anHourWith(biel, { lines: [] }))).toEqual({ type: 'NobodyNamed' });
  expect(refusal(anHourWith(biel, { lines: [...line(1), ...line(2)] }))).toEqual({
    type: 'DuplicateParty',
    party: biel,
  });
  expect(refusal(anHourWith(biel, { lines: Array(65).fill(line(1)[0]) }))).toEqual({
    type: 'TooManyLines',
    lines: 65,
    limit: 64,
  });
  for (const length of [0, -60, 6_001, 1.5, Number.NaN, Infinity]) {
    expect(refusal(anHourWith(biel, { lines: line(length) }))).toEqual({
      type: 'Minutes',
      minutes: length,
    });
  }
  const tomorrow = day(20_001);
  expect(refusal(anHourWith(biel, { day: tomorrow }))).toEqual({
    type: 'FutureDay',
    day: tomorrow,
  });
  for (const impossible of [-1, 0.5, Number.NaN, 70_000].map(day)) {
    expect(refusal(anHourWith(biel, { day: impossible, today: day(80_000) }))).toEqual({
      type: 'ImpossibleDay',
      day: impossible,
    });
  }
});

test('who left is asked no more, and asks no more', () => {
  const street = village();
  street.pen('biel').write({ type: 'member.leave' });
  const ledger = street.ledger();
  expect(proposeTransfer(ledger, anHourWith())).toMatchObject({
    error: { type: 'UnknownMember' },
  });
  expect(proposeTransfer(ledger, anHourWith(ana, { by: biel }))).toMatchObject({
    error: { type: 'NotAMember' },
  });
});

test('[L5] past the limit warns and never refuses', () => {
  const street = new LedgerVillage({ limit: minutes(30) }).settle('biel');
  const ledger = street.ledger();
  const help = anHourWith();
  expect(proposeTransfer(ledger, help).ok).toBe(true);
  const asked = street.pen('ana').write(gaveHelp(biel, 60));
  expect(confirmTransfer(street.ledger(), biel, asked.id).ok).toBe(true);
  const [line] = street.ledger().linesOf(asked.id);
  if (!line) throw new Error('no line');
  expect(outlookOf(ledger, [line])).toEqual([
    { party: ana, before: 0, after: 60, pastLimit: false },
    { party: biel, before: 0, after: -60, pastLimit: true },
  ]);
});

test('[L5] helping is never past the limit, however deep one stands', () => {
  const street = new LedgerVillage({ limit: minutes(30) }).settle('biel', 'carme');
  const asked = street.pen('ana').write(gaveHelp(biel, 90));
  street.pen('biel').write(yes(asked));
  const ledger = street.ledger();
  const help = { helper: biel, helped: ana, minutes: minutes(10) };
  expect(outlookOf(ledger, [help])[0]).toEqual({
    party: biel,
    before: -90,
    after: -80,
    pastLimit: false,
  });
  expect(outlookOf(createLedger(street.community), [help])[1]?.pastLimit).toBe(false);
});

test('answers refuse what is not there, not theirs, or done', () => {
  const street = village();
  const asked = street.pen('ana').write(gaveHelp(biel));
  const open = street.ledger();
  const nothing = street.pen('ana').write(gaveHelp(ana)).id;
  for (const decide of [confirmTransfer, declineTransfer, withdrawTransfer]) {
    expect(decide(open, biel, nothing)).toMatchObject({
      error: { type: 'NoSuchTransfer' },
    });
    expect(decide(open, carme, asked.id)).toMatchObject({
      error: { type: 'NotYours' },
    });
  }
  expect(confirmTransfer(open, ana, asked.id)).toMatchObject({
    error: { type: 'NotYours' },
  });
  expect(withdrawTransfer(open, biel, asked.id)).toMatchObject({
    error: { type: 'NotYours' },
  });
  expect(withdrawTransfer(open, ana, asked.id)).toEqual({
    ok: true,
    value: withdrawal(asked),
  });
  expect(declineTransfer(open, biel, asked.id)).toEqual({ ok: true, value: no(asked) });

  street.pen('biel').write(yes(asked));
  const done = street.ledger();
  const already = { error: { type: 'AlreadyConfirmed' } };
  expect(confirmTransfer(done, biel, asked.id)).toMatchObject(already);
  expect(declineTransfer(done, biel, asked.id)).toMatchObject(already);
  expect(withdrawTransfer(done, ana, asked.id)).toMatchObject(already);
});

test('[L4] after a no, or after taking back, a yes is still possible', () => {
  const street = village();
  const asked = street.pen('ana').write(gaveHelp(biel));
  street.pen('biel').write(no(asked));
  street.pen('ana').write(withdrawal(asked));
  expect(confirmTransfer(street.ledger(), biel, asked.id).ok).toBe(true);
});

test('[L4] either side can put right what both signed, once', () => {
  for (const by of [ana, biel]) {
    const street = village();
    const asked = street.pen('ana').write(gaveHelp(biel, 75));
    const ask = (who = by) =>
      undoTransfer(street.ledger(), {
        by: who,
        proposal: asked.id,
        party: biel,
        today,
      });
    expect(ask()).toMatchObject({ error: { type: 'NotConfirmed' } });
    street.pen('biel').write(yes(asked));
    expect(ask(carme)).toMatchObject({ error: { type: 'NotYours' } });

    const undo = ask();
    if (!undo.ok) throw new Error('refused');
    const names = { ana, biel };
    const [author, other] =
      by === ana ? (['ana', 'biel'] as const) : (['biel', 'ana'] as const);
    const counter = street.pen(author).write(undo.value);
    street.pen(other).write(yes(counter));
    const ledger = street.ledger();
    expect(ledger.transfer(asked.id, biel)?.undoneBy).toBe(counter.id);
    expect([ledger.balanceOf(names.ana), ledger.balanceOf(names.biel)]).toEqual([0, 0]);
    expect(ask()).toMatchObject({ error: { type: 'AlreadyUndone' } });
  }
});

test('[L8] any member lets a newcomer in, once', () => {
  const street = village();
  const request = {
    type: 'join',
    member: didac,
    device: device('didac'),
    box,
    role: 0,
    certSig: noSignature,
    invitePub: '22'.repeat(32),
    proof: noSignature,
  } as const;
  expect(admitMember(street.ledger(), didac, request)).toMatchObject({
    error: { type: 'NotAMember' },
  });
  expect(admitMember(street.ledger(), ana, { ...request, member: biel })).toMatchObject(
    {
      error: { type: 'AlreadyMember' },
    },
  );
  const admit = admitMember(street.ledger(), biel, request);
  if (!admit.ok) throw new Error('refused');
  street.pen('biel').write(admit.value);
  expect(street.ledger().member(didac)?.admittedBy).toEqual([biel]);

  const strict = new LedgerVillage({ join: 2, circle: 2 }).settle('biel');
  strict.admit('ana', 'didac');
  expect(admitMember(strict.ledger(), ana, request)).toMatchObject({
    error: { type: 'AlreadyAdmitted' },
  });
});

test('[L8] vouching refuses strangers, oneself and the superfluous', () => {
  const street = village();
  const refusal = (by = ana, whom = biel): unknown => {
    const vouch = vouchFor(street.ledger(), by, whom);
    return vouch.ok ? null : vouch.error.type;
  };
  expect(refusal(ana, ana)).toBe('WithOneself');
  expect(refusal(didac, biel)).toBe('NotAMember');
  expect(refusal(ana, didac)).toBe('UnknownMember');
  expect(refusal()).toBeNull();
  street.vouch('ana', 'biel');
  expect(refusal()).toBe('AlreadyHasVoice');
});

test('a charter has sensible beginnings, and names its community', () => {
  const draft = {
    random: '0f'.repeat(16),
    founder: ana,
    device: device('ana'),
    name: 'Example street',
  };
  const charter = draftCharter({ ...draft, unit: 'hour' });
  if (!charter.ok) throw new Error('refused');
  expect(charter.value).toMatchObject({ limit: 600, join: 1, voice: 2, circle: 64 });
  const found = foundCommunity(charter.value, { box, certSig: noSignature });
  if (!found.ok) throw new Error('refused');
  expect(readCharter(found.value.charter)).toEqual(charter);
  expect(communityIdOf(found.value.charter)).toMatch(/^[0-9a-f]{64}$/);
  expect(at(0)).toBe(0);
  expect(
    foundCommunity({ ...charter.value, name: ' ' }, { box, certSig: noSignature }),
  ).toMatchObject({ error: { type: 'CharterField', field: 'name' } });

  const refusal = (more: Parameters<typeof draftCharter>[0]): unknown => {
    const answer = draftCharter(more);
    const founded = foundCommunity(
      { ...charter.value, unit: '', ...more },
      { box, certSig: noSignature },
    );
    expect(founded.ok || founded).toEqual(answer.ok || answer);
    return answer.ok ? null : answer.error;
  };
  const field = (name: string): unknown => ({ type: 'CharterField', field: name });
  expect(refusal({ ...draft, name: ' ' })).toEqual(field('name'));
  expect(refusal({ ...draft, name: 'ñ'.repeat(33) })).toEqual(field('name'));
  expect(refusal({ ...draft, limit: minutes(-1) })).toEqual(field('limit'));
  expect(refusal({ ...draft, join: 6 })).toEqual(field('join'));
  expect(refusal({ ...draft, join: 3, circle: 2 })).toEqual(field('circle'));
  expect(refusal({ ...draft, join: 3, circle: 3 })).toBeNull();
  expect(refusal({ ...draft, join: 1, circle: 0 })).toBeNull();
  const long = Array.from({ length: 8 }, () => 'x'.repeat(200));
  expect(
    refusal({ ...draft, relays: long, ice: long, words: 'x'.repeat(1_500) }),
  ).toMatchObject({ type: 'CharterTooLong', limit: 3_800 });
});
