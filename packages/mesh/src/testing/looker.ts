import { assert } from '@manyhands/base';
import type { LinkSide } from '../channel.ts';
import type { Dismissal, Introduction, OpenIntroducer } from '../introducer.ts';

/** One meeting, as whoever looks sees it. */
interface Met {
  readonly role: LinkSide;
  readonly isOpen: boolean;
  /** The first byte of each frame that came. */
  readonly heard: readonly number[];
}

/** A device that looks for others; it may be in a page of its own. */
export interface Looker {
  /** All that it was introduced to, the first meeting first. */
  met(): Promise<readonly Met[]>;
  say(at: number, byte: number): Promise<void>;
  dismiss(at: number, why: Dismissal): Promise<void>;
  forgive(which: 'refused' | 'all'): Promise<void>;
  announce(): Promise<void>;
  wake(): Promise<void>;
  close(): Promise<void>;
}

/** A device of this process that looks with what `open` answers. */
export async function looker(
  open: (onintroduction: (met: Introduction) => void) => ReturnType<OpenIntroducer>,
): Promise<Looker> {
  const all: { readonly met: Introduction; readonly heard: number[] }[] = [];
  const at = (n: number): Introduction => {
    const found = all[n];
    assert(found, 'there was such a meeting');
    return found.met;
  };
  const introducer = await open((met) => {
    const heard: number[] = [];
    met.channel.onframe = ([first = -1]) => heard.push(first);
    all.push({ met, heard });
  });
  const done = (work: () => void): Promise<void> => {
    work();
    return Promise.resolve();
  };
  return {
    met: () =>
      Promise.resolve(
        all.map(({ met: { role, channel }, heard }) => {
          return { role, isOpen: channel.isOpen, heard: [...heard] };
        }),
      ),
    say: (n, byte) => done(() => at(n).channel.send(Uint8Array.of(byte))),
    dismiss: (n, why) => done(() => at(n).dismiss(why)),
    forgive: (which) => done(() => introducer.forgive(which)),
    announce: () => done(() => introducer.announce()),
    wake: () => done(() => introducer.wake()),
    close: () => done(() => introducer.close()),
  };
}
