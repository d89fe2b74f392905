import { SerialQueue } from '@manyhands/base';
import type { EntryId, Hex, MemberId, MinuteOfTime } from '@manyhands/base';
import { boolean, encodeAs, hex, integer, list, tuple } from '@manyhands/codec';
import { noteTaken } from '@manyhands/door';
import { wasFoundedHere } from './wasFoundedHere.ts';
import { oneEach, readNoteAs } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { circlePauses } from './circle.ts';

/** Of each so many, the latest: a note that grows for ever fills the disk. */
const keptAtMost = { taken: 1_000, pauses: 200, told: 1_000 } as const;

const time = integer<MinuteOfTime>(0, Number.MAX_SAFE_INTEGER);
const shape = tuple({
  isCaughtUp: boolean,
  taken: list(tuple({ id: hex<EntryId>(32), at: time }), 0, keptAtMost.taken),
  pauses: list(tuple({ id: hex<MemberId>(32), at: time }), 0, keptAtMost.pauses),
  told: list(hex(32), 0, keptAtMost.told),
});
const limits = { bytes: 131_072, depth: 4 };
const note = 'decisions';

/**
 * What this phone alone knows of decisions (C12): since when they are taken by its own
 * clock, when the circle's pauses began, and what its owner has been told. Nobody else
 * hears of it, and no two phones need to agree.
 */
export class DecisionNotebook {
  readonly #place: Place;
  readonly #writing = new SerialQueue();
  readonly #loading: Promise<void>;
  #isLoaded = false;
  #isCaughtUp = false;
  /** Since when nothing more comes of the first fetch. */
  #quietSince: MinuteOfTime | null = null;
  /** What its owner had a word on here, while it was open. */
  readonly #answered = new Set<EntryId>();
  readonly #taken = new Map<EntryId, MinuteOfTime>();
  readonly #pauses = new Map<MemberId, MinuteOfTime>();
  readonly #told = new Set<Hex>();

  constructor(place: Place) {
    this.#place = place;
    this.#loading = this.#load();
  }

  /** Once what was noted before has been read. */
  loaded = (): Promise<void> => this.#loading;

  async #load(): Promise<void> {
    const read = await readNoteAs(this.#place.notes, note, shape, limits);
    if (read.ok && read.value) {
      this.#isCaughtUp = read.value.isCaughtUp;
      for (const { id, at } of read.value.taken) this.#taken.set(id, at);
      for (const { id, at } of read.value.pauses) this.#pauses.set(id, at);
      for (const id of read.value.told) this.#told.add(id);
    }
    this.#isLoaded = true;
    this.#place.tell('disk');
  }

  /** Null while this phone has not seen it taken. */
  takenSince(motion: EntryId): MinuteOfTime | null {
    return this.#taken.get(motion) ?? null;
  }

  /** When the circle's last pause of this member began. */
  pausedSince(member: MemberId): MinuteOfTime | null {
    return this.#pauses.get(member) ?? null;
  }

  /** Nothing is news before the notes were read. */
  isTold = (id: Hex): boolean => !this.#isLoaded || this.#told.has(id);

  async tell(ids: readonly Hex[]): Promise<void> {
    await this.#loading;
    const untold = ids.filter((id) => !this.#told.has(id));
    if (untold.length === 0) return;
    for (const id of untold) this.#told.add(id);
    await this.#keep();
  }

  /** Its owner says a word on this here: when it is taken, that is no news from before. */
  answers(motion: EntryId): void {
    const { ledger } = this.#place.replica;
    if (ledger.motion(motion)?.isTaken !== true) this.#answered.add(motion);
  }

  /** Notes what was taken, or is no more, since it last looked. */
  async look(): Promise<void> {
    await this.#loading;
    const { ledger } = this.#place.replica;
    const now = this.#place.now();
    let isChanged = this.#catchUp(now);
    const taken = ledger
      .secondedMotions()
      .filter(({ isTaken }) => isTaken)
      .map(({ motion }) => motion);
    const isNews = (motion: EntryId) => this.#isCaughtUp || this.#answered.has(motion);
    if (noteTaken(this.#taken, taken, now, isNews)) isChanged = true;
    for (const [member, start] of circlePauses(this.#place, this)) {
      if (this.#pauses.get(member) === start) continue;
      this.#pauses.set(member, start);
      isChanged = true;
    }
    if (isChanged) await this.#keep();
  }

  /** The first fetch is over once it has been quiet for a minute while somebody is linked. */
  #catchUp(now: MinuteOfTime): boolean {
    if (this.#isCaughtUp) return false;
    const place = this.#place;
    const { replica, membership } = place;
    const isQuiet =
      replica.ledger.isEverMember(membership.member) &&
      place.progress() === null &&
      place.linked().length > 0;
    this.#quietSince = isQuiet ? (this.#quietSince ?? now) : null;
    const isOver = this.#quietSince !== null && now > this.#quietSince;
    this.#isCaughtUp = isOver || wasFoundedHere(this.#place) || membership.demo;
    return this.#isCaughtUp;
  }

  /** A disk that refuses is told of where somebody writes; this is noted again later. */
  async #keep(): Promise<void> {
    this.#place.tell('disk');
    const latest = <K, V>(all: Iterable<readonly [K, V]>, most: number) =>
      [...all].slice(-most).map(([id, at]) => ({ id, at }));
    const kept = {
      isCaughtUp: this.#isCaughtUp,
      taken: latest(this.#taken, keptAtMost.taken),
      pauses: latest(this.#pauses, keptAtMost.pauses),
      told: [...this.#told].slice(-keptAtMost.told),
    };
    await this.#writing.run(() => this.#place.notes.put(note, encodeAs(shape, kept)));
  }
}

export const decisionNotebookOf = oneEach(
  (place: Place) => new DecisionNotebook(place),
);

/** For as long as a place is open its phone notes what it sees taken. Returns its end. */
export function keepDecisionsNoted(place: Place): () => void {
  const notebook = decisionNotebookOf(place);
  const look = new SerialQueue().coalesce(() => notebook.look());
  void look();
  const heard = (['ledger', 'links'] as const).map((topic) =>
    place.subscribe(topic, () => void look()),
  );
  return () => heard.forEach((end) => end());
}
