import { SerialQueue } from '@manyhands/base';
import type { DeviceKey, Hex, MemberId, Result } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import type { Signer } from '@manyhands/keys';
import { communityIdOf, encodeJoinRequest, readJoinRequest } from '@manyhands/ledger';
import type {
  JoinRequest,
  DeviceRequest,
  InviteRequest,
  KnockRequest,
  WhoAmIRequest,
} from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { endingOf, handshakeEvidence, welcomeOf } from './handshakeEvidence.ts';
import type { Host, PeerName } from './handshake.ts';
import type { Judgement, LinkProof } from './handshakeMessages.ts';
import { isListedOut, isOut } from './isOut.ts';
import { isRemovedDevice, removalOf } from './removed.ts';
import type { IsRemoved } from './removed.ts';
import { isProvenRequest } from './requestProofs.ts';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';
import type { JoinRefused, Verdict } from './verdict.ts';

/** Lets somebody in by certifying their device, or says why not. */
export type Admit = (
  request: InviteRequest | DeviceRequest | KnockRequest,
) => Promise<Result<void, JoinRefused>>;

/** A member whose identity key somebody holds, or is to hold once enough guardians say so. */
export interface KnownKey {
  readonly member: MemberId;
  /** The entries that make it their key, so far, travelling: for who knows nothing yet. */
  readonly statements: readonly Uint8Array[];
}

/** Whether the charter is told to whoever signs with this key of an invite. */
export type MayRead = (invitePub: Hex) => boolean;

/** Whose identity key it is or is about to be, or null. */
export type WhoIs = (key: Hex) => KnownKey | null;

export interface PeerAuthorizerOptions {
  readonly replica: Replica;
  readonly self: { readonly member: MemberId; readonly device: Signer };
  /** How this device asks to be let in; null when it holds no invite, link or key. */
  readonly admission: (() => Promise<JoinRequest>) | null;
  readonly admit: Admit;
  readonly whoIs: WhoIs;
  readonly mayRead: MayRead;
  /** Whether this device has been given the community's secret. */
  readonly hasSecret: () => boolean;
  /** The charter, proven to be this community's, while a member is asked to greet us. */
  readonly oncharter: (charter: Uint8Array) => void;
  readonly isBanned: (device: DeviceKey) => boolean;
  /** Whom this device refuses because the members let them go (M2). */
  readonly isRemoved: IsRemoved;
  readonly timers: Timers;
}

/** How long the app may take to answer somebody who asks to come in. */
const admitWithin = 20_000;
/** The same for who has knocked: the next one has their turn. A person answers later. */
const greetWithin = { first: 1_000, again: 8_000 };
/** So many may wait for the app at once; and as many who have knocked, apart from them. */
const mostAsked = 16;

/**
 * Says who comes in, in a room of members and in the lobby. There stands whoever has read a
 * poster or seen an invite, so a member says who they are to nobody before they have been
 * welcomed.
 */
export interface PeerAuthorizer extends Host {
  readonly inLobby: Host;
}

/**
 * Who comes in (M2, M12): a device that stands for a member, by what the replica knows
 * after reading the certificates it showed, and that is not out (ledger/L12); or
 * one with a request that the app grants, and that is certified thereby. A request's
 * signatures are checked here; whether its invite or link is good, or whose its key is,
 * the app knows.
 */
