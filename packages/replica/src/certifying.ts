/** What entries say of devices, as the gate asks it (A15, ledger/L12). */
import type { Hex, MemberId } from '@manyhands/base';
import { certificatesOf, proofsOf } from '@manyhands/ledger';
import type { Certificate, Entry } from '@manyhands/ledger';

/** Whether anything inside the entry is signed, or names a device. */
export const hasWeight = (entry: Entry): boolean =>
  proofsOf(entry).length > 0 || certificatesOf(entry).length > 0;

/** Whether this was rightly claimed to be the member's key of that version: the fold says. */
export type IsClaimed = (member: MemberId, version: number, key: Hex) => boolean;

/** The key that signed the certificate, as far as its member must have claimed it. */
export const nameOfKey = ({ member, signed }: Certificate): string | null =>
  signed === null || signed.version === 0
    ? null
    : `${member}/${signed.version}/${signed.key}`;

/** Whether a certificate may be believed: a device's, a first key's, or a claimed key's. */
export const isBelieved = (
  { member, signed }: Certificate,
  isClaimed: IsClaimed,
): boolean => signed === null || isClaimed(member, signed.version, signed.key);

/**
 * Whether the first entry of a log enrols its own device with a claimed key: who restores
 * with words, in an empty browser, has nobody yet to write it.
 */
export function enrolsItself(first: Entry, isClaimed: IsClaimed): boolean {
  const { content, log } = first;
  if (content.type !== 'device.enrol' || content.version === 0) return false;
  if (content.member !== log.member || content.device !== log.device) return false;
  return certificatesOf(first).every((each) => isBelieved(each, isClaimed));
}
