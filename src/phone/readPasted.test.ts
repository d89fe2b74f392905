import { expect, test } from 'vitest';
import type { CommunityId, DeviceKey, MemberId, Minutes } from '@manyhands/base';
import {
  encodeDeviceLink,
  encodeInvite,
  encodePoster,
  encodeRecoveryLink,
  encodeReturnLink,
} from '@manyhands/ledger';
import { codeText } from '@manyhands/community/hours';
import { readPasted } from './readPasted.ts';

const invite = encodeInvite({
  community: '11'.repeat(32) as CommunityId,
  seed: '22'.repeat(16),
  lobby: '33'.repeat(16),
  relays: ['wss://example.org/relay'],
  name: 'Riverside',
  inviter: 'Ana',
});
const further = encodeDeviceLink({
  community: '11'.repeat(32) as CommunityId,
  seed: '22'.repeat(16),
  lobby: '33'.repeat(16),
  relays: ['wss://example.org/relay'],
  name: 'Riverside',
  member: '44'.repeat(32) as MemberId,
});
const returning = encodeReturnLink({
  community: '11'.repeat(32) as CommunityId,
  lobby: '33'.repeat(16),
  relays: ['wss://example.org/relay'],
  name: 'Riverside',
  member: '44'.repeat(32) as MemberId,
  called: 'Ana',
  minutes: 90 as Minutes,
  g: 1,
  guardians: ['Biel'],
});
const recovery = encodeRecoveryLink({
  community: '11'.repeat(32) as CommunityId,
  key: '55'.repeat(32),
  device: '66'.repeat(32) as DeviceKey,
  box: '77'.repeat(32),
  name: 'Ana',
});
const code = 'hQFIq6urq6urq6s'.repeat(12);
const poster = encodePoster({
  community: '11'.repeat(32) as CommunityId,
  seed: '22'.repeat(16),
  lobby: '33'.repeat(16),
  relays: ['wss://example.org/relay'],
  name: 'Riverside',
});
const message = 'bWVzc2FnZQ'.repeat(20);

test('a poster, from a wall or a chat group, whole or damaged', () => {
  const door = { name: 'knock', text: poster };
  expect(readPasted(`Come and knock:\nhttps://example.org/#h/${poster}`)).toEqual(door);
  expect(readPasted(poster)).toEqual(door);
  expect(readPasted(`https://example.org/#h/${poster.slice(0, -9)}`)).toEqual({
    name: 'knock',
    text: poster.slice(0, -9),
  });
});

test('a long message as a close code, which no line is broken in', () => {
  const code = codeText(message, 'x'.repeat(5_000));
  expect(code).not.toContain(message);
  expect(readPasted(code)).toEqual({ name: 'message', text: message });
});

test.each([
  ['the whole link', `https://example.org/#j/${invite}`],
  ['its end alone', invite],
  ['words around it', `Come and join!\nhttps://example.org/#j/${invite}\nSee you, Ana`],
  [
    'broken over lines',
    `https://example.org/#j/${invite.slice(0, 60)}\n${invite.slice(60)}`,
  ],
])('an invite: %s', (_, pasted) => {
  expect(readPasted(pasted)).toEqual({ name: 'join', text: invite });
});

test.each([
  ['the whole link', `https://example.org/#m/${message}`],
  ['its end alone', message],
  ['words after it', `https://example.org/#m/${message}\nBiel`],
  ['words before it', `Is that right?\nhttps://example.org/app/#m/${message}`],
  [
    'broken over lines',
    `https://example.org/#m/${message.slice(0, 76)}\r\n${message.slice(76)}`,
  ],
])('a message: %s', (_, pasted) => {
  expect(readPasted(pasted)).toEqual({ name: 'message', text: message });
});

test.each([
  ['the whole link', `https://example.org/#d/${further}`, further],
  ['its end alone', further, further],
  ['damaged', `https://example.org/#d/${further.slice(0, -20)}`, further.slice(0, -20)],
])('a device link: %s', (_, pasted, text) => {
  expect(readPasted(pasted)).toEqual({ name: 'device', text });
});

test.each([
  ['return', '#b/', returning],
  ['recover', '#r/', recovery],
] as const)('a link to %s: whole, alone, damaged', (name, mark, text) => {
  const cut = text.slice(0, -20);
  expect(readPasted(`Open this:\nhttps://example.org/${mark}${text}\nAna`)).toEqual({
    name,
    text,
  });
  expect(readPasted(text)).toEqual({ name, text });
  expect(readPasted(`https://example.org/${mark}${cut}`)).toEqual({ name, text: cut });
});

test.each([
  ['the whole link', `https://example.org/#c/${code}`],
  ['words around it', `Open this: https://example.org/#c/${code}\nthen`],
])('a code of another phone: %s', (_, pasted) => {
  expect(readPasted(pasted)).toEqual({ name: 'pairing', text: code });
});

test('an invite that lost its end is still an invite, and will say so', () => {
  const cut = invite.slice(0, -20);

  expect(readPasted(`https://example.org/#j/${cut}`)).toEqual({
    name: 'join',
    text: cut,
  });
});

test.each([
  '',
  'hello',
  'https://example.org/',
  'wss://relay',
  '<b>#</b>',
  '🙂'.repeat(90),
])('%j is neither', (pasted) => {
  expect(readPasted(pasted)).toBeNull();
});
