import { expect, test } from 'vitest';
import { proposeTransfer } from '../decide/proposeTransfer.ts';
import { undoTransfer } from '../decide/undoTransfer.ts';
import {
  LedgerVillage,
  day,
  gaveHelp,
  member,
  minutes,
  no,
  proven,
  withdrawal,
  yes,
} from '../testing/village.ts';

const [ana, biel, carme] = [member('ana'), member('biel'), member('carme')];

test('only what is open waits for anybody, or was asked by anybody', () => {
  const street = new LedgerVillage().settle('biel');
  const asked = ['confirmed', 'declined', 'withdrawn', 'open'].map((_, n) =>
    street.pen('ana').write(gaveHelp(biel, 10 + n)),
  );
  const [confirmed, declined, withdrawn, open] = asked;
  if (!confirmed || !declined || !withdrawn || !open)
    throw new Error('four were asked');
  street.pen('biel').write(yes(confirmed));
  street.pen('biel').write(no(declined));
  street.pen('ana').write(withdrawal(withdrawn));
  const ledger = street.ledger();
  const ids = (lines: readonly { proposal: string }[]) =>
    lines.map(({ proposal }) => proposal);
  expect(ids(ledger.waitingFor(biel))).toEqual([open.id]);
  expect(ids(ledger.askedBy(ana))).toEqual([open.id]);
});

test('what a party answered is theirs alone, and taking back is no answer', () => {
  const street = new LedgerVillage().settle('biel', 'carme');
  const lines = [biel, carme].sort().map((party) => ({ party, minutes: minutes(30) }));
  const asked = street.pen('ana').write(gaveHelp(biel, 30, { lines }));
  const his = street.pen('biel').write(yes(asked));
  const hers = street.pen('carme').write(no(asked));
  street.pen('ana').write(withdrawal(asked));
  const ledger = street.ledger();
  expect(ledger.answersTo(asked.id, biel)).toEqual([his.id]);
  expect(ledger.answersTo(asked.id, carme)).toEqual([hers.id]);
  expect(ledger.answersTo(asked.id, ana)).toEqual([]);
});

test('[L8] who was let in by too few is put no help to', () => {
  const street = new LedgerVillage({ join: 2, circle: 2 }).settle('biel', 'carme');
  const help = {
    by: ana,
    gave: true,
    lines: [{ party: carme, minutes: minutes(60) }],
    day: day(20_000),
    today: day(20_000),
  };
  const ledger = street.ledger();
  expect(ledger.member(carme)).toMatchObject({ everMember: false, left: false });
  expect(proposeTransfer(ledger, help)).toEqual({
    ok: false,
    error: { type: 'UnknownMember', party: carme },
  });
});

test('[L4] help that is put right is no help any more, nor is what puts it right', () => {
  const street = new LedgerVillage().settle('biel');
  const asked = street.pen('ana').write(gaveHelp(biel, 60));
  street.pen('biel').write(yes(asked));
  const ledger = street.ledger();
  const counted = () => ({
    exchanges: ledger.help.exchanges,
    minutes: ledger.help.minutes,
    days: [...ledger.help.perDay.values()],
    proposals: [...ledger.help.transfers()].map(({ proposal }) => proposal),
  });
  const before = { exchanges: 1, minutes: 60, days: [1], proposals: [asked.id] };
  expect(counted()).toEqual(before);
  const back = street
    .pen('biel')
    .write(gaveHelp(ana, 60, { kind: 'undo', ref: asked.id }));
  ledger.add([proven(back)]);
  expect(counted()).toEqual(before);
  ledger.add([proven(street.pen('ana').write(yes(back)))]);
  expect(counted()).toEqual({ exchanges: 0, minutes: 0, days: [], proposals: [] });
});

test('what was never recorded is not put right', () => {
  const street = new LedgerVillage().settle('biel');
  const asked = street.pen('ana').write(gaveHelp(biel));
  const by = { by: ana, proposal: asked.id, today: day(20_000) };
  expect(undoTransfer(street.ledger(), { ...by, party: carme })).toEqual({
    ok: false,
    error: { type: 'NoSuchTransfer' },
  });
});

test('of two certificates of one role the lowest sealing key counts, whichever came first', () => {
  const street = new LedgerVillage().settle('biel');
  const boxes = ['11'.repeat(32), '22'.repeat(32)];
  const enrolments = boxes.map((box) =>
    street.pen('ana').write({
      type: 'device.enrol',
      member: biel,
      device: street.pen('biel').log.device,
      box,
      role: 0,
      version: 0,
      by: null,
      certSig: '0'.repeat(128),
    }),
  );
  const rest = street.entries.filter((entry) => !enrolments.includes(entry));
  for (const order of [enrolments, enrolments.toReversed()]) {
    const ledger = street.ledger([...rest, ...order]);
    expect(ledger.member(biel)?.devices[0]?.box).toBe(boxes[0]);
  }
});

test('[L15] a stranger’s entry of tomorrow asks nobody to update', () => {
  const street = new LedgerVillage().settle('biel');
  const ledger = street.ledger();
  const stranger = new LedgerVillage().pen('didac');
  street.enrol(street.pen('biel'), 'didac', 'didac', 0);
  // [63, 0, []]: a type that this version does not know.
  const tomorrow = stranger.writeBytes(Uint8Array.of(0x83, 0x18, 0x3f, 0x00, 0x80));
  ledger.add([...street.entries.map(proven), proven(tomorrow)]);
  expect(ledger.hasStanding(member('didac'), stranger.log.device)).toBe(true);
  expect(ledger.hidesSumsOf(member('didac'))).toBe(false);
});
