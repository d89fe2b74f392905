/** What entries say of devices, as the gate asks it (A15, ledger/L12). */
import type { Hex, MemberId } from '@manyhands/base';
import {
  carriedBy,
  certificatesOf,
  foundedBy,
  isOfHours,
  proofsOf,
} from '@manyhands/ledger';
import type { Certificate, ClaimedKey, Entry } from '@manyhands/ledger';
import { isProven } from './authentic.ts';
import { pairOf } from './pairs.ts';

/** Whether anything inside the entry is signed, or names a device. */
export const hasWeight = (entry: Entry): boolean =>
  proofsOf(entry).length > 0 || certificatesOf(entry).length > 0;

/** Whether this was rightly claimed to be the member's key of that version: the fold says. */
export type IsClaimed = (member: MemberId, version: number, key: Hex) => boolean;

/** What a certificate rests on: the name of a key, or of a pair. */
export type Ground = string;

export const nameOfKey = ({ member, version, key }: ClaimedKey): Ground =>
  `${member}/${version}/${key}`;

/** The key that signed a certificate of this entry, or the device that adds. */
export function groundOf(entry: Entry, { member, signed }: Certificate): Ground {
  // Inside a witness it speaks from a log that nobody may have named.
  if (signed === null) return pairOf(member, carriedBy(entry).log.device);
  return nameOfKey({ member, ...signed });
}

/** Whether the key that signed a certificate is claimed; a device's word needs none. */
export const isBelieved = (
  { member, signed }: Certificate,
  isClaimed: IsClaimed,
): boolean => signed === null || isClaimed(member, signed.version, signed.key);

/** Whether a log that begins with this may be the first to say whose it is (A15). */
export async function beginsLog(
  first: Entry | undefined,
  isClaimed: IsClaimed,
): Promise<boolean> {
  if (first === undefined || isOfHours(first)) return false;
  const begins = foundedBy(first) !== null || enrolsItself(first, isClaimed);
  return begins && isProven(first);
}

/**
 * Whether the first entry of a log enrols its own device with a claimed key: who restores
 * with words, in an empty browser, has nobody yet to write it.
 */
function enrolsItself(first: Entry, isClaimed: IsClaimed): boolean {
  const { content, log } = first;
  if (content.type !== 'device.enrol' || content.version === 0) return false;
  if (content.member !== log.member || content.device !== log.device) return false;
  return certificatesOf(first).every((each) => isBelieved(each, isClaimed));
}

/** What knows of the signatures inside entries: null, if it does not know of these. */
interface Looked {
  isProven(entry: Entry): boolean | null;
}

/** What was found before of the signatures inside an entry; null, if they were not looked at. */
export const wasProven = (
  by: {
    readonly unchanged?: Looked | undefined;
    readonly checkpoint?: Looked | undefined;
  },
  entry: Entry,
): boolean | null =>
  by.unchanged?.isProven(entry) ?? by.checkpoint?.isProven(entry) ?? null;
