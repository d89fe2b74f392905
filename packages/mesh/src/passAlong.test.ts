import { describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { groupsOf, readShortCode, shortCodeOf } from '@manyhands/ledger';
import type { ShortCode } from '@manyhands/ledger';
import { keysOfCode } from './crossing.ts';
import type { EncounterOptions } from './encounter.ts';
import type { OpenIntroducer } from './introducer.ts';
import { passAlong, takePassed } from './passAlong.ts';
import { bound, isText, overheard, pass, readable } from './testing/between.ts';
import { ManualTimers } from './testing/manualTimers.ts';
import { MeetingHall } from './testing/meetingHall.ts';

const text = 'https://app.example/#d/hwFYIAwMDAwMDAwMDAwMDAwMDAwMDA';
const other = shortCodeOf(new Uint8Array(15).fill(9));
const relays = ['wss://relay.example/relay'];

function hallOf(changes: Partial<EncounterOptions> = {}) {
  const hall = new MeetingHall();
  return { hall, options: { relays, openIntroducer: hall.open, ...changes } };
}

/** Takes and answers Biel's code as he types it. */
const typed = (code: string): ShortCode => {
  const read = readShortCode(code);
  assert(read.ok, 'a code');
  return read.value;
};

describe('[M14] a text is passed along by a short code', () => {
  test('to whoever types it, and both leave the room', async () => {
    const { hall, options } = hallOf();
    const passing = passAlong(text, options);
    const code = typed(groupsOf(passing.code).toLowerCase());
    const taking = takePassed(code, options);
    expect(await taking.done).toEqual({ ok: true, value: text });
    expect(await passing.done).toEqual({ ok: true, value: undefined });
    expect(hall.size).toBe(0);
    expect(hall.left).toHaveLength(2);
  });

  test('whoever comes first', async () => {
    const { options } = hallOf();
    const long = 'é'.repeat(1_024);
    const passing = passAlong(long, options);
    expect(await takePassed(passing.code, options).done).toEqual({
      ok: true,
      value: long,
    });
    expect(() => passAlong(`${long}.`, options)).toThrow('Bug');
  });

  test('once: afterwards nobody is there', async () => {
    const timers = new ManualTimers();
    const { options } = hallOf();
    const passing = passAlong(text, options);
    await takePassed(passing.code, options).done;
    await passing.done;
    const late = takePassed(passing.code, { ...options, timers });
    timers.pass(60_000);
    expect(await late.done).toEqual({ ok: false, error: { type: 'NobodyThere' } });
  });

  test('though the line broke before it had crossed', async () => {
    const { hall, options } = hallOf();
    let joins = 0;
    hall.join = () => {
      joins += 1;
      const isFirst = joins === 1;
      const [here, there] = overheard([], (frame) => {
        if (isFirst && isText(frame)) there.close();
        return frame;
      });
      return [here, there];
    };
    const passing = passAlong(text, options);
    const taking = takePassed(passing.code, options);
    expect(await taking.done).toEqual({ ok: true, value: text });
    expect((await passing.done).ok).toBe(true);
    expect(joins).toBe(2);
  });

  test('the room has a name and a password that say nothing, one for each code', () => {
    const code = shortCodeOf(new Uint8Array(15));
    const all = [code, other].flatMap((each) => {
      const keys = keysOfCode(each);
      return [keys.room, keys.password, toHex(keys.proof)];
    });
    expect(new Set(all).size).toBe(6);
    const { room, password } = keysOfCode(code);
    expect(room).toMatch(/^[0-9a-f]{64}$/);
    expect(password).toMatch(/^[0-9a-f]{64}$/);
    expect(room).not.toContain(code);
  });
});

describe('[M14] it ends, and says how', () => {
  test('after ten minutes for the one, after one for the other', async () => {
    const timers = new ManualTimers();
    const { hall, options } = hallOf({ timers });
    const passing = passAlong(text, options);
    const taking = takePassed(other, options);
    const ended: string[] = [];
    void passing.done.then((over) => ended.push(over.ok ? 'ok' : over.error.type));
    void taking.done.then((over) => ended.push(over.ok ? 'ok' : over.error.type));
    timers.pass(59_999);
    await turns();
    expect(ended).toEqual([]);
    timers.pass(1);
    await turns();
    expect(ended).toEqual(['NobodyThere']);
    timers.pass(9 * 60_000 - 1);
    await turns();
    expect(hall.size).toBe(1);
    timers.pass(1);
    await turns();
    expect(ended).toEqual(['NobodyThere', 'Expired']);
    expect(hall.size).toBe(0);
  });

  test('when somebody thinks better of it', async () => {
    const { hall, options } = hallOf();
    const passing = passAlong(text, options);
    const taking = takePassed(other, options);
    passing.cancel();
    taking.cancel();
    const cancelled = { ok: false, error: { type: 'Cancelled' } };
    expect([await passing.done, await taking.done]).toEqual([cancelled, cancelled]);
    await turns();
    expect(hall.size).toBe(0);
  });

  test('where there is no relay, or what speaks with them does not come', async () => {
    const none = { ok: false, error: { type: 'NoRelay' } };
    expect(await passAlong(text, { relays: [] }).done).toEqual(none);
    const openIntroducer = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await takePassed(other, { relays, openIntroducer }).done).toEqual(none);
  });
});

