import { describe, expect, test } from 'vitest';
import { iceServersOf, readIce, rtcOf } from './iceServers.ts';

describe('what helps to a direct line', () => {
  test('STUN needs a host, TURN a name and a word as well', () => {
    expect(readIce('STUN:stun.example:3478')).toEqual({
      kind: 'stun',
      urls: 'stun:stun.example:3478',
    });
    expect(readIce('turns:ana:a%3Ab%40c@turn.example:443?transport=tcp')).toEqual({
      kind: 'turn',
      urls: 'turns:turn.example:443?transport=tcp',
      username: 'ana',
      credential: 'a:b@c',
    });
  });

  test.each([
    '',
    'stun:',
    'stun.example',
    'stun:ana@stun.example',
    'stun:stun.example:port',
    'turn:turn.example',
    'turn:ana@turn.example',
    'turn:ana:word@',
    'turn:ana:%@turn.example',
    'turn:ana:word@turn.example?transport=pigeon',
    `stun:${'x'.repeat(200)}.example`,
  ])('%s is none', (typed) => {
    expect(readIce(typed)).toBeNull();
  });

  test('of a charter what cannot be meant is left out', () => {
    const named = ['turn:turn.example', 'stun:stun.example', '\u0000'];
    expect(iceServersOf(named).map(({ urls }) => urls)).toEqual(['stun:stun.example']);
  });

  test('a connection is given name and word, and nothing it does not know', () => {
    const named = ['turn:ana:word@turn.example', 'turn:turn.example'];
    expect(rtcOf(named)).toEqual({
      iceServers: [{ urls: 'turn:turn.example', username: 'ana', credential: 'word' }],
    });
  });
});
