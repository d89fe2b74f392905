/**
 * Journeys, written once, in every browser that can be had here. `npm test` makes one in
 * Firefox, one in Firefox without WebRTC and one in WebKitGTK, which has none; `npm run verify`
 * makes them all, in Chromium too. What is lacking is skipped, and said at the end of the run.
 */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startRelay } from '@manyhands/relay';
import { chromium } from './chromium.ts';
import type { Engine } from './driver.ts';
import { firefox } from './firefox.ts';
import { Hand } from './hand.ts';
import { journeys } from './journeys.ts';
import type { Journey } from './journeys.ts';
import { webKit } from './webKit.ts';
import { longestTest } from '../longest.ts';

const isThorough = Boolean(process.env['MANYHANDS_SLOW']);
const smoke = journeys.slice(0, 2);

/** What each browser is asked; WebKitGTK makes no lines. */
const asked: readonly (readonly [Engine, readonly Journey[]])[] = [
  [firefox, isThorough ? journeys : smoke],
  [webKit, (isThorough ? journeys : smoke).filter(({ needsLines }) => !needsLines)],
  ...(isThorough ? [[chromium, journeys] as const] : []),
];

for (const [engine, which] of asked) {
  const { name, lacks } = engine;
  describe.skipIf(lacks !== null)(
    lacks === null ? name : `${name} (lacks ${lacks})`,
    () => {
      test.each(which.map((journey) => [journey.name, journey] as const))(
        '%s',
        (_, journey) => make(journey, engine),
        longestTest,
      );
    },
  );
}

async function make(journey: Journey, engine: Engine): Promise<void> {
  const relay = await startRelay({ port: 0, staticDir: 'dist' });
  const pictures = join('test-results/browsers', engine.name);
  const begun: Hand[] = [];
  const begin = async (name: string, isDark: boolean) => {
    const driver = await engine.begin({ isDark, hasLines: journey.needsLines });
    const hand = new Hand(name, driver, relay.url, pictures);
    begun.push(hand);
    return hand;
  };
  const stopRelay = () => relay.close();
  try {
    const [ana, biel] = [await begin('Ana', false), await begin('Biel', true)];
    await journey.go({ ana, biel, stopRelay });
  } catch (cause) {
    // As far as it came: the first to be looked at.
    for (const each of begun) await each.picture('failed').catch(() => undefined);
    throw cause;
  } finally {
    await Promise.all(begun.map((each) => each.close()));
    await relay.close();
  }
  expect(begun).toHaveLength(2);
}
