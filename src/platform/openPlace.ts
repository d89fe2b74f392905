import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { openSealingKey, openSigningKey, randomBytes } from '@manyhands/keys';
import type { SigningKey } from '@manyhands/keys';
import { openReplica, openWriter } from '@manyhands/replica';
import type { Replica, Store, Writer, WriterRefused } from '@manyhands/replica';
import { holdLock, openIdbStore, writerLockName } from '@manyhands/storage';
import type { Lock, Membership as KeyringRow } from '@manyhands/storage';
import type { OpenRefused } from '../state/places.ts';
import { nowInMinutes } from './clock.ts';
import { LivePlace } from './livePlace.ts';
import { membershipOf } from './membershipOf.ts';
import { readAcks, readSecret } from './placeNotes.ts';

/**
 * Opens one membership's disk, replica and writer. Only one tab may: the lock comes
 * first, and with `takeOver` it is taken from the tab that has it. The mesh is joined
 * afterwards, by whoever knows where the others are.
 */
export async function openPlace(
  row: KeyringRow,
  takeOver: boolean,
  forget: () => Promise<void>,
): Promise<Result<LivePlace, OpenRefused>> {
  const lock = await holdLock(writerLockName(row), { steal: takeOver });
  if (!lock.ok) {
    // Without locks two tabs could write one log: such a page keeps nothing (R6).
    const why = 'this page may not hold locks';
    return lock.error.type === 'LockHeld'
      ? err({ type: 'OpenElsewhere' })
      : err({ type: 'StoreRefused', why });
  }
  const place = await openWith(row, lock.value, forget);
  if (!place.ok) lock.value.release();
  return place;
}

async function openWith(
  row: KeyringRow,
  lock: Lock,
  forget: () => Promise<void>,
): Promise<Result<LivePlace, OpenRefused>> {
  const device = await openSigningKey(row.signing);
  if (!device.ok) return device;
  const sealing = await openSealingKey(row.sealing);
  if (!sealing.ok) return sealing;
  const store = await openIdbStore(row);
  if (!store.ok) return store;
  const replica = await openReplica({
    community: row.community,
    store: store.value,
    own: { member: row.member, device: row.device },
  });
  if (!replica.ok) return replica;
  const writer = await writerOf(row, device.value, store.value, replica.value);
  const { notes } = store.value;
  return ok(
    new LivePlace({
      membership: membershipOf(row),
      store: store.value,
      replica: replica.value,
      writer: writer.ok ? writer.value : silentWriter(row, writer.error),
      device: device.value,
      sealing: sealing.value,
      lock,
      acks: await readAcks(notes),
      secret: await readSecret(notes),
      trouble: writer.ok ? null : writer.error.type,
      forget,
    }),
  );
}

const writerOf = (
  row: KeyringRow,
  device: SigningKey,
  store: Store,
  replica: Replica,
) =>
  openWriter({
    replica,
    member: row.member,
    device,
    store,
    now: nowInMinutes,
    randomBytes,
  });

/**
 * For a device that must not write (its journal is behind, or cannot be read): what it
 * knows is still shown, and every attempt to write says why not.
 */
const silentWriter = (row: KeyringRow, why: WriterRefused): Writer => ({
  member: row.member,
  device: row.device,
  append: () => Promise.resolve(err(why)),
  erase: () => Promise.resolve(err(why)),
  redeliver: () => Promise.resolve(err(why)),
  spent: true,
  close: () => undefined,
});
