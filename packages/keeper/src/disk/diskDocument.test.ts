import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalUpdate } from '@manyhands/replica';
import { afterAll, assert, expect, test } from 'vitest';
import * as Y from 'yjs';
import { filesWith } from '../testing/filesWith.ts';
import { DiskDocument } from './diskDocument.ts';
import { openFolder } from './files.ts';

const under = await mkdtemp(join(tmpdir(), 'manyhands-document-'));
afterAll(() => rm(under, { recursive: true, force: true }));

const untold = (): void => undefined;
const unneeded = () => Promise.reject(new Error('nothing is damaged'));

function oneMore(doc: Y.Doc): void {
  const from = Y.getState(doc.store, 5);
  const items = [new Uint8Array(100).fill(from)];
  Y.applyUpdate(doc, canonicalUpdate([{ number: 5, root: 'l/5', from, items }]));
}

test('[storage/S4] at no moment does the disk count an entry that it does not have', async () => {
  const folder = await openFolder(join(under, 'written'));
  const doc = new Y.Doc();
  const moments: Uint8Array[] = [];
  let more = 6;
  // While one thing is written, the next comes.
  const files = filesWith(folder, {
    write: async (name, at, bytes) => {
      if (more-- > 0) oneMore(doc);
      await folder.write(name, at, bytes);
      const written = await folder.read(name);
      assert(written !== null, 'it is there');
      moments.push(written);
    },
  });
  const document = new DiskDocument(files, untold);
  await document.begin();
  await document.attach(doc, unneeded);
  oneMore(doc);
  while (more > 0) expect((await document.settled()).ok).toBe(true);
  expect((await document.settled()).ok).toBe(true);
  await document.close();

  for (const [i, bytes] of moments.entries()) {
    const then = await openFolder(join(under, `then-${i}`));
    await then.replace('document', bytes);
    const found = await new DiskDocument(then, untold).attach(new Y.Doc(), unneeded);
    expect(found, `after write ${i}`).toMatchObject({ value: { missing: 0 } });
    await then.close();
  }
  expect(moments.length).toBeGreaterThan(6);
  await folder.close();
});
