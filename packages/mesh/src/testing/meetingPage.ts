/**
 * What a test page does for a phone: one member with a real mesh, real WebRTC and a
 * real relay, on a disk that is memory. `yWebrtcRoom.test.ts` drives it from outside.
 */
import { assert, err, ok } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { lobbyOf, secretsOf, signingKeyFromSeed } from '@manyhands/keys';
import { inviteStatement } from '@manyhands/ledger';
import type { JoinRequest } from '@manyhands/ledger';
import { TestCommunity, createPerson, helped } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import type { ShortCode } from '@manyhands/ledger';
import { byRelays } from '../byRelays.ts';
import type { LinkSide } from '../channel.ts';
import type { Dialling, Half } from '../connector.ts';
import type { Admit } from '../peerAuthorizer.ts';
import type { RendezvousPoint } from '../introducer.ts';
import { passAlong, takePassed } from '../passAlong.ts';
import type { Passing, Taking } from '../passAlong.ts';
import { rtcConnector } from '../rtc/rtcConnector.ts';
import { looker } from './looker.ts';
import type { Looker } from './looker.ts';
import { openPhone } from './phones.ts';
import { keyOfRoom } from './sealed.ts';
import type { MeshPhone, PhoneOptions } from './phones.ts';

const secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };
const lobbyBytes = secretsOf(
  secret.secret,
  '00'.repeat(32) as TestCommunity['id'],
).lobby;

/**
 * Who opens the page: the founder, a member, somebody with an invite, or with less; or a
 * member's further device.
 */
export type MeetingRole = 'founder' | 'member' | 'newcomer' | 'device' | 'stranger';

export interface MeetingPage {
  /** `holds`: what the founder's page gave, for whoever is a member from the start. */
  open(name: string, as: MeetingRole, relays: string[], holds: number[]): Promise<void>;
  founding(): number[];
  /** Records half an hour of help for Ana. */
  help(): Promise<void>;
  seen(): Seen;
  /** The names of the two rooms. */
  rooms(): string[];
  /** From now on its owner says yes to a further device. */
  sayYes(): void;
  /** Offers a text; answers its code. */
  pass(text: string, relays: string[]): ShortCode;
  /** How the offering ended. */
  passed(): Promise<Awaited<Passing['done']>>;
  take(code: ShortCode, relays: string[]): Promise<Awaited<Taking['done']>>;
  /** Waits in a room with some password, and counts who is met there. */
  lurk(place: RendezvousPoint): Promise<void>;
  /** The same, just after it has left the room, whose key takes its time to be derived. */
  lurkAgain(place: RendezvousPoint): Promise<void>;
  met(): number;
  /**
   * Looks in a room, as whoever has so many links already; what it sees there and does is
   * `looking()`’s.
   */
  look(place: RendezvousPoint, links?: number): Promise<void>;
  looking(): Looker;
  /** Offers a connection that somebody carries to another page by hand. */
  dial(): Promise<number[]>;
  answer(offer: number[]): Promise<number[]>;
  accept(answer: number[]): Promise<void>;
  wake(): void;
  close(): void;
}

export interface Seen {
  readonly entries: number;
  readonly digest: string;
  readonly peers: string[];
  /** What is known of each relay. */
  readonly reach: Record<string, string>;
  /** How often the last link was lost. */
  readonly losses: number;
  /** Handshakes that came to nothing, as the other side put it. */
  readonly refused: string[];
  /** How often the app was asked to admit somebody. */
  readonly asked: number;
  /** What was said on BroadcastChannel under the rooms' names. */
  readonly overheard: number;
}

let phone: MeshPhone | null = null;
let rooms: string[] = [];
let overheard = 0;
let asked = 0;
let isYesSaid = false;
let losses = 0;
const refused: string[] = [];
let passing: Passing | null = null;
let met = 0;
let looking: Looker | null = null;
let dialling: Dialling | null = null;

function link(half: Half, role: LinkSide): void {
  void half.channel.then((channel) => {
    if (channel) void phone?.mesh.connectChannel(channel, role);
  });
}

async function open(
  name: string,
  as: MeetingRole,
  relays: string[],
  holds: number[],
): Promise<void> {
  const cast = await Promise.all(
    ['Ana', 'Biel', 'Carme'].map((each) => createPerson(each)),
  );
  const [ana, ...others] = cast;
  const person = await createPerson(name, as === 'device' ? 'laptop' : 'phone');
  assert(ana, 'Ana founds');
  // The charter is the same wherever it is written, the certificates in it are not.
  const community = await TestCommunity.of(ana, as === 'founder' ? others : []);
  listen(community);
  const opened: MeshPhone = await openPhone(community, person, {
    relays,
    ...(as === 'founder' ? {} : { holds: [] }),
    ...(holds.length === 0 ? {} : { received: Uint8Array.from(holds) }),
    ...(await wayIn(community, person, as)),
    admit: (request) => admit(community, opened, request),
  });
  phone = opened;
  phone.mesh.subscribe((news) => {
    if (news.type === 'refused') refused.push(news.verdict);
    if (news.type === 'peers' && opened.mesh.peers().length === 0) losses += 1;
  });
}

