import { assert, ok } from '@manyhands/base';
import type { DeviceKey, MinuteOfTime } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { checkDigits } from '@manyhands/door';
import { randomBytes, secretsOf, signingKeyFromSeed } from '@manyhands/keys';
import { addDevice, encodeDeviceLink, linkKeySeedOf } from '@manyhands/ledger';
import type { DeviceLink, DeviceRequest } from '@manyhands/ledger';
import { startMesh } from '@manyhands/mesh';
import type { Mesh, BlobsHeld } from '@manyhands/mesh';
import { openWriter } from '@manyhands/replica';
import type { Writer } from '@manyhands/replica';
import { deliver, openOnMemory } from '@manyhands/testing';
import type { TestCommunity, OnMemory, CastMember } from '@manyhands/testing';
import { lendBrowser } from '../rtc/lendBrowser.ts';
import { isYWebrtcs } from '../outliveErrors.ts';

/** A member's phone that says yes to each device with its link: as a keeper. */
export interface Owner extends OnMemory {
  readonly writer: Writer;
  /** The mesh of now. */
  readonly mesh: Mesh;
  readonly link: string;
  /** The devices that were let in, and the digits of each. */
  readonly added: { readonly device: DeviceKey; readonly digits: string }[];
  /** All its links go, and it looks for others anew. */
  startsAgain(): void;
  close(): void;
}

/**
 * Somebody's phone in this process, over real WebRTC and the given relay. Only one in a
 * process: y-webrtc keeps one list of rooms.
 */
export async function openOwner(
  community: TestCommunity,
  person: CastMember,
  relay: string,
  /** What the phone gives to who looks at a blob. */
  blobs?: BlobsHeld,
): Promise<Owner> {
  lendBrowser();
  sparesYWebrtc();
  const own = { member: person.member, device: person.device };
  const memory = await openOnMemory(community.id, undefined, { own });
  const { replica, store } = memory;
  for (const { log, entries } of community.logs()) {
    if (log.device !== person.device) continue;
    for (const { seq, prev, stored } of entries) {
      await store.journal.append({ kind: log.kind, seq, prev, stored });
    }
  }
  await deliver(memory, { runs: community.runs() }, community.founder);
  const writer = await openWriter({
    replica,
    store,
    member: person.member,
    device: person.signing,
    now: () => Math.floor(Date.now() / 60_000) as MinuteOfTime,
    randomBytes,
  });
  assert(writer.ok, 'a phone writes');
  const secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };
  const link: DeviceLink = {
    community: community.id,
    seed: '5e'.repeat(16),
    lobby: toHex(secretsOf(secret.secret, community.id).lobby),
    relays: [relay],
    name: 'Els Plataners',
    member: person.member,
  };
  const { publicKey } = await signingKeyFromSeed(linkKeySeedOf(link));
  const added: { device: DeviceKey; digits: string }[] = [];
  const sayYes = async ({ device, box }: DeviceRequest) => {
    const content = addDevice(replica.ledger, own, { device, box, role: 1 });
    assert(content.ok, 'a full device adds others');
    const written = await writer.value.append('ledger', content.value);
    assert(written.ok, 'memory has room');
    added.push({ device, digits: checkDigits(link, device) });
    return ok(undefined);
  };
  const start = () =>
    startMesh({
      replica,
      self: { member: person.member, device: person.signing },
      secret,
      lobby: null,
      relays: [relay],
      admission: null,
      admit: (request) => {
        assert(request.type === 'device', 'only a keeper comes here');
        assert(request.linkPub === toHex(publicKey), 'it holds the link');
        return sayYes(request);
      },
      onsecret: () => undefined,
      ...(blobs ? { blobs } : {}),
    });
  let mesh = start();
  return {
    ...memory,
    writer: writer.value,
    get mesh() {
      return mesh;
    },
    link: encodeDeviceLink(link),
    added,
    startsAgain: () => {
      mesh.close();
      mesh = start();
    },
    close: () => mesh.close(),
  };
}

/** The test runner takes y-webrtc's own errors for a test's, as Node for a keeper's. */
function sparesYWebrtc(): void {
  if (isSpared) return;
  isSpared = true;
  const runners = process.listeners('unhandledRejection');
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (cause, promise) => {
    if (isYWebrtcs(cause)) return;
    for (const hear of runners) hear(cause, promise);
  });
}

let isSpared = false;
