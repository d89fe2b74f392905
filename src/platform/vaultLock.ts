import { decrypt, encrypt, randomBytes, stretch } from '@manyhands/keys';
import type { VaultLock, PersonRow } from '@manyhands/storage';
import type { NewLock } from '../phone/household.ts';
import { askPasskey, makePasskey } from './passkey.ts';

/** A lock, and the key of the vault that it wraps. */
type Locked = Pick<PersonRow, 'lock' | 'vault'>;

/** The key of somebody's vault, wrapped by a new lock; null when the passkey did not come. */
export async function wrapVault(
  key: Uint8Array,
  lock: NewLock,
  name: string,
): Promise<Locked | null> {
  if (lock.type === 'none') return { lock: { type: 'none' }, vault: key };
  if (lock.type === 'pin') return wrapByPin(key, lock.pin, await roundsHere());
  const salt = randomBytes(32);
  const credential = await makePasskey(name);
  const answer = credential && (await askPasskey(credential, salt));
  if (!credential || !answer) return null;
  return {
    lock: { type: 'passkey', salt, credential },
    vault: await encrypt(answer, key),
  };
}

/** The key of somebody's vault, and the same PIN as a dearer lock, where it cost too little. */
export interface Unlocked {
  readonly key: Uint8Array;
  readonly raised: Locked | null;
}

/** Null when what was offered is not what locked it. */
export async function unwrapVault(
  { lock, vault }: Locked,
  pin: string,
): Promise<Unlocked | null> {
  if (lock.type === 'none') return { key: vault, raised: null };
  const begun = performance.now();
  const offered =
    lock.type === 'pin'
      ? await stretch(pin, lock.salt, lock.rounds)
      : await askPasskey(lock.credential, lock.salt);
  const took = performance.now() - begun;
  const opened = offered && (await decrypt(offered, vault));
  if (opened?.ok !== true) return null;
  const key = opened.value;
  if (lock.type !== 'pin') return { key, raised: null };
  const rounds = derivationRounds(lock.rounds, took);
  const isCheap = lock.rounds < fewestRounds || rounds >= 2 * lock.rounds;
  return { key, raised: isCheap ? await wrapByPin(key, pin, rounds) : null };
}

async function wrapByPin(
  key: Uint8Array,
  pin: string,
  rounds: number,
): Promise<Locked> {
  const salt = randomBytes(32);
  const lock: VaultLock = { type: 'pin', salt, rounds };
  return { lock, vault: await encrypt(await stretch(pin, salt, rounds), key) };
}

/** OWASP's figure for PBKDF2-HMAC-SHA-256: however slow the device, no fewer. */
const fewestRounds = 600_000;
/** No more: a clock that stands still is no reason to lock anybody out. */
const mostRounds = 10_000_000;
/** What one try is to cost on the device that the lock is on, in milliseconds. */
const oneTry = 750;

/** How many rounds one try is to have where `rounds` take so many milliseconds. */
export function derivationRounds(rounds: number, milliseconds: number): number {
  const wanted = Math.round((rounds * oneTry) / Math.max(1, milliseconds));
  return Math.min(mostRounds, Math.max(fewestRounds, wanted));
}

/** Some browsers tell the time in steps of a tenth of a second. */
const leastTold = 200;

/** The same, tried out on this device. */
async function roundsHere(): Promise<number> {
  const salt = randomBytes(32);
  for (let rounds = fewestRounds / 4; ; rounds *= 2) {
    const begun = performance.now();
    await stretch('', salt, rounds);
    const took = performance.now() - begun;
    if (took >= leastTold || rounds > mostRounds) return derivationRounds(rounds, took);
  }
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
