import { base58 } from '@scure/base';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  fromBase45,
  fromBase64Url,
  fromDidKey,
  toBase45,
  toBase64Url,
  toDidKey,
} from './text.ts';

test('[C6] base64url and back, as Node has it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase64Url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString('base64url'));
      expect(fromBase64Url(text)).toEqual({ ok: true, value: bytes });
    }),
  );
});

test.each([
  ['A', 'a lone digit'],
  ['AA==', 'padding'],
  ['AB', 'stray bits'],
  ['+/8', 'the other alphabet'],
  ['A A', 'a space'],
  ['AÀ', 'a letter beyond ASCII'],
])('[C6] base64url has one spelling: %s (%s) is Malformed', (text) => {
  expect(fromBase64Url(text).ok).toBe(false);
});

test('[C6] did:key and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
      const did = toDidKey(key);
      expect(did).toMatch(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/);
      expect(fromDidKey(did)).toEqual({ ok: true, value: key });
    }),
  );
});

test('[C6] a did:key of 31 or 33 bytes, or under another prefix, is Malformed', () => {
  const did = (prefix: number[], length: number) =>
    `did:key:z${base58.encode(Uint8Array.from([...prefix, ...new Uint8Array(length)]))}`;
  expect(fromDidKey(did([0xed, 1], 32)).ok).toBe(true);
  for (const length of [0, 31, 33])
    expect(fromDidKey(did([0xed, 1], length)).ok).toBe(false);
  for (const prefix of [
    [0xed, 2],
    [0xec, 1],
  ])
    expect(fromDidKey(did(prefix, 32)).ok).toBe(false);
});

test.each([
  ['', 'nothing'],
  ['did:key:z', 'no key'],
  ['did:web:example.org', 'another method'],
  ['did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooW', 'cut short'],
  ['did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDooWpp', 'too long'],
  ['did:key:z6MkiTBz1ymuepAQ4HEHYSF1H8quG5GLVVQR3djdX3mDoo0p', 'no digit of base58'],
  ['did:key:z6LShs9GGnqk85isEBzzshkuVWrVKsRp24GnDuHk8QWkARMW', 'an X25519 key'],
  [`did:key:z${'1'.repeat(10_000)}`, 'ten thousand zeros'],
])('[C6] %s (%s) is Malformed', (did) => expect(fromDidKey(did).ok).toBe(false));

test('[C6] a did of another method, or an endless one, is Malformed', () => {
  const did = toDidKey(new Uint8Array(32).fill(7));
  expect(fromDidKey(did).ok).toBe(true);
  expect(fromDidKey(did.replace('did:key:z', 'did:web:z')).ok).toBe(false);
  expect(fromDidKey(did.replace('did:key:z', 'did:key:f')).ok).toBe(false);
  expect(fromDidKey(`${did}${'1'.repeat(40)}`).ok).toBe(false);
});

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
  ['', ''],
])('[C6] RFC 9285 §4.3 writes %j as %j', (plain, text) => {
  expect(toBase45(latin(plain))).toBe(text);
  expect(fromBase45(text)).toEqual({ ok: true, value: latin(plain) });
});

test('[C6] base45 and back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = toBase45(bytes);
      expect(text).toMatch(/^[0-9A-Z $%*+\-./:]*$/);
      expect(fromBase45(text)).toEqual({ ok: true, value: bytes });
    }),
  );
});

test.each([
  ['A', 'a lone digit'],
  ['BB8B', 'a lone digit behind others'],
  [':::', 'more than two bytes hold'],
  ['::', 'more than one byte holds'],
  ['bb8', 'small letters'],
  ['BB8,,', 'a sign of another alphabet'],
  ['BÀ8', 'a letter beyond ASCII'],
])('[C6] base45 has one spelling: %j (%s) is Malformed', (text) => {
  expect(fromBase45(text).ok).toBe(false);
});
