import { getContext } from 'svelte';

/** The clock of what goes by itself on a screen: provided, so that a test can turn it. */
export interface Alarm {
  /** Milliseconds since some moment; never goes back. */
  now(): number;
  /** Calls once after at least `ms`; the answer calls it off. */
  after(ms: number, call: () => void): () => void;
}

const key = Symbol('alarm');
const ofBrowser: Alarm = {
  now: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** The one that is provided where this component stands; else the browser's own. */
export const getAlarm = (): Alarm => getContext<Alarm | undefined>(key) ?? ofBrowser;

/** Provides it to a whole tree, as an entry of the `context` that `mount` takes. */
export const alarmEntry = (alarm: Alarm) => [key, alarm] as const;
