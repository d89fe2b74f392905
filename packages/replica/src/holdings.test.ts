import { assert } from '@manyhands/base';
import { TestCommunity, createCast } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { Draft } from './draft.ts';
import { Holdings } from './holdings.ts';
import { numberOf } from './numbering.ts';

const [ana] = await createCast();

test('[R8] one log may bring as many entries at once as a log has room for', async () => {
  const community = await TestCommunity.of(ana);
  const { log, entries } = community.ledgerOf(ana);
  const [first] = entries;
  assert(first, 'Ana founded it');
  const length = 300_000;
  const many = new Array<typeof first>(length).fill(first);
  const held = new Holdings(numberOf);
  const draft = new Draft(held);
  draft.grow(
    log,
    many,
    many.map((_, seq) => seq),
  );
  const [growth] = draft.growths;
  assert(growth, 'the log grew');
  held.grow(growth);
  expect(held.logs.get(first.logId)?.signedAt).toHaveLength(length);
  expect(held.lengthOf(first.logId)).toBe(length);
});
