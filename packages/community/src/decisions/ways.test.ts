import { expect, test } from 'vitest';
import { iceWays, isWay, relayWays, waysIn } from './ways.ts';

test('[C21] of what was decided only addresses of the right ways are used', () => {
  const decided = [
    'wss://riverside.example',
    'javascript:alert(1)',
    'wss:',
    'turn:a b',
  ];
  expect(waysIn(decided, relayWays)).toEqual(['wss://riverside.example']);
  expect(waysIn(['stun:a.example:3478', 'wss://a'], iceWays)).toEqual([
    'stun:a.example:3478',
  ]);
  expect(waysIn(null, relayWays)).toEqual([]);
  expect(isWay(`wss://${'a'.repeat(200)}`, relayWays)).toBe(false);
});
