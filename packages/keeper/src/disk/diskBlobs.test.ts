import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobsContract } from '@manyhands/storage/blobsContract';
import { afterAll } from 'vitest';
import { DiskBlobs } from './diskBlobs.ts';
import { openFolder } from './files.ts';
import type { Files } from './files.ts';

const under = await mkdtemp(join(tmpdir(), 'manyhands-blobs-'));
afterAll(() => rm(under, { recursive: true, force: true }));
let made = 0;

const noRoom = () =>
  Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));

blobsContract('blobs on the disk of a keeper', () => {
  const folder = join(under, String(made++));
  let isFull = false;
  const thatMayBeFull = (files: Files): Files =>
    new Proxy(files, {
      get: (target, name: keyof Files) =>
        name === 'replace' && isFull ? noRoom : target[name].bind(target),
    });
  return {
    open: async () => new DiskBlobs(thatMayBeFull(await openFolder(folder))),
    raw: async () => {
      const names = await readdir(folder);
      const read = names.map((name) => readFile(join(folder, name), 'latin1'));
      return [...names, ...(await Promise.all(read))].join('\n');
    },
    fill: () => {
      isFull = true;
      return () => (isFull = false);
    },
  };
});
