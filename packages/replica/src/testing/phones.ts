import { encodeTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import {
  TestCommunity,
  createCast,
  deliver,
  helped,
  openOnMemory,
} from '@manyhands/testing';
import type { OnMemory, CastMember } from '@manyhands/testing';
import { startDuties } from '../duties.ts';
import type { Duties, DutiesOptions } from '../duties.ts';
import type { Run } from '../page.ts';
import type { Writer } from '../types.ts';
import { writerOn } from './writerOn.ts';

const [ana, biel, carme, didac] = await createCast();
export { ana, biel, carme, didac };

export interface DutifulPhone extends OnMemory {
  readonly writer: Writer;
  readonly duties: Duties;
  readonly state: { time: number; isQuiet: boolean };
}

/** A phone that has what the founder wrote, and does its duties. */
export async function dutifulPhoneOf(
  community: TestCommunity,
  person: CastMember,
  options: Partial<DutiesOptions> = {},
  held: readonly Run[] = [],
): Promise<DutifulPhone> {
  const { member, device } = person;
  const memory = await openOnMemory(community.id, undefined, {
    own: { member, device },
  });
  const { replica, store } = memory;
  await deliver(memory, { runs: [community.ledgerOf(ana).run(), ...held] }, ana);
  // What this phone wrote itself, and is held, its journal has.
  for (const { log, entries } of held.length > 0 ? community.logs() : []) {
    if (log.device !== device) continue;
    for (const { seq, prev, stored } of entries) {
      await store.journal.append({ kind: log.kind, seq, prev, stored });
    }
  }
  const writer = await writerOn(memory, person);
  const state = { time: 0, isQuiet: true };
  const duties = startDuties({
    replica,
    writer,
    clock: () => state.time,
    isQuiet: () => state.isQuiet,
    random: () => 0,
    ...options,
  });
  return { ...memory, writer, duties, state };
}

export const alone = (phone: DutifulPhone, ...entries: Entry[]): Promise<unknown> =>
  deliver(phone, { evidence: entries.map(encodeTravelling) }, ana);

/** What this phone wrote into its own ledger. */
export function written({ replica, writer }: DutifulPhone): Entry[] {
  const { member, device } = writer;
  const log = { community: replica.community, kind: 'ledger', member, device } as const;
  const entries: Entry[] = [];
  let at = replica.entry(replica.head(log).head);
  for (; at; at = replica.entry(at.prev)) entries.push(at);
  return entries.reverse();
}

/** Biel's second entry, shown without the first. */
export async function withheld(): Promise<{ community: TestCommunity; shown: Entry }> {
  const community = await TestCommunity.of(ana, [biel, carme, didac]);
  await community.ledgerOf(biel).add(helped(ana, 5));
  return { community, shown: await community.ledgerOf(biel).add(helped(ana, 60)) };
}
