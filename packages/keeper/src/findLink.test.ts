import { expect, test } from 'vitest';
import type { CommunityId, MemberId } from '@manyhands/base';
import { encodeDeviceLink, shortCodeBytes, shortCodeOf } from '@manyhands/ledger';
import type { DeviceLink } from '@manyhands/ledger';
import { findLink } from './findLink.ts';
import { keeperWords } from './words.ts';

const link: DeviceLink = {
  community: '0c'.repeat(32) as CommunityId,
  seed: '5e'.repeat(16),
  lobby: '10'.repeat(16),
  relays: ['wss://relay.example/relay'],
  name: 'Riverside',
  member: 'a0'.repeat(32) as MemberId,
};
const silent = () => undefined;

test('[mesh/M11] a link is found bare, in an address, and with spaces around it', async () => {
  const text = encodeDeviceLink(link);
  for (const typed of [text, `https://example.org/#d/${text}`, `  ${text}\n`]) {
    expect(await findLink(typed, [], silent)).toEqual({ ok: true, value: link });
  }
});

test('[mesh/M11] what is neither link nor letters is refused in words', async () => {
  const code = shortCodeOf(new Uint8Array(shortCodeBytes));
  const slip = code.replace(/^./, '7');
  const foolish = [
    '',
    'hello',
    'https://example.org/#d/AAAA',
    '\u0000',
    'x'.repeat(99_999),
  ];
  for (const typed of foolish) {
    expect(await findLink(typed, [], silent)).toEqual({
      ok: false,
      error: keeperWords.noLink,
    });
  }
  expect(await findLink(slip, [], silent)).toEqual({
    ok: false,
    error: keeperWords.slip,
  });
  expect(await findLink(code, [], silent)).toEqual({
    ok: false,
    error: keeperWords.noRelay,
  });
});
