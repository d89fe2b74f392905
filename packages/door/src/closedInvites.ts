import type { Hex, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { sha256, verify } from '@manyhands/keys';
import { proofsOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { Notes, Replica, StoreFault } from '@manyhands/replica';

/**
 * Which invites and posters were taken back. An erased entry leaves nothing by which its invite could
 * be known, so each phone that saw it keeps a hash of its public half: enough to say
 * "taken back" at the door, and nothing of what was erased.
 */
const nameOf = (invitePub: Hex): string =>
  `invite/closed/${toHex(sha256(fromHex(invitePub)).subarray(0, 16))}`;

/**
 * Remembers every invite that leaves the board from now on, and says which. Returns its
 * end.
 */
export const keepClosedInvites = (
  replica: Replica,
  notes: Notes,
  onclosed: (invitePub: Hex) => void = () => undefined,
): (() => void) =>
  replica.subscribe(({ gone }) => {
    for (const entry of gone) void close(entry, notes, onclosed);
  });

/** Whoever names another's key without its word for them has opened nothing (ledger/B15). */
async function close(
  entry: Entry,
  notes: Notes,
  onclosed: (invitePub: Hex) => void,
): Promise<void> {
  const { content } = entry;
  if (content.type !== 'poster.open' && content.type !== 'invite.open') return;
  for (const { signature, message, publicKey } of proofsOf(entry)) {
    if (!(await verify(signature, message, publicKey))) return;
  }
  if (content.type === 'poster.open') await closeInvite(notes, content.posterPub);
  else {
    onclosed(content.invitePub);
    await closeInvite(notes, content.invitePub);
  }
}

export const closeInvite = (
  notes: Notes,
  invitePub: Hex,
): Promise<Result<void, StoreFault>> => notes.put(nameOf(invitePub), new Uint8Array());

export async function isClosed(notes: Notes, invitePub: Hex): Promise<boolean> {
  const row = await notes.get(nameOf(invitePub));
  return row.ok && row.value !== null;
}
