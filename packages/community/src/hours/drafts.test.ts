import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import type { AccountId, EntryId, MemberId, Minutes } from '@manyhands/base';
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
  as: 'ef'.repeat(32) as AccountId,
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

  test('from before there were organisations or gifts are for hours of my own', async () => {
    const disk = createMemoryDisk();
    const { notes } = createMemoryStore(disk);
    await keepDraft(notes, draft);
    const name = `draft/${draft.id}`;
    const row = disk.notes.get(name);
    const bytesOfAs = 34;
    assert(row?.[0] === 0x8a && row.at(-1 - bytesOfAs) === 0xf5, 'ten fields');
    const older = { ...draft, as: null };
    const withoutAs = Uint8Array.of(0x89, ...row.slice(1, -bytesOfAs));
    disk.notes.set(name, withoutAs);
    expect(await readDraft(notes, draft.id)).toEqual({ ok: true, value: older });
    disk.notes.set(name, Uint8Array.of(0x88, ...withoutAs.slice(1, -1)));
    const read = { ok: true, value: { ...older, isGift: false } };
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
