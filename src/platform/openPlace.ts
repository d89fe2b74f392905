import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { openSealingKey, openSigningKey, randomBytes } from '@manyhands/keys';
import { readReturnLink } from '@manyhands/ledger';
import { openReplica, openWriter } from '@manyhands/replica';
import type { Notes, Replica, StoreFault, Writer } from '@manyhands/replica';
import { holdLock, openIdbStore, writerLockName } from '@manyhands/storage';
import type { Lock, StoredMembership as KeyringRow, Vault } from '@manyhands/storage';
import type { OpenRefused } from '../phone/openRefused.ts';
import { asidePool } from './asidePool.ts';
import { breathing } from './breathing.ts';
import { nowInMinutes } from './clock.ts';
import { LivePlace } from './livePlace.ts';
import { membershipOf } from './membershipOf.ts';
import {
  readAcks,
  readKnock,
  readMet,
  readSecret,
  readToldCharter,
} from './placeNotes.ts';

interface OpenOptions {
  readonly takeOver: boolean;
  /** Nothing was ever written for this membership; else an empty journal is a lost one. */
  readonly isNew: boolean;
  /** What seals the community's secret on the disk. */
  readonly vault?: Vault | null;
  /** Takes the membership's keys from the keyring. */
  readonly forget: () => Promise<void>;
  /** Takes K0 alone from it. */
  readonly wipe: () => Promise<Result<void, StoreFault>>;
}

/**
 * Opens one membership's disk, replica and writer. Only one tab may: the lock comes
 * first, and with `takeOver` it is taken from the tab that has it. The mesh is joined
 * afterwards, by whoever knows where the others are.
 */
export async function openPlace(
  row: KeyringRow,
  options: OpenOptions,
): Promise<Result<LivePlace, OpenRefused>> {
  const { takeOver } = options;
  const lock = await holdLock(writerLockName(row), { steal: takeOver });
  if (!lock.ok) {
    // Without locks two tabs could write one log: such a page keeps nothing (storage/R6).
    const why = 'this page may not hold locks';
    return lock.error.type === 'LockHeld'
      ? err({ type: 'OpenElsewhere' })
      : err({ type: 'StoreRefused', why });
  }
  const place = await openWith(row, lock.value, options);
  if (!place.ok) lock.value.release();
  return place;
}

async function openWith(
  row: KeyringRow,
  lock: Lock,
  { isNew, vault = null, forget, wipe }: OpenOptions,
): Promise<Result<LivePlace, OpenRefused>> {
  const device = await openSigningKey(row.signing);
  if (!device.ok) return device;
  const sealing = await openSealingKey(row.sealing);
  if (!sealing.ok) return sealing;
  const store = await openIdbStore(row);
  if (!store.ok) return store;
  const breathe = breathing();
  const replica = await openReplica({
    community: row.community,
    store: store.value,
    own: { member: row.member, device: row.device },
    breathe,
    aside: asidePool(),
    clock: Date.now,
    // The name of a built file has the hash of all that it is made of; while developing it has none.
    ...(import.meta.env.DEV ? {} : { build: import.meta.url }),
  });
  if (!replica.ok) {
    await store.value.close();
    return replica;
  }
  const writer = await openWriter({
    replica: replica.value,
    member: row.member,
    device: device.value,
    store: store.value,
    hasWritten: !isNew && !(await isUnwritten(row, store.value.notes, replica.value)),
    now: nowInMinutes,
    randomBytes,
    breathe,
  });
  if (!writer.ok && writer.error.type !== 'JournalBehind') {
    await replica.value.close();
    return err(writer.error);
  }
  const { notes } = store.value;
  // Asked for together: a disk that is slow is waited for once.
  const [acks, met, secret, knock, told] = await Promise.all([
    readAcks(notes),
    readMet(notes),
    readSecret(notes, vault),
    readKnock(notes),
    readToldCharter(notes, row.community),
  ]);
  return ok(
    new LivePlace({
      membership: membershipOf(row),
      store: store.value,
      replica: replica.value,
      writer: writer.ok ? writer.value : silentWriter(row),
      device: device.value,
      sealing: sealing.value,
      identity: row.identity,
      lock,
      acks,
      met,
      secret,
      vault,
      knock,
      told,
      forget,
      wipe,
    }),
  );
}

/**
 * A further device, and one that waits for its owner's neighbours, begins with nothing of
 * its own to say, and may be closed before it has said anything. Its link lies on the same disk as its journal: where it is still there,
 * an empty journal is no lost one, unless something this device wrote is known.
 */
async function isUnwritten(
  { identity, device }: KeyringRow,
  notes: Notes,
  replica: Replica,
): Promise<boolean> {
  const knock = await readKnock(notes);
  if (knock === null) return false;
  // Of those with a key of their own, only who waits for their neighbours is silent.
  if (identity !== null && !readReturnLink(knock).ok) return false;
  return !replica.vector().some(({ log }) => log.device === device);
}

/**
 * For a device that must not write, because its journal is behind: what it knows is
 * still shown, and every attempt to write says why not.
 */
function silentWriter({ member, device }: KeyringRow): Writer {
  const refuse = () => Promise.resolve(err({ type: 'JournalBehind' as const }));
  return {
    member,
    device,
    append: refuse,
    erase: refuse,
    redeliver: refuse,
    reread: refuse,
    spent: true,
    close: () => undefined,
  };
}
