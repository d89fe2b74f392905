import { err, ok } from '@manyhands/base';
import type { CommunityId, DeviceKey, MemberId, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { randomBytes, verify } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import type { LinkSide } from './channel.ts';
import { handshakeVersion, hello, judgement, linkProof } from './handshakeMessages.ts';
import type { Hello, Judgement, LinkProof } from './handshakeMessages.ts';
import { createInbox } from './inbox.ts';
import type { Inbox, NothingCame } from './inbox.ts';
import type { Pipe } from './pipe.ts';
import { within } from './timers.ts';
import type { Timers } from './timers.ts';
import { linkStatement } from './transcript.ts';
import type { Side, Transcript } from './transcript.ts';
import type { Verdict } from './verdict.ts';

/** A device that proved its key, and the member it acts for. */
export interface PeerName {
  readonly device: DeviceKey;
  readonly member: MemberId;
}

/** Why there is no link. `Refused` is the other's word, `Refuses` our own. */
export type HandshakeRefused =
  | NothingCame
  | { readonly type: 'Oneself' }
  /** Not the one whom a neighbour was to bring. */
  | { readonly type: 'SomebodyElse' }
  | { readonly type: 'OtherVersion'; readonly version: number }
  | { readonly type: 'Banned'; readonly device: DeviceKey }
  | { readonly type: 'Refuses'; readonly device: DeviceKey; readonly verdict: Verdict }
  | { readonly type: 'Refused'; readonly device: DeviceKey; readonly verdict: Verdict };

/** What a handshake asks of the one in whose name it speaks. */
export interface Host {
  readonly community: CommunityId;
  readonly self: { readonly member: MemberId; readonly device: Signer };
  /** Whether this device need not even prove itself now (M2). */
  isBanned(device: DeviceKey): boolean;
  /** The certificates that lead to our own device, for who may not know us. */
  evidence(): Uint8Array[];
  /** Whether this device is a member's that has not been given the secret (yet, or again). */
  isGuest(): boolean;
  /**
   * Our request to be admitted, while we need one. The answer comes when it is this
   * neighbour's turn: a newcomer asks one after the other, or all would admit.
   */
  admission(): Promise<{ request: Uint8Array; done: () => void } | null>;
  /** Whether the one who proved `peer` may come in. May take the time it needs. */
  judge(peer: PeerName, proof: LinkProof): Promise<Judgement>;
  /** Takes the charter that somebody who knocked is told while a person is asked. */
  receivedCharter(charter: Uint8Array): void;
  /** Takes what the other's welcome carried, its word who we are, or that we are ended. */
  welcomed(by: PeerName, evidence: readonly Uint8Array[]): Promise<void>;
}

/** Milliseconds for each step. Whoever judges may have to ask an app that is busy. */
const limits = {
  hello: 10_000,
  proof: 20_000,
  verdict: 30_000,
  lastWord: 2_000,
  /** For whoever the other may be waiting for. */
  courtesy: 2_000,
};

/**
 * M2. Both sides at once, each with its own steps in this order:
 *
 *     hello ──▶ proof ──▶ judgement ──▶ session
 *
 * A side that says anything else, or too late, has no link. Nothing of the community
 * is said before the other has proved its key over a transcript that names both DTLS
 * certificates, and nothing but certificates before it is welcome. Where somebody was
 * `promised` (M6), nobody else is spoken with.
 */
export async function shakeHands(
  pipe: Pipe,
  role: LinkSide,
  host: Host,
  timers: Timers,
  promised: DeviceKey | null = null,
): Promise<Result<PeerName, HandshakeRefused>> {
  const inbox = createInbox(pipe, timers, 3);
  const nonce = randomBytes(32);
  const own = toHex(host.self.device.publicKey) as DeviceKey;
  void pipe.send(hello.encode({ version: handshakeVersion, nonce, device: own }));

  const theirs = await inbox.next(limits.hello, hello.decode);
  if (!theirs.ok) return theirs;
  const { version, device } = theirs.value;
  if (version !== handshakeVersion) return err({ type: 'OtherVersion', version });
  if (device === own) return err({ type: 'Oneself' });
  if (promised !== null && device !== promised) return err({ type: 'SomebodyElse' });
  if (host.isBanned(device)) return err({ type: 'Banned', device });

  const transcript = transcriptOf(pipe, role, host.community, {
    ours: { nonce, device: own },
    theirs: theirs.value,
  });
  const request = await host.admission();
  try {
    return await prove(
      ...([pipe, inbox, role, host, timers, transcript, device] as const),
      request?.request,
    );
  } finally {
    request?.done();
  }
}

async function prove(
  pipe: Pipe,
  inbox: Inbox,
  role: LinkSide,
  host: Host,
  timers: Timers,
  transcript: Transcript,
  device: DeviceKey,
  request: Uint8Array | undefined,
): Promise<Result<PeerName, HandshakeRefused>> {
  const signature = await host.self.device.sign(linkStatement(role, transcript));
  const { member } = host.self;
  const evidence = host.evidence();
  void pipe.send(
    linkProof.encode({ signature, member, evidence, admission: request ?? null }),
  );

  const proof = await inbox.next(limits.proof, linkProof.decode);
  if (!proof.ok) return proof;
  const statement = linkStatement(otherRole(role), transcript);
  const isProven = await verify(proof.value.signature, statement, fromHex(device));
  const peer: PeerName = { device, member: proof.value.member };
  const judge = (): Promise<Judgement> =>
    isProven ? host.judge(peer, proof.value) : Promise.resolve(badProof);
  const judges = { pipe, inbox, host, peer, judge };
  // Who asks to be admitted knows nothing to judge by before the other has spoken.
  // So does a guest to whom a member in the lobby has not said yet who they are.
  const isNothing = proof.value.admission === null;
  const isUnsaid = isNothing && proof.value.evidence.length === 0 && host.isGuest();
  const isNewcomer = isUnsaid || (request !== undefined && isNothing);
  if (!isProven || !isNewcomer) return speakFirst(judges);
  // Who shows nothing either may be what the other waits for: one of the two begins.
  const hasShown = request !== undefined || evidence.length > 0;
  const isAwaited = !hasShown && role === 'dialler';
  return hearFirst(judges, isAwaited ? timers : null);
}

const badProof: Judgement = { verdict: 'BadProof', evidence: [] };

interface Judges {
  readonly pipe: Pipe;
  readonly inbox: Inbox;
  readonly host: Host;
  readonly peer: PeerName;
  readonly judge: () => Promise<Judgement>;
}

async function speakFirst(judges: Judges): Promise<Result<PeerName, HandshakeRefused>> {
  const spoken = await speak(judges);
  const heard = await hear(judges, spoken.ok ? limits.verdict : limits.lastWord);
  if (spoken.ok) return heard;
  // Also when this side refuses: what the other thinks of it is worth knowing.
  return !heard.ok && heard.error.type === 'Refused' ? heard : spoken;
}

/** `awaited`: by these timers it does not wait for long, for nobody may speak otherwise. */
async function hearFirst(
  judges: Judges,
  awaited: Timers | null,
): Promise<Result<PeerName, HandshakeRefused>> {
  const coming = hear(judges, limits.verdict);
  const heard = await (awaited ? within(coming, limits.courtesy, awaited) : coming);
  if (heard?.ok === false) return heard;
  const spoken = await speak(judges);
  return heard === null && spoken.ok ? coming : spoken;
}

async function speak({
  pipe,
  judge,
  peer,
}: Judges): Promise<Result<PeerName, HandshakeRefused>> {
  const ours = await judge();
  void pipe.send(judgement.encode(ours));
  const { verdict } = ours;
  if (verdict === 'Welcome') return ok(peer);
  return err({ type: 'Refuses', device: peer.device, verdict });
}

async function hear(
  { inbox, host, peer }: Judges,
  ms: number,
): Promise<Result<PeerName, HandshakeRefused>> {
  const theirs = await inbox.next(ms, judgement.decode);
  if (!theirs.ok) return theirs;
  const { verdict, evidence } = theirs.value;
  if (tells.has(verdict)) await host.welcomed(peer, evidence);
  const [charter] = evidence;
  if (verdict === 'Knocked' && charter !== undefined) host.receivedCharter(charter);
  if (verdict === 'Welcome') return ok(peer);
  return err({ type: 'Refused', device: peer.device, verdict });
}

/** Verdicts that come with something to know. */
const tells: ReadonlySet<Verdict> = new Set([
  ...(['Welcome', 'Known', 'SwitchedOff', 'Removed'] as const),
]);

const otherRole = (role: LinkSide): LinkSide =>
  role === 'dialler' ? 'answerer' : 'dialler';

function transcriptOf(
  pipe: Pipe,
  role: LinkSide,
  community: CommunityId,
  said: { ours: Omit<Side, 'fingerprint'>; theirs: Hello },
): Transcript {
  const { nonce, device } = said.theirs;
  const ours: Side = { ...said.ours, fingerprint: pipe.binding.ours };
  const theirs: Side = { nonce, device, fingerprint: pipe.binding.theirs };
  return role === 'dialler'
    ? { community, dialler: ours, answerer: theirs }
    : { community, dialler: theirs, answerer: ours };
}
