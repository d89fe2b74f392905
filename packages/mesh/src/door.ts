import type { DeviceKey, Hex, MemberId, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import { encodeAdmissionRequest, readAdmissionRequest } from '@manyhands/ledger';
import type {
  AdmissionRequest,
  DeviceRequest,
  JoinRequest,
  WhoAmIRequest,
} from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { evidenceOf, welcomeOf } from './evidenceOf.ts';
import type { Host, PeerName } from './handshake.ts';
import type { Judgement, LinkProof } from './handshakeMessages.ts';
import { isProven } from './requestProofs.ts';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';
import type { AdmissionRefused, Verdict } from './verdict.ts';

/** Lets somebody in by certifying their device, or says why not. */
export type Admit = (
  request: JoinRequest | DeviceRequest,
) => Promise<Result<void, AdmissionRefused>>;

/** A member whose identity key somebody holds, or is to hold once enough guardians say so. */
export interface KnownKey {
  readonly member: MemberId;
  /** The entries that make it their key, so far, travelling: for who knows nothing yet. */
  readonly statements: readonly Uint8Array[];
}

/** Whose identity key it is or is about to be, or null. */
export type WhoIs = (key: Hex) => KnownKey | null;

export interface DoorOptions {
  readonly replica: Replica;
  readonly self: { readonly member: MemberId; readonly device: Signer };
  /** How this device asks to be let in; null when it holds no invite, link or key. */
  readonly admission: (() => Promise<AdmissionRequest>) | null;
  readonly admit: Admit;
  readonly whoIs: WhoIs;
  readonly isShunned: (device: DeviceKey) => boolean;
  readonly timers: Timers;
}

/** How long the app may take to answer somebody who waits at the door. */
const admitWithin = 20_000;
/** So many may wait for the app at once. */
const mostAsked = 16;

/**
 * Who comes in (M2, M12): a device that stands for a member, by what the replica knows
 * after reading the certificates it showed; or one with a request that the app grants,
 * and that is certified thereby. A request's signatures are checked here; whether its
 * invite or link is good, or whose its key is, the app knows.
 */
export function createDoor(options: DoorOptions): Host {
  const { replica, self, isShunned } = options;
  const { community } = replica;
  const own = toHex(self.device.publicKey) as DeviceKey;
  const turns = createTurns();
  const ask = createAsking(options);

  const isMember = ({ member, device }: PeerName) =>
    replica.ledger.hasStanding(member, device) || replica.isCertified(member, device);

  const isIn = (peer: PeerName) =>
    replica.ledger.isEverMember(peer.member) && isMember(peer);

  async function judge(peer: PeerName, proof: LinkProof): Promise<Judgement> {
    if (proof.evidence.length > 0 && !isMember(peer)) {
      const { device } = peer;
      await replica.receive(pageOf(proof.evidence), { type: 'device', device });
    }
    let answer = refusal('Stranger');
    if (proof.admission !== null && !isIn(peer)) {
      answer = await hear(peer, proof.admission);
    }
    // The app's yes is an entry, and nobody is served on its word alone. Who is certified
    // by one member and waits for another is served meanwhile.
    return isMember(peer) ? welcome(peer, proof) : answer;
  }

  async function hear(peer: PeerName, admission: Uint8Array): Promise<Judgement> {
    const request = readAdmissionRequest(admission);
    if (!request.ok || !(await isProven(request.value, peer, community))) {
      return refusal('BadRequest');
    }
    if (request.value.type === 'whoAmI') return tell(request.value);
    return refusal(await ask(request.value));
  }

  /** Who asked to be let in knows nothing to judge us by. */
  function welcome({ device }: PeerName, { admission }: LinkProof): Judgement {
    const evidence = admission === null ? [] : welcomeOf(replica, [own, device]);
    return { verdict: 'Welcome', evidence };
  }

  function tell({ key, device }: WhoAmIRequest): Judgement {
    const known = options.whoIs(key);
    if (known === null) return refusal('UnknownKey');
    const theirs = replica.ledger.member(known.member)?.devices ?? [];
    const devices = [own, ...theirs.map((each) => each.device), device];
    const evidence = welcomeOf(replica, devices, known.statements);
    return { verdict: 'Known', evidence };
  }

  return {
    community,
    self,
    isShunned,
    judge,
    evidence: () => evidenceOf(replica, own),
    async admission() {
      if (options.admission === null) return null;
      const done = await turns.next();
      if (isIn({ member: self.member, device: own })) {
        done();
        return null;
      }
      return { request: encodeAdmissionRequest(await options.admission()), done };
    },
    async welcomed({ device }, evidence) {
      if (evidence.length === 0) return;
      await replica.receive(pageOf(evidence), { type: 'device', device });
    },
  };
}

const refusal = (verdict: Verdict): Judgement => ({ verdict, evidence: [] });

/**
 * Asks the app for its yes, which is seen in what it wrote; and answers `Busy` when that takes longer than a newcomer can wait at
 * the door. Who knocks again while it still thinks is not asked about a second time.
 */
function createAsking({ admit, timers }: DoorOptions) {
  const asked = new Map<Hex, ReturnType<Admit>>();
  return async (request: JoinRequest | DeviceRequest): Promise<Verdict> => {
    const name = toHex(encodeAdmissionRequest(request));
    let answer = asked.get(name);
    if (answer === undefined) {
      if (asked.size === mostAsked) return 'Busy';
      answer = admit(request).finally(() => asked.delete(name));
      asked.set(name, answer);
    }
    const admitted = await within(answer, admitWithin, timers);
    if (admitted === null || admitted.ok) return 'Busy';
    return admitted.error.type;
  };
}

/** One at a time, in order. */
function createTurns() {
  let last: Promise<void> = Promise.resolve();
  return {
    async next(): Promise<() => void> {
      const before = last;
      let done: () => void = () => undefined;
      last = new Promise((resolve) => (done = resolve));
      await before;
      return done;
    },
  };
}
