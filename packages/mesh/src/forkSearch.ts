import type { EntryId, Hex } from '@manyhands/base';
import type { Replica, WireHead } from '@manyhands/replica';
import { idsLimit, stepsLimit } from './limits.ts';
import type { Ids } from './messages.ts';

/** What a search wants said or shown. */
export interface SearchStep {
  readonly ids: Ids | null;
  /** The first place that differs: the entries from there on are what proves the fork. */
  readonly found: number | null;
}

const nothing: SearchStep = { ids: null, found: null };

/**
 * replica/R4, one link's side of it: two histories of one log are compared place by place until
 * their first difference is known on both sides.
 *
 *     heads differ ──▶ ids at 64 places ──▶ ids at 64 between the two nearest ──▶ … ──▶
 *     neighbours: the first difference; both show their entries from there on
 */
export class ForkSearch {
  readonly #replica: Replica;
  readonly #steps = new Map<string, number>();
  readonly #found = new Map<string, number>();

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** Whether this log may have two histories, by what they say of its head. */
  differs({ log, length, head }: WireHead): boolean {
    const ours = this.#replica.forks.idAt(log, length - 1);
    return ours !== null && ours.slice(0, 16) !== head;
  }

  /** Begins to look below place `to`, which is known to differ. */
  begin(log: Hex, to: number): Ids | null {
    if (!this.#mayStep(log)) return null;
    return this.#idsBetween(log, -1, to);
  }

  receive({ log, places }: Ids): SearchStep {
    const known = places
      .map(({ seq, id }) => ({ seq, id, ours: this.#replica.forks.idAt(log, seq) }))
      .filter(
        (place): place is typeof place & { ours: EntryId } => place.ours !== null,
      );
    // Of logs that are not here nothing can be said, nor is their name remembered.
    if (known.length === 0 || !this.#mayStep(log)) return nothing;
    const first = Math.min(
      ...known.filter(({ id, ours }) => id !== ours).map(({ seq }) => seq),
    );
    if (first === Number.POSITIVE_INFINITY) return nothing;
    const same = known.map(({ seq }) => seq).filter((seq) => seq < first);
    const last = Math.max(-1, ...same);
    const isNew = this.#found.get(log) !== first;
    if (last + 1 < first)
      return { ids: this.#idsBetween(log, last, first), found: null };
    if (!isNew) return nothing;
    this.#found.set(log, first);
    // Once more, so that the other side knows it too.
    return { ids: this.#idsBetween(log, last - 1, first), found: first };
  }

  /** Whoever needs more steps than a log of any length takes plays with us. */
  #mayStep(log: Hex): boolean {
    const steps = (this.#steps.get(log) ?? 0) + 1;
    this.#steps.set(log, steps);
    return steps <= stepsLimit;
  }

  /** Our ids at places evenly spread over what lies after `after`, `to` among them. */
  #idsBetween(log: Hex, after: number, to: number): Ids | null {
    const span = to - Math.max(after, -1);
    const count = Math.min(span, idsLimit);
    const places: Ids['places'] = [];
    for (let i = 1; i <= count; i++) {
      const seq = to - span + Math.ceil((span * i) / count);
      const id = this.#replica.forks.idAt(log, seq);
      if (id !== null) places.push({ seq, id });
    }
    return places.length === 0 ? null : { log, places };
  }
}
