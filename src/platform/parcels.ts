import { err, ok } from '@manyhands/base';
import type { DeviceKey, LogId, MemberId, Result, Work } from '@manyhands/base';
import {
  bundleText,
  bundleTextLimit,
  movingLimit,
  openBundle,
  packBundle,
  PartCollector,
  partsOf,
  readBundleText,
  takeBundle,
  weighBundle,
} from '@manyhands/mesh';
import type { OpenedBundle, Stored } from '@manyhands/mesh';
import type {
  PackedParcel,
  PackingRefused,
  Parcel,
  ParcelFor,
  ParcelRefused,
  Parcels,
  ParcelWeight,
  TakenParcel,
} from '@manyhands/community/keeping';
import { pauseOf } from '@manyhands/community/decisions';
import { heldAcks, storedOf, wireName } from '@manyhands/community/keeping';
import type { Place } from '@manyhands/community/opened';
import type { MembershipLock } from '../phone/places.ts';
import { takeSharedFile } from './sharedFile.ts';
import { longest } from './longest.ts';
import {
  keepLastParcel,
  keepShownOf,
  readLastParcel,
  readShown,
} from './parcelNotes.ts';

/** Parcels of everything this phone holds; `locks` are those of all its communities. */
export const parcelsWith = (locks: () => Promise<MembershipLock[]>): Parcels => ({
  pack,
  hasPacked: async ({ notes }) => (await readLastParcel(notes)) !== null,
  async read(from) {
    const bytes = await bytesIn(from);
    if (!bytes.ok) return bytes;
    const opened = await openBundle(bytes.value, await locks());
    if (!opened.ok) return opened;
    return ok(new OpenedParcel(opened.value, bytes.value.length));
  },
  handed: takeSharedFile,
  collector() {
    const collector = new PartCollector();
    return (text) => {
      const collected = collector.take(text);
      return collected.ok ? collected.value : null;
    };
  },
});

async function bytesIn(
  from: Blob | string | Uint8Array,
): Promise<Result<Uint8Array, ParcelRefused>> {
  if (from instanceof Uint8Array) return ok(from);
  if (typeof from === 'string') return readBundleText(from);
  if (from.size > bundleTextLimit) return err({ type: 'TooLarge' });
  try {
    return await readBundleText(await from.text());
  } catch {
    // It was moved or taken away since it was chosen.
    return err({ type: 'NotABundle' });
  }
}

async function pack(
  place: Place,
  whom: ParcelFor,
  work: Work,
): Promise<Result<PackedParcel, PackingRefused>> {
  const secret = place.secret();
  if (secret === null) return err({ type: 'NotLetInYet' });
  const { replica, device, notes } = place;
  const packed = await packBundle(
    {
      replica,
      device,
      secret: secret.secret,
      member: place.membership.member,
      known: (await knownTo(place, whom)) ?? new Map(),
      reader: whom.type === 'member' ? whom.member : null,
      acks: await acksFor(place, whom),
    },
    work,
  );
  if (!packed.ok) return packed;
  const { bundle, entries, reaches } = packed.value;
  const reach = new Map(reaches.map(({ log, length }) => [log, length]));
  return ok({
    bytes: bundle.length,
    entries,
    text: await bundleText(bundle),
    parts: partsOf(bundle),
    mostToShow: movingLimit,
    async givenAway() {
      if (whom.type !== 'member') await keepLastParcel(notes, reach);
    },
  });
}

/** How much of each log whoever it is for has, as far as is known; null: nothing is. */
async function knownTo(
  place: Place,
  whom: ParcelFor,
): Promise<ReadonlyMap<string, number> | null> {
  if (whom.type === 'everybody') return null;
  if (whom.type === 'sinceLast') return readLastParcel(place.notes);
  const { ledger } = place.replica;
  const devices = ledger
    .devicesOf(whom.member)
    .filter(({ device }) => ledger.speaks(whom.member, device));
  const shown = await Promise.all(devices.map(({ device }) => knownOf(place, device)));
  return leastOf(shown.filter((each) => each !== null));
}

