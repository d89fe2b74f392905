import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { picturesContract } from '@manyhands/storage/picturesContract';
import { afterAll } from 'vitest';
import { DiskPictures } from './diskPictures.ts';
import { openFolder } from './files.ts';
import type { Files } from './files.ts';

const under = await mkdtemp(join(tmpdir(), 'manyhands-pictures-'));
afterAll(() => rm(under, { recursive: true, force: true }));
let made = 0;

const noRoom = () =>
  Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));

picturesContract('pictures on the disk of a keeper', () => {
  const folder = join(under, String(made++));
  let isFull = false;
  const thatMayBeFull = (files: Files): Files =>
    new Proxy(files, {
      get: (target, name: keyof Files) =>
        name === 'replace' && isFull ? noRoom : target[name].bind(target),
    });
  return {
    open: async () => new DiskPictures(thatMayBeFull(await openFolder(folder))),
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
