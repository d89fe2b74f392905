import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(
  new URL('../../../../scripts/keeper.mjs', import.meta.url),
);

/** A real keeper process, and what it has said so far. */
export interface KeeperProcess {
  readonly pid: number;
  readonly lines: readonly string[];
  readonly errors: readonly string[];
  /** Resolves with the first line that holds these words, said before or after. */
  says(words: string): Promise<string>;
  types(line: string): void;
  /** Sends a signal, and resolves with the status once it has ended. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

export function spawnKeeper(args: readonly string[]): KeeperProcess {
  const child = spawn(process.execPath, [script, ...args], { stdio: 'pipe' });
  const lines: string[] = [];
  const errors: string[] = [];
  const waiting = new Set<() => void>();
  const hear = (into: string[]) => (line: string) => {
    into.push(line);
    for (const look of [...waiting]) look();
  };
  createInterface({ input: child.stdout }).on('line', hear(lines));
  createInterface({ input: child.stderr }).on('line', hear(errors));
  const ended = once(child, 'close').then(() => {
    for (const look of [...waiting]) look();
    return child.exitCode;
  });
  const says = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const line = lines.find((each) => each.includes(text));
        const isOver = child.exitCode !== null || child.signalCode !== null;
        if (line === undefined && !isOver) return;
        waiting.delete(look);
        if (line !== undefined) resolve(line);
        else
          reject(
            new Error(`never said "${text}":\n${[...lines, ...errors].join('\n')}`),
          );
      };
      waiting.add(look);
      look();
    });
  return {
    pid: child.pid ?? 0,
    lines,
    errors,
    says,
    types: (line) => child.stdin.write(`${line}\n`),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}
