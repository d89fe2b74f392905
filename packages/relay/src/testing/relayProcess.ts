import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RelayOptions } from '../startRelay.ts';

const script = fileURLToPath(new URL('runRelay.mjs', import.meta.url));

/** A relay that is a process of its own, so that its memory can be told from ours. */
export interface RelayProcess {
  readonly port: number;
  /** The most bytes it ever held; Linux counts them. */
  readonly memory: () => Promise<number>;
  readonly end: () => Promise<void>;
}

export async function spawnRelay(
  options: Partial<RelayOptions>,
): Promise<RelayProcess> {
  const child = spawn(
    process.execPath,
    [script, JSON.stringify({ port: 0, ...options })],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [
    string,
  ];
  return {
    port: Number(line),
    async memory() {
      const status = await readFile(`/proc/${child.pid ?? 0}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1_024;
    },
    async end() {
      const ended = once(child, 'close');
      child.kill();
      await ended;
    },
  };
}
