import type { EntryId } from '@manyhands/base';
import type { Transfer } from './views.ts';

/** A transfer as it is shown, replaced whenever something about it changes. */
export interface ShownTransfer {
  transfer: Transfer;
}

/**
 * Which transfers were put right, and by which (L4): an undo that exists, between the
 * same two people, the other way round. Shown, and no more: the undo moves its own
 * minutes, and the transfer it names stays one that exists.
 */
export class Undos {
  readonly #byRef = new Map<EntryId, ShownTransfer[]>();
  readonly #onmarked: (line: ShownTransfer) => void;

  /** `onmarked` hears of each line that was put right, or is not any more. */
  constructor(onmarked: (line: ShownTransfer) => void) {
    this.#onmarked = onmarked;
  }

  /** Takes in a new line: it may be an undo, and may have been undone already. */
  watch(line: ShownTransfer): void {
    const { kind, ref } = line.transfer;
    if (kind === 'undo' && ref !== null) {
      const undos = this.#byRef.get(ref);
      if (undos) undos.push(line);
      else this.#byRef.set(ref, [line]);
    }
    this.#search(line);
  }

  /** `undo` came to exist, or no longer does; `targets` are the lines it names. */
  settle(undo: ShownTransfer, targets: readonly ShownTransfer[]): void {
    const { status, proposal } = undo.transfer;
    for (const target of targets) {
      if (!isOpposite(undo.transfer, target.transfer)) continue;
      if (status !== 'exists') this.#search(target);
      else this.#mark(target, lower(target.transfer.undoneBy, proposal));
    }
  }

  #search(target: ShownTransfer): void {
    let lowest: EntryId | null = null;
    for (const { transfer } of this.#byRef.get(target.transfer.proposal) ?? []) {
      if (transfer.status === 'exists' && isOpposite(transfer, target.transfer)) {
        lowest = lower(lowest, transfer.proposal);
      }
    }
    this.#mark(target, lowest);
  }

  #mark(line: ShownTransfer, undoneBy: EntryId | null): void {
    if (line.transfer.undoneBy === undoneBy) return;
    line.transfer = { ...line.transfer, undoneBy };
    this.#onmarked(line);
  }
}

const lower = (a: EntryId | null, b: EntryId): EntryId => (a !== null && a < b ? a : b);

const isOpposite = (a: Transfer, b: Transfer): boolean =>
  a.helper === b.helped && a.helped === b.helper;
