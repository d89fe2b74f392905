import { createMemoryDisk, createMemoryStore } from '@manyhands/storage';
import type { AccountId, EntryId, MemberId, Minutes } from '@manyhands/base';
import { assert, describe, expect, test } from 'vitest';
import { askedAtOnce } from '../limits.ts';
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
  others: ['0a'.repeat(32) as MemberId],
  asked: ['0b'.repeat(32) as EntryId],
  from: 300,
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

  test('from before there were several, organisations or gifts are with one, for hours of my own', async () => {
    const disk = createMemoryDisk();
    const { notes } = createMemoryStore(disk);
    await keepDraft(notes, draft);
    const name = `draft/${draft.id}`;
    const row = disk.notes.get(name);
    const [bytesOfAs, bytesOfSeveral] = [34, 35 + 35 + 3];
    assert(row?.[0] === 0x8d, 'thirteen fields');
    const withoutSeveral = Uint8Array.of(0x8a, ...row.slice(1, -bytesOfSeveral));
    disk.notes.set(name, withoutSeveral);
    const withOne = { ...draft, others: [], asked: [], from: null };
    expect(await readDraft(notes, draft.id)).toEqual({ ok: true, value: withOne });
    assert(withoutSeveral.at(-1 - bytesOfAs) === 0xf5, 'a gift, and for whom');
    const older = { ...withOne, as: null };
    const withoutAs = Uint8Array.of(0x89, ...withoutSeveral.slice(1, -bytesOfAs));
    disk.notes.set(name, withoutAs);
    expect(await readDraft(notes, draft.id)).toEqual({ ok: true, value: older });
    disk.notes.set(name, Uint8Array.of(0x88, ...withoutAs.slice(1, -1)));
    const read = { ok: true, value: { ...older, isGift: false } };
    expect(await readDraft(notes, draft.id)).toEqual(read);
  });

  test('with as many as one asks, and the longest words, are kept', async () => {
    const { notes } = createMemoryStore();
    const some = (many: number) =>
      Array.from({ length: many }, (_, i) => String(i).padStart(64, '0'));
    const long: HelpDraft = {
      ...draft,
      whom: 'é'.repeat(48),
      text: 'é'.repeat(500),
      minutes: 6_000 as Minutes,
      day: 65_535,
      category: 65_535,
      from: Number.MAX_SAFE_INTEGER,
      others: some(askedAtOnce - 1) as MemberId[],
      asked: some(askedAtOnce) as EntryId[],
    };
    await keepDraft(notes, long);
    expect(await readDraft(notes, draft.id)).toEqual({ ok: true, value: long });
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
