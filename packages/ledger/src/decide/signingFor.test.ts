import { expect, test } from 'vitest';
import type { AccountId } from '@manyhands/base';
import { member } from '../testing/village.ts';
import { canBeApart } from './signingFor.ts';

const ana = member('ana');
const biel = member('biel');

test('[L18] nobody signs for an account whose other side they are, whoever helped', () => {
  const account = 'ac'.repeat(32) as AccountId;
  for (const line of [
    { helper: ana, helped: account },
    { helper: account, helped: ana },
  ]) {
    expect(canBeApart(line, ana)).toBe(false);
    expect(canBeApart(line, biel)).toBe(true);
  }
});
