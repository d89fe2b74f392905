import { expect, test } from 'vitest';
import { sdpBy } from '../../testing/recordedSdp.ts';
import { answersOffer, namingOffer } from './answersOffer.ts';
import { fingerprintOf } from '../fingerprintOf.ts';

const { 'Chromium 156': hers, 'Firefox 153': his } = sdpBy;

test('[M1] an answer names the offer it is to, and no other', () => {
  const answer = namingOffer(his, hers);
  expect(answersOffer(answer, hers)).toBe(true);
  expect(answersOffer(answer, his)).toBe(false);
  expect(answersOffer(his, hers)).toBe(false);
});

test('[M2] and promises the same certificate as before', () => {
  expect(fingerprintOf(namingOffer(his, hers))).toEqual(fingerprintOf(his));
});

test('[M1] an offer that promises no certificate cannot be named', () => {
  const bare = hers.replace(/a=fingerprint.*\r\n/, '');
  expect(namingOffer(his, bare)).toBe(his);
  expect(answersOffer(his, bare)).toBe(false);
});
