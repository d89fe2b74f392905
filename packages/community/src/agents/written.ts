/** What others wrote in my name since I last read of it (C26), on any phone of mine. */
import type { EntryId, LogId, MemberId, PartyId, Result } from '@manyhands/base';
import { logIdOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { StoreFault } from '@manyhands/replica';
import { writtenRead, writtenShown } from '../limits.ts';
import { carersOf, isWordOfAgent, lettersOf } from '../opened/index.ts';
import type { Place } from '../opened/index.ts';
import { peaceOf } from '../safety/index.ts';

export interface WrittenForMe {
  readonly by: MemberId;
  /** Hours that they asked for or answered as me, the latest first, as many as are shown. */
  readonly hours: readonly { readonly proposal: EntryId; readonly party: PartyId }[];
  /** Cards that they pinned or changed, the same. */
  readonly cards: readonly EntryId[];
  /** Words about plans that they said as me. */
  readonly plans: number;
  /** What they have said to my asking them (C26); `end`: they wrote for me and do not any more. */
  readonly answer: 'yes' | 'no' | 'end' | null;
  /** Hours and cards beyond those, and whatever stands before what is read at a time. */
  readonly more: number;
  /** Up to where that is, for `readWhatWasWritten`. */
  readonly places: ReadonlyMap<LogId, number>;
  readonly since: Entry['time'];
}

/** Of each who wrote something, whoever began first. */
export function writtenForMe(place: Place): WrittenForMe[] {
  const { ledger } = place.replica;
  const { member } = place.membership;
  const found = new Map<MemberId, Unread>();
  for (const { device, role } of ledger.devicesOf(member)) {
    const by = ledger.memberOfDevice(device);
    if (role !== 2 || by === null) continue;
    const { community } = place.membership;
    for (const kind of ['ledger', 'board'] as const) {
      const { entries, before } = unreadOf(place, { community, kind, member, device });
      const known = found.get(by) ?? { entries: [], before: 0 };
      found.set(by, {
        entries: [...known.entries, ...entries],
        before: known.before + before,
      });
    }
  }
  return [...found]
    .map(([by, unread]) => writtenBy(place, by, unread))
    .filter(
      ({ answer, hours, cards, plans, more }) =>
        answer !== null || hours.length + cards.length + plans + more > 0,
    )
    .sort((a, b) => a.since - b.since || (a.by < b.by ? -1 : 1));
}

/** Says on all my phones that I have read of it. */
export const readWhatWasWritten = (
  place: Place,
  { places }: WrittenForMe,
): Promise<Result<void, StoreFault>> => peaceOf(place).markReadUpTo(places);

interface Unread {
  /** The latest first, as many as are read. */
  readonly entries: readonly Entry[];
  /** How many stand before those. */
  readonly before: number;
}

function unreadOf(place: Place, log: Entry['log']): Unread {
  const { replica } = place;
  const from = peaceOf(place).readUpTo(logIdOf(log));
  const entries: Entry[] = [];
  let at = replica.entry(replica.head(log).head);
  for (; at !== null && at.seq >= from; at = replica.entry(at.prev)) {
    if (entries.length === writtenRead) return { entries, before: at.seq + 1 - from };
    entries.push(at);
  }
  return { entries, before: 0 };
}

function writtenBy(
  place: Place,
  by: MemberId,
  { entries, before: rest }: Unread,
): WrittenForMe {
  const places = new Map<LogId, number>();
  const hours = new Map<string, WrittenForMe['hours'][number]>();
  const cards: EntryId[] = [];
  const plans = new Set(plansOf(place));
  const words: Entry[] = [];
  let planned = 0;
  let since = entries[0]?.time ?? place.now();
  for (const entry of entries) {
    const { id, logId, seq, time, content } = entry;
    places.set(logId, Math.max(seq + 1, places.get(logId) ?? 0));
    const before = hours.size + cards.length + planned;
    for (const hour of hoursIn(place, id, content)) {
      hours.set(`${hour.proposal}/${hour.party}`, hour);
    }
    if (content.type === 'listing') cards.push(id);
    if (plans.has(id)) planned += 1;
    const isWord = isWordOfAgent(entry);
    if (isWord) words.push(entry);
    const isTold = isWord || hours.size + cards.length + planned > before;
    if (isTold && time < since) since = time;
  }
  const shown = [...hours.values()].slice(0, writtenShown);
  const pinned = cards.slice(0, writtenShown);
  const more = hours.size - shown.length + cards.length - pinned.length + rest;
  const told = { hours: shown, cards: pinned, plans: planned, more };
  return { by, ...told, answer: answerOf(place, by, words), places, since };
}

/** As it stands now: of several phones of theirs the furthest counts. */
function answerOf(
  { replica, membership: { member } }: Place,
  by: MemberId,
  words: readonly Entry[],
): WrittenForMe['answer'] {
  if (words.length === 0) return null;
  const stage = carersOf(replica, member).find(({ carer }) => carer === by)?.stage;
  if (stage === 'writes') return 'yes';
  if (stage !== 'no') return null;
  // A no that opens a log was said to the asking; later ones end what had begun.
  return words.every(({ seq }) => seq === 0) ? 'no' : 'end';
}

function hoursIn(
  { replica: { ledger }, membership: { member } }: Place,
  id: EntryId,
  content: Entry['content'],
): WrittenForMe['hours'] {
  if (content.type === 'transfer.propose') {
    return ledger.linesOf(id).map(({ proposal, party }) => ({ proposal, party }));
  }
  if (content.type !== 'transfer.confirm' && content.type !== 'transfer.decline')
    return [];
  const { proposal } = content;
  return ledger.transfer(proposal, member) === null
    ? []
    : [{ proposal, party: member }];
}

const plansOf = (place: Place): EntryId[] =>
  lettersOf(place)
    .all.filter(({ type }) => type === 'arrangement')
    .map(({ id }) => id);
