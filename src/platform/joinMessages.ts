import { ownProfile } from '@manyhands/community/hours';
import { addressOf } from '@manyhands/community/opened';
import type { Place } from '@manyhands/community/opened';
import { assert, err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { equalBytes, fromBase64Url, malformed, toBase64Url } from '@manyhands/codec';
import { certify, requestByInvite } from '@manyhands/door';
import { encodeTravelling, readInvite } from '@manyhands/ledger';
import type { Invite } from '@manyhands/ledger';
import {
  openJoinMessage,
  recipientOf,
  sealJoinMessage,
  sealWelcome,
  takeWelcome,
} from '@manyhands/mesh';
import type { JoinMessage } from '@manyhands/mesh';
import { pageOf } from '@manyhands/replica';
import type {
  ComingRefused,
  JoinMessages,
  WelcomeText,
  LettingRefused,
} from '../phone/joinMessages.ts';
import type { MembershipLock } from '../phone/places.ts';
import { LivePlace } from './livePlace.ts';

/** The door by message, for everything this phone holds; `locks` are those of all its communities. */
export const joinMessagesWith = (
  locks: () => Promise<MembershipLock[]>,
): JoinMessages => ({
  ask: (place) => ask(live(place)),
  async readAsk(text) {
    const bytes = bytesIn(text);
    if (!bytes.ok) return bytes;
    const opened = await openJoinMessage(bytes.value, await locks());
    if (!opened.ok) return opened;
    const { lock, ...message } = opened.value;
    const { membership, secret } = lock;
    return ok({ membership, use: (place) => letIn(live(place), message, secret) });
  },
  readWelcome(text, memberships) {
    const bytes = bytesIn(text);
    if (!bytes.ok) return bytes;
    const whose = recipientOf(bytes.value);
    if (!whose.ok) return whose;
    const membership = memberships.find((each) => addressOf(each) === whose.value);
    if (!membership) return err({ type: 'AnotherCommunity' });
    return ok({ membership, use: (place) => comeIn(live(place), bytes.value) });
  },
});

function live(place: Place): LivePlace {
  assert(place instanceof LivePlace, 'what is open here was opened here');
  return place;
}

/** A welcome of 128 certificates has some 90,000 letters; nothing longer is looked at. */
const longest = 100_000;

function bytesIn(text: string): ReturnType<typeof fromBase64Url> {
  const joined = text.replace(/\s+/g, '');
  if (joined.length > longest) return err(malformed('too long for a message'));
  return fromBase64Url(joined);
}

/** The invite this phone came with, as long as it needs one. */
function inviteOf({ knocking }: LivePlace): Invite | null {
  const invite = knocking.link === null ? null : readInvite(knocking.link);
  return invite?.ok === true ? invite.value : null;
}

async function ask(place: LivePlace): Promise<string | null> {
  const invite = inviteOf(place);
  const identity = await place.identity();
  if (invite === null || identity === null) return null;
  const { device, box } = place;
  const certificate = await certify(invite.community, { identity, device, box });
  const request = await requestByInvite(invite, certificate);
  const introduction = ownProfile(place).map(encodeTravelling);
  return toBase64Url(await sealJoinMessage(invite, { request, introduction }));
}

async function letIn(
  place: LivePlace,
  { request, introduction }: JoinMessage,
  opening: Uint8Array,
): Promise<Result<WelcomeText, LettingRefused>> {
  // The one whose lobby their invite names: they take no other, and are told the newest there.
  const all = [place.secret(), ...place.secretsBefore()];
  const secret = all.find((each) => each && equalBytes(each.secret, opening));
  if (!secret) return err({ type: 'NotLetInYet' });
  const admitted = await place.admit(request);
  if (!admitted.ok) return admitted;
  const { replica, membership } = place;
  // How they show themselves; who was let in is somebody without a name otherwise.
  await replica.receive(pageOf(introduction), { type: 'message' });
  const own = ownProfile(place).map(encodeTravelling);
  const letting = { replica, self: membership, secret, introduction: own };
  const welcome = await sealWelcome(letting, request);
  if (welcome === null) return err({ type: 'Busy' });
  return ok({
    name: replica.board.profileOf(request.member)?.name ?? '',
    communityName: replica.ledger.charter()?.name ?? membership.communityName,
    text: toBase64Url(welcome),
  });
}

async function comeIn(
  place: LivePlace,
  welcome: Uint8Array,
): Promise<Result<void, ComingRefused>> {
  const invite = inviteOf(place);
  // Opened a second time it changes nothing, and leads to the same place.
  if (place.secret() !== null) return ok(undefined);
  if (invite === null) return err({ type: 'AnotherCommunity' });
  const taken = await takeWelcome(welcome, {
    replica: place.replica,
    self: place.membership,
    lobby: invite.lobby,
    open: (sealed) => place.openSealed(sealed),
  });
  if (!taken.ok) return taken;
  await place.takeSecret(taken.value);
  return place.secret() === null ? err({ type: 'StoreRefused' }) : ok(undefined);
}
