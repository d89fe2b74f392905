import type { EnterRefused, Housemate } from '../phone/household.ts';
import { nameOf } from '../naming/naming.ts';
import { later } from '../words/later.ts';

/** Why a door stayed shut, when it was not for its PIN: that is said at its field. */
export const besidesThePin = (refused: EnterRefused | null): Elsewise | null =>
  refused === null || isOfPin(refused) ? null : refused;

type OfPin = Extract<EnterRefused, { nextTryAt: number }>;
type Elsewise = Exclude<EnterRefused, OfPin>;
const isOfPin = (refused: EnterRefused): refused is OfPin => 'nextTryAt' in refused;

/** "Ana" of "Ana Roca": enough among those who share a phone. */
export const firstNameOf = ({ name }: Pick<Housemate, 'name'>): string =>
  name.trim() === ''
    ? later().lock.noName
    : nameOf({ name: name.trim().split(/\s+/)[0] ?? '' });

/** Who belongs to nothing yet has the plainest of all buttons. */
export const housemateSeed = ({ seed }: Pick<Housemate, 'seed'>): Uint8Array =>
  seed ?? new Uint8Array(32);
