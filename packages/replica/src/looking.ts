import { verify } from '@manyhands/keys';
import { fitsEntry, isWhole, logIdOf, signatureLength } from '@manyhands/ledger';
import type { Entry, LogItem, LogName } from '@manyhands/ledger';
import { signatureJob } from './aside/jobs.ts';
import type { ChainAnswer, ChainJob } from './aside/jobs.ts';
import type { Aside } from './aside/pool.ts';
import { coveringPlaces, isProven, isSigned } from './authentic.ts';
import type { Verify } from './authentic.ts';
import type { Checkpoint } from './checkpoint.ts';
import { wasProven } from './certifying.ts';
import type { Run } from './page.ts';
import type { Unchanged } from './unchanged.ts';

/** Entries of a run from which on it is worth the way to another thread and back. */
const aheadFrom = 64;

interface Before {
  readonly checkpoint?: Checkpoint | undefined;
  readonly unchanged?: Unchanged | undefined;
}

/** Ids and verdicts of a stretch that another thread has found. */
interface Ahead extends ChainAnswer {
  readonly places: readonly number[];
}

/**
 * How the gate looks at the signatures of one page: each once, however often it is turned
 * over, of a disk none that was looked at before, and on another thread where there is one.
 */
export class Looking {
  /** What was found before, of a disk. */
  readonly #before: Before;
  readonly #aside: Aside | undefined;
  readonly #verify: Verify;
  readonly #signed = new Map<Entry, Promise<boolean>>();

  constructor(rules: Before & { readonly aside?: Aside | undefined }) {
    this.#before = rules;
    this.#aside = rules.aside;
    this.#verify = rules.aside ? verifyingAside(rules.aside) : verify;
  }

  readonly isSigned = (entry: Entry): Promise<boolean> => {
    const known = this.#signed.get(entry);
    if (known !== undefined) return known;
    const wasChecked = this.#before.checkpoint?.isSignedAlone(entry) === true;
    const signed = wasChecked ? Promise.resolve(true) : isSigned(entry, this.#verify);
    this.#signed.set(entry, signed);
    return signed;
  };

  /** Whether every signature inside it is good; of a disk what was found before. */
  readonly isProven = async (entry: Entry): Promise<boolean> =>
    wasProven(this.#before, entry) ?? (await isProven(entry, this.#verify));

  /**
   * What another thread finds of a long run that is about to be read: no more signatures than
   * those that would cover it. Null where nobody does, or it is not worth it.
   */
  async ahead(
    log: LogName,
    run: Pick<Run, 'from' | 'prev' | 'items'>,
  ): Promise<Ahead | null> {
    if (this.#aside === undefined) return null;
    const job = chainOf(log, run);
    if (job === null) return null;
    const answer = await this.#aside.ask(job);
    return answer && { ...answer, places: job.looked };
  }

  /** Now that they are read: `items` of the run that was looked at ahead. */
  note(items: readonly LogItem[], { places, good }: Ahead): void {
    for (const [n, at] of places.entries()) {
      const item = items[at];
      const isGood = good[n] === true;
      if (item !== undefined && isWhole(item))
        this.#signed.set(item, Promise.resolve(isGood));
    }
  }
}

const verifyingAside =
  (aside: Aside): Verify =>
  async (...signed) =>
    (await aside.ask(signatureJob(...signed))) ?? verify(...signed);

/** Null for a short one, and for what is no stretch of whole entries. */
function chainOf(
  log: LogName,
  { from, prev, items }: Pick<Run, 'from' | 'prev' | 'items'>,
): ChainJob | null {
  if (items.length < aheadFrom) return null;
  const ends: number[] = [];
  let length = 0;
  for (const item of items) {
    if (!(item instanceof Uint8Array) || !fitsEntry(item.length)) return null;
    length += item.length - signatureLength;
    ends.push(length);
  }
  const stored = items as readonly Uint8Array[];
  const looked = coveringPlaces(items.length);
  const bytes = new Uint8Array(length + looked.length * signatureLength);
  for (const [at, each] of stored.entries())
    bytes.set(each.subarray(0, -signatureLength), ends[at - 1] ?? 0);
  for (const [n, at] of looked.entries()) {
    const signature = stored[at]?.subarray(-signatureLength);
    if (signature !== undefined) bytes.set(signature, length + n * signatureLength);
  }
  const { device } = log;
  return {
    type: 'chain',
    logId: logIdOf(log),
    device,
    from,
    prev,
    bytes,
    ends,
    looked,
  };
}
