import { minutesPerDay, SerialQueue } from '@manyhands/base';
import type { EntryId, MinuteOfTime } from '@manyhands/base';
import {
  boolean,
  decodeAs,
  encodeAs,
  hex,
  integer,
  list,
  tuple,
} from '@manyhands/codec';
import type { Notes, Replica } from '@manyhands/replica';

/** Days after which a device acts on standing and circle, once it saw them taken (community/C12). */
export const waitDays = 7;

/** Whether a device acts on what it saw taken then; so many minutes later, if said. */
export const isActedOn = (
  since: MinuteOfTime | null,
  now: MinuteOfTime,
  lateBy = 0,
): boolean => since !== null && now - since >= waitDays * minutesPerDay + lateBy;

/** What came while a device first fetched what the others had: nobody knows since when. */
export const fromBefore = 0 as MinuteOfTime;

/**
 * Brings `seen` to what is taken now, and keeps since when each is, by this device's clock:
 * `fromBefore` where it is no news. Answers whether something changed.
 */
export function noteTaken(
  seen: Map<EntryId, MinuteOfTime>,
  taken: readonly EntryId[],
  now: MinuteOfTime,
  isNews: (motion: EntryId) => boolean,
): boolean {
  let isChanged = false;
  for (const motion of taken) {
    const since = seen.get(motion);
    // A clock that was put back: what it saw then is not yet to come.
    if (since !== undefined && since <= now) continue;
    seen.set(motion, isNews(motion) ? now : fromBefore);
    isChanged = true;
  }
  const stillTaken = new Set(taken);
  for (const motion of [...seen.keys()]) {
    if (stillTaken.has(motion)) continue;
    seen.delete(motion);
    isChanged = true;
  }
  return isChanged;
}

const takenAtMost = 1_000;
const shape = tuple({
  isCaughtUp: boolean,
  taken: list(
    tuple({
      motion: hex<EntryId>(32),
      at: integer<MinuteOfTime>(0, Number.MAX_SAFE_INTEGER),
    }),
    0,
    takenAtMost,
  ),
});
const limits = { bytes: 131_072, depth: 4 };
const note = 'removals/taken';

export interface TakenHereOf {
  readonly replica: Pick<Replica, 'ledger'>;
  readonly notes: Notes;
  readonly now: () => MinuteOfTime;
  /** Whether it is linked, and nobody has more to give. */
  readonly isQuiet: () => boolean;
}

/**
 * Since when a keeper sees motions about members taken, by its own clock; phones keep that
 * with the rest of what they note of decisions. What came with its first fetch counts at once.
 */
export class TakenHere {
  readonly #of: TakenHereOf;
  readonly #loading: Promise<void>;
  readonly #looking = new SerialQueue();
  readonly #taken = new Map<EntryId, MinuteOfTime>();
  #isCaughtUp = false;

  constructor(of: TakenHereOf) {
    this.#of = of;
    this.#loading = this.#load();
  }

  async #load(): Promise<void> {
    const row = await this.#of.notes.get(note);
    const kept = row.ok && row.value ? decodeAs(shape, row.value, limits) : null;
    if (kept?.ok !== true) return;
    this.#isCaughtUp = kept.value.isCaughtUp;
    for (const { motion, at } of kept.value.taken) this.#taken.set(motion, at);
  }

  isActedOn = (motion: EntryId, lateBy?: number): boolean =>
    isActedOn(this.#taken.get(motion) ?? null, this.#of.now(), lateBy);

  look(): Promise<void> {
    return this.#looking.run(() => this.#look());
  }

  async #look(): Promise<void> {
    await this.#loading;
    const { replica, notes, now, isQuiet } = this.#of;
    const at = now();
    const isNews = this.#isCaughtUp;
    this.#isCaughtUp ||= isQuiet();
    let isChanged = isNews !== this.#isCaughtUp;
    const taken = replica.ledger
      .secondedMotions()
      .filter(({ isTaken, matter }) => isTaken && matter.about === 'member')
      .map(({ motion }) => motion);
    if (noteTaken(this.#taken, taken, at, () => isNews)) isChanged = true;
    if (!isChanged) return;
    const kept = [...this.#taken].map(([motion, since]) => ({ motion, at: since }));
    const written = { isCaughtUp: this.#isCaughtUp, taken: kept.slice(-takenAtMost) };
    await notes.put(note, encodeAs(shape, written));
  }
}
