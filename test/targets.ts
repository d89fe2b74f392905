import type { Page } from '@playwright/test';
import { onWholePage } from './wholePage.ts';

/** What is too small for a thumb on the screen that is on; nothing, when it is well. */
export function tooSmall(page: Page): Promise<string[]> {
  return onWholePage(page, () => page.evaluate(smallTargets));
}

/**
 * Buttons and links that stand by themselves are 44 pixels high at least, and nothing is under
 * 24 either way (WCAG 2.5.8). A row or card that can be pressed as a whole counts as a whole. It
 * uses nothing from outside itself, so that it can be sent into a page.
 */
function smallTargets(): string[] {
  const [least, main] = [24, 44];
  const within = document.querySelector('dialog[open]') ?? document.body;
  const found = [...within.querySelectorAll('a[href], button, summary, label, select')]
    .filter((target) => target.checkVisibility({ visibilityProperty: true }))
    .filter((target) => getComputedStyle(target).clipPath !== 'inset(50%)')
    .filter((target) => !target.matches('label:not(:has(input))'))
    .map((target) => ({ target, box: areaOf(target).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0)
    .filter(({ target, box }) => {
      const slack = 0.5;
      const high = isMain(target) ? main : least;
      return box.height < high - slack || box.width < least - slack;
    });
  return found.map(({ target, box }) => {
    const name = target.getAttribute('aria-label') ?? target.textContent.trim();
    return `${Math.round(box.width)} by ${Math.round(box.height)}: “${name.slice(0, 40)}”`;
  });

  /** What a tap on it may hit: a title whose row is pressed as a whole has an area of its own. */
  function areaOf(target: Element): Element {
    const { position } = getComputedStyle(target, '::before');
    return (
      (position === 'absolute' &&
        target instanceof HTMLElement &&
        target.offsetParent) ||
      target
    );
  }

  /** Not what is a word of a sentence. */
  function isMain(target: Element): boolean {
    return getComputedStyle(target).display !== 'inline';
  }
}
