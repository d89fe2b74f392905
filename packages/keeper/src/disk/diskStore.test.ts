import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeContract } from '@manyhands/storage/storeContract';
import { afterAll } from 'vitest';
import { filesWith } from '../testing/filesWith.ts';
import { beginDiskStore, openDiskStore } from './diskStore.ts';
import { openFolder } from './files.ts';
import type { Files } from './files.ts';
import { RowFile } from './rowFile.ts';

const under = await mkdtemp(join(tmpdir(), 'manyhands-store-'));
afterAll(() => rm(under, { recursive: true, force: true }));
let made = 0;

const noRoom = () =>
  Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));

storeContract('disk store', () => {
  const folder = join(under, String(made++));
  const faults = { isFull: false };
  /** The document's rows, as somebody with an editor would change them. */
  const edit = async (change: (rows: Uint8Array[]) => Uint8Array[]): Promise<void> => {
    const files = await openFolder(folder);
    const file = new RowFile(files, 'document');
    const found = await file.open();
    await file.replace(change([...(found?.rows ?? [])]));
    await files.close();
  };
  return {
    open: async () => {
      const files = await openFolder(folder);
      const isNew = (await files.read('journal')) === null;
      if (isNew) await beginDiskStore(files);
      return openDiskStore(thatMayBeFull(files, faults));
    },
    breakWrites: () => {
      faults.isFull = true;
      return () => (faults.isFull = false);
    },
    corrupt: () => edit((rows) => [...rows, new Uint8Array([0, 1, 2, 3])]),
    loseRow: () =>
      edit((rows) =>
        rows.toSpliced(
          rows.findLastIndex(([kind]) => kind === 0),
          1,
        ),
      ),
  };
});

/** The same files, on a disk that may have no room for the document. */
function thatMayBeFull(files: Files, faults: { isFull: boolean }): Files {
  const isHit = (name: string) => faults.isFull && name === 'document';
  return filesWith(files, {
    write: (name, at, bytes) =>
      isHit(name)
        ? // As a disk does it: the beginning is written.
          files.write(name, at, bytes.subarray(0, 7)).then(noRoom)
        : files.write(name, at, bytes),
    replace: (name, bytes) => (isHit(name) ? noRoom() : files.replace(name, bytes)),
  });
}
