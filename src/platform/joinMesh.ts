import { fromHex } from '@manyhands/codec';
import {
  readDeviceLink,
  readInvite,
  readPoster,
  readReturnLink,
} from '@manyhands/ledger';
import type {
  JoinRequest,
  DeviceLink,
  Invite,
  Poster,
  ReturnLink,
} from '@manyhands/ledger';
import type { MeshNews } from '@manyhands/mesh';
import type { StoredMembership as KeyringRow } from '@manyhands/storage';
import {
  certify,
  mayRead,
  requestByInvite,
  requestDevice,
  requestKnock,
  rtcOf,
} from '@manyhands/door';
import { iceWays, relayWays, waysIn } from '@manyhands/community/decisions';
import { canMeet } from '../phone/canMeet.ts';
import { atRest } from './atRest.ts';
import type { LivePlace } from './livePlace.ts';
import { keepShown } from './parcelNotes.ts';
import { readLobby, readKnock, readLine } from './placeNotes.ts';

/** Milliseconds that others are kept waiting at most. */
const longestDrawing = 1_000;

/**
 * Lets a place look for the others: through the relays of its charter or of the invite
 * it came with, and the one beside this app. The mesh's code arrives when the screen has
 * been drawn and nothing else is to be done.
 */
export async function joinMesh(
  place: LivePlace,
  row: KeyringRow,
  ownRelay: string,
): Promise<void> {
  await atRest(longestDrawing);
  const comingBack = place.comingBack();
  if (comingBack) {
    const { waitForNeighbours } = await import('./waitForNeighbours.ts');
    await waitForNeighbours(place, row, comingBack, ownRelay);
  }
  const { passAlong, startMesh } = await import('@manyhands/mesh');
  const { pairCodesOf } = await import('./pairCodes.ts');
  const { keepRemovalsActedOn, openRemoving } = await import('./removing.ts');
  const removing = await openRemoving(place);
  place.secrets.removing = removing;
  const way = await wayInOf(place);
  // Who came back is certified already, and was told where the others meet.
  const address = way?.link ?? (await readLobby(place.notes));
  const charter = place.replica.ledger.charter();
  const named = charter?.relays ?? address?.relays ?? [];
  // What all decided stands beside what the community began with.
  const { ledger } = place.replica;
  const relays = [
    ...new Set([...named, ...waysIn(ledger.rule('relays'), relayWays), ownRelay]),
  ];
  const ice = [
    ...new Set([...(charter?.ice ?? []), ...waysIn(ledger.rule('ice'), iceWays)]),
  ];
  const rtc = rtcOf(ice);
  place.ways = { relays, ice };
  await place.fetch.remember();
  const start = () => {
    const mesh = startMesh({
      replica: place.replica,
      self: { member: place.membership.member, device: place.device },
      secret: place.secret(),
      secretsBefore: removing.secretsBefore(),
      isRemoved: removing.isRemoved,
      lobby: address && fromHex(address.lobby),
      relays,
      rtc,
      admission: knockingWith(place, row, way),
      admit: (request) => place.admit(request),
      whoIs: (key) => place.whoIs(key),
      mayRead: (invitePub) => mayRead(place.replica, invitePub, removing.isRemoved),
      oncharter: (charter) => place.knocking.hearCharter(charter),
      onsecret: (secret) => void place.takeSecret(secret),
      acks: place.acks(),
      pull: place.fetch.mode,
      blobs: place.pictures,
    });
    mesh.subscribe((news) => hear(place, way, news));
    keepShown(mesh, place.notes);
    place.onclosed(keepRemovalsActedOn(place, removing, mesh));
    void place.pictures.follow(mesh);
    return mesh;
  };
  const { community } = row;
  place.attach(
    start,
    canMeet() ? (text) => passAlong(text, { relays, rtc }) : null,
    (mesh) => {
      const codes = pairCodesOf(mesh, { community, rtc });
      place.onclosed(() => codes.close());
      return codes;
    },
  );
}

/**
 * What this phone came with: an invite, a poster's link, the link of its owner's other device, or the one
 * that a member showed to who had lost everything.
 */
type WayIn =
  | { readonly type: 'invite'; readonly link: Invite }
  | { readonly type: 'poster'; readonly link: Poster }
  | { readonly type: 'device'; readonly link: DeviceLink }
  | { readonly type: 'return'; readonly link: ReturnLink };

async function wayInOf(place: LivePlace): Promise<WayIn | null> {
  const kept = await readKnock(place.notes);
  if (kept === null) return null;
  const invite = readInvite(kept);
  if (invite.ok) return { type: 'invite', link: invite.value };
  const poster = readPoster(kept);
  if (poster.ok) return { type: 'poster', link: poster.value };
  const further = readDeviceLink(kept);
  if (further.ok) return { type: 'device', link: further.value };
  const back = readReturnLink(kept);
  return back.ok ? { type: 'return', link: back.value } : null;
}

/** How this phone asks to be let in; null where it has nothing to ask with, or need not. */
function knockingWith(
  place: LivePlace,
  row: KeyringRow,
  way: WayIn | null,
): (() => Promise<JoinRequest>) | null {
  const box = row.sealing.publicKey;
  const { device } = place;
  switch (way?.type) {
    case 'device':
      return () => requestDevice(way.link, { device, box });
    case 'invite':
    case 'poster':
      if (!place.hasIdentity) return null;
      return async () => {
        const identity = await place.identity();
        if (!identity)
          throw new Error('Bug: only a first device knocks as somebody new');
        const certificate = await certify(row.community, { identity, device, box });
        if (way.type === 'invite') return requestByInvite(way.link, certificate);
        const name = place.replica.board.profileOf(row.member)?.name ?? '';
        const line = await readLine(place.notes);
        return requestKnock(way.link, certificate, { name, line });
      };
    default:
      return null;
  }
}

function hear(place: LivePlace, way: WayIn | null, news: MeshNews): void {
  if (news.type !== 'refused') return;
  const { verdict } = news;
  // Only the device that shows a link knows it: what the others say of it is nothing.
  if (verdict === 'InviteClosed') place.knocking.refuse(verdict);
  else if (way?.type === 'device') return;
  else if (verdict === 'InviteUnknown' || verdict === 'InviteUsed') {
    place.knocking.refuse(verdict);
  }
}
