import { expect, test } from 'vitest';
import { mandateIdOf } from '../accountContent.ts';
import { accountOf, changeTo, openAccount } from '../testing/shared.ts';
import { settledVillage } from '../testing/settled.ts';
import { member } from '../testing/village.ts';
import { agreeToChange } from './changeSigners.ts';

test('agreeing takes an account that is there', () => {
  const village = settledVillage();
  const opened = openAccount(village.pen('ana'), 1, ['ana', 'biel']);
  const change = changeTo(opened, 1, ['carme']);
  village.pen('ana').write(change);
  const agree = (account = accountOf(opened)) =>
    agreeToChange(village.ledger(), member('biel'), account, mandateIdOf(change));
  expect(agree().ok).toBe(true);
  expect(agree('ab'.repeat(32) as ReturnType<typeof accountOf>)).toEqual({
    ok: false,
    error: { type: 'NoSuchAccount' },
  });
});
