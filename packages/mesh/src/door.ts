import type { CommunityId, DeviceKey, MemberId, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { verify } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  deviceStatement,
  encodeAdmissionRequest,
  inviteStatement,
  readAdmissionRequest,
} from '@manyhands/ledger';
import type { AdmissionRequest } from '@manyhands/ledger';
import { pageOf } from '@manyhands/replica';
import type { Replica } from '@manyhands/replica';
import { evidenceOf, welcomeOf } from './evidenceOf.ts';
import type { Host, PeerName } from './handshake.ts';
import type { Judgement, LinkProof } from './handshakeMessages.ts';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';
import type { AdmissionRefused, Verdict } from './verdict.ts';

export interface DoorOptions {
  readonly replica: Replica;
  readonly self: { readonly member: MemberId; readonly device: Signer };
  /** How this device asks to be admitted; null when it holds no invite. */
  readonly admission: (() => Promise<AdmissionRequest>) | null;
  /** The app decides, and appends `member.admit` when it says yes. */
  readonly admit: (
    request: AdmissionRequest,
  ) => Promise<Result<void, AdmissionRefused>>;
  readonly isShunned: (device: DeviceKey) => boolean;
  readonly timers: Timers;
}

/** How long the app may take to admit somebody. */
const admitWithin = 20_000;

/**
 * Who comes in (M2, M12): a device that stands for a member, by what the replica knows
 * after reading the certificates it showed; or one with an admission request that the
 * app grants. The two signatures of a request are checked here, its invite there.
 */
export function createDoor(options: DoorOptions): Host {
  const { replica, self, isShunned } = options;
  const { community } = replica;
  const turns = createTurns();

  const isMember = ({ member, device }: PeerName) =>
    replica.ledger.hasStanding(member, device) || replica.isCertified(member, device);

  async function judge(peer: PeerName, proof: LinkProof): Promise<Judgement> {
    if (proof.evidence.length > 0 && !isMember(peer)) {
      const { device } = peer;
      await replica.receive(pageOf(proof.evidence), { type: 'device', device });
    }
    if (proof.admission === null) {
      return { verdict: isMember(peer) ? 'Welcome' : 'Stranger', evidence: [] };
    }
    const verdict = replica.ledger.isEverMember(peer.member)
      ? 'Welcome'
      : await answer(peer, proof.admission, options, community);
    // Certified by one member and waiting for another: served, though not admitted here.
    if (verdict !== 'Welcome' && !isMember(peer)) return { verdict, evidence: [] };
    const evidence = welcomeOf(replica, [ownDevice(self), peer.device]);
    return { verdict: 'Welcome', evidence };
  }

  return {
    community,
    self,
    isShunned,
    judge,
    evidence: () => evidenceOf(replica, ownDevice(self)),
    async admission() {
      if (options.admission === null) return null;
      const done = await turns.next();
      if (replica.ledger.isEverMember(self.member)) {
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

async function answer(
  peer: PeerName,
  bytes: Uint8Array,
  { admit, timers }: DoorOptions,
  community: CommunityId,
): Promise<Verdict> {
  const request = readAdmissionRequest(bytes);
  if (!request.ok || !(await holds(request.value, peer, community))) {
    return 'BadRequest';
  }
  const admitted = await within(admit(request.value), admitWithin, timers);
  if (admitted === null) return 'Busy';
  return admitted.ok ? 'Welcome' : admitted.error.type;
}

/** Whether a request is the caller's own, and both its signatures are what they claim. */
async function holds(
  request: AdmissionRequest,
  peer: PeerName,
  community: CommunityId,
): Promise<boolean> {
  const { member, device, box, role, certSig, invitePub, proof } = request;
  if (member !== peer.member || device !== peer.device) return false;
  const certificate = deviceStatement({
    community,
    member,
    device,
    box,
    role,
    version: 0,
  });
  const invited = inviteStatement({ community, member, device });
  return (
    (await verify(fromHex(certSig), certificate, fromHex(member))) &&
    (await verify(fromHex(proof), invited, fromHex(invitePub)))
  );
}

const ownDevice = (self: DoorOptions['self']): DeviceKey =>
  toHex(self.device.publicKey) as DeviceKey;

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
