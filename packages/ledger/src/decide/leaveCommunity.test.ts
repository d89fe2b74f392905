import { describe, expect, test } from 'vitest';
import type { MemberId } from '@manyhands/base';
import type { InviteRequest } from '../joinRequest.ts';
import {
  day,
  device,
  gaveHelp,
  member,
  LedgerVillage,
  yes,
} from '../testing/village.ts';
import { admitMember, vouchFor } from './admitMember.ts';
import { confirmTransfer, withdrawTransfer } from './answerTransfer.ts';
import { leaveCommunity } from './leaveCommunity.ts';
import { undoTransfer } from './undoTransfer.ts';

const ana = member('ana');
const biel = member('biel');
const carme = member('carme');
const didac = member('didac');
const village = (): LedgerVillage => new LedgerVillage().settle('biel', 'carme');
const today = day(20_000);

test('who left lets nobody in and vouches for nobody; no hour with them is put right', () => {
  const street = village();
  const asked = street.pen('ana').write(gaveHelp(biel, 75));
  street.pen('biel').write(yes(asked));
  const open = street.pen('ana').write(gaveHelp(biel, 15));
  const theirs = street.pen('biel').write(gaveHelp(ana, 30));
  street.pen('biel').write({ type: 'member.leave' });
  const ledger = street.ledger();
  const newcomer = { member: didac } as InviteRequest;
  expect(admitMember(ledger, biel, newcomer)).toMatchObject({
    error: { type: 'NotAMember' },
  });
  expect(admitMember(ledger, ana, newcomer).ok).toBe(true);
  expect(vouchFor(ledger, biel, carme)).toMatchObject({
    error: { type: 'NotAMember' },
  });
  expect(vouchFor(ledger, ana, biel)).toMatchObject({
    error: { type: 'UnknownMember' },
  });
  const undoing = { by: ana, proposal: asked.id, party: biel, today };
  expect(undoTransfer(ledger, undoing)).toMatchObject({ error: { type: 'HasLeft' } });
  // What waits for them is taken back; what they asked may be said yes to.
  expect(withdrawTransfer(ledger, ana, open.id).ok).toBe(true);
  expect(confirmTransfer(ledger, ana, theirs.id).ok).toBe(true);
});

describe('leaving', () => {
  const from = (name: string, by: MemberId) => ({ member: by, device: device(name) });

  test('is open to every member, whatever they have to give back', () => {
    const street = village();
    const asked = street.pen('biel').write(gaveHelp(ana, 6_000));
    street.pen('ana').write(yes(asked));
    street.pen('carme').write(gaveHelp(ana, 60));
    expect(street.ledger().pastLimit(ana)).toBe(true);
    expect(leaveCommunity(street.ledger(), from('ana', ana))).toEqual({
      ok: true,
      value: { type: 'member.leave' },
    });
  });

  test('is refused to who is no member, or has left', () => {
    const street = village();
    const refused = { error: { type: 'NotAMember' } };
    expect(leaveCommunity(street.ledger(), from('didac', didac))).toMatchObject(
      refused,
    );
    street.pen('biel').write({ type: 'member.leave' });
    expect(leaveCommunity(street.ledger(), from('biel', biel))).toMatchObject(refused);
  });

  test('is refused to a device that is not theirs', () => {
    expect(leaveCommunity(village().ledger(), from('carme', biel))).toMatchObject({
      error: { type: 'NotAFullDevice' },
    });
  });
});
