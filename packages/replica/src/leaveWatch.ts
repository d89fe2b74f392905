import type { DeviceKey, MinuteOfTime } from '@manyhands/base';
import { decodeAs, encodeAs, hex, integer, list, tuple } from '@manyhands/codec';
import { forgettingAfter } from './limits.ts';
import type { Notes } from './store.ts';
import type { Replica, Writer } from './types.ts';

/** Where a device remembers since when its member's leaving has stood, and by which clock. */
export interface LeaveMemory {
  readonly notes: Pick<Notes, 'get' | 'put' | 'delete'>;
  readonly now: () => MinuteOfTime;
}

const noteName = 'leaving';
/** Devices that are noted: one is enough. */
const most = 16;
const sayerShape = tuple({
  device: hex<DeviceKey>(32),
  since: integer<MinuteOfTime>(0, 2 ** 32 - 1),
});
const noteShape = list(sayerShape, 0, most);
const noteLimits = { bytes: 1_024, depth: 3 };

type Since = ReadonlyMap<DeviceKey, MinuteOfTime>;

/**
 * Whether this device may forget for its member, who has left (H2): at once where it was
 * said here; on another device, where whoever found or stole the first may have said it,
 * after seven days in which that one's word stood, by this device's own clock.
 */
export class LeaveWatch {
  readonly #replica: Pick<Replica, 'ledger'>;
  readonly #writer: Pick<Writer, 'member' | 'device'>;
  readonly #memory: LeaveMemory | null;
  /** Whose word stands, and since when; null before the note was read. */
  #since: Since | null = null;

  constructor(
    replica: Pick<Replica, 'ledger'>,
    writer: Pick<Writer, 'member' | 'device'>,
    memory: LeaveMemory | null,
  ) {
    this.#replica = replica;
    this.#writer = writer;
    this.#memory = memory;
  }

  async mayForget(): Promise<boolean> {
    const left = await this.minutesLeft();
    return left !== null && left <= 0;
  }

  /** How long it has still to stand; null where nothing is waited for. */
  async minutesLeft(): Promise<number | null> {
    const { member, device } = this.#writer;
    const saidOn = this.#replica.ledger.leftOn(member);
    if (saidOn.includes(device)) return 0;
    if (this.#memory === null) return null;
    const known = await this.#known(this.#memory);
    // What cannot be read may be read later: until then nothing is forgotten.
    if (known === null) return saidOn.length === 0 ? null : forgettingAfter;
    const now = this.#memory.now();
    const since = sinceWhen(saidOn, known, now);
    await this.#keep(this.#memory, since);
    if (since.size === 0) return null;
    return Math.min(...since.values()) + forgettingAfter - now;
  }

  async #known({ notes }: LeaveMemory): Promise<Since | null> {
    if (this.#since !== null) return this.#since;
    const row = await notes.get(noteName);
    if (!row.ok) return null;
    const note = row.value && decodeAs(noteShape, row.value, noteLimits);
    const said = note?.ok ? note.value : [];
    this.#since = new Map(said.map(({ device, since }) => [device, since]));
    return this.#since;
  }

  async #keep({ notes }: LeaveMemory, since: Since): Promise<void> {
    const known = this.#since ?? new Map();
    const isSame =
      known.size === since.size &&
      [...since].every(([device, minute]) => known.get(device) === minute);
    if (isSame) return;
    const said = [...since].map(([device, minute]) => ({ device, since: minute }));
    const kept = await (said.length === 0
      ? notes.delete(noteName)
      : notes.put(noteName, encodeAs(noteShape, said)));
    // What a disk refused is tried again with the next look; nobody waits less for that.
    if (kept.ok) this.#since = since;
  }
}

/** By a clock that was put back it begins anew: nobody waits less for that. */
function sinceWhen(
  saidOn: readonly DeviceKey[],
  known: Since,
  now: MinuteOfTime,
): Since {
  const old = saidOn.filter((device) => known.has(device));
  const noted = [...new Set([...old, ...saidOn])].slice(0, most);
  return new Map(
    noted.map((device) => {
      const since = known.get(device) ?? now;
      return [device, since > now ? now : since];
    }),
  );
}
