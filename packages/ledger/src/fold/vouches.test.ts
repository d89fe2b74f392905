import { expect, test } from 'vitest';
import { device, LedgerVillage, member } from '../testing/village.ts';
import { Logs } from './logs.ts';
import { MembershipFold } from './membership.ts';
import { Vouches } from './vouches.ts';

const [ana, biel] = [member('ana'), member('biel')];

test('[L21] where nobody vouched after their word all voices are asked, not worked out anew', () => {
  const membership = new MembershipFold();
  membership.found(new LedgerVillage().charter);
  membership.admit(biel, ana, 1);
  const vouches = new Vouches(membership);
  const log = new Logs().open(ana, device('ana'));
  vouches.note(log, 3, biel);
  expect(vouches.voicesWithout(new Map([[log, 3]]))).toBeNull();
  expect(vouches.voicesWithout(new Map([[log, 2]]))).toEqual(new Set([ana]));
});