async function wayIn(
  community: TestCommunity,
  person: CastMember,
  as: MeetingRole,
): Promise<PhoneOptions> {
  if (as !== 'newcomer' && as !== 'device') return { secret };
  const invite = await signingKeyFromSeed(new Uint8Array(32).fill(3));
  const { member, device, box, certSig } = await community.admitContent(person);
  const statement = inviteStatement({ community: community.id, member, device });
  const proof = toHex(await invite.sign(statement));
  const invitePub = toHex(invite.publicKey);
  const request: JoinRequest =
    as === 'device'
      ? { type: 'device', member, device, box, linkPub: invitePub, proof }
      : { type: 'join', member, device, box, role: 0, certSig, invitePub, proof };
  return { lobby: lobbyBytes, admission: () => Promise.resolve(request) };
}

const admit = async (
  community: TestCommunity,
  { person, writer }: MeshPhone,
  request: Parameters<Admit>[0],
): ReturnType<Admit> => {
  asked += 1;
  const isOwn = request.member === person.member;
  if (request.type === 'device' && !isOwn) return err({ type: 'InviteUnknown' });
  if (request.type === 'device' && !isYesSaid) return err({ type: 'Busy' });
  const entry = await writer.append(
    'ledger',
    request.type === 'join'
      ? { ...request, type: 'member.admit', invite: request }
      : await community.enrolContent({ ...person, device: request.device }),
  );
  assert(entry.ok, 'an admission can be written');
  return ok(undefined);
};

function listen({ id }: TestCommunity): void {
  rooms = [secretsOf(secret.secret, id).room, lobbyOf(lobbyBytes, id).room];
  for (const name of rooms) {
    new BroadcastChannel(name).onmessage = () => (overheard += 1);
  }
}

const page: MeetingPage = {
  open,
  founding() {
    const asks = phone?.replica.vector().map(({ logId, length }) => {
      return { log: logId.slice(0, 32), from: 0, max: length };
    });
    return [...(phone?.replica.page(asks ?? []).page ?? [])];
  },
  async help() {
    await phone?.writer.append('ledger', helped(await createPerson('Ana'), 30));
  },
  seen() {
    const heads = phone?.replica.vector() ?? [];
    return {
      entries: heads.reduce((sum, { length }) => sum + length, 0),
      digest: phone?.replica.digest() ?? '',
      peers: (phone?.mesh.peers() ?? []).map(({ device }) => device).sort(),
      reach: Object.fromEntries(phone?.mesh.reach() ?? []),
      losses,
      refused,
      asked,
      overheard,
    };
  },
  rooms: () => rooms,
  sayYes: () => (isYesSaid = true),
  pass(text, relays) {
    passing = passAlong(text, { relays });
    return passing.code;
  },
  passed() {
    assert(passing, 'something is passed along');
    return passing.done;
  },
  take: (code, relays) => takePassed(code, { relays }).done,
  async lurk(place) {
    await byRelays(undefined)(place, () => (met += 1));
  },
  async lurkAgain(place) {
    const release = holdFirstKey();
    const before = await byRelays(undefined)(place, () => undefined);
    before.close();
    await byRelays(undefined)(place, () => (met += 1));
    // Another key takes as long as that of the room would.
    await keyOfRoom('another room', place.password);
    release();
  },
  met: () => met,
  async look(place, links = 0) {
    const where = { ...place, links: () => links };
    looking = await looker((onmet) => byRelays(undefined)(where, onmet));
  },
  looking() {
    assert(looking, 'it looks');
    return looking;
  },
  async dial() {
    const dialled = await rtcConnector().dial();
    assert(dialled.ok, 'this machine is in a network');
    dialling = dialled.value;
    link(dialling, 'dialler');
    return [...dialling.description];
  },
  async answer(offer) {
    const answered = await rtcConnector().answer(Uint8Array.from(offer));
    assert(answered.ok, 'an offer of ours');
    link(answered.value, 'answerer');
    return [...answered.value.description];
  },
  async accept(answer) {
    await dialling?.accept(Uint8Array.from(answer));
  },
  wake: () => phone?.mesh.reconnect(),
  close: () => phone?.mesh.close(),
};

/** The next key that is derived is there only once the answer is called. */
function holdFirstKey(): () => void {
  const { subtle } = crypto;
  const derive = subtle.deriveKey.bind(subtle);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  subtle.deriveKey = async (...of: Parameters<typeof derive>) => {
    subtle.deriveKey = derive;
    await held;
    return derive(...of);
  };
  return release;
}

Object.assign(globalThis, { page });
