/**
 * What entries say of accounts (F5, types 14 and 15; L16, L17): who may sign for one, and
 * how many of them it takes. Shapes and bytes alone: which mandate counts is the fold's to
 * say (fold/accounts.ts).
 */
import type { AccountId, DeviceKey, Hex, MemberId, Minutes } from '@manyhands/base';
import { encodeAs, integer, nullable, toHex, tuple } from '@manyhands/codec';
import type { Shape } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import {
  accountField,
  ascending,
  deviceField,
  keyField,
  memberField,
  u32Field,
  where,
  wordOf,
} from './fields.ts';

/** What an account is for; the fold treats all three alike. */
export type AccountKind = 'organisation' | 'pot' | 'opening';

/** Who may sign, and how many of them it takes. */
export interface Signers {
  readonly threshold: number;
  /** Strictly ascending. */
  readonly signers: readonly MemberId[];
}

/** Opens an account, which is called by the id of this entry, and says who signs first. */
export interface AccountOpen extends Signers {
  readonly type: 'account.open';
  readonly kind: AccountKind;
  /** Of an opening the minutes it may hand out in all; of the others null. */
  readonly total: Minutes | null;
}

/** Below which place of a device's log what it signed under the mandate before is plain. */
export interface SignedPlace {
  readonly device: DeviceKey;
  readonly place: number;
}

/** What a mandate says once a quorum of the one before has written it in equal words (L17). */
export interface MandateClaim extends Signers {
  readonly account: AccountId;
  /** The mandate before: the account itself, or the hash of a change. */
  readonly before: Hex;
  /** Strictly ascending by device; of a device that is not listed the place is 0. */
  readonly places: readonly SignedPlace[];
}

export interface AccountChange extends MandateClaim {
  readonly type: 'account.change';
}

export type AccountContent = AccountOpen | AccountChange;

/** The most signers of an account, and the most devices that a change lists. */
export const signerLimit = 16;
export const placeLimit = 48;

const signersFields = {
  threshold: integer(1, signerLimit),
  signers: ascending(memberField, [1, signerLimit], (member) => member),
};
const canSign = ({ threshold, signers }: Signers): boolean =>
  threshold <= signers.length;

const openShape: Shape<Omit<AccountOpen, 'type'>> = where(
  tuple({
    kind: wordOf<AccountKind>('organisation', 'pot', 'opening'),
    ...signersFields,
    total: nullable(integer<Minutes>(0, Number.MAX_SAFE_INTEGER)),
  }),
  (opened) => {
    const isOpening = opened.kind === 'opening';
    if (isOpening !== (opened.total !== null)) return false;
    return canSign(opened) && (!isOpening || opened.threshold >= 2);
  },
);

const changeShape: Shape<MandateClaim> = where(
  tuple({
    account: accountField,
    before: keyField,
    ...signersFields,
    places: ascending(
      tuple({ device: deviceField, place: u32Field }),
      [0, placeLimit],
      ({ device }) => device,
    ),
  }),
  canSign,
);

/** Payloads by type (F5). */
export const accountShapes: {
  [C in AccountContent as C['type']]: Shape<Omit<C, 'type'>>;
} = { 'account.open': openShape, 'account.change': changeShape };

const ids = new WeakMap<MandateClaim, Hex>();

/** What a changed mandate is called by (F5): signers have written one when these are equal. */
export function mandateIdOf(claim: MandateClaim): Hex {
  const known = ids.get(claim);
  if (known !== undefined) return known;
  const id = toHex(taggedHash('mandate', encodeAs(changeShape, claim)));
  ids.set(claim, id);
  return id;
}
