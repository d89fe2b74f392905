import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import type { AccountId, Day, ListingId } from '@manyhands/base';
import { expect, test } from 'vitest';
import {
  dropCardDraft,
  keepCardDraft,
  listCardDrafts,
  readCardDraft,
} from './cardDrafts.ts';
import type { CardDraft } from './cardDrafts.ts';
import { blankListing } from './listings.ts';

const { terms } = blankListing('thing', 20_585 as Day);
const draft: CardDraft = {
  id: '00112233aabbccdd',
  change: 'ab'.repeat(16) as ListingId,
  as: 'ac'.repeat(32) as AccountId,
  kind: 'thing',
  category: 1_234,
  title: 'A ladder',
  words: 'é'.repeat(500),
  terms: { ...terms, where: 'The shed', free: [0, 20] },
  picked: {
    sha: 'cd'.repeat(32),
    thumbs: [3_072, 2_048, 1_400, 900].map((length) => new Uint8Array(length).fill(7)),
  },
};

test('a draft at its longest comes back as it was, and is gone once dropped', async () => {
  const { notes } = createMemoryStore();
  await keepCardDraft(notes, draft);
  await keepCardDraft(notes, { ...draft, id: 'ff', change: null, picked: null });
  expect(await readCardDraft(notes, draft.id)).toEqual({ ok: true, value: draft });
  await dropCardDraft(notes, draft.id);
  expect(await listCardDrafts(notes)).toMatchObject({ value: [{ id: 'ff' }] });
});

test('what another version wrote, and other rows, are passed over', async () => {
  const disk = createMemoryDisk();
  const { notes } = createMemoryStore(disk);
  disk.notes.set('card/strange', new Uint8Array([0x82, 1, 2]));
  disk.notes.set('draft/other', new Uint8Array([0x80]));
  expect(await listCardDrafts(notes)).toEqual({ ok: true, value: [] });
});
