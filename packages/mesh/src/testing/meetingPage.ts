/**
 * What a test page does for a phone: one member with a real mesh, real WebRTC and a
 * real relay, on a disk that is memory. `yWebrtcRoom.test.ts` drives it from outside.
 */
import { toHex } from '@manyhands/codec';
import { secretsOf } from '@manyhands/keys';
import { Community, createPerson, helped } from '@manyhands/testing';
import type { Person } from '@manyhands/testing';
import { openPhone } from './phones.ts';
import type { Phone } from './phones.ts';

const secret = { epoch: 0, secret: new Uint8Array(32).fill(7) };

export interface MeetingPage {
  /** Ana founds; the others are given what she holds, as a page. */
  open(name: string, holds: number[] | null, relays: string[]): Promise<void>;
  founding(): number[];
  /** Records half an hour of help for Ana. */
  help(): Promise<void>;
  seen(): Seen;
  /** What was said on BroadcastChannel under the rooms' names. */
  overheard(): number;
  wake(): void;
  close(): void;
}

export interface Seen {
  readonly digest: string;
  readonly entries: number;
  readonly peers: string[];
  readonly bytesReceived: number;
}

let phone: Phone | null = null;
let overheard = 0;

async function open(
  name: string,
  holds: number[] | null,
  relays: string[],
): Promise<void> {
  const ana = await createPerson('Ana');
  const names = ['Biel', 'Carme', 'Didac'];
  const others = await Promise.all(names.map((each) => createPerson(each)));
  const all: Person[] = [ana, ...others];
  const person = all.find((each) => each.name === name) ?? ana;
  // The charter is the same wherever it is written, the certificates in it are not.
  const community = await Community.of(ana, holds === null ? others : []);
  listen(community);
  phone = await openPhone(community, person, {
    ...(holds === null ? {} : { holds: [] }),
    ...(holds === null ? {} : { received: Uint8Array.from(holds) }),
    secret,
    relays,
  });
}

function listen(community: Community): void {
  const { room, lobby } = secretsOf(secret.secret, community.id);
  for (const name of [room, toHex(lobby)]) {
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
    const peers = phone?.mesh.peers() ?? [];
    return {
      digest: phone?.replica.digest() ?? '',
      entries:
        phone?.replica.vector().reduce((sum, { length }) => sum + length, 0) ?? 0,
      peers: peers.map(({ device }) => device).sort(),
      bytesReceived: peers.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0),
    };
  },
  overheard: () => overheard,
  wake: () => phone?.mesh.reconnect(),
  close: () => phone?.mesh.close(),
};

Object.assign(globalThis, { page });
