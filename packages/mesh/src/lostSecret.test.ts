import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { assert } from '@manyhands/base';
import { TestCommunity, createPerson } from '@manyhands/testing';
import type { CastMember } from '@manyhands/testing';
import { closePhones, join, openPhone } from './testing/phones.ts';
import type { Linked } from './testing/phones.ts';
import { ManualTimers } from './testing/manualTimers.ts';

let ana: CastMember;
let biel: CastMember;
let carme: CastMember;
let community: TestCommunity;

beforeEach(async () => {
  ana = await createPerson('Ana');
  biel = await createPerson('Biel');
  carme = await createPerson('Carme');
  community = await TestCommunity.of(ana, [biel]);
});
afterEach(closePhones);

const areLinked = (linked: Linked): boolean => linked.every(({ ok }) => ok);

describe('[M2] two who have both lost the secret have a link', () => {
  test.each(['founder', 'other'])(
    'though neither has a certificate to show, whoever dials: the %s',
    async (dialler) => {
      const timers = new ManualTimers();
      const [founding] = community.ledgerOf(ana).entries;
      assert(founding, 'the founding');
      // From an old archive he knows who founded it, and not that he was let in.
      const { log } = community.ledgerOf(ana);
      const holds = [{ log, entries: [founding] }];
      const hers = await openPhone(community, ana, { timers });
      const his = await openPhone(community, biel, { timers, holds });
      const joined = dialler === 'founder' ? join(hers, his) : join(his, hers);
      const lasted = { ms: 0 };
      void joined.finally(() => (lasted.ms = timers.now()));
      await vi.waitFor(() => {
        timers.pass(500);
        expect(lasted.ms).toBeGreaterThan(0);
      });
      expect(areLinked(await joined)).toBe(true);
      expect(lasted.ms).toBeLessThan(10_000);
      await vi.waitFor(() => expect(his.replica.digest()).toBe(hers.replica.digest()));
    },
  );

  test('at once, if each can show a certificate, as whoever came back from an archive', async () => {
    const tablet = await createPerson('Biel', 'tablet');
    const founding = community.ledgerOf(ana);
    await founding.add(await community.admitContent(carme));
    const hers = await openPhone(community, carme, { timers: new ManualTimers() });
    await community.ledgerOf(biel).add(await community.enrolContent(tablet));
    const his = await openPhone(community, tablet, { timers: new ManualTimers() });
    expect(areLinked(await join(hers, his))).toBe(true);
  });
});
