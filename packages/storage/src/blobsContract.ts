import type { Hex } from '@manyhands/base';
import type { Blobs } from '@manyhands/replica';
import { describe, expect, test } from 'vitest';

/** One disk for blobs, fresh for each test. */
export interface BlobsExam {
  open(): Promise<Blobs> | Blobs;
  /** Every byte that lies on the disk, names too, a byte a character. */
  raw(): Promise<string>;
  /** From now on there is no room for a blob; the answer makes room again. */
  fill(): () => void;
}

const name = (digit: string): Hex => digit.repeat(64);
const words = 'a pram, seen from the left';
const blob = (text = words): Uint8Array => new TextEncoder().encode(text);

/** The exam that every disk for blobs sits (storage/SPEC.md, S12). */
export function blobsContract(title: string, begin: () => BlobsExam): void {
  describe(title, () => {
    test('[S12] what was put is there after closing and opening', async () => {
      const exam = begin();
      const first = await exam.open();
      expect(await first.get(name('a'))).toEqual({ ok: true, value: null });
      expect(await first.list()).toEqual({ ok: true, value: [] });
      const put = await first.put({ sha: name('a'), at: 7 }, blob());
      expect(put).toEqual({ ok: true, value: undefined });
      await first.close();
      const again = await exam.open();
      const found = await again.get(name('a'));
      expect(found.ok && found.value && [...found.value]).toEqual([...blob()]);
      expect(await exam.raw()).toContain(words);
      await again.close();
    });

    test('[S12] they are listed oldest first, with their lengths', async () => {
      const exam = begin();
      const blobs = await exam.open();
      await blobs.put({ sha: name('a'), at: 30 }, blob('the first'));
      await blobs.put({ sha: name('c'), at: 4 }, blob());
      await blobs.put({ sha: name('b'), at: 4 }, blob());
      // Put anew: it is as old as it was put last, and there once.
      await blobs.put({ sha: name('a'), at: 200 }, blob('longer'));
      const bytes = blob().length;
      expect(await blobs.list()).toEqual({
        ok: true,
        value: [
          { sha: name('b'), at: 4, bytes },
          { sha: name('c'), at: 4, bytes },
          { sha: name('a'), at: 200, bytes: 6 },
        ],
      });
      await blobs.close();
    });

    test('[S12] what is deleted is on the disk no more; the others are', async () => {
      const exam = begin();
      const blobs = await exam.open();
      await blobs.put({ sha: name('a'), at: 1 }, blob());
      await blobs.put({ sha: name('b'), at: 2 }, blob('a ladder'));
      expect(await blobs.delete([name('a'), name('d')])).toEqual({
        ok: true,
        value: undefined,
      });
      expect(await blobs.get(name('a'))).toEqual({ ok: true, value: null });
      const raw = await exam.raw();
      expect(raw).not.toContain(words);
      expect(raw).not.toContain(name('a'));
      expect(raw).toContain('a ladder');
      const list = await blobs.list();
      expect(list.ok && list.value.map(({ sha }) => sha)).toEqual([name('b')]);
      await blobs.close();
    });

    test('[S12] a disk without room says so, and what was there is there', async () => {
      const exam = begin();
      const blobs = await exam.open();
      await blobs.put({ sha: name('a'), at: 1 }, blob());
      const makeRoom = exam.fill();
      const refused = await blobs.put({ sha: name('b'), at: 2 }, blob('big'));
      makeRoom();
      expect(refused).toEqual({ ok: false, error: { type: 'StoreFull' } });
      const list = await blobs.list();
      expect(list.ok && list.value.map(({ sha }) => sha)).toEqual([name('a')]);
      await blobs.close();
    });
  });
}
