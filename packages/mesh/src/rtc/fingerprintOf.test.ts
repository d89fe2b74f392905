import { expect, test } from 'vitest';
import { toHex } from '@manyhands/codec';
import { fingerprintOf } from './fingerprintOf.ts';

const digits = (byte: string) => Array.from({ length: 32 }, () => byte).join(':');
const line = (byte: string, hash = 'sha-256') =>
  `a=fingerprint:${hash} ${digits(byte)}`;
const sdp = (...lines: string[]) =>
  ['v=0', 's=-', ...lines, 'm=application'].join('\r\n');

test('[M2] the one certificate that a description promises', () => {
  const found = fingerprintOf(sdp(line('AB')));
  expect(found && toHex(found)).toBe('ab'.repeat(32));
});

test('[M2] said for the session and again for a medium, in any case, it is one', () => {
  const found = fingerprintOf(sdp(line('AB'), line('ab')));
  expect(found && toHex(found)).toBe('ab'.repeat(32));
});

test.each([
  ['none', sdp()],
  ['two: a browser would take either', sdp(line('AB'), line('CD'))],
  ['two, the other by another hash', sdp(line('AB'), 'a=fingerprint:sha-1 AB:CD')],
  ['two, one of them hidden by the end of its line', `${line('AB')}\n${line('CD')}`],
  ['two, one of them in capitals', sdp(line('AB'), line('CD').toUpperCase())],
  ['another hash', sdp(line('AB', 'sha-512'))],
  ['too short', sdp('a=fingerprint:sha-256 AB:CD')],
  ['too long', sdp(`${line('AB')}:AB`)],
  ['no digits', sdp(line('XY'))],
  ['nothing', ''],
])('[M2] not one: %s', (_, description) => {
  expect(fingerprintOf(description)).toBeNull();
});
