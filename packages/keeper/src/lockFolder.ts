import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { codeOf } from './disk/files.ts';

/** One process at a time keeps a folder: two would write one log (storage/R6). */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a folder, or says which process has it. A process that was killed holds nothing:
 * the lock names it by its number and by when it began, since numbers are given again.
 *
 * Known limit: a process on another machine, or in another container, that shares the
 * folder cannot be told from one that has ended; its lock names its machine, and is kept.
 */
export async function lockFolder(
  folder: string,
): Promise<Result<FolderLock, { readonly type: 'LockHeld'; readonly by: string }>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'lock');
  const mine = await ownName(process.pid);
  // Each round ends with the lock, with a living holder, or with one dead one less.
  for (;;) {
    if (await claim(path, mine)) return ok({ release: () => release(path, mine) });
    const holder = await read(path);
    if (holder === null) continue;
    if (await isAlive(holder)) return err({ type: 'LockHeld', by: holder });
    await takeAway(path, holder);
  }
}

/** A link, unlike a write, is there as a whole or not at all. */
async function claim(path: string, mine: string): Promise<boolean> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, mine, { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Another one may take it at the same moment: whoever moved a living one puts it back. */
async function takeAway(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return;
    throw cause;
  }
  if ((await read(aside)) !== dead) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

async function release(path: string, mine: string): Promise<void> {
  if ((await read(path)) === mine) await rm(path, { force: true });
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}

const ownName = async (pid: number): Promise<string> =>
  `${hostname()} ${pid} ${await beginOf(pid)}`;

async function isAlive(holder: string): Promise<boolean> {
  const [host, number] = holder.split(' ');
  if (host !== hostname()) return true;
  const pid = Number(number);
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (codeOf(cause) === 'ESRCH') return false;
  }
  return (await ownName(pid)) === holder;
}

/** When a process began, where the system tells; else the same for all. */
async function beginOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
  } catch {
    return '-'; // a system without /proc, or a process that has just ended
  }
}
