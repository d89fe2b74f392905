import { describe, expect, test, vi } from 'vitest';
import type { Channel } from '../channel.ts';

/** What every `Channel` has to be; `open` answers two fresh ends of one. */
export function channelContract(
  title: string,
  open: () => Promise<[Channel, Channel]> | [Channel, Channel],
): void {
  describe(title, () => {
    test('[M3] frames arrive whole, in order, both ways', async () => {
      const [here, there] = await open();
      const arrived: number[][] = [[], []];
      here.onframe = (frame) => arrived[0]?.push(frame.length);
      there.onframe = (frame) => arrived[1]?.push(frame.length);
      const sent = [1, 16_384, 2, 3];
      for (const length of sent) {
        here.send(new Uint8Array(length));
        there.send(new Uint8Array(length));
      }
      await vi.waitFor(() => expect(arrived).toEqual([sent, sent]));
    });

    test('[M3] what comes before there is a listener waits for it', async () => {
      const [here, there] = await open();
      const heard = vi.fn();
      here.send(Uint8Array.of(1));
      here.send(Uint8Array.of(2));
      there.send(Uint8Array.of(9));
      // The other way is heard at once: by then the first two may have come.
      await new Promise<void>((resolve) => (here.onframe = () => resolve()));
      there.onframe = (frame) => void heard(...frame);
      await vi.waitFor(() => expect(heard.mock.calls).toEqual([[1], [2]]));
    });

    test('[M3] whoever closes it is heard at the other end, once', async () => {
      const [here, there] = await open();
      const [closedHere, closedThere] = [vi.fn(), vi.fn()];
      here.onclose = closedHere;
      there.onclose = closedThere;
      here.close();
      await vi.waitFor(() => expect(closedThere).toHaveBeenCalledOnce());
      await vi.waitFor(() => expect(closedHere).toHaveBeenCalledOnce());
      expect([here.isOpen, there.isOpen]).toEqual([false, false]);
      there.close();
      here.close();
      const late = vi.fn();
      there.onclose = late;
      expect(late).toHaveBeenCalledOnce();
      expect(closedThere).toHaveBeenCalledOnce();
    });

    test('[M3] on a closed one nothing happens, and nobody waits for room', async () => {
      const [here, there] = await open();
      const heard = vi.fn();
      there.onframe = heard;
      here.close();
      here.send(Uint8Array.of(1));
      await here.drained();
      await vi.waitFor(() => expect(there.isOpen).toBe(false));
      there.send(Uint8Array.of(1));
      await there.drained();
      expect(heard).not.toHaveBeenCalled();
    });

    test('[M3] there is room again once what was sent has left', async () => {
      const [here, there] = await open();
      let bytes = 0;
      there.onframe = (frame) => (bytes += frame.length);
      for (let n = 0; n < 32; n++) here.send(new Uint8Array(16_384));
      await here.drained();
      expect(here.bufferedBytes).toBeLessThanOrEqual(65_536);
      await vi.waitFor(() => expect(bytes).toBe(32 * 16_384));
    });

    test('[M2] each end is bound to what the other is', async () => {
      const [here, there] = await open();
      expect(here.binding.ours).toHaveLength(32);
      expect(here.binding.ours).toEqual(there.binding.theirs);
      expect(here.binding.theirs).toEqual(there.binding.ours);
    });
  });
}