describe('[M14] whoever does not know the code', () => {
  /** Lets two codes meet in one room, as no honest relay does. */
  function oneRoom(hall: MeetingHall): OpenIntroducer {
    return (place, met) => hall.open({ ...place, room: '', password: '' }, met);
  }

  test('gets nothing, and is met three times at most', async () => {
    const frames: Uint8Array[] = [];
    const { hall } = hallOf();
    hall.join = () => overheard(frames);
    const options = { relays, openIntroducer: oneRoom(hall) };
    const passing = passAlong(text, options);
    const wrong = { ok: false, error: { type: 'WrongCode' } };
    const takings = [0, 1, 2].map(() => takePassed(other, options));
    expect(await passing.done).toEqual(wrong);
    for (const taking of takings) taking.cancel();
    expect(hall.dismissed).toContain('refused');
    expect(readable(frames)).not.toContain(text.slice(0, 12));
  });

  test('is not taken for the one who does, who still gets it', async () => {
    const { hall } = hallOf();
    const options = { relays, openIntroducer: oneRoom(hall) };
    const passing = passAlong(text, options);
    const stranger = takePassed(other, options);
    const taking = takePassed(passing.code, options);
    expect(await taking.done).toEqual({ ok: true, value: text });
    expect((await passing.done).ok).toBe(true);
    stranger.cancel();
  });
});

describe('[M14] a relay in the middle, with certificates of its own', () => {
  test.each([
    ['on each side', 'Mallory', 'Mallory too'],
    ['the same on both', 'Mallory', 'Mallory'],
  ])('%s', async (_, toHer, toHim) => {
    const { hall, options } = hallOf();
    const frames: Uint8Array[] = [];
    hall.join = () => {
      const [here, nearHer] = bound('Ana', toHer);
      const [there, nearHim] = bound('Biel', toHim);
      pass(nearHer, nearHim, frames);
      return [here, there];
    };
    const timers = new ManualTimers();
    const passing = passAlong(text, { ...options, timers });
    const taking = takePassed(passing.code, { ...options, timers });
    await vi.waitFor(() =>
      expect(hall.dismissed.filter((why) => why === 'refused').length).toBe(2),
    );
    timers.pass(10 * 60_000);
    const wrong = { ok: false, error: { type: 'WrongCode' } };
    expect([await passing.done, await taking.done]).toEqual([wrong, wrong]);
    expect(frames.length).toBeGreaterThan(3);
    expect(readable(frames)).not.toContain(text.slice(0, 12));
  });

  test('but not one that only passes on what the true ones say', async () => {
    const { hall, options } = hallOf();
    hall.join = () => {
      const [here, nearHer] = bound('Ana', 'Biel');
      const [there, nearHim] = bound('Biel', 'Ana');
      pass(nearHer, nearHim, []);
      return [here, there];
    };
    const passing = passAlong(text, options);
    expect((await takePassed(passing.code, options).done).ok).toBe(true);
  });
});

const turns = async () => {
  for (let n = 0; n < 3; n++) await new Promise((next) => setTimeout(next));
};
