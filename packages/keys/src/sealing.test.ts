import { assert } from '@manyhands/base';
import { concat, utf8Bytes, utf8Text } from '@manyhands/codec';
import { expect, test } from 'vitest';
import { openAes } from './webCrypto.ts';
import {
  createSealingKey,
  deriveKey,
  openSealed,
  passOn,
  randomBytes,
  sealFor,
} from './index.ts';
import type { KeyForm, Sealed, SealingKey } from './index.ts';

interface Phone {
  device: Uint8Array;
  box: Uint8Array;
  key: SealingKey;
}

async function phone(place: KeyForm = 'engine'): Promise<Phone> {
  const key = await createSealingKey(place);
  return { device: randomBytes(32), box: key.publicKey, key };
}

const open = async (sealed: Sealed, { device, key }: Phone): Promise<string> => {
  const answer = await openSealed(sealed, device, key);
  if (!answer.ok) return answer.error.type;
  const text = utf8Text(answer.value);
  assert(text.ok, 'we sealed text');
  return text.value;
};

const words = 'Thursday at six, my place?';

test('[K12] Ana seals for Biel and herself; Carme has the same entry and cannot read it', async () => {
  const [ana, biel, carme] = [await phone(), await phone('bytes'), await phone()];
  const sealed = await sealFor([ana, biel], utf8Bytes(words));
  expect(await open(sealed, ana)).toBe(words);
  expect(await open(sealed, biel)).toBe(words);
  expect(await open(sealed, carme)).toBe('NotForMe');
  // Nor by pretending to be Biel's device: the box is what opens.
  expect(await open(sealed, { ...carme, device: biel.device })).toBe('Malformed');
});

test('[K11] lengths are as the rule has them, and nothing is used twice', async () => {
  const ana = await phone();
  const one = await sealFor([ana, ana], utf8Bytes(words));
  const other = await sealFor([ana], utf8Bytes(words));
  expect(one.epk).toHaveLength(32);
  expect(one.wraps.map(({ hint, wrap }) => [hint.length, wrap.length])).toEqual([
    [8, 48],
    [8, 48],
  ]);
  expect(one.wraps[0]?.hint).toEqual(ana.device.slice(0, 8));
  expect(one.ciphertext).toHaveLength(words.length + 16);
  expect(other.epk).not.toEqual(one.epk);
  expect(other.ciphertext).not.toEqual(one.ciphertext);
});

test('[K11] it opens step by step as the rule says', async () => {
  const { device, box, key } = await phone();
  const { epk, wraps, ciphertext } = await sealFor([{ device, box }], utf8Bytes(words));
  const shared = await key.agree(epk);
  assert(shared.ok && wraps[0], 'one wrap, for us');
  const nonce = new Uint8Array(12);
  const wrapping = deriveKey(shared.value, 'seal', 32, concat(epk, box));
  const textKey = await openAes(wrapping, nonce, wraps[0].wrap);
  assert(textKey, 'the wrap opens');
  expect(await openAes(textKey, nonce, ciphertext)).toEqual(utf8Bytes(words));
});

test('[K12] hints that meet by chance do not hide one wrap behind another', async () => {
  const [ana, biel] = [await phone(), await phone()];
  biel.device.set(ana.device.slice(0, 8));
  const sealed = await sealFor([ana, biel], utf8Bytes(words));
  expect(await open(sealed, ana)).toBe(words);
  expect(await open(sealed, biel)).toBe(words);
});

test('[K12] a device with a box of small order gets no wrap and silences nobody', async () => {
  const [ana, didac] = [await phone(), await phone()];
  const useless = { ...didac, box: new Uint8Array(32) };
  const sealed = await sealFor([useless, ana], utf8Bytes(words));
  expect(sealed.wraps).toHaveLength(1);
  expect(await open(sealed, ana)).toBe(words);
  expect(await open(sealed, didac)).toBe('NotForMe');
});

test('[K12] an injured message is Malformed or not for me, never other words', async () => {
  const ana = await phone();
  const sealed = await sealFor([ana], utf8Bytes(words));
  const [only] = sealed.wraps;
  assert(only, 'one wrap');
  const bend = (bytes: Uint8Array) =>
    bytes.map((byte, i) => (i === 3 ? byte ^ 1 : byte));
  const bent: Sealed[] = [
    { ...sealed, epk: bend(sealed.epk) },
    { ...sealed, epk: new Uint8Array(32) },
    { ...sealed, epk: new Uint8Array(5) },
    { ...sealed, ciphertext: bend(sealed.ciphertext) },
    { ...sealed, ciphertext: new Uint8Array() },
    { ...sealed, wraps: [{ ...only, wrap: bend(only.wrap) }] },
    { ...sealed, wraps: [{ ...only, wrap: new Uint8Array() }] },
  ];
  for (const each of bent) expect(await open(each, ana)).toBe('Malformed');
  const wraps = [{ ...only, hint: bend(only.hint) }];
  expect(await open({ ...sealed, wraps }, ana)).toBe('NotForMe');
  expect(await open({ ...sealed, wraps: [] }, ana)).toBe('NotForMe');
});

test('sealing for nobody or for more than 32 is a bug', async () => {
  const ana = await phone();
  await expect(sealFor([], utf8Bytes(words))).rejects.toThrow('Bug');
  const crowd = Array.from({ length: 33 }, () => ana);
  await expect(sealFor(crowd, utf8Bytes(words))).rejects.toThrow('Bug');
  expect((await sealFor(crowd.slice(1), new Uint8Array())).wraps).toHaveLength(32);
});

test('[K12] Biel passes the key on to his laptop, not the words; Carme has none to pass on', async () => {
  const [ana, biel, carme] = [await phone(), await phone(), await phone()];
  const laptop = await phone('bytes');
  const sealed = await sealFor([ana, biel], utf8Bytes(words));
  const given = await passOn(sealed, [laptop], biel.device, biel.key);
  assert(given.ok, 'Biel can open it');
  expect(Object.keys(given.value)).toEqual(['epk', 'wraps']);
  expect(given.value.epk).not.toEqual(sealed.epk);
  const { ciphertext } = sealed;
  expect(await open({ ...given.value, ciphertext }, laptop)).toBe(words);
  expect(await open({ ...given.value, ciphertext }, carme)).toBe('NotForMe');
  // It opens that text alone, and can be passed on from there.
  const other = await sealFor([ana], utf8Bytes(words));
  const { ciphertext: foreign } = other;
  expect(await open({ ...given.value, ciphertext: foreign }, laptop)).toBe('Malformed');
  const again = await passOn(
    { ...given.value, ciphertext },
    [carme],
    laptop.device,
    laptop.key,
  );
  assert(again.ok, 'the laptop can open it');
  expect(await open({ ...again.value, ciphertext }, carme)).toBe(words);

  expect(await passOn(sealed, [laptop], carme.device, carme.key)).toMatchObject({
    error: { type: 'NotForMe' },
  });
  expect(await passOn(sealed, [laptop], biel.device, carme.key)).toMatchObject({
    error: { type: 'Malformed' },
  });
});
