import { expect, test, vi } from 'vitest';
import { compareBytes } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys';
import { TestCommunity, createPerson, openOnMemory } from '@manyhands/testing';
import type { Secret } from './messages.ts';
import { OwnSecret } from './ownSecret.ts';

const secretOf = (byte: number, epoch = 0): Secret => ({
  epoch,
  secret: new Uint8Array(32).fill(byte),
});

test('[findings/A17] the app’s own word is kept where it is newer, and only there', async () => {
  const ana = await createPerson('Ana');
  const { id } = await TestCommunity.of(ana, []);
  const { replica } = await openOnMemory(id);
  const [first, second] = [secretOf(1), secretOf(2)].sort((a, b) =>
    compareBytes(taggedHash('secret', a.secret), taggedHash('secret', b.secret)),
  ) as [Secret, Secret];
  const ongiven = vi.fn();
  const own = new OwnSecret({
    replica,
    self: ana,
    known: second,
    lobby: null,
    ongiven,
  });

  expect(own.set(second)).toBe(false);
  expect(own.set(first)).toBe(true);
  expect(own.set(second)).toBe(false);
  expect(own.set(secretOf(3, 1))).toBe(false);
  expect(own.current).toEqual(first);
  expect(ongiven).not.toHaveBeenCalled();
});
