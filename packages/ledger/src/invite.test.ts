import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommunityId } from '@manyhands/base';
import { readJoinRequest } from './joinRequest.ts';
import { readCharter } from './charter.ts';
import { encodeInvite, readInvite } from './invite.ts';
import type { Invite } from './invite.ts';

const invite: Invite = {
  community: '0c'.repeat(32) as CommunityId,
  seed: '01'.repeat(16),
  lobby: '02'.repeat(16),
  relays: ['wss://relay.example/relay'],
  name: 'Example street',
  inviter: 'Ana',
};
const text = encodeInvite(invite);
const good = { ok: true, value: invite };

test('an invite is read from whatever somebody pastes', () => {
  const half = text.length / 2;
  for (const pasted of [
    text,
    `#j/${text}`,
    `https://app.example/#j/${text}`,
    ` \n https://app.example/sub/#j/${text}\r\n`,
    `Come and join us: https://app.example/#j/${text} See you!`,
    `<https://app.example/#j/${text}>.`,
    `https://app.example/#j/${text.slice(0, half)}\r\n ${text.slice(half)}\n`,
  ]) {
    expect(readInvite(pasted)).toEqual(good);
  }
});

test('what is no invite is malformed, in finite time', () => {
  for (const pasted of [
    '',
    'hello',
    'https://app.example/#j/',
    `https://app.example/#j/${text.slice(1)}`,
    `https://app.example/#j/${text.slice(0, -1)}`,
    `https://app.example/#m/${text}`,
    `${text}${text}`,
    'A'.repeat(1_000_000),
  ]) {
    expect(readInvite(pasted).ok).toBe(false);
  }
});

test('any text at all gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (pasted) => {
      expect(readInvite(pasted).ok).toBe(false);
      expect(readInvite(`#j/${pasted}`).ok).toBe(false);
    }),
  );
});

test('an invite with any one character changed never reads as this one', () => {
  fc.assert(
    fc.property(
      fc.nat(text.length - 1),
      fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_'),
      (i, other) => {
        const changed = text.slice(0, i) + other + text.slice(i + 1);
        fc.pre(changed !== text);
        expect(readInvite(changed)).not.toEqual(good);
      },
    ),
  );
});

test('damaged charters and requests are malformed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(readCharter(bytes).ok).toBe(false);
      expect(readJoinRequest(bytes).ok).toBe(false);
    }),
  );
});

test('what is too long for any message is not searched for an invite', () => {
  const link = `https://app.example/#j/${text}`;
  expect(readInvite(' '.repeat(20_000 - link.length) + link)).toEqual(good);
  expect(readInvite(' '.repeat(20_001 - link.length) + link).ok).toBe(false);
});
