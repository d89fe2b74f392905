import { isFact, isTombstone, isWhole } from '@manyhands/ledger';
import type { Entry, LogItem } from '@manyhands/ledger';
import { include, indexFrom } from './ascending.ts';
import { isSigned } from './authentic.ts';
import type { Breathe } from './breathing.ts';
import type { HeldLog, Patch } from './holdings.ts';
import { coverageLimit } from './limits.ts';

/**
 * Erasing takes a signature away, and what only that covered is looked at again: it falls
 * where no other covers it. What fills a gap is proven by its hash, and must be covered
 * like any other entry: by its own good signature, or one on the next 31. Only places
 * around those that change are looked at. `edits` is what is to stand there.
 */
export async function patchOf(
  log: HeldLog,
  edits: ReadonlyMap<number, LogItem>,
  breathe: Breathe | undefined,
): Promise<Patch> {
  const patching = new Patching(log, edits, breathe);
  await patching.fill();
  const length = await patching.coverage();
  return { log, items: patching.items, signedAt: patching.signedAt, length };
}

class Patching {
  readonly items: Map<number, LogItem>;
  readonly signedAt: number[];
  readonly #log: HeldLog;
  readonly #breathe: Breathe | undefined;
  /** Places of signatures that covered something and are erased. */
  readonly #lost: number[] = [];

  constructor(
    log: HeldLog,
    edits: ReadonlyMap<number, LogItem>,
    breathe: Breathe | undefined,
  ) {
    this.#log = log;
    this.#breathe = breathe;
    this.items = new Map([...edits].sort(([a], [b]) => a - b));
    this.signedAt = [...log.signedAt];
    for (const [seq, item] of this.items) {
      if (!isTombstone(item)) continue;
      const at = indexFrom(this.signedAt, seq);
      if (this.signedAt[at] !== seq) continue;
      this.signedAt.splice(at, 1);
      this.#lost.push(seq);
    }
  }

  /** Leaves a gap where what was given for it is not covered. */
  async fill(): Promise<void> {
    const bare: Entry[] = [];
    for (const [seq, item] of this.items) {
      if (isTombstone(item)) continue;
      if (await isSigned(item)) include(this.signedAt, seq);
      else bare.push(item);
      await this.#breathe?.();
    }
    for (const entry of bare) {
      const isCovered =
        !isFact(entry.content) && (await this.#coverageOf(entry.seq)) !== null;
      if (!isCovered) this.items.delete(entry.seq);
    }
  }

  /** Answers up to where everything is covered. */
  async coverage(): Promise<number> {
    for (const lost of this.#lost) {
      const before = this.signedAt[indexFrom(this.signedAt, lost) - 1] ?? -1;
      for (let at = Math.max(before + 1, lost - coverageLimit); at < lost; at++) {
        const item = this.#at(at);
        if (item === undefined || isTombstone(item)) continue;
        const covered = await this.#coverageOf(at);
        if (covered === null) return at;
        at = covered;
        await this.#breathe?.();
      }
    }
    return this.#log.items.length;
  }

  /** The place of a good signature that covers the entry at `seq`; null if there is none. */
  async #coverageOf(seq: number): Promise<number | null> {
    const known = this.signedAt[indexFrom(this.signedAt, seq)];
    const last = Math.min(seq + coverageLimit, this.#log.items.length - 1);
    if (known !== undefined && known <= last) return known;
    for (let at = last; at >= seq; at--) {
      const item = this.#at(at);
      if (item === undefined || !isWhole(item) || !(await isSigned(item))) continue;
      include(this.signedAt, at);
      return at;
    }
    return null;
  }

  #at(seq: number): LogItem | undefined {
    return this.items.get(seq) ?? this.#log.items[seq];
  }
}
