import type { MemberId } from '@manyhands/base';
import type { Motion } from './motion.ts';
import { cutOf } from './presence.ts';
import type { DecidedMotion, IsAsked } from './views.ts';

interface Asking {
  readonly isAsked: IsAsked;
  readonly hasVoice: (member: MemberId) => boolean;
  /** Nothing where it is none. */
  readonly describe: (motion: Motion) => readonly DecidedMotion[];
}

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

  /** Of each who opened some the first few that are asked for and shown. */
  few(most: number, { isAsked, hasVoice, describe }: Asking): DecidedMotion[] {
    const found: DecidedMotion[] = [];
    for (const [by, motions] of this.#byOpener) {
      if (!hasVoice(by)) continue;
      let left = most;
      for (const motion of motions) {
        if (left === 0) break;
        const { matter, opening } = motion;
        if (matter === null || opening === null || !isAsked({ by, matter })) continue;
        if (opening.seq >= cutOf(opening.log)) continue;
        const described = describe(motion);
        left -= described.length;
        found.push(...described);
      }
    }
    return found;
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
