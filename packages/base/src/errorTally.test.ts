import { expect, test } from 'vitest';
import { ErrorTally } from './errorTally.ts';

test('the first, the tenth, the hundredth of an error are worth a line', () => {
  const tally = new ErrorTally();
  const bug = new Error('Bug: it is not there');
  const told = Array.from({ length: 120 }, () => tally.count(bug)?.times ?? null);
  expect(told.filter((times) => times !== null)).toEqual([1, 10, 100]);
  expect(tally.count(new Error('Bug: another'))).toMatchObject({ times: 1 });
});

test('its lines say where, and nothing that could name anybody', () => {
  const tally = new ErrorTally();
  const names = ['ab'.repeat(32), '10.0.3.17', 'fe80::1f', '2001:db8:0:1:2:3:4:5'];
  const error = new Error(`Bug: ${names.join(', ')}`);
  error.stack = `${error.message}\n    at run (file:///app/relay.mjs:539:43)`;
  expect(tally.count(error)?.lines).toBe(
    'Bug: …, …, …, …\n    at run (file:///app/relay.mjs:539:43)',
  );
  expect(tally.count('no error')).toEqual({ lines: 'no error', times: 1 });
});

test('of more than a hundred different ones none is counted for ever', () => {
  const tally = new ErrorTally();
  for (let n = 0; n < 100; n++) tally.count(`error ${n}`);
  expect(tally.count('error 0')).toBeNull();
  expect(tally.count('one more')).toMatchObject({ times: 1 });
  expect(tally.count('error 0')).toMatchObject({ times: 1 });
});
