import { err, ok } from '@manyhands/base';
import type { DeviceKey, MemberId, Result } from '@manyhands/base';
import { fromHex, toHex } from '@manyhands/codec';
import { deriveKey, randomBytes, secretsOf, signingKeyFromSeed } from '@manyhands/keys';
import type { Signer } from '@manyhands/keys';
import {
  addDevice,
  encodeDeviceLink,
  inviteStatement,
  linkKeySeedOf,
} from '@manyhands/ledger';
import type { DeviceLink, DeviceRefused, DeviceRequest } from '@manyhands/ledger';
import type { AppendRefused } from '@manyhands/replica';
import type { AdmissionRefusal, Place } from './place.ts';

/** How long a device link opens the door, and its code can be typed. */
export const linkMinutes = 10;

/** A link that this phone shows, for one more device of its member. */
export interface ShownLink {
  readonly link: DeviceLink;
  /** What follows `#d/`. */
  readonly text: string;
  readonly linkPub: string;
}

/** The link for one more device of this member; null before anybody has let us in. */
export async function makeDeviceLink(place: Place): Promise<ShownLink | null> {
  const secret = place.secret();
  const charter = place.replica.ledger.charter();
  if (!secret || !charter) return null;
  const { community, member } = place.membership;
  const link: DeviceLink = {
    community,
    seed: toHex(randomBytes(16)),
    lobby: toHex(secretsOf(secret.secret, community).lobby),
    relays: [...charter.relays].slice(0, 4),
    name: charter.name,
    member,
  };
  const { publicKey } = await signingKeyFromSeed(linkKeySeedOf(link));
  return { link, text: encodeDeviceLink(link), linkPub: toHex(publicKey) };
}

/** What the new device says at the door: who it is to be, and that it holds the link. */
export async function requestDevice(
  link: DeviceLink,
  keys: { readonly device: Signer; readonly box: Uint8Array },
): Promise<DeviceRequest> {
  const key = await signingKeyFromSeed(linkKeySeedOf(link));
  const { community, member } = link;
  const device = toHex(keys.device.publicKey) as DeviceKey;
  const statement = inviteStatement({ community, member, device });
  return {
    type: 'device',
    member,
    device,
    box: toHex(keys.box),
    linkPub: toHex(key.publicKey),
    proof: toHex(await key.sign(statement)),
  };
}

/**
 * Twelve digits that both screens show, so that their owner sees that the device which
 * asks is the one in their hand. Whoever photographed the link could ask as well, and
 * knows the other's key by then; so there are too many to search in ten minutes.
 */
export function checkDigits({ seed }: Pick<DeviceLink, 'seed'>, device: DeviceKey) {
  const bytes = deriveKey(fromHex(seed), 'device/check', 8, fromHex(device));
  const number = BigInt(`0x${toHex(bytes)}`) % 1_000_000_000_000n;
  return (String(number).padStart(12, '0').match(/.{4}/g) ?? []).join(' ');
}

/** A device that has knocked with the link this phone shows, and waits for our word. */
export interface AskingDevice {
  readonly request: DeviceRequest;
  readonly digits: string;
}

type Answer = Result<void, { readonly type: AdmissionRefusal | 'Busy' }>;

/**
 * The door for further devices of one member: a request counts while its link is shown,
 * and waits until a person has said yes or no. One at a time; after a yes or a no the
 * link opens nothing any more, so a second device with the same link is never asked about.
 */
export class DeviceDoor {
  readonly #onchange: () => void;
  #shown: ShownLink | null = null;
  #asking: (AskingDevice & { readonly reply: (answer: Answer) => void }) | null = null;

  constructor(onchange: () => void) {
    this.#onchange = onchange;
  }

  /** Shows a link; whoever asked with the one before hears no. */
  show(link: ShownLink): void {
    this.hide();
    this.#shown = link;
  }

  hide(): void {
    this.#end(err({ type: 'InviteClosed' }));
  }

  get asking(): AskingDevice | null {
    return this.#asking;
  }

  /** The door of the mesh asks; its signatures were checked there. */
  ask(request: DeviceRequest, me: MemberId): Promise<Answer> {
    const shown = this.#shown;
    if (shown?.linkPub !== request.linkPub || request.member !== me) {
      return Promise.resolve(err({ type: 'InviteUnknown' }));
    }
    if (this.#asking) return Promise.resolve(err({ type: 'Busy' }));
    const digits = checkDigits(shown.link, request.device);
    return new Promise((reply) => {
      this.#asking = { request, digits, reply };
      this.#onchange();
    });
  }

  /** "Add this phone": writes the entry that makes it one of ours. */
  async sayYes(
    place: Pick<Place, 'replica' | 'writer' | 'membership'>,
  ): Promise<Result<DeviceKey, DeviceRefused | AppendRefused>> {
    const asking = this.#asking;
    if (!asking) return err({ type: 'NoSuchDevice' });
    const { device, box } = asking.request;
    const added = addDevice(place.replica.ledger, place.membership, {
      device,
      box,
      role: 0,
    });
    if (!added.ok) return added;
    const written = await place.writer.append('ledger', added.value);
    if (!written.ok) return written;
    this.#end(ok(undefined));
    return ok(device);
  }

  #end(answer: Answer): void {
    const asking = this.#asking;
    this.#shown = null;
    this.#asking = null;
    asking?.reply(answer);
    if (asking) this.#onchange();
  }
}
