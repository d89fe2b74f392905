import type { EntryId, LogId, MemberId, PartyId } from '@manyhands/base';
import { isWhole } from '@manyhands/ledger';
import type { Entry, Ledger } from '@manyhands/ledger';
import { mergeAsks } from './asks.ts';
import {
  certificateOf,
  erasersOf,
  attestationsOf,
  isFounding,
} from './certificatePath.ts';
import type { HeldLog, Holdings } from './holdings.ts';
import type { Ask } from './page.ts';

/** Whose logs come earlier than those of the rest. */
export interface Nearness {
  readonly asker: MemberId | null;
  readonly partners: ReadonlySet<PartyId>;
}

/** Those whom `asker` has hours with are near to them. */
export function nearnessOf(ledger: Ledger, asker: MemberId | null): Nearness {
  const partners = new Set<PartyId>();
  if (asker === null) return { asker, partners };
  for (const { proposer, party } of ledger.transfersOf(asker)) {
    partners.add(proposer === asker ? party : proposer);
  }
  return { asker, partners };
}

/**
 * The asks that can be answered, in the order in which to answer them: nearest first
 * (B10), and before each the log that certifies it, if that is asked for too. Found one
 * after the other: a page has room for few of thousands.
 */
export class Waiting {
  readonly #held: Holdings;
  readonly #wanted: Map<LogId, [HeldLog, Ask]>;
  /** Whose turn has begun: two that certify each other would wait for ever. */
  readonly #begun = new Set<LogId>();
  readonly #begunCertificates = new Set<EntryId>();

  constructor(held: Holdings, asks: readonly Ask[], near: Nearness) {
    this.#held = held;
    const found: [HeldLog, Ask][] = [];
    for (const ask of mergeAsks(asks)) {
      const log = held.called(ask.log);
      if (log === undefined || !held.isCertified(log.log)) continue;
      if (ask.from < held.announcedLengthOf(log)) found.push([log, ask]);
    }
    found.sort(([a], [b]) => distance(a, near) - distance(b, near));
    this.#wanted = new Map(found.map((each) => [each[0].logId, each]));
  }

  *inOrder(): Generator<[HeldLog, Ask]> {
    for (const logId of this.#wanted.keys()) yield* this.#take(logId);
  }

  /** Those that have not come yet. */
  asks(): Ask[] {
    return [...this.#wanted.values()].map(([, ask]) => ask);
  }

  /** A log behind all that it waits for: each log and certificate has one turn for all. */
  *#take(first: LogId): Generator<[HeldLog, Ask]> {
    const stack: Step[] = [{ logId: first, isReady: false }];
    for (let step = stack.pop(); step; step = stack.pop()) {
      const { logId, at, isReady } = step;
      if (isReady && at !== undefined) stack.push({ logId, isReady: false });
      else if (at !== undefined) stack.push(...this.#before(at));
      else if (!isReady) stack.push(...this.#beforeLog(logId));
      else yield* this.#give(logId);
    }
  }

  *#give(logId: LogId): Generator<[HeldLog, Ask]> {
    const found = this.#wanted.get(logId);
    this.#wanted.delete(logId);
    if (found !== undefined) yield found;
  }

  #before(at: Entry): Step[] {
    if (this.#begunCertificates.has(at.id) || isFounding(at)) return [];
    this.#begunCertificates.add(at.id);
    return [
      { logId: at.logId, at, isReady: true },
      ...attestationsOf(this.#held, at).map((each) => toBegin(each)),
    ];
  }

  #beforeLog(logId: LogId): Step[] {
    const found = this.#wanted.get(logId);
    if (found === undefined || this.#begun.has(logId)) return [];
    this.#begun.add(logId);
    const [log, ask] = found;
    const certificates = [log, ...erasersOf(this.#held, log, ask)].flatMap(
      (each) => certificateOf(this.#held, each.log) ?? [],
    );
    return [{ logId, isReady: true }, ...certificates.map(toBegin)];
  }
}

/** A log, or a certificate in it, on the way: before what it waits for, or behind that. */
interface Step {
  readonly logId: LogId;
  readonly at?: Entry;
  readonly isReady: boolean;
}

const toBegin = (at: Entry): Step => ({ logId: at.logId, at, isReady: false });

function distance({ log, items }: HeldLog, near: Nearness): number {
  const [first] = items;
  if (first && isWhole(first) && first.content.type === 'community.found') return 0;
  if (log.member === near.asker) return 1;
  if (near.partners.has(log.member)) return 2;
  return 3;
}
