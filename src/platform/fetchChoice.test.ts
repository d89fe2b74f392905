import { afterEach, describe, expect, test, vi } from 'vitest';
import type { HeldBack, Mesh, MeshNews, PullMode } from '@manyhands/mesh';
import { createMemoryStore } from '@manyhands/storage';
import { FetchChoice } from './fetchChoice.ts';

afterEach(() => vi.unstubAllGlobals());

/** A line as a browser tells of it, which can become another one. */
function lineOf(told: { type?: string; saveData?: boolean }) {
  const line = Object.assign(new EventTarget(), told);
  vi.stubGlobal('navigator', { connection: line });
  return line;
}

/** Of a mesh only what a choice is told, and what it says. */
function meshHolding(heldBack: HeldBack | null) {
  const said: PullMode[] = [];
  const listeners = new Set<(news: MeshNews) => void>();
  const pull = { heldBack, setMode: (mode: PullMode) => void said.push(mode) };
  const mesh = {
    pull,
    isQuiet: true,
    subscribe(listener: (news: MeshNews) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const finish = () => {
    pull.heldBack = null;
    for (const tell of listeners) tell({ type: 'progress', progress: null });
  };
  return { mesh: mesh as unknown as Mesh, said, finish };
}

const large = { entries: 40_000, bytes: 12_000_000 };
const quiet = () => undefined;

describe('[mesh/M4] whether much is fetched at once', () => {
  test.each([
    [{ type: 'cellular' }, 'asking'],
    [{ saveData: true }, 'asking'],
    [{ type: 'wifi', saveData: false }, 'free'],
    [{}, 'free'],
  ] as const)('a line that is told as %j: %s', (told, mode) => {
    lineOf(told);
    expect(new FetchChoice(createMemoryStore().notes, quiet).mode).toBe(mode);
  });

  test('a browser that tells nothing of its line is not asked', () => {
    vi.stubGlobal('navigator', {});
    expect(new FetchChoice(createMemoryStore().notes, quiet).mode).toBe('free');
  });

  test('follows the line, until somebody has said what they want', () => {
    const line = lineOf({ type: 'wifi' });
    const tell = vi.fn();
    const choice = new FetchChoice(createMemoryStore().notes, tell);
    const { mesh, said } = meshHolding(large);
    const end = choice.follow(mesh);
    line.type = 'cellular';
    line.dispatchEvent(new Event('change'));
    expect(said).toEqual(['free', 'asking']);
    choice.now();
    line.dispatchEvent(new Event('change'));
    expect(said.slice(2)).toEqual(['free', 'free']);
    expect(tell).toHaveBeenCalled();
    end();
    line.dispatchEvent(new Event('change'));
    expect(said).toHaveLength(4);
  });

  test('what was said is remembered until all of it is here, also on the next page', async () => {
    lineOf({ type: 'cellular' });
    const { notes } = createMemoryStore();
    const first = new FetchChoice(notes, quiet);
    first.follow(meshHolding(large).mesh);
    first.later();

    const second = new FetchChoice(notes, quiet);
    await second.remember();
    expect([second.mode, second.isLater]).toEqual(['later', true]);
    second.now();
    const third = new FetchChoice(notes, quiet);
    await third.remember();
    expect([third.mode, third.isLater]).toEqual(['free', false]);

    const { mesh, said, finish } = meshHolding(large);
    third.follow(mesh);
    finish();
    expect(said).toEqual(['free', 'asking']);
    const fourth = new FetchChoice(notes, quiet);
    await fourth.remember();
    expect(fourth.mode).toBe('asking');
  });
});
