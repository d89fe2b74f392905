import { assert, describe, expect, test } from 'vitest';
import type { CommunityId } from '@manyhands/base';
import { openMessage, sealMessage } from './message.ts';

const lock = (byte: number) => ({
  community: byte.toString(16).padStart(2, '0').repeat(32) as CommunityId,
  secret: new Uint8Array(32).fill(byte),
});
const ours = lock(1);
const page = Uint8Array.from({ length: 900 }, (_, i) => i % 251);

describe('a message', () => {
  test('opens with the secret it was sealed with, among others', async () => {
    const opened = await openMessage(await sealMessage(ours, page), [lock(2), ours]);
    assert(opened.ok);
    expect(opened.value.lock).toBe(ours);
    expect(opened.value.page).toEqual(page);
  });

  test.each([
    (text: string) => `https://riverside.example/app/#m/${text}`,
    (text: string) => `Is that right?\n  https://m.example/#m/${text}\n`,
    (text: string) => `https://m.example/#m/${text.slice(0, 70)}\n${text.slice(70)}`,
  ])(
    'may be pasted as a whole, with words before it, or broken in two',
    async (wrap) => {
      const opened = await openMessage(wrap(await sealMessage(ours, page)), [ours]);
      assert(opened.ok);
      expect(opened.value.page).toEqual(page);
    },
  );

  test('of another community is said to be that', async () => {
    const opened = await openMessage(await sealMessage(lock(3), page), [ours]);
    expect(opened).toMatchObject({ error: { type: 'AnotherCommunity' } });
  });

  test('cut short, changed or nothing at all is malformed, and never throws', async () => {
    const text = await sealMessage(ours, page);
    const changed = `${text.slice(0, 40)}${text[40] === 'A' ? 'B' : 'A'}${text.slice(41)}`;
    for (const bad of [
      text.slice(0, -9),
      changed,
      '',
      '   ',
      'm/',
      '\u0000é',
      'x'.repeat(99_999),
    ]) {
      const opened = await openMessage(bad, [ours]);
      expect(opened).toMatchObject({ error: { type: 'Malformed' } });
    }
  });

  test('says nothing of who sent it, about whom, or where', async () => {
    const text = await sealMessage(ours, page);
    expect(text).toMatch(/^[\w-]+$/);
    expect(await sealMessage(ours, page)).not.toBe(text);
  });
});
