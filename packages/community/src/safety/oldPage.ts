/** Whether a page of words that was replaced has been used to let a device in (ledger/L12). */
import { encodeAs, integer, tuple } from '@manyhands/codec';
import type { Notes } from '@manyhands/replica';
import type { Place } from '../opened/index.ts';
import { readNoteAs } from '../opened/index.ts';

type Sight = Pick<Place, 'membership' | 'replica'>;

/**
 * The version of this member's page under which a device stands that it does not follow: not
 * one that its owner ended, which is listed. Null where there is none, and on a phone that is
 * out itself: it is told something else.
 */
export function usedUnder({ membership, replica }: Sight): number | null {
  const { ledger } = replica;
  const { member, device } = membership;
  if (!ledger.speaks(member, device)) return null;
  const isUsed = ledger
    .devicesOf(member)
    .some(
      (each) =>
        ledger.isOut(member, each.device) && !ledger.isSwitchedOff(member, each.device),
    );
  return isUsed ? ledger.identityOf(member).version : null;
}

const name = 'oldPage/told';
const shape = tuple({ version: integer(0, 2 ** 32 - 1) });

/**
 * Under which page this was last told of: once is enough, however many phones somebody lets in
 * with the old one. After a new page it is news again.
 */
export async function readToldUnder(notes: Notes): Promise<number | null> {
  const kept = await readNoteAs(notes, name, shape, { bytes: 16, depth: 1 });
  return kept.ok && kept.value ? kept.value.version : null;
}

export const keepToldUnder = (notes: Notes, version: number) =>
  notes.put(name, encodeAs(shape, { version }));
