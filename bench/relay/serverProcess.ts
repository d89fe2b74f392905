import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { isThere } from '../../packages/relay/src/testing/crowd.ts';
import { freePort } from '../../test/freePort.ts';

const pageBytes = 4_096;
/** What Linux counts a process's time in, for programs of users: USER_HZ. */
const ticksPerSecond = 100;

/** A relay that is a process of its own, and what Linux says of it; elsewhere all is nought. */
export class ServerProcess {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(port: number, child: ChildProcess) {
    this.port = port;
    this.#child = child;
  }

  /** Starts `node ARGS`, with the port in PORT and wherever an argument says so. */
  static async start(
    args: (port: string) => readonly string[],
  ): Promise<ServerProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, args(String(port)), {
      env: { ...process.env, PORT: String(port) },
      stdio: 'ignore',
    });
    for (let tries = 0; tries < 200; tries++) {
      if (await isThere(port)) return new ServerProcess(port, child);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    child.kill();
    throw new Error('the relay did not start');
  }

  /** Bytes that it holds in memory. */
  async residentBytes(): Promise<number> {
    const fields = await this.#read('statm');
    return Number(fields[1] ?? 0) * pageBytes;
  }

  /** Seconds of a processor that it has used, its own and the kernel's for it (proc(5)). */
  async processorSeconds(): Promise<number> {
    const fields = await this.#read('stat');
    return (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / ticksPerSecond;
  }

  stop(): void {
    this.#child.kill();
  }

  async #read(what: 'stat' | 'statm'): Promise<string[]> {
    const path = `/proc/${String(this.#child.pid)}/${what}`;
    return (await readFile(path, 'utf8').catch(() => '')).split(' ');
  }
}
