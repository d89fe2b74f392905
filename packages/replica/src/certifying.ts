/** What entries say of devices and keys, as the gate asks it (A15, L12). */
import { certificatesOf, laterProofOf, proofsOf } from '@manyhands/ledger';
import type { Entry, Ledger } from '@manyhands/ledger';
import { pairOf } from './holdings.ts';
import type { Holdings, Pair } from './holdings.ts';
import type { KeyRing } from './keyRing.ts';

/** Whether anything inside the entry is signed, names a device, or says whose a key is. */
export const hasWeight = (entry: Entry): boolean =>
  proofsOf(entry).length > 0 ||
  laterProofOf(entry) !== null ||
  certificatesOf(entry).length > 0 ||
  entry.content.type === 'guardian.recover';

/**
 * Whether the first entry of a log enrols its own device with a later key of a known
 * identity: who restores with words, in an empty browser, has nobody yet to write it.
 */
export async function enrolsItself(first: Entry, keys: KeyRing): Promise<boolean> {
  const { content, log } = first;
  const isOwn =
    content.type === 'device.enrol' &&
    content.member === log.member &&
    content.device === log.device;
  return isOwn && (await keys.keyOf(first)) !== null;
}

/**
 * The pairs that can be told from `entry`, each with the entry that certifies it: those it
 * names itself, and those that entries heard before name with a key found through it.
 */
export async function namedBy(entry: Entry, keys: KeyRing): Promise<[Pair, Entry][]> {
  const found = await keys.hear(entry);
  const sure = laterProofOf(entry) === null ? [entry, ...found] : found;
  return sure.flatMap((by) =>
    certificatesOf(by).map(({ member, device }): [Pair, Entry] => [
      pairOf(member, device),
      by,
    ]),
  );
}

/** Takes in a page's keys, and tells the ledger on which entries, old or new, one was found. */
export function takeKeys(held: Holdings, ledger: Ledger, keys: KeyRing): void {
  held.keys.take(keys);
  for (const [id, signer] of keys.signers) {
    const entry = held.entries.get(id);
    if (entry === undefined) continue;
    const alone = held.isLoose(entry);
    ledger.add([{ entry, proven: true, signer, alone }]);
  }
}
