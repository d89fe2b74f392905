import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, assert, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './lockFolder.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manyhands-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const turn = promisify(setImmediate);

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

test('[K3] of many who come to a dead one’s lock, sooner or later, one has it', async () => {
  const dead = await deadProcess();
  for (let round = 0; round < 100; round++) {
    const found = join(folder, round % 2 === 0 ? 'lock' : `lock.${round}`);
    await writeFile(found, `${hostname()} ${dead} 1`);
    const tries = Array.from({ length: 12 }, async (_, i) => {
      // Each begins while the ones before it are somewhere on their way.
      for (let n = 0; n < i * 3; n++) await turn();
      return lockFolder(folder);
    });
    const held = (await Promise.all(tries)).filter(({ ok }) => ok);
    expect(held).toHaveLength(1);
    const names = await readdir(folder);
    expect(names).toHaveLength(1);
    const [name = ''] = names;
    expect(await readFile(join(folder, name), 'utf8')).toContain(` ${process.pid} `);
    await rm(join(folder, name));
  }
});

test.skipIf(process.platform === 'win32')(
  '[K3] whoever has read of a dead one, while others went further, has nothing',
  async () => {
    const dead = `${hostname()} ${await deadProcess()} 1`;
    // It is read as slowly as we write it.
    execFileSync('mkfifo', [join(folder, 'lock.5')]);
    const late = lockFolder(folder);
    const words = await open(join(folder, 'lock.5'), 'w');
    await writeFile(join(folder, 'lock.7'), 'elsewhere 1 1');
    await rm(join(folder, 'lock.5'));
    await words.write(dead);
    await words.close();
    expect(await late).toMatchObject({ error: { by: 'elsewhere 1 1' } });
    expect(await readdir(folder)).toEqual(['lock.7']);
  },
);
