import { expect } from 'vitest';
import { cdp } from 'vitest/browser';
import type {} from '@vitest/browser-playwright';
import type { Locator } from 'vitest/browser';
import { draw } from './draw.ts';
import App from '../app/App.svelte';
import '../face/base.css';
import type { Alarm } from '../ui/alarm.ts';
import type { Community } from '../phone/Community.svelte.ts';
import { phoneWith } from './villagePhone.ts';

/** The whole app on the phone of one member, at one screen. For component tests. */
export async function visit(community: Community, screen = '/home', alarm?: Alarm) {
  location.hash = `#/p/${community.address}${screen}`;
  const phone = await phoneWith(community);
  return draw(App, { phone }, { alarm });
}

/** A finger that touches the middle of an element and lifts, as the browser sees it. */
export async function tap(locator: Locator): Promise<void> {
  await expect.element(locator).toBeVisible();
  const element = locator.element();
  element.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = element.getBoundingClientRect();
  await touchAlong([{ x: x + width / 2, y: y + height / 2 }]);
}

/**
 * A finger that goes down at the first point, moves along the rest, a frame for each,
 * and comes to rest before it lifts: lifted in flight, it flings, and Chromium takes
 * the next tap for the one that stops the flight.
 */
export async function touchAlong(points: readonly Point[]): Promise<void> {
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect();
  const scale = frame.width === 0 ? 1 : frame.width / innerWidth;
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    cdp().send('Input.dispatchTouchEvent', { type, touchPoints });
  const last = points.at(-1);
  const rest = last && points.length > 1 ? new Array<Point>(5).fill(last) : [];
  for (const [i, point] of [...points, ...rest].entries()) {
    const onPage = { x: frame.x + point.x * scale, y: frame.y + point.y * scale };
    await send(i === 0 ? 'touchStart' : 'touchMove', [onPage]);
    await new Promise(requestAnimationFrame);
  }
  await send('touchEnd', []);
}

interface Point {
  readonly x: number;
  readonly y: number;
}
