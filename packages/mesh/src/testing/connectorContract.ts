import { assert } from '@manyhands/base';
import { describe, expect, test } from 'vitest';
import type { Connector, Dialling, Half } from '../connector.ts';

/** What every `Connector` has to be; `create` answers a fresh one, which meets itself. */
export function connectorContract(title: string, create: () => Connector): void {
  async function both(connector: Connector): Promise<[Dialling, Half]> {
    const dialled = await connector.dial();
    assert(dialled.ok, 'this machine can be reached');
    const answered = await connector.answer(dialled.value.description);
    assert(answered.ok, 'an offer of its own');
    return [dialled.value, answered.value];
  }

  describe(title, () => {
    test('[M6] one description each way makes a channel that carries', async () => {
      const [caller, called] = await both(create());
      expect(await caller.accept(called.description)).toEqual({
        ok: true,
        value: undefined,
      });
      const [here, there] = await Promise.all([caller.channel, called.channel]);
      assert(here && there, 'both have it');
      const heard = new Promise((resolve) => (there.onframe = resolve));
      here.send(Uint8Array.of(7, 1));
      expect(await heard).toEqual(Uint8Array.of(7, 1));
      caller.close();
      called.close();
    });

    test('[M6] one that is called off comes to nothing', async () => {
      const [caller, called] = await both(create());
      caller.close();
      called.close();
      expect(await Promise.all([caller.channel, called.channel])).toEqual([null, null]);
    });

    test('[M6] closing takes the channel that stands on it along', async () => {
      const [caller, called] = await both(create());
      await caller.accept(called.description);
      const [here, there] = await Promise.all([caller.channel, called.channel]);
      assert(here && there, 'both have it');
      const closed = new Promise<void>((resolve) => (there.onclose = resolve));
      caller.close();
      await closed;
      expect(here.isOpen).toBe(false);
      called.close();
    });

    test('[M6] what is no description is malformed, on both sides', async () => {
      const connector = create();
      const garbage = new TextEncoder().encode('no description');
      expect(await connector.answer(garbage)).toMatchObject({
        ok: false,
        error: { type: 'Malformed' },
      });
      const dialled = await connector.dial();
      assert(dialled.ok, 'this machine can be reached');
      expect(await dialled.value.accept(garbage)).toMatchObject({
        ok: false,
        error: { type: 'Malformed' },
      });
      dialled.value.close();
    });
  });
}
