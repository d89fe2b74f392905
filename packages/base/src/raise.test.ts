import { expect, test } from 'vitest';
import { raisedDuring } from '@manyhands/testing';
import { raise, SerialQueue, tellEach } from './index.ts';

test('[B6] an error nobody expected reaches the root, and whoever raised it goes on', async () => {
  const cause = new Error('a bug');
  expect(await raisedDuring(() => raise(cause))).toEqual([cause]);
});

test('[B6] what a queue is given to do and nobody waits for fails at the root', async () => {
  const cause = new Error('a bug');
  const fail = () => Promise.reject(cause);
  const raised = await raisedDuring(async () => {
    const queue = new SerialQueue();
    queue.add(fail);
    void queue.run(fail);
    void queue.coalesce(fail)();
    await queue.idle();
  });
  expect(raised).toEqual([cause, cause, cause]);
});

test('[B6] a listener that throws keeps none of the others from hearing', async () => {
  const cause = new Error('a bug');
  const heard: string[] = [];
  const raised = await raisedDuring(() => {
    tellEach<string>(
      [
        () => {
          throw cause;
        },
        (news) => heard.push(news),
      ],
      'hours',
    );
  });
  expect(heard).toEqual(['hours']);
  expect(raised).toEqual([cause]);
});
