import { err, ok, type Result } from '@manyhands/base';
import { expect, test } from 'vitest';
import { Act } from './Act.svelte.ts';

/** An act that ends when it is told to. */
function held() {
  let end: (result: Result<string, string>) => void = () => undefined;
  let begin = (): void => undefined;
  const ended = new Promise<Result<string, string>>((resolve) => (end = resolve));
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const doing = () => {
    begin();
    return ended;
  };
  return { doing, begun, end: (result: Result<string, string>) => end(result) };
}

test('a second tap while one is under way does nothing', async () => {
  const act = new Act<string>();
  const first = held();
  const asked = act.run(first.doing);
  expect(await act.run(() => Promise.resolve(ok('second')))).toBeNull();
  first.end(ok('first'));
  expect(await asked).toEqual({ value: 'first' });
  expect(act.isBusy).toBe(false);
});

test('what comes next waits for the one under way; of all that wait the last is done', async () => {
  const act = new Act<string>();
  const first = held();
  const done: string[] = [];
  const doing = (name: string) => () => {
    done.push(name);
    return Promise.resolve(ok(name));
  };
  const asked = [act.runNext(first.doing)];
  await first.begun;
  expect(act.isBusy).toBe(true);
  asked.push(act.runNext(doing('second')), act.runNext(doing('third')));
  first.end(err('of another'));
  expect(await Promise.all(asked)).toEqual([null, null, { value: 'third' }]);
  expect(done).toEqual(['third']);
  expect(act.refused).toBeNull();
});
