import { startDuties } from '@manyhands/replica';
import type { Replica, Writer } from '@manyhands/replica';
import { nowInMinutes } from './clock.ts';

/** When this device writes what any could: after a while, and not when the others do. */
const rest = { least: 5_000, most: 60_000 };

/** Does what a device owes to others when a log has two histories (L10). Returns its end. */
export function keepDuties(replica: Replica, writer: Writer): () => void {
  const clock = () => performance.now();
  const duties = startDuties({ replica, writer, now: nowInMinutes, clock });
  let timer: ReturnType<typeof setTimeout> | null = null;
  const later = (): void => {
    timer ??= setTimeout(
      () => {
        timer = null;
        void duties.rest();
      },
      rest.least + Math.random() * (rest.most - rest.least),
    );
  };
  later();
  const end = replica.subscribe(() => {
    const { ledger, forks } = replica;
    if (ledger.cuts().length > 0 || forks.toProve().length > 0) later();
  });
  return () => {
    end();
    duties.close();
    if (timer !== null) clearTimeout(timer);
  };
}
