import { expect, test } from 'vitest';
import type { Introducer } from '../../introducer.ts';
import { openYWebrtcRoom } from './yWebrtcRoom.ts';

// Nobody listens there: it is looked for, which is enough to see who has entered.
const place = {
  room: 'one room',
  password: 'one password',
  relays: ['ws://127.0.0.1:9/relay'],
};
const open = (): Introducer => openYWebrtcRoom(place, () => undefined);
const hasEntered = (introducer: Introducer) => introducer.reach?.().size === 1;

test('[M1] of several in one room of one page each has their turn when the one before has left', async () => {
  const [first, second, third, fourth] = [open(), open(), open(), open()];
  const entered = () => [first, second, third, fourth].map(hasEntered);
  expect(entered()).toEqual([true, false, false, false]);
  first.close();
  await expect.poll(entered).toEqual([false, true, false, false]);
  // Who gives up before their turn lets nobody in who is not the next.
  third.close();
  expect(hasEntered(fourth)).toBe(false);
  second.close();
  await expect.poll(() => hasEntered(fourth)).toBe(true);
  expect(hasEntered(third)).toBe(false);
  fourth.close();
});
