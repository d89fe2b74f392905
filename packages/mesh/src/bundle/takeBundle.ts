import { readPage } from '@manyhands/replica';
import type { Replica, Run } from '@manyhands/replica';
import { isPackerOut, isPackerRemoved, namedOn, nobody } from './packer.ts';
import type { BundleWork } from './packer.ts';
import type { OpenedBundle } from './sealedBundle.ts';
import { pause } from './pause.ts';

/** What came of taking a bundle in. Whatever was taken stays, however it ended. */
export interface TakenBundle {
  /** Entries that were not here before. */
  readonly added: number;
  /**
   * `whole`: all of it was looked at. `stopped`: somebody called it off. `unproven`: a
   * page does not prove itself, and nothing behind it was looked at. `switchedOff`: by its
   * own evidence, or since it was weighed, its packer is out (ledger/L12); nothing else was taken.
   * `removed`: the members decided that whoever packed it leaves (M2).
   */
  readonly end: 'whole' | 'stopped' | 'unproven' | 'switchedOff' | 'removed';
  /** Something in it follows on what is not here: another bundle has to bring that. */
  readonly hasGap: boolean;
}

/**
 * Hands the pages to `replica`, which believes what proves itself: who packed them says
 * nothing about that. A second time, or after another bundle, changes nothing. Evidence comes
 * first, and before anything else whether its packer is out, or removed, by what is known then.
 */
export async function takeBundle(
  replica: Replica,
  { content: { pages }, device }: Pick<OpenedBundle<never>, 'content' | 'device'>,
  { report, signal, isRemoved = nobody }: BundleWork = {},
): Promise<TakenBundle> {
  let added = 0;
  const waiting: Uint8Array[] = [];
  /** What its runs go on from. */
  const beginnings: Beginning[] = [];
  const take = async (page: Uint8Array): Promise<'taken' | 'stopped' | 'unproven'> => {
    if (signal?.aborted === true) return 'stopped';
    const read = readPage(page);
    if (!read.ok) return 'unproven';
    const received = await replica.receive(read.value, { type: 'message' });
    if (received.refused !== null) return 'unproven';
    added += received.added.length + received.detached.length;
    if (received.strangers.length > 0) waiting.push(page);
    for (const { kind, member, device, from } of read.value.runs) {
      beginnings.push({ kind, member, device, from });
    }
    await pause();
    return 'taken';
  };
  const begins = pages.findIndex((page) => !isEvidence(page));
  const named = namedOn(replica, device, pages.slice(0, Math.max(0, begins)));
  for (const [at, page] of pages.entries()) {
    report?.({ done: at, of: pages.length });
    if (at === begins && isPackerOut(replica, device, named)) {
      return { added, end: 'switchedOff', hasGap: false };
    }
    if (at === begins && isPackerRemoved(replica, device, named, isRemoved)) {
      return { added, end: 'removed', hasGap: false };
    }
    const end = await take(page);
    if (end !== 'taken') return { added, end, hasGap: false };
  }
  // What stood alone may be certified by a page behind it.
  for (const page of waiting.splice(0)) await take(page);
  report?.({ done: pages.length, of: pages.length });
  return { added, end: 'whole', hasGap: hasGap(replica, beginnings) };
}

/** Whether a page has nothing but entries that stand alone. */
function isEvidence(bytes: Uint8Array): boolean {
  const page = readPage(bytes);
  return page.ok && page.value.runs.length === 0;
}

type Beginning = Pick<Run, 'kind' | 'member' | 'device' | 'from'>;

/** Whether a run begins further on than its log reaches here. */
function hasGap(replica: Replica, beginnings: readonly Beginning[]): boolean {
  const { community } = replica;
  return beginnings.some(
    ({ from, ...log }) => replica.head({ community, ...log }).length < from,
  );
}
