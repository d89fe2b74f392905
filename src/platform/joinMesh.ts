import type { AdmissionRequest } from '@manyhands/ledger';
import { fromHex } from '@manyhands/codec';
import { openSigningKey } from '@manyhands/keys';
import { readInvite } from '@manyhands/ledger';
import type { Invite } from '@manyhands/ledger';
import type { MeshNews } from '@manyhands/mesh';
import type { Membership as KeyringRow } from '@manyhands/storage';
import { certify, requestAdmission } from '../state/admission.ts';
import type { LivePlace } from './livePlace.ts';
import { readDoorway, readKnock } from './placeNotes.ts';

/**
 * Lets a place look for the others: through the relays of its charter or of the invite
 * it came with, and the one beside this app. The mesh's code arrives only now, after
 * the screen has painted.
 */
export async function joinMesh(
  place: LivePlace,
  row: KeyringRow,
  ownRelay: string,
): Promise<void> {
  const { startMesh } = await import('@manyhands/mesh');
  const invite = await inviteOf(place);
  // Who came back with words holds no invite, and was told where the others meet.
  const doorway = invite ?? (await readDoorway(place.notes));
  const charter = place.replica.ledger.charter();
  const relays = [...(charter?.relays ?? doorway?.relays ?? []), ownRelay];
  const mesh = startMesh({
    replica: place.replica,
    self: { member: place.membership.member, device: place.device },
    secret: place.secret(),
    lobby: doorway && fromHex(doorway.lobby),
    relays: [...new Set(relays)],
    rtc: { iceServers: (charter?.ice ?? []).map((urls) => ({ urls })) },
    admission: invite && row.identity && (() => knock(place, row, invite)),
    admit: (request) => place.admit(request),
    whoIs: (key) => place.whoIs(key),
    onsecret: (secret) => void place.takeSecret(secret),
    acks: place.acks(),
  });
  mesh.subscribe((news) => hear(place, news));
  place.attach(mesh);
}

async function inviteOf(place: LivePlace): Promise<Invite | null> {
  const kept = await readKnock(place.notes);
  const invite = kept === null ? null : readInvite(kept);
  return invite?.ok === true ? invite.value : null;
}

async function knock(
  place: LivePlace,
  row: KeyringRow,
  invite: Invite,
): Promise<AdmissionRequest> {
  if (!row.identity) throw new Error('Bug: only a first device knocks');
  const identity = await openSigningKey(row.identity);
  if (!identity.ok) throw new Error('Bug: a key that opened did not open');
  const box = row.sealing.publicKey;
  const keys = { identity: identity.value, device: place.device, box };
  return requestAdmission(invite, await certify(row.community, keys));
}

function hear(place: LivePlace, news: MeshNews): void {
  if (news.type !== 'refused') return;
  const { verdict } = news;
  if (
    verdict === 'InviteUnknown' ||
    verdict === 'InviteUsed' ||
    verdict === 'InviteClosed'
  ) {
    place.refuse(verdict);
  }
}
