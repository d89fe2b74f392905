import { startDuties } from './duties.ts';
import type { DutiesOptions } from './duties.ts';

export interface RotaOptions extends DutiesOptions {
  /** Calls once after so many milliseconds; the answer calls it off. */
  readonly after: (ms: number, call: () => void) => () => void;
}

/** When a device writes what any could: after a while, and not when the others do. */
const rest = { least: 5_000, most: 60_000 };

/**
 * Does the duties of a device as long as it is open: what is due at once with every
 * change, the rest when its turn comes. Answers how to end it.
 */
export function keepRota(options: RotaOptions): () => void {
  const duties = startDuties(options);
  const cancel = { rest: nothing, forgetting: nothing };
  let isSet = false;
  let isOver = false;
  let asked = 0;
  const later = (): void => {
    void forgetLater();
    if (isOver || isSet || !duties.isOwing) return;
    const wait = rest.least + options.random() * (rest.most - rest.least);
    isSet = true;
    cancel.rest = options.after(wait, () => {
      isSet = false;
      // What is still due then waits for company, for room, or for a disk.
      void duties.rest().then(later);
    });
  };
  /** A device that is open for days hears of nothing when the time has come (H2). */
  const forgetLater = async (): Promise<void> => {
    asked += 1;
    const turn = asked;
    const wait = await duties.forgetsIn();
    if (isOver || turn !== asked) return;
    cancel.forgetting();
    cancel.forgetting = nothing;
    if (wait === null) return;
    cancel.forgetting = options.after(wait, () => {
      cancel.forgetting = nothing;
      void duties.now().then(later);
    });
  };
  later();
  const unsubscribe = options.replica.subscribe(later);
  return () => {
    isOver = true;
    unsubscribe();
    duties.close();
    cancel.rest();
    cancel.forgetting();
  };
}

const nothing = (): void => undefined;
