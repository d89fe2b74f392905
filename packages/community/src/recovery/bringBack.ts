/**
 * What a spare-key neighbour does for somebody who lost everything: recognises them, and
 * says so in the record. Each does it on their own phone and day; the first says where the
 * lost phones end, the others repeat it (`recoverMember`).
 */
import { ok } from '@manyhands/base';
import type { Hex, MemberId, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { deriveKey } from '@manyhands/keys';
import { recoverMember } from '@manyhands/ledger';
import type { Ledger, RecoverRefused, RecoveryLink } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import type { ComingBack } from '../threshold/index.ts';
import { headsOf } from '../devices/index.ts';
import type { Place } from '../opened/index.ts';
import { wardsOf } from './guardians.ts';

/**
 * Sixteen digits that the new phone and each neighbour's show. They come from the new key,
 * so whoever reads them out has that very phone in their hand. Nothing expires here, and
 * the key is in a link that travels by chat: so they are too many to search in weeks.
 */
export function recoveryDigits(key: Hex): string {
  const bytes = deriveKey(fromHex(key), 'recovery/check', 16);
  const number = BigInt(`0x${toHex(bytes)}`) % 10n ** 16n;
  return (String(number).padStart(16, '0').match(/.{4}/g) ?? []).join(' ');
}

/** Somebody who says that they are this member, with a new key. */
export interface RecoveryAsk {
  readonly member: MemberId;
  readonly key: Hex;
  readonly digits: string;
  /** The neighbours who have said that it is them, and how many it takes. */
  readonly by: readonly MemberId[];
  readonly needed: number;
  /** Enough have: the key speaks for the member now. */
  readonly isDone: boolean;
}

export function recoveryAskOf(ledger: Ledger, member: MemberId, key: Hex): RecoveryAsk {
  const now = ledger.identityOf(member);
  const begun = ledger.recoveriesUnderWay(member).find((each) => each.key === key);
  return {
    member,
    key,
    digits: recoveryDigits(key),
    by: begun?.by ?? [],
    needed: begun?.g ?? now.g,
    isDone: now.key === key,
  };
}

/** How many neighbours have said yes, as far as this phone has heard. */
export function wordsSoFar(ledger: Ledger, { link, ask }: ComingBack): RecoveryAsk {
  const heard = recoveryAskOf(ledger, link.member, ask.key);
  return heard.needed === 0 ? { ...heard, needed: link.g } : heard;
}

/** What others have begun for members whose spare key this one keeps, and awaits a word. */
export function asksFor(place: Pick<Place, 'replica' | 'membership'>): RecoveryAsk[] {
  const { ledger } = place.replica;
  return wardsOf(place)
    .flatMap((member) =>
      ledger
        .recoveriesUnderWay(member)
        .map(({ key }) => recoveryAskOf(ledger, member, key)),
    )
    .filter(({ by, isDone }) => !isDone && !by.includes(place.membership.member));
}

/**
 * Whom a link may be about: whom somebody has already recognised with this key, else those
 * of that name whose spare key this member keeps, else all whose spare key they keep.
 */
export function whoMayAsk(
  place: Pick<Place, 'replica' | 'membership'>,
  { key, name }: Pick<RecoveryLink, 'key' | 'name'>,
): readonly MemberId[] {
  const { ledger, board } = place.replica;
  const wards = wardsOf(place);
  const plain = (text: string) => text.trim().normalize('NFC').toLowerCase();
  const begun = wards.filter((ward) => {
    const { by, isDone } = recoveryAskOf(ledger, ward, key);
    return isDone || by.length > 0;
  });
  const named = wards.filter(
    (ward) => plain(board.profileOf(ward)?.name ?? '') === plain(name),
  );
  return [begun, named].find((some) => some.length > 0) ?? wards;
}

export type BringBackRefused = RecoverRefused | AppendRefused;

/** "Yes, it is them": this neighbour's word for good that the new key is the member's. */
export async function sayItIsThem(
  { replica, membership, writer }: Pick<Place, 'replica' | 'membership' | 'writer'>,
  { member, key }: Pick<RecoveryAsk, 'member' | 'key'>,
): Promise<Result<void, BringBackRefused>> {
  const by = membership.member;
  const heads = headsOf(replica, member);
  const word = recoverMember(replica.ledger, by, { member, key }, heads);
  if (!word.ok) return word;
  const said = await writer.append('ledger', word.value);
  return said.ok ? ok(undefined) : said;
}
