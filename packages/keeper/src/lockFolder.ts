import { randomBytes } from 'node:crypto';
import {
  link,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { errorCodeOf, unfinished } from './disk/files.ts';

/** One process at a time keeps a folder: two would write one log (storage/R6). */
export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Takes a folder, or says which process has it. A process that was killed holds nothing:
 * the lock names it by its number and by when it began, since numbers are given again.
 *
 * Locks are numbered, and the highest is the one that counts. Nothing is ever removed but
 * what stands below another, so that a number is never given again, and of many who find
 * a dead one's lock at once only one can make the next. A lock that is removed to be
 * taken has a moment in which a second one takes it (decision 0057).
 *
 * Known limits: a process on another machine, or in another container, that shares the
 * folder cannot be told from one that has ended; its lock names its machine, and is kept.
 * Where the system does not tell when a process began, neither can a number be told that
 * was given again.
 */
export async function lockFolder(
  folder: string,
): Promise<Result<FolderLock, { readonly type: 'LockHeld'; readonly by: string }>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mine = await ownName(process.pid);
  // Each round ends with the lock, with a living holder, or with somebody who was faster.
  for (;;) {
    const [top = 0] = await numbersIn(folder);
    const holder = await read(pathOf(folder, top));
    if (holder === null && top > 0) continue; // there is a higher one by now
    if (holder !== null && (await isAlive(holder))) {
      return err({ type: 'LockHeld', by: holder });
    }
    const own = top + 1;
    if (!(await claim(folder, own, mine))) continue;
    const [highest, ...others] = await numbersIn(folder);
    if (highest !== own) {
      // Somebody went further, and cleared away the one that was to be followed.
      await rm(pathOf(folder, own), { force: true });
      continue;
    }
    for (const n of others) await rm(pathOf(folder, n), { force: true });
    return ok({ release: () => write(folder, pathOf(folder, own), nobody, rename) });
  }
}

/** What the lock of one who let go says; it stays, as the highest. */
const nobody = '-';

/** The first version had one lock, without a number. */
const pathOf = (folder: string, number: number): string =>
  join(folder, number === 0 ? 'lock' : `lock.${number}`);

/** The numbers of all locks there are, the highest first. */
async function numbersIn(folder: string): Promise<number[]> {
  const names = await readdir(folder);
  return names
    .flatMap(
      (name) => /^lock(?:\.(\d+))?$/.exec(name)?.[1] ?? (name === 'lock' ? 0 : []),
    )
    .map(Number)
    .sort((a, b) => b - a);
}

async function claim(folder: string, number: number, mine: string): Promise<boolean> {
  try {
    await write(folder, pathOf(folder, number), mine, link);
    return true;
  } catch (cause) {
    // Taken; or whoever has it by now has tidied up (`openFolder`), the draft too.
    if (['EEXIST', 'ENOENT'].includes(errorCodeOf(cause))) return false;
    throw cause;
  }
}

/** A link or a new name, unlike a write, is there as a whole or not at all. */
async function write(
  folder: string,
  path: string,
  words: string,
  put: typeof link | typeof rename,
): Promise<void> {
  const draft = join(folder, `lock-${randomBytes(6).toString('hex')}${unfinished}`);
  await writeFile(draft, words, { mode: 0o600 });
  try {
    await put(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

async function read(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (errorCodeOf(cause) === 'ENOENT') return null;
    throw cause;
  }
}

const ownName = async (pid: number): Promise<string> =>
  `${hostname()} ${pid} ${await beginOf(pid)}`;

async function isAlive(holder: string): Promise<boolean> {
  if (holder === nobody) return false;
  const [host, number] = holder.split(' ');
  if (host !== hostname()) return true;
  const pid = Number(number);
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if (errorCodeOf(cause) === 'ESRCH') return false;
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
