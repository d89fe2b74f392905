import type { MemberId } from '@manyhands/base';
import type { Motion } from './motion.ts';

/**
 * Motions on which nobody but who opened them has a word: one voice can open them without end.
 * Kept in the order of their ids, so that whoever shows a few of each looks at no more of them.
 */
export class LonelyMotions {
  readonly #byOpener = new Map<MemberId, Motion[]>();
  readonly #all = new Set<Motion>();

  /** To be called whenever a motion was opened, or somebody has another word on it. */
  look(motion: Motion): void {
    const { isLonely, opening } = motion;
    if (opening === null || isLonely === this.#all.has(motion)) return;
    const { member } = opening.log;
    const own = this.#byOpener.get(member) ?? [];
    this.#byOpener.set(member, own);
    const at = placeOf(own, motion);
    if (isLonely) {
      own.splice(at, 0, motion);
      this.#all.add(motion);
    } else {
      own.splice(at, 1);
      this.#all.delete(motion);
    }
  }

  has(motion: Motion): boolean {
    return this.#all.has(motion);
  }

  /** Of each who opened some all of them, the lowest id first. */
  each(): IterableIterator<[MemberId, readonly Motion[]]> {
    return this.#byOpener.entries();
  }
}

function placeOf(motions: readonly Motion[], { id }: Motion): number {
  let low = 0;
  let high = motions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((motions[middle]?.id ?? '') < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
