import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import { createCast, deliver, openOnMemory } from '@manyhands/testing';
import type {
  TestCommunity,
  LogBuilder,
  OnMemory,
  CastMember,
} from '@manyhands/testing';
import { entryCost, pageLimit } from '../limits.ts';
import type { Received } from '../types.ts';

const [ana, biel, carme, didac] = await createCast();
export { ana, biel, carme, didac };

export const dayInMs = 86_400_000;

/** A clock that a test sets. */
export class HandClock {
  time = 1_000 * dayInMs;
  readonly read = (): number => this.time;
}

export interface Sharer extends OnMemory {
  readonly clock: HandClock;
}

/** Somebody's phone that holds the founding log, on a new disk or one that was there. */
export async function sharerOf(
  community: TestCommunity,
  { member, device }: CastMember = carme,
  { disk, clock = new HandClock() }: Partial<Sharer> = {},
): Promise<Sharer> {
  const own = { member, device };
  const memory = await openOnMemory(community.id, disk, { own, clock: clock.read });
  await deliver(memory, { runs: [community.ledgerOf(community.founder).run()] }, ana);
  return { ...memory, clock };
}

/** How much of a log is held. */
export const lengthOf = ({ replica }: OnMemory, { log }: LogBuilder): number =>
  replica.head(log).length;

/** What is held of a log counts so much. */
export const storedBytesOf = (here: OnMemory, log: LogBuilder): number =>
  log.entries
    .slice(0, lengthOf(here, log))
    .reduce((sum, each) => sum + costOf(each), 0);

const costOf = ({ stored }: Entry): number => Math.max(stored.length, entryCost);

/**
 * Hands over what follows in a log, page by page, until nothing more is taken. Answers the
 * last that came of it.
 */
export async function push(
  here: OnMemory,
  log: LogBuilder,
  from: CastMember = ana,
): Promise<Received | null> {
  for (let last: Received | null = null; ;) {
    const length = lengthOf(here, log);
    if (length === log.entries.length) return last;
    last = await deliver(here, { runs: [log.run(length, length + perPage)] }, from);
    if (last.refused !== null || lengthOf(here, log) === length) return last;
  }
}

/** So many entries of any length fit in one page, and end where one is signed. */
const perPage = Math.floor(pageLimit / 4_200 / 8) * 8;

export const deliverAlone = (
  here: OnMemory,
  entries: readonly Entry[],
  from: CastMember = ana,
): Promise<Received> =>
  deliver(here, { evidence: entries.map(encodeTravelling) }, from);
