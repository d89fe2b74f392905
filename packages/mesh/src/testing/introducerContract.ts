import { describe, expect, test } from 'vitest';
import type { Looker } from './looker.ts';

/** Where devices look for one another; each test's own. */
export interface MeetingPoint {
  /** Somebody comes and begins to look. */
  enter(name: string): Promise<Looker>;
  /** Lets a while pass where the clock is moved by hand; asked again and again. */
  pass?(): void;
}

/** What every `Introducer` has to be; `create` answers a place where nobody is. */
export function introducerContract(title: string, create: () => MeetingPoint): void {
  async function pair(): Promise<[MeetingPoint, Looker, Looker]> {
    const meeting = create();
    const both = [await meeting.enter('Ana'), await meeting.enter('Biel')] as const;
    await haveMet(meeting, both, 1);
    return [meeting, ...both];
  }

  const seen = (meeting: MeetingPoint, looker: Looker) =>
    expect.poll(() => {
      meeting.pass?.();
      return looker.met();
    });

  const isOpen = expect.objectContaining({ isOpen: true }) as unknown;
  const isOver = expect.objectContaining({ isOpen: false }) as unknown;

  /** Each of them has met so many by now, and the last of these is still there. */
  async function haveMet(
    meeting: MeetingPoint,
    lookers: readonly Looker[],
    count: number,
  ): Promise<void> {
    const wanted = Array.from({ length: count }, (_, n) =>
      n === count - 1 ? isOpen : (expect.anything() as unknown),
    );
    for (const each of lookers) await seen(meeting, each).toEqual(wanted);
  }

  describe(title, () => {
    test('[M1] two who look meet once, one as the dialler, over a channel that carries', async () => {
      const [meeting, ana, biel] = await pair();
      await ana.say(0, 7);
      await biel.say(0, 8);
      await seen(meeting, ana).toMatchObject([{ heard: [8] }]);
      await seen(meeting, biel).toMatchObject([{ heard: [7] }]);
      const [hers, his] = [await ana.met(), await biel.met()];
      expect([...hers, ...his].map(({ role }) => role).sort()).toEqual([
        'answerer',
        'dialler',
      ]);
    });

    test('[M1] what was lost is over at both ends, and they meet again', async () => {
      const [meeting, ana, biel] = await pair();
      await ana.dismiss(0, 'lost');
      await biel.dismiss(0, 'lost');
      await haveMet(meeting, [ana, biel], 2);
      for (const each of [ana, biel]) {
        await seen(meeting, each).toEqual([isOver, isOpen]);
      }
    });

    test.each([
      ['refused', [], 'refused'],
      ['enough', ['refused'], 'all'],
    ] as const)(
      '[M2, M5] who was dismissed as %s is left alone until that is forgiven',
      async (why, inVain, forgiven) => {
        const [meeting, ana, biel] = await pair();
        await Promise.all([ana, biel].map((each) => each.dismiss(0, why)));
        for (const each of [ana, biel]) {
          await seen(meeting, each).toEqual([isOver]);
          for (const which of inVain) await each.forgive(which);
          await each.wake();
        }
        // Whoever comes after all that is met, and nobody else was before.
        const carme = await meeting.enter('Carme');
        await seen(meeting, carme).toEqual([isOpen, isOpen]);
        for (const at of [0, 1]) await carme.say(at, 9);
        const hers = expect.objectContaining({ isOpen: true, heard: [9] }) as unknown;
        for (const each of [ana, biel]) {
          await seen(meeting, each).toEqual([isOver, hers]);
        }
        for (const each of [ana, biel]) await each.forgive(forgiven);
        await haveMet(meeting, [ana, biel], 3);
      },
    );

    test('[M5] who says again that they are there is met by nobody twice', async () => {
      const [meeting, ana, biel] = await pair();
      for (const each of [ana, biel, ana]) await each.announce();
      // Whoever comes after all that is met, and nobody else was before.
      const carme = await meeting.enter('Carme');
      await haveMet(meeting, [carme, ana, biel], 2);
    });

    test('[M1] who has closed it is met by nobody more, and leaves nothing open', async () => {
      const [meeting, ana, biel] = await pair();
      await ana.close();
      await seen(meeting, biel).toEqual([isOver]);
      await ana.dismiss(0, 'lost');
      const carme = await meeting.enter('Carme');
      await haveMet(meeting, [biel], 2);
      await haveMet(meeting, [carme], 1);
      expect(await ana.met()).toEqual([isOver]);
    });
  });
}
