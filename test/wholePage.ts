import type { Page } from '@playwright/test';

/** A page that is always a bit taller than its window would never be whole. */
const turns = 4;

/**
 * Does something while the screen is as tall as the page: then no bar at the foot of the
 * screen lies over what could be scrolled up. Done anew when the page grew meanwhile, as
 * when the line that says where the hours are kept takes two: what the last turn found
 * counts. A list that goes on whenever somebody comes near its end goes on once at most.
 */
export async function onWholePage<T>(page: Page, act: () => Promise<T>): Promise<T> {
  const shown = page.viewportSize();
  if (!shown) return act();
  let { height } = shown;
  await page.evaluate(comeNearNothingMore);
  try {
    for (let turn = 1; ; turn += 1) {
      height = Math.max(height, await heightOf(page));
      await page.setViewportSize({ ...shown, height });
      const found = await act();
      if (turn === turns || (await heightOf(page)) <= height) return found;
    }
  } finally {
    await page.setViewportSize(shown);
    await page.evaluate(comeNearAgain);
  }
}

/** How `observe` stands on its prototype, and what it was asked for meanwhile. */
interface Held {
  held?: {
    readonly observe: PropertyDescriptor;
    readonly asked: [IntersectionObserver, Element][];
  };
}

/** In the page: in a window as tall as the page everything is near, and so would all of a list be. */
function comeNearNothingMore(): void {
  const { prototype } = IntersectionObserver;
  const observe = Object.getOwnPropertyDescriptor(prototype, 'observe');
  if (!observe || (globalThis as Held).held) return;
  const asked: [IntersectionObserver, Element][] = [];
  (globalThis as Held).held = { observe, asked };
  Object.defineProperty(prototype, 'observe', {
    ...observe,
    value(this: IntersectionObserver, element: Element) {
      asked.push([this, element]);
    },
  });
}

/** In the page: what was to be observed meanwhile is, if it is still there. */
function comeNearAgain(): void {
  const { held } = globalThis as Held;
  if (!held) return;
  delete (globalThis as Held).held;
  Object.defineProperty(IntersectionObserver.prototype, 'observe', held.observe);
  for (const [observer, element] of held.asked) {
    if (element.isConnected) observer.observe(element);
  }
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}
