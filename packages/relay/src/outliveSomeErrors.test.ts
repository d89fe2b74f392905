import { fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { assert } from '@manyhands/base';
import { expect, onTestFinished, test } from 'vitest';
import { relayLimits } from './limits.ts';

const script = fileURLToPath(new URL('testing/failingRelay.mjs', import.meta.url));

test('[R15, R2] a relay outlives so many errors that nobody caught, says them, and then ends', async () => {
  const child = fork(script, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  onTestFinished(() => void child.kill());
  const ended = once(child, 'close');
  assert(child.stderr, 'it can be heard');
  const said = text(child.stderr);
  const [port] = (await once(child, 'message')) as [number];
  const answer = async () => {
    const response = await fetch(`http://127.0.0.1:${port}/`);
    return response.text();
  };

  child.send('thrown');
  for (let n = 1; n < relayLimits.errorsAtOnce; n++) child.send('rejected');
  // It is asked after all that.
  child.send('well?');
  expect(await Promise.race([once(child, 'message'), ended])).toEqual([
    'well',
    undefined,
  ]);
  expect(await answer()).toBe('A relay\n');

  child.send('thrown');
  expect(await ended).toEqual([1, null]);
  const lines = (await said).split('\n').filter((line) => !line.startsWith('    at '));
  expect(lines).toEqual([
    expect.stringMatching(/^Something went wrong\. .*Bug: thrown at … in …$/),
    expect.stringMatching(/^Something went wrong\. .*Bug: rejected at … in …$/),
    expect.stringMatching(/^Something went wrong, 10 times now\. .*Bug: rejected/),
    'Too much went wrong: the relay ends. Start it again.',
    '',
  ]);
});
