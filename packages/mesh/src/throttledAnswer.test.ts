/** [M4] what one neighbour asks again and again is answered now and then, by the newest. */
import { afterEach, expect, test, vi } from 'vitest';
import { TestCommunity, createCast, helped } from '@manyhands/testing';
import { answerEvery, answersAtOnce } from './limits.ts';
import { encodeMessage } from './messages.ts';
import type { Message } from './messages.ts';
import { ThrottledAnswer } from './throttledAnswer.ts';
import { sessionWith } from './testing/ends.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { closePhones, openPhone } from './testing/phones.ts';

const [ana, biel] = await createCast();
afterEach(closePhones);

test('[answersAtOnce] so many are answered at once, the next waits, and the newest counts', () => {
  const timers = new ManualTimers();
  const answered: number[] = [];
  const newest = new ThrottledAnswer<number>(timers, (asked) => answered.push(asked));
  for (let n = 1; n <= answersAtOnce + 9; n++) newest.receive(n);
  expect(answered).toHaveLength(answersAtOnce);
  timers.pass(answerEvery);
  expect(answered.slice(answersAtOnce)).toEqual([answersAtOnce + 9]);
  // Nothing else waited, and after a while there is room for as many again.
  timers.pass(answersAtOnce * answerEvery);
  expect(answered).toHaveLength(answersAtOnce + 1);
  for (let n = 1; n <= answersAtOnce + 1; n++) newest.receive(100 + n);
  expect(answered).toHaveLength(2 * answersAtOnce + 1);
});

test('[answerEvery] whoever goes on asking is answered so often, and no more', () => {
  const timers = new ManualTimers();
  let answers = 0;
  const newest = new ThrottledAnswer(timers, () => (answers += 1));
  for (let n = 0; n < answersAtOnce; n++) newest.receive(n);
  for (let ms = 0; ms < 20 * answerEvery; ms += 10) {
    newest.receive(ms);
    timers.pass(10);
  }
  expect(answers).toBe(answersAtOnce + 20);
});

test('what was called off, or is over, is not answered', () => {
  const timers = new ManualTimers();
  const answered: number[] = [];
  const newest = new ThrottledAnswer<number>(timers, (asked) => answered.push(asked));
  for (let n = 0; n <= answersAtOnce; n++) newest.receive(n);
  newest.drop();
  timers.pass(answerEvery);
  for (let n = 0; n < 2; n++) newest.receive(100 + n);
  newest.close();
  timers.pass(10 * answerEvery);
  expect(answered).toEqual([...Array(answersAtOnce).keys(), 100]);
});

const typesOf = (heard: readonly Message[], type: string) =>
  heard.filter((each) => each.type === type);

test('digests that differ, and asks for little: an answer now and then, and the last is answered', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  for (let minutes = 1; minutes < 9; minutes++)
    await community.ledgerOf(biel).add(helped(ana, minutes));
  const hers = await openPhone(community, ana);
  const { say, heard, timers } = await sessionWith(hers.replica, biel);
  const log = community.ledgerOf(biel).entries[0]?.logId.slice(0, 32) ?? '';
  for (let n = 0; n < 2 * answersAtOnce; n++) {
    await say(encodeMessage('digest', n.toString(16).padStart(64, '0')));
    await say(encodeMessage('ask', [{ log, from: n % 7, max: 1 }]));
  }
  expect(typesOf(heard, 'vector')).toHaveLength(answersAtOnce);
  expect(typesOf(heard, 'page')).toHaveLength(answersAtOnce);
  expect(typesOf(heard, 'weight')).toHaveLength(answersAtOnce);
  await say(encodeMessage('digest', hers.replica.digest()));
  await say(encodeMessage('ask', [{ log, from: 0, max: 8 }]));
  const rest = hers.replica.page([{ log, from: 0, max: 8 }]).page;
  timers.pass(answerEvery);
  await vi.waitFor(() =>
    expect(typesOf(heard, 'page').at(-1)?.payload).toEqual({
      page: rest,
      isLast: true,
    }),
  );
  // The digest that came last is the same as here, so that no vector is said any more.
  expect(typesOf(heard, 'vector')).toHaveLength(answersAtOnce);
  expect(typesOf(heard, 'digest').length).toBeGreaterThan(0);
});

test('an ask for nothing calls off one that waits, and is answered at once', async () => {
  const community = await TestCommunity.of(ana, [biel]);
  const hers = await openPhone(community, ana);
  const { say, heard, timers } = await sessionWith(hers.replica, biel);
  const log = community.ledgerOf(ana).entries[0]?.logId.slice(0, 32) ?? '';
  for (let n = 0; n <= answersAtOnce; n++)
    await say(encodeMessage('ask', [{ log, from: 0, max: 1 }]));
  await say(encodeMessage('ask', []));
  const pages = () => typesOf(heard, 'page').map(({ payload }) => payload);
  await vi.waitFor(() => expect(pages().at(-1)).toEqual({ page: null, isLast: true }));
  const before = pages().length;
  timers.pass(answerEvery);
  await say(encodeMessage('ask', []));
  await vi.waitFor(() => expect(pages()).toHaveLength(before + 1));
});
