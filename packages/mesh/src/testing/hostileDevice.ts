/** Ana and Biel, who are linked, and a device of Didac's that says to both what it likes. */
import { expect, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { encode } from '@manyhands/codec';
import type { Value } from '@manyhands/codec';
import { channelPair } from '@manyhands/mesh';
import type { Link } from '@manyhands/mesh';
import {
  TestCommunity,
  confirmed,
  createCast,
  helped,
  profileOf,
  stateOf,
} from '@manyhands/testing';
import { closePhones, link, openPhone } from './phones.ts';
import type { MeshPhone } from './phones.ts';

export const [ana, biel, carme, didac] = await createCast();

export const message = (number: number, payload: Value): Uint8Array =>
  encode([number, payload]);

export class HostileDevice {
  readonly community: TestCommunity;
  readonly hers: MeshPhone;
  readonly his: MeshPhone;
  /** Didac's ends of his links to Ana and Biel. */
  readonly #lines: readonly Link[];
  readonly #before: unknown;

  private constructor(
    community: TestCommunity,
    phones: [MeshPhone, MeshPhone],
    lines: Link[],
    before: unknown,
  ) {
    this.community = community;
    [this.hers, this.his] = phones;
    this.#lines = lines;
    this.#before = before;
  }

  /** In a new community, or again in one that is on paper. */
  static async open(on?: TestCommunity): Promise<HostileDevice> {
    const community = on ?? (await writeCommunity());
    const phones: [MeshPhone, MeshPhone] = [
      await openPhone(community, ana),
      await openPhone(community, biel),
    ];
    await link(...phones);
    const evil = await openPhone(community, didac);
    const lines = [await lineTo(evil, phones[0]), await lineTo(evil, phones[1])];
    const before = await stateOf(phones[0]);
    return new HostileDevice(community, phones, lines, before);
  }

  /** The same as it was, for another attempt. */
  again(): Promise<HostileDevice> {
    closePhones();
    return HostileDevice.open(this.community);
  }

  /** Says all of it to both, and waits until they have read it or hung up. */
  async attack(
    messages: readonly Uint8Array[] | (() => Iterable<Uint8Array>),
  ): Promise<void> {
    await Promise.all(
      this.#lines.map(async (line) => {
        const answered = new Promise<void>((resolve) => {
          // The answer to an ask for nothing: what was said before it has been read.
          line.onmessage = ([, number]) => {
            if (number === 4) resolve();
          };
        });
        const all = typeof messages === 'function' ? messages() : messages;
        for (const each of all) if (line.isOpen) await line.send(each);
        if (line.isOpen) await line.send(message(3, []));
        await Promise.race([answered, line.ended]);
      }),
    );
  }

  /** Whether Ana, and whether Biel has hung up. */
  dropped(): boolean[] {
    return this.#lines.map(({ isOpen }) => !isOpen);
  }

  /** Nothing has changed, and Ana and Biel go on as if nobody had spoken. */
  async expectUnmoved(): Promise<void> {
    const { hers, his } = this;
    expect(await stateOf(hers)).toEqual(this.#before);
    expect(await stateOf(his)).toEqual(this.#before);
    const written = await hers.writer.append('ledger', helped(biel, 45));
    assert(written.ok, 'Ana writes');
    await vi.waitFor(() => expect(his.replica.entry(written.value.id)).not.toBeNull());
    expect(await stateOf(his)).toEqual(await stateOf(hers));
  }
}

async function writeCommunity(): Promise<TestCommunity> {
  const community = await TestCommunity.of(ana, [biel, didac]);
  const [a, b] = [community.ledgerOf(ana), community.ledgerOf(biel)];
  for (let i = 0; i < 5; i++) await a.add(confirmed((await b.add(helped(ana, 30))).id));
  await community.ledgerOf(didac).add(helped(ana, 15));
  await community.boardOf(biel).add(profileOf(biel));
  await community.boardOf(biel).add(profileOf(biel, 1));
  return community;
}

async function lineTo(evil: MeshPhone, honest: MeshPhone): Promise<Link> {
  const [here, there] = channelPair();
  const [mine] = await Promise.all([
    evil.mesh.connectChannel(here, 'dialler'),
    honest.mesh.connectChannel(there, 'answerer'),
  ]);
  assert(mine.ok, 'a member is let in');
  mine.value.onmessage = null;
  return mine.value;
}
