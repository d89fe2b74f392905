/** The community's secrets on one device: the newest, and those it is still met by. */
import { minutesPerDay } from '@manyhands/base';
import type { MinuteOfTime } from '@manyhands/base';
import {
  bytes,
  decodeAs,
  encodeAs,
  equalBytes,
  integer,
  list,
  tuple,
} from '@manyhands/codec';

/** One of them (formats §6). */
export interface KeptSecret {
  readonly epoch: number;
  readonly secret: Uint8Array;
}

/** One that another has replaced: from when until when this device held it, by its own clock. */
export interface SecretBefore extends KeptSecret {
  readonly since: MinuteOfTime;
  readonly until: MinuteOfTime;
}

export interface SecretBook {
  readonly newest: KeptSecret | null;
  /** Since when it is that one. */
  readonly since: MinuteOfTime;
  readonly before: readonly SecretBefore[];
}

const time = integer<MinuteOfTime>(0, Number.MAX_SAFE_INTEGER);
const shape = tuple({
  since: time,
  before: list(
    tuple<SecretBefore>({
      epoch: integer(0, 2 ** 32 - 1),
      secret: bytes(32),
      since: time,
      until: time,
    }),
    0,
    16,
  ),
});
const limits = { bytes: 4_096, depth: 4 };

/** What of a book is kept beside its newest secret, as bytes. */
export const writeSecretBook = ({ since, before }: SecretBook): Uint8Array =>
  encodeAs(shape, { since, before: [...before] });

/** The book of a device that holds this secret; nothing else is known where nothing was kept. */
export function readSecretBook(
  newest: KeptSecret | null,
  kept: Uint8Array | null,
): SecretBook {
  const read = kept === null ? null : decodeAs(shape, kept, limits);
  const { since, before } =
    read?.ok === true ? read.value : { since: 0 as MinuteOfTime, before: [] };
  return { newest, since, before };
}

/** Days for which rooms and lobby of a secret are stood in after it was replaced (mesh/M12). */
export const roomDays = 90;
/** Of so many at once: each is two rooms of every relay. */
export const secretsBeforeAtMost = 4;

/**
 * The book with a newer secret on top. Of too many before it those go that were held for the
 * shortest time: whoever makes new ones by the dozen drives no older one out.
 */
export function withSecret(
  { newest, since, before }: SecretBook,
  secret: KeptSecret,
  now: MinuteOfTime,
): SecretBook {
  // The same bytes with another number are no other secret.
  if (newest === null || equalBytes(newest.secret, secret.secret)) {
    return { newest: secret, since: newest === null ? now : since, before };
  }
  // It may go back to one of before, once a cut has taken a removal away.
  const others = before.filter((each) => !equalBytes(each.secret, secret.secret));
  const all = [...others, { ...newest, since, until: now }];
  const heldFor = (each: SecretBefore): number => each.until - each.since;
  const kept = all.toSorted((a, b) => heldFor(b) - heldFor(a) || b.epoch - a.epoch);
  return {
    newest: secret,
    since: now,
    before: all.filter((each) => kept.indexOf(each) < secretsBeforeAtMost),
  };
}

/** Those whose rooms are still stood in, the oldest first. */
export const stillMet = (
  { before }: SecretBook,
  now: MinuteOfTime,
): readonly SecretBefore[] =>
  before.filter(({ until }) => now - until < roomDays * minutesPerDay);