/** What one device has shown, or said to have stored, whichever is more. */
async function knownOf(
  place: Place,
  device: DeviceKey,
): Promise<ReadonlyMap<string, number> | null> {
  const shown = await readShown(place.notes, device);
  const acked = place.acks().get(device);
  if (shown === null && acked === undefined) return null;
  return longest(shown ?? [], reachOf(acked ?? new Map()));
}

/** What all of them have: a log that one of them lacks counts from its beginning. */
function leastOf(
  known: readonly ReadonlyMap<string, number>[],
): ReadonlyMap<string, number> | null {
  const [first, ...others] = known;
  if (first === undefined) return null;
  return new Map(
    [...first].map(([log, length]) => [
      log,
      Math.min(length, ...others.map((other) => other.get(log) ?? 0)),
    ]),
  );
}

/** What is durable here: of everything, or of what the reader waits to hear about. */
async function acksFor({ replica }: Place, whom: ParcelFor): Promise<Stored[]> {
  const heads = replica.vector();
  const settled = await replica.settled();
  if (!settled.ok) return [];
  return heads
    .filter(({ log }) => whom.type !== 'member' || log.member === whom.member)
    .slice(0, mostAcks)
    .map(storedOf);
}

/** As many logs as one vector names. */
const mostAcks = 8_192;

class OpenedParcel implements Parcel {
  readonly bytes: number;
  readonly #opened: OpenedBundle<MembershipLock>;

  constructor(opened: OpenedBundle<MembershipLock>, bytes: number) {
    this.#opened = opened;
    this.bytes = bytes;
  }

  get membership() {
    return this.#opened.lock.membership;
  }

  async weigh(place: Place, work: Work): Promise<Result<ParcelWeight, ParcelRefused>> {
    const weight = await weighBundle(
      place.replica,
      this.#opened,
      takingAt(place, work),
    );
    if (weight === null) return err({ type: 'Cancelled' });
    const { from } = weight;
    if (from.type === 'stranger') return err({ type: 'Stranger' });
    if (from.type === 'switchedOff') return err({ type: 'SwitchedOff' });
    if (from.type === 'removed') return err({ type: 'Removed' });
    return ok({ ...weight, from: from.type === 'member' ? from.member : null });
  }

  async takeIn(place: Place, work: Work): Promise<Result<TakenParcel, ParcelRefused>> {
    const taken = await takeBundle(place.replica, this.#opened, takingAt(place, work));
    const { end } = taken;
    if (end === 'switchedOff') return err({ type: 'SwitchedOff' });
    if (end === 'removed') return err({ type: 'Removed' });
    const settled = await place.replica.settled();
    if (!settled.ok) {
      const isFull = settled.error.type === 'StoreFull';
      return err({ type: isFull ? 'DiskFull' : 'DiskRefused' });
    }
    await this.#hearAcks(place);
    return ok({ ...taken, end });
  }

  /** Its packer's word for what its own disk holds; nobody else's (findings/B8). */
  async #hearAcks(place: Place): Promise<void> {
    const { device, content } = this.#opened;
    const { ledger } = place.replica;
    const member = ledger.memberOfDevice(device);
    if (member === null || device === place.membership.device) return;
    if (!ledger.speaks(member, device)) return;
    const held = heldAcks(place.replica, content.acks);
    place.hearAcks(device, held);
    // The next parcel for its owner begins there.
    await keepShownOf(place.notes, device, reachOf(held));
  }
}

/**
 * Nobody is taken from who was let go by all: by what this phone notes of decisions, also before
 * its mesh has begun, and then their guests too. Its owner's other phone is always heard.
 */
const takingAt = (place: Place, work: Work) => ({
  ...work,
  isRemoved: (member: MemberId): boolean =>
    member !== place.membership.member &&
    (pauseOf(place, member)?.isRemoval === true || place.isRemoved?.(member) === true),
});

/** How far these logs reach, as the wire names them. */
const reachOf = (stored: ReadonlyMap<LogId, number>): ReadonlyMap<string, number> =>
  new Map([...stored].map(([log, length]) => [wireName(log), length]));
