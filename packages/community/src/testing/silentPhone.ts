import { assert, ok } from '@manyhands/base';
import type { Day, MinuteOfTime } from '@manyhands/base';
import { openSealed, passOn, randomBytes } from '@manyhands/keys';
import { BlobStore, openWriter } from '@manyhands/replica';
import type { Run } from '@manyhands/replica';
import { deliver, openMemoryBlobs, openOnMemory } from '@manyhands/testing';
import type { TestCommunity, OnMemory, CastMember } from '@manyhands/testing';
import { keepClosedInvites } from '@manyhands/door';
import { Changes, tellOfReplica } from '../opened/changes.ts';
import { PendingDevice } from '../threshold/pendingDevice.ts';
import { Porch } from '../threshold/porch.ts';
import { picturesHere } from '../board/picturesHere.ts';
import type { Place, CommunitySecret } from '../opened/place.ts';

/** A phone with no link to anybody: what it knows comes by message, or not at all. */
export interface SilentPhone {
  readonly place: Place;
  readonly memory: OnMemory;
}

export const villageSecret: CommunitySecret = {
  epoch: 0,
  secret: new Uint8Array(32).fill(7),
};

/** The phone of somebody in `community`, with all that was written there so far. */
export async function silentPhone(
  person: CastMember,
  community: TestCommunity,
  {
    hasKnocked = () => true,
    runs = community.runs(),
  }: Partial<Pick<Place, 'hasKnocked'>> & { readonly runs?: Run[] } = {},
): Promise<SilentPhone> {
  const own = { member: person.member, device: person.device };
  const memory = await openOnMemory(community.id, undefined, { own });
  const { replica, store } = memory;
  await deliver(memory, { runs }, community.founder);
  const now = () => 29_000_000 as MinuteOfTime;
  const writer = await openWriter({
    replica,
    member: person.member,
    device: person.signing,
    store,
    now,
    randomBytes,
  });
  assert(writer.ok, 'a phone writes');
  keepClosedInvites(replica, store.notes);
  const blobs = openMemoryBlobs();
  const blobStore = new BlobStore({ replica, blobs, own: person.member, now });
  const changes = new Changes();
  tellOfReplica(replica, (topic) => changes.tell(topic));
  const place: Place = {
    membership: { ...own, community: community.id, communityName: '', demo: false },
    replica,
    writer: writer.value,
    notes: store.notes,
    journalFor: (other) => store.journalFor(other),
    device: person.signing,
    pendingDevice: new PendingDevice(() => undefined),
    porch: new Porch(() => undefined),
    hasReadPoster: () => false,
    toldCharter: () => null,
    identity: () => Promise.resolve(person.identity),
    wipeIdentity: () => Promise.resolve(ok(undefined)),
    comingBack: () => null,
    digits: () => null,
    passAlong: () => null,
    pairCodes: null,
    trouble: () => null,
    hasKnocked,
    secret: () => villageSecret,
    refusal: () => null,
    linked: () => [],
    linkedDevices: () => [],
    met: () => new Map(),
    waiting: () => 'nobody',
    checks: () => [],
    acks: () => new Map(),
    hearAcks: () => undefined,
    fetch: {
      heldBack: null,
      isLater: false,
      now: () => undefined,
      later: () => undefined,
    },
    pictures: picturesHere(blobStore),
    progress: () => null,
    openSealed: (sealed) =>
      openSealed(sealed, person.signing.publicKey, person.sealing),
    passOn: (sealed, recipients) =>
      passOn(sealed, recipients, person.signing.publicKey, person.sealing),
    randomBytes,
    now,
    today: () => 20_140 as Day,
    subscribe: (topic, listener) => changes.subscribe(topic, listener),
    tell: (topic) => changes.tell(topic),
    told: (topic) => changes.count(topic),
    close: () => replica.close(),
    erase: () => store.destroy(),
  };
  return { place, memory };
}
