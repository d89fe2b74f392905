import type { DeviceKey, MemberId, MinuteOfTime } from '@manyhands/base';
import type { Entry } from '@manyhands/ledger';
import type { LogHead, Replica } from '@manyhands/replica';
import type { DeviceAcks, Place } from '../opened/index.ts';
import { ownLogs } from './keepers.ts';
import { keeperOn } from './status.ts';

/** What one other device has stored of all that I wrote, as it has said itself. */
export interface DeviceCopy {
  readonly device: DeviceKey;
  readonly isLinked: boolean;
  /** When it was last linked; null if never, or before this phone's clock was set back. */
  readonly met: MinuteOfTime | null;
  /** Entries of mine it has, and those it has not. */
  readonly has: number;
  readonly lacks: number;
}

/** The devices of one other member, the most useful first. */
export interface MemberCopy {
  readonly member: MemberId;
  readonly best: DeviceCopy;
  readonly devices: readonly DeviceCopy[];
}

/** Where my part of the record lies beside this phone. */
export interface Copies {
  /** Most useful first: who is here now, who has all, who was met lately. */
  readonly others: readonly MemberCopy[];
  /** My own other devices, counted apart. */
  readonly mine: readonly DeviceCopy[];
  /** What I wrote that no other member has said to have stored; oldest first. */
  readonly nowhere: readonly Entry[];
  /** Whether there is more of that, further back than was looked. */
  readonly isMore: boolean;
}

type Sight = Pick<
  Place,
  'replica' | 'membership' | 'acks' | 'linkedDevices' | 'met' | 'now'
>;

/** How far back entries are named one by one: beyond that nobody reads them. */
const lookBack = 500;

export function copiesOf(place: Sight): Copies {
  const { member: me, device: own } = place.membership;
  const logs = ownLogs(place);
  const linked = new Set(place.linkedDevices());
  const [acks, met] = [place.acks(), place.met()];
  const memberOf = keeperOn(place.replica.ledger);
  const byMember = new Map<MemberId, DeviceCopy[]>();
  for (const device of new Set([...acks.keys(), ...linked, ...met.keys()])) {
    const member = device === own ? null : memberOf(device);
    if (member === null) continue;
    const at = met.get(device) ?? null;
    const copy = {
      device,
      isLinked: linked.has(device),
      met: at !== null && at <= place.now() ? at : null,
      ...countOf(logs, acks.get(device)),
    };
    byMember.set(member, [...(byMember.get(member) ?? []), copy]);
  }
  const mine = byMember.get(me) ?? [];
  byMember.delete(me);
  const devices = [...byMember.values()].flat().map(({ device }) => device);
  const lacking = lackedByAll(logs, devices, acks);
  return {
    others: [...byMember]
      .flatMap(([member, copies]) => {
        const sorted = [...copies].sort(byUse);
        return sorted[0] ? [{ member, best: sorted[0], devices: sorted }] : [];
      })
      .sort((a, b) => byUse(a.best, b.best)),
    mine: [...mine].sort(byUse),
    ...entriesBeyond(place.replica, lacking),
  };
}

/** What I wrote and this device has not said to have stored. */
export function missingOn(
  place: Sight,
  { device }: Pick<DeviceCopy, 'device'>,
): Pick<Copies, 'nowhere' | 'isMore'> {
  const logs = ownLogs(place);
  return entriesBeyond(place.replica, lackedByAll(logs, [device], place.acks()));
}

function countOf(
  logs: readonly LogHead[],
  acked: ReadonlyMap<LogHead['logId'], number> = new Map(),
): Pick<DeviceCopy, 'has' | 'lacks'> {
  let [has, lacks] = [0, 0];
  for (const { logId, length } of logs) {
    const stored = Math.min(length, acked.get(logId) ?? 0);
    has += stored;
    lacks += length - stored;
  }
  return { has, lacks };
}

/** A log of mine, and from which place on nobody has it. */
interface Lacking {
  readonly head: LogHead;
  readonly from: number;
}

const lackedByAll = (
  logs: readonly LogHead[],
  devices: readonly DeviceKey[],
  acks: DeviceAcks,
): Lacking[] =>
  logs.map((head) => {
    const stored = devices.map((device) => acks.get(device)?.get(head.logId) ?? 0);
    return { head, from: Math.min(head.length, Math.max(0, ...stored)) };
  });

function entriesBeyond(
  replica: Replica,
  lacking: readonly Lacking[],
): Pick<Copies, 'nowhere' | 'isMore'> {
  const found = lacking.map(({ head, from }) =>
    head.log.kind === 'board'
      ? replica.board
          .entriesOf(head.log.member)
          .filter(({ logId, seq }) => logId === head.logId && seq >= from)
      : ledgerBeyond(replica, head, from),
  );
  const named = found.flat().sort((a, b) => a.time - b.time || a.seq - b.seq);
  return {
    nowhere: named.slice(-lookBack),
    isMore: named.length > lookBack || found.some(({ length }) => length === lookBack),
  };
}

/** A ledger log has no tombstones, so it can be walked from its end. */
function ledgerBeyond(replica: Replica, { head, length }: LogHead, from: number) {
  const walked: Entry[] = [];
  let entry = length > from ? replica.entry(head) : null;
  while (entry && entry.seq >= from && walked.length < lookBack) {
    walked.push(entry);
    entry = entry.seq === 0 ? null : replica.entry(entry.prev);
  }
  return walked;
}

const byUse = (a: DeviceCopy, b: DeviceCopy): number =>
  Number(b.isLinked) - Number(a.isLinked) ||
  a.lacks - b.lacks ||
  (b.met ?? 0) - (a.met ?? 0) ||
  (a.device < b.device ? -1 : 1);
