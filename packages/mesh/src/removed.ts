/** Whom the members decided to let go: who is refused for it, and how that is shown (M2). */
import type { DeviceKey, EntryId, MemberId } from '@manyhands/base';
import { encodeTravelling } from '@manyhands/ledger';
import type { DecidedMotion, Entry } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import type { PeerName } from './handshake.ts';
import { eachOnce, endingOf, fitting } from './handshakeEvidence.ts';
import { isListedOut, isOut } from './isOut.ts';

export type IsRemoved = (member: MemberId) => boolean;

/** Whether a device is a removed member's: whoever it speaks for now, its own hand counts. */
export function isRemovedDevice(
  { ledger }: Pick<Replica, 'ledger'>,
  { member, device }: PeerName,
  isRemoved: IsRemoved,
): boolean {
  const owner = ledger.memberOfDevice(device);
  return isRemoved(member) || (owner !== null && isRemoved(owner));
}

/** Who is nobody's guest (M2): out (ledger/L12), or let go by the members. */
export class Refusals {
  readonly #replica: Replica;
  readonly #isRemoved: IsRemoved;

  constructor(replica: Replica, isRemoved: IsRemoved) {
    this.#replica = replica;
    this.#isRemoved = isRemoved;
  }

  isRefused(peer: PeerName): boolean {
    return (
      isOut(this.#replica, peer) ||
      isRemovedDevice(this.#replica, peer, this.#isRemoved)
    );
  }

  /** The same of a device of which nothing else is known yet. */
  isKnown(device: DeviceKey): boolean {
    const member = this.#replica.ledger.memberOfDevice(device);
    return member !== null && this.isRefused({ member, device });
  }

  /** Whether nothing that they could show would change it. */
  isForGood(peer: PeerName): boolean {
    return !isOut(this.#replica, peer) || isListedOut(this.#replica, peer);
  }

  /** The proof, which is the last they are given. */
  whyOf(peer: PeerName): Uint8Array[] {
    const why = isOut(this.#replica, peer) ? endingOf : removalOf;
    return why(this.#replica, peer);
  }
}

/**
 * What was decided of whose device this is: the question and its yeses, before them what
 * certifies their writers. For one who was among the members, and knows most of it.
 */
export function removalOf(
  replica: Replica,
  { member, device }: PeerName,
): Uint8Array[] {
  const owner = replica.ledger.memberOfDevice(device);
  const decided = replica.ledger
    .secondedMotions()
    .find(
      ({ matter, holds }) =>
        matter.about === 'member' &&
        matter.standing === 'removed' &&
        (matter.member === member || matter.member === owner) &&
        holds.some(Boolean),
    );
  return decided === undefined ? [] : proofOf(replica, decided);
}

/** What was gathered for a motion, and whose yeses these are. */
interface Gathered {
  readonly of: string;
  readonly proof: Uint8Array[];
}
const gathered = new WeakMap<Replica, Map<EntryId, Gathered>>();

/** Logs are walked once for each motion while the same say yes: who is refused may come often. */
function proofOf(replica: Replica, decided: DecidedMotion): Uint8Array[] {
  const known = gathered.get(replica) ?? new Map<EntryId, Gathered>();
  gathered.set(replica, known);
  const of = decided.yes.join();
  const last = known.get(decided.motion);
  if (last?.of === of) return last.proof;
  const proof = gather(replica, decided);
  known.set(decided.motion, { of, proof });
  return proof;
}

function gather(replica: Replica, { motion, yes }: DecidedMotion): Uint8Array[] {
  const opening = replica.entry(motion);
  const words = replica
    .vector()
    .filter(({ log }) => log.kind === 'ledger' && yes.includes(log.member))
    .map(({ head }) => lastWordOn(replica, head, motion));
  const said = [...words, opening].filter((entry) => entry !== null);
  const behind = said.flatMap(({ log }) => replica.evidenceFor(log));
  return fitting([...eachOnce(behind), ...eachOnce(said.map(encodeTravelling))]);
}

function lastWordOn(replica: Replica, head: EntryId, motion: EntryId): Entry | null {
  for (let at = replica.entry(head); at !== null; at = replica.entry(at.prev)) {
    const { content } = at;
    if (content.type === 'motion.vote' && content.motion === motion) return at;
  }
  return null;
}
