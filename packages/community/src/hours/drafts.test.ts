import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import type { EntryId, MemberId, Minutes } from '@manyhands/base';
import { assert, describe, expect, test } from 'vitest';
import { dropDraft, fitsDraft, keepDraft, listDrafts, readDraft } from './drafts.ts';
import type { HelpDraft } from './drafts.ts';

const draft: HelpDraft = {
  id: '00112233aabbccdd',
  with: 'ab'.repeat(32) as MemberId,
  whom: '',
  iHelped: true,
  minutes: 90 as Minutes,
  day: 20_585,
  category: 4,
  text: 'The hedge',
  instead: 'cd'.repeat(32) as EntryId,
  isGift: true,
};

describe('drafts', () => {
  test('come back as they were kept, the newest day first', async () => {
    const { notes } = createMemoryStore();
    const later: HelpDraft = { ...draft, id: 'ff', day: draft.day + 1, with: null };
    await keepDraft(notes, draft);
    await keepDraft(notes, later);

    expect(await listDrafts(notes)).toEqual({ ok: true, value: [later, draft] });
    expect(await readDraft(notes, draft.id)).toEqual({ ok: true, value: draft });
  });

  test('are gone once they are dropped', async () => {
    const { notes } = createMemoryStore();
    await keepDraft(notes, draft);
    await dropDraft(notes, draft.id);
    expect(await readDraft(notes, draft.id)).toEqual({ ok: true, value: null });
  });

  test('of another version, and other rows, are passed over', async () => {
    const disk = createMemoryDisk();
    const { notes } = createMemoryStore(disk);
    await keepDraft(notes, draft);
    disk.notes.set('draft/strange', new Uint8Array([0x82, 1, 2]));
    disk.notes.set('acks', new Uint8Array([0x80]));
    expect(await listDrafts(notes)).toEqual({ ok: true, value: [draft] });
  });

  test('from before there were gifts are for hours', async () => {
    const disk = createMemoryDisk();
    const { notes } = createMemoryStore(disk);
    await keepDraft(notes, draft);
    const name = `draft/${draft.id}`;
    const row = disk.notes.get(name);
    assert(row?.[0] === 0x89 && row.at(-1) === 0xf5, 'nine fields, the last one true');
    const before = row.slice(0, -1);
    before[0] = 0x88;
    disk.notes.set(name, before);
    const read = { ok: true, value: { ...draft, isGift: false } };
    expect(await readDraft(notes, draft.id)).toEqual(read);
  });

  test('a full disk is said, not swallowed', async () => {
    const disk = createMemoryDisk();
    disk.fault = { type: 'StoreFull' };
    const { notes } = createMemoryStore(disk);
    expect(await keepDraft(notes, draft)).toEqual({
      ok: false,
      error: { type: 'StoreFull' },
    });
  });

  test('a text too long for a note is no draft yet', () => {
    expect(fitsDraft({ whom: '', text: 'é'.repeat(500) })).toBe(true);
    expect(fitsDraft({ whom: '', text: 'é'.repeat(501) })).toBe(false);
    expect(fitsDraft({ whom: 'a'.repeat(97), text: '' })).toBe(false);
  });
});
