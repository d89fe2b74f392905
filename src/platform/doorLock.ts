import { decrypt, encrypt, randomBytes, stretch } from '@manyhands/keys';
import type { DoorLock, PersonRow } from '@manyhands/storage';
import type { NewLock } from '../state/household.ts';
import { askPasskey, makePasskey } from './passkey.ts';

/** OWASP's figure for PBKDF2-HMAC-SHA-256: half a second here, more on an old phone. */
const rounds = 600_000;

/** The key of somebody's vault, wrapped by a new lock; null when the passkey did not come. */
export async function wrapVault(
  key: Uint8Array,
  lock: NewLock,
  name: string,
): Promise<Pick<PersonRow, 'lock' | 'vault'> | null> {
  if (lock.type === 'none') return { lock: { type: 'none' }, vault: key };
  const salt = randomBytes(32);
  if (lock.type === 'pin') {
    const door: DoorLock = { type: 'pin', salt, rounds };
    return {
      lock: door,
      vault: await encrypt(await stretch(lock.pin, salt, rounds), key),
    };
  }
  const credential = await makePasskey(name);
  const answer = credential && (await askPasskey(credential, salt));
  if (!credential || !answer) return null;
  return {
    lock: { type: 'passkey', salt, credential },
    vault: await encrypt(answer, key),
  };
}

/** The key of somebody's vault again; null when what was offered is not what locked it. */
export async function unwrapVault(
  { lock, vault }: PersonRow,
  pin: string,
): Promise<Uint8Array | null> {
  if (lock.type === 'none') return vault;
  const offered =
    lock.type === 'pin'
      ? await stretch(pin, lock.salt, lock.rounds)
      : await askPasskey(lock.credential, lock.salt);
  const opened = offered && (await decrypt(offered, vault));
  return opened?.ok === true ? opened.value : null;
}

/** So many wrong PINs are slips of a finger. */
const freeMisses = 5;
const firstWait = 30_000;
const longestWait = 3_600_000;

/** How long nobody may try after so many wrong PINs in a row, in milliseconds. */
export const waitAfter = (misses: number): number =>
  misses < freeMisses
    ? 0
    : Math.min(longestWait, firstWait * 2 ** (misses - freeMisses));
