import { expect, test } from 'vitest';
import { isYWebrtcs, outliveErrors } from './outliveErrors.ts';

function thrownIn(file: string): Error {
  const error = new TypeError('Cannot set properties of undefined');
  error.stack = `${error.message}\n    at execMessage (${file}:539:43)`;
  return error;
}

test('[mesh/M11] y-webrtc’s own errors are told from ours', () => {
  expect(isYWebrtcs(thrownIn('/a/node_modules/y-webrtc/src/y-webrtc.js'))).toBe(true);
  expect(isYWebrtcs(thrownIn('C:\\a\\node_modules\\y-webrtc\\src\\y.js'))).toBe(true);
  expect(isYWebrtcs(thrownIn('/a/packages/mesh/src/mesh.ts'))).toBe(false);
  expect(isYWebrtcs('y-webrtc')).toBe(false);
});

const roots = ['unhandledRejection', 'uncaughtException'] as const;

/**
 * What is said of what goes wrong during `work`, of which the test runner hears nothing. It is
 * over once `errors` have been heard.
 */
async function saidDuring(
  errors: number,
  work: (end: () => void) => void,
): Promise<string[]> {
  const before = roots.map((root) => process.rawListeners(root));
  for (const root of roots) process.removeAllListeners(root);
  const lines: string[] = [];
  try {
    let heard = 0;
    const all = new Promise<void>((resolve) => {
      const count = () => {
        heard += 1;
        if (heard === errors) resolve();
      };
      if (errors === 0) resolve();
      work(outliveErrors((line) => lines.push(line)));
      // Heard after the keeper has.
      for (const root of roots) process.on(root, count);
    });
    await all;
  } finally {
    for (const [at, root] of roots.entries()) {
      process.removeAllListeners(root);
      for (const hear of before[at] ?? []) process.on(root, hear as () => void);
    }
  }
  return lines;
}

test('[K10] what is rejected or thrown and not caught is said, and it goes on', async () => {
  const lines = await saidDuring(2, () => {
    void Promise.reject(new Error('Bug: of a promise'));
    setTimeout(() => {
      throw new Error('Bug: of a timer');
    });
  });
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/Bug: of a promise\n\s+at /);
  expect(lines[1]).toMatch(/Bug: of a timer\n\s+at /);
});

test('[K8, K10] one that comes again and again is said seldom, and names nobody', async () => {
  const lines = await saidDuring(120, () => {
    const bug = new Error(`Bug: ${'ab'.repeat(32)} is not there`);
    for (let times = 0; times < 120; times++) void Promise.reject(bug);
  });
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line).toContain('Bug: … is not there');
  expect(lines[2]).toContain('100 times');
});

test('[K10] once it has ended, an error ends the process again', async () => {
  const bug = new Error('Bug: too late');
  const lines = await saidDuring(0, (end) => {
    end();
    expect(process.listenerCount('uncaughtException')).toBe(0);
    const [hear] = process.listeners('unhandledRejection');
    expect(() => hear?.(bug, Promise.resolve())).toThrow(bug);
  });
  expect(lines).toEqual([]);
});
