import type { Hex, MinuteOfTime, Result } from '@manyhands/base';
import { encode, encodeAs, hex, integer, toHex, tuple } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import type { Notes, StoreFault } from '@manyhands/replica';
import type { AgreementInForce } from '../decisions/index.ts';
import { readNoteAs } from '../opened/index.ts';

/** What I said yes to, and when by this phone's clock. */
export interface Agreed {
  readonly version: Hex;
  readonly at: MinuteOfTime;
}

const shape = tuple<Agreed>({
  version: hex(32),
  at: integer<MinuteOfTime>(0, Number.MAX_SAFE_INTEGER),
});
const limits = { bytes: 64, depth: 1 };
const note = 'agreed';

type Asked<T> = Promise<Result<T, StoreFault>>;

/** The same for two that say the same in all of it: a hash, for the words can be long. */
export const versionOf = ({ words, limit, unit }: AgreementInForce): Hex =>
  toHex(taggedHash('agreement', encode([words, limit, unit])));

/** Keeps on this phone alone which version was agreed to; nobody is told. */
export const keepAgreed = (
  notes: Notes,
  agreement: AgreementInForce,
  at: MinuteOfTime,
): Asked<void> =>
  notes.put(note, encodeAs(shape, { version: versionOf(agreement), at }));

/** Null for whoever has not been asked on this phone. */
export const readAgreed = (notes: Notes): Asked<Agreed | null> =>
  readNoteAs(notes, note, shape, limits);
