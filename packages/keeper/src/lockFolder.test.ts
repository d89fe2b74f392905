import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, assert, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './lockFolder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manyhands-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The number of a process that has ended, by a kill. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => 0, 1000)']);
  await once(child, 'spawn');
  child.kill('SIGKILL');
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('[K3] a folder is one process’s until that one lets it go', async () => {
  const first = await lockFolder(folder);
  assert(first.ok, 'nobody has it');
  const second = await lockFolder(folder);
  assert(!second.ok, 'it is taken');
  expect(second.error.by).toContain(String(process.pid));
  await first.value.release();
  expect((await lockFolder(folder)).ok).toBe(true);
});

test('[K3] a process that was killed holds nothing, nor one whose number is given again', async () => {
  await writeFile(join(folder, 'lock'), `${hostname()} ${await deadProcess()} 1`);
  const taken = await lockFolder(folder);
  assert(taken.ok, 'whoever had it is dead');
  await taken.value.release();
  // This process is alive, and did not begin then.
  await writeFile(join(folder, 'lock'), `${hostname()} ${process.pid} 1`);
  expect((await lockFolder(folder)).ok).toBe(true);
});

test('[K3] another machine’s lock is kept: nothing here can tell whether it lives', async () => {
  await writeFile(join(folder, 'lock'), 'elsewhere 1 1');
  expect(await lockFolder(folder)).toEqual({
    ok: false,
    error: { type: 'LockHeld', by: 'elsewhere 1 1' },
  });
});

test('[K3] of many who find a dead one’s lock at once, one has it', async () => {
  const dead = await deadProcess();
  for (let round = 0; round < 20; round++) {
    await writeFile(join(folder, 'lock'), `${hostname()} ${dead} 1`);
    const tries = Array.from({ length: 8 }, () => lockFolder(folder));
    const held = (await Promise.all(tries)).filter(({ ok }) => ok);
    expect(held).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['lock']);
    expect(await readFile(join(folder, 'lock'), 'utf8')).toContain(String(process.pid));
    await rm(join(folder, 'lock'));
  }
});