export function createPeerAuthorizer(options: PeerAuthorizerOptions): PeerAuthorizer {
  const { replica, self, isBanned } = options;
  const { community } = replica;
  const own = toHex(self.device.publicKey) as DeviceKey;
  const ourselves: PeerName = { member: self.member, device: own };
  /** One asks to be let in at a time: the first yes spares the others. */
  const asking = new SerialQueue();
  const ask = createAsking(options);

  const isMember = ({ member, device }: PeerName) =>
    replica.ledger.hasStanding(member, device) || replica.isCertified(member, device);

  const isIn = (peer: PeerName) =>
    replica.ledger.isEverMember(peer.member) && isMember(peer);

  async function judge(
    peer: PeerName,
    proof: LinkProof,
    inLobby = false,
  ): Promise<Judgement> {
    // Before it is refused, what it shows is read: statements often come before certificates.
    const isOpen =
      !isMember(peer) || (isOut(replica, peer) && !isListedOut(replica, peer));
    if (proof.evidence.length > 0 && isOpen) {
      const { device } = peer;
      await replica.receive(pageOf(proof.evidence), { type: 'device', device });
    }
    // Whatever it asks and whoever certified it: its member has ended it (ledger/L12).
    if (isOut(replica, peer)) {
      return { verdict: 'SwitchedOff', evidence: endingOf(replica, peer) };
    }
    if (isRemovedDevice(replica, peer, options.isRemoved)) return removed(peer);
    let answer = refusal('Stranger');
    if (proof.admission !== null && !isIn(peer)) {
      answer = await hear(peer, proof.admission);
    }
    // The app's yes is an entry, and nobody is served on its word alone. Who is certified
    // by one member and waits for another is served meanwhile.
    const isTold = inLobby || proof.admission !== null;
    return isMember(peer) ? welcome(peer, isTold) : answer;
  }

  /** Only who was among the members is told what these decided: a name anybody can use. */
  function removed(peer: PeerName): Judgement {
    if (!isMember(peer)) return refusal('InviteClosed');
    return { verdict: 'Removed', evidence: removalOf(replica, peer) };
  }

  async function hear(peer: PeerName, admission: Uint8Array): Promise<Judgement> {
    const request = readJoinRequest(admission);
    if (!request.ok || !(await isProvenRequest(request.value, peer, community))) {
      return refusal('BadRequest');
    }
    if (request.value.type === 'whoAmI') return tell(request.value);
    if (request.value.type === 'charter') {
      // Nobody is asked and nothing is kept: no reader takes the place of who would come in.
      const { invitePub } = request.value;
      return options.mayRead(invitePub) ? tellCharter() : refusal('InviteUnknown');
    }
    const verdict = await ask(request.value);
    const isHeard = request.value.type === 'knock' && verdict === 'Busy';
    return isHeard ? tellCharter() : refusal(verdict);
  }

  /** What stands on every poster's other side: name and agreement, and no entry. */
  function tellCharter(): Judgement {
    const content = replica.founding()?.content;
    const charter = content?.type === 'community.found' ? [content.charter] : [];
    return { verdict: 'Knocked', evidence: charter };
  }

  /** Who asked to be let in, or met us in the lobby, knows nothing to judge us by. */
  function welcome(peer: PeerName, isTold: boolean): Judgement {
    const evidence = isTold ? welcomeOf(replica, [ourselves, peer]) : [];
    return { verdict: 'Welcome', evidence };
  }

  function tell({ key, device }: WhoAmIRequest): Judgement {
    const known = options.whoIs(key);
    if (known === null) return refusal('UnknownKey');
    const { member, statements } = known;
    const theirs = replica.ledger.member(member)?.devices ?? [];
    const devices = [...theirs.map((each) => each.device), device];
    const named = devices.map((each): PeerName => ({ member, device: each }));
    const evidence = welcomeOf(replica, [ourselves, ...named], statements);
    return { verdict: 'Known', evidence };
  }

  const inRoom: Host = {
    community,
    self,
    isBanned,
    judge: (peer, proof) => judge(peer, proof),
    evidence: () => handshakeEvidence(replica, ourselves),
    isGuest: () => !options.hasSecret(),
    async admission() {
      if (options.admission === null) return null;
      const done = await turnOf(asking);
      try {
        if (!isIn(ourselves)) {
          return { request: encodeJoinRequest(await options.admission()), done };
        }
      } catch (error) {
        done();
        throw error;
      }
      done();
      return null;
    },
    receivedCharter(charter) {
      if (communityIdOf(charter) === community) options.oncharter(charter);
    },
    async welcomed({ device }, evidence) {
      if (evidence.length === 0) return;
      await replica.receive(pageOf(evidence), { type: 'device', device });
    },
  };
  const inLobby: Host = {
    ...inRoom,
    judge: (peer, proof) => judge(peer, proof, true),
    evidence: () => [],
  };
  return { ...inRoom, inLobby };
}

const refusal = (verdict: Verdict): Judgement => ({ verdict, evidence: [] });

/**
 * Asks the app for its yes, which is seen in what it wrote; and answers `Busy` when that
 * takes longer than a newcomer can wait. Who knocks again while it still thinks
 * is not asked about a second time. Whoever has read a poster takes nobody's place who was
 * invited: anybody may have read it.
 */
function createAsking({ admit, timers }: PeerAuthorizerOptions) {
  const invited = new Map<string, ReturnType<Admit>>();
  const knocking = new Map<string, ReturnType<Admit>>();
  return async (
    request: InviteRequest | DeviceRequest | KnockRequest,
  ): Promise<Verdict> => {
    const isKnock = request.type === 'knock';
    const asked = isKnock ? knocking : invited;
    // One question for each who knocks, whatever they say of themselves the next time.
    const name = isKnock ? request.member : toHex(encodeJoinRequest(request));
    const known = asked.get(name);
    if (known === undefined && asked.size === mostAsked) return 'Busy';
    const answer = known ?? admit(request).finally(() => asked.delete(name));
    asked.set(name, answer);
    const patience = greetWithin[known === undefined ? 'first' : 'again'];
    const admitted = await within(answer, isKnock ? patience : admitWithin, timers);
    if (admitted === null || admitted.ok) return 'Busy';
    return admitted.error.type;
  };
}

/** Resolves when it is one's turn, with how to end it. */
const turnOf = (queue: SerialQueue): Promise<() => void> =>
  new Promise((begin) => queue.add(() => new Promise<void>((end) => begin(end))));
