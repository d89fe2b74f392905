import { afterEach, expect, test } from 'vitest';
import { assert } from '@manyhands/base';
import { TestCommunity, createPerson, helped } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { stepsLimit } from './limits.ts';
import type { Link } from './link.ts';
import { encodeMessage, readMessage } from './messages.ts';
import type { Message } from './messages.ts';
import { Session } from './session.ts';
import { realTimers } from './timers.ts';
import { closePhones, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

afterEach(closePhones);

const people = () => Promise.all([createPerson('Ana'), createPerson('Biel')]);

/** One side of a session by itself: what it says is kept, what it hears is told. */
function sessionAlone(phone: MeshPhone, peer: CastMember) {
  const said: Message[] = [];
  const linked: Link = {
    peer: { member: peer.member, device: peer.device },
    isOpen: true,
    bytesSent: 0,
    bytesReceived: 0,
    messageBytesReceived: 0,
    ended: new Promise(() => undefined),
    onmessage: null,
    close: () => undefined,
    send: (message) => {
      const read = readMessage(message);
      assert(read.ok && read.value, 'a session says what can be read');
      said.push(read.value);
      return Promise.resolve();
    },
  };
  const quiet = () => undefined;
  const session = new Session(linked, {
    replica: phone.replica,
    timers: realTimers,
    pause: () => Promise.resolve(),
    onvector: quiet,
    onanswer: quiet,
    onweight: quiet,
    onack: quiet,
    onsecret: quiet,
    onoffence: quiet,
  });
  session.start();
  const hear = async (message: Uint8Array): Promise<void> => {
    linked.onmessage?.(message);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { session, said, hear };
}

test('[M4] what is made while an old vector says they lack more follows once they have it', async () => {
  const [ana, biel] = await people();
  const community = await TestCommunity.of(ana, [biel]);
  const hers = await openPhone(community, ana);
  const { session, said, hear } = sessionAlone(hers, biel);
  const [[head], [whole]] = [hers.replica.wireVector(), hers.replica.vector()];
  assert(head && whole, 'the founding log');
  expect(head.length).toBe(2);
  // It left before Biel took the second entry.
  await hear(encodeMessage('vector', [{ ...head, length: 1 }]));
  await hers.writer.append('ledger', helped(biel, 30));
  session.offer(new Map([[head.log, 2]]));
  expect(said.filter(({ type }) => type === 'news')).toEqual([]);

  const stored = { ...head, head: whole.head.slice(0, 32) };
  await hear(encodeMessage('ack', [stored]));
  expect(said.filter(({ type }) => type === 'news')).toHaveLength(1);
});

test('[M4] another digest is answered by the vector, each time it is said', async () => {
  const [ana, biel] = await people();
  const community = await TestCommunity.of(ana, [biel]);
  const hers = await openPhone(community, ana);
  const { said, hear } = sessionAlone(hers, biel);
  const vectors = () => said.filter(({ type }) => type === 'vector').length;
  await hear(encodeMessage('digest', '00'.repeat(32)));
  expect(vectors()).toBe(1);
  await hear(encodeMessage('vector', []));
  expect(vectors()).toBe(1);
  // They have looked anew: what they hear now they may ask for in another way.
  await hear(encodeMessage('digest', '11'.repeat(32)));
  expect(vectors()).toBe(2);
  await hear(encodeMessage('digest', hers.replica.digest()));
  expect(vectors()).toBe(2);
});

test('[replica/R8] who says again and again that a history differs is searched with so often', async () => {
  const [ana, biel] = await people();
  const community = await TestCommunity.of(ana, [biel]);
  const hers = await openPhone(community, ana);
  const { said, hear } = sessionAlone(hers, biel);
  const [head] = hers.replica.wireVector();
  assert(head, 'the founding log');
  const other = encodeMessage('vector', [{ ...head, head: '0d'.repeat(8) }]);
  for (let i = 0; i < stepsLimit + 3; i += 1) await hear(other);
  expect(said.filter(({ type }) => type === 'ids')).toHaveLength(stepsLimit);
});
