import type { Page } from '@playwright/test';
import { becomesStill } from './still.ts';

/** Where the focus is: what that is called, and what is wrong with standing there. */
export interface TabStop {
  readonly name: string;
  /** Tab led here; or the focus was put here, as it is on the heading of a new screen. */
  readonly byTab: boolean;
  readonly wrong: string | null;
}

/**
 * Goes through the whole page by Tab alone, or through the sheet that is open, from its
 * beginning until Tab leaves it. Changes nothing but the focus.
 */
export async function walksByTab(page: Page): Promise<TabStop[]> {
  const most = 400;
  // A new screen puts the focus on its heading: not in the middle of this walk.
  await page.locator('h1').first().waitFor();
  await becomesStill(page);
  await page.evaluate(beginAtTheTop);
  const stops: TabStop[] = [];
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(hasBeenHere)) return stops;
    const stop = await page.evaluate(whereTheFocusIs);
    if (stop === null) return stops;
    if (stop.byTab) stops.push(stop);
  }
  throw new Error(`Tab goes on and on: ${stops.at(-1)?.name ?? ''}`);
}

/** What can be pressed or written in, and Tab did not come to on that walk. */
export function notReached(page: Page): Promise<string[]> {
  return page.evaluate(whatWasNotReached);
}

// What follows is run in the page.

/** As if it had just been opened, and nothing had been pressed. */
function beginAtTheTop(): void {
  for (const each of document.querySelectorAll('[data-walked]'))
    each.removeAttribute('data-walked');
  const top = document.querySelector<HTMLElement>('dialog[open]') ?? document.body;
  top.setAttribute('tabindex', '-1');
  top.focus();
  top.removeAttribute('tabindex');
}

function hasBeenHere(): boolean {
  const here = document.activeElement;
  const before = document.querySelector('[data-walked=last]');
  // The day, the month and the year of one field are stops of their own.
  if (here !== null && here === before && here.matches('[type=date], [type=time]'))
    return false;
  if (here?.hasAttribute('data-walked')) return true;
  before?.setAttribute('data-walked', '');
  here?.setAttribute('data-walked', 'last');
  return false;
}

/** null where nothing has the focus. */
export function whereTheFocusIs(): TabStop | null {
  const here = document.activeElement;
  if (here === null || here === document.body) return null;
  const byTab = !here.matches('[tabindex="-1"]');
  return { name: nameOf(here), byTab, wrong: byTab ? wrongWith(here) : null };

  /** As a screen reader says it, near enough: what is hidden from it is not said. */
  function nameOf(at: Element): string {
    const labelled = (at.getAttribute('aria-labelledby') ?? '').split(' ');
    const from = labelled.flatMap((id) => document.getElementById(id) ?? []);
    const labels = [...((at as HTMLInputElement).labels ?? [])];
    const sources = [from, labels, [at]].find((each) => each.length > 0) ?? [];
    const text = at.getAttribute('aria-label') ?? sources.map(textOf).join(' ');
    return text.replace(/\s+/g, ' ').trim();
  }

  function textOf(element: Element): string {
    const copy = element.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    const pictures = [...copy.querySelectorAll('[role=img]')];
    const seen = pictures.map((each) => each.getAttribute('aria-label') ?? '');
    return [copy.textContent, ...seen].join(' ');
  }

  function isRinged(element: Element): boolean {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  }

  /** What cuts off the ring around this: what scrolls, and what is drawn at leisure. */
  function cutterOf(ringed: Element): Element | null {
    const { outlineWidth, outlineOffset } = getComputedStyle(ringed);
    const room = Number.parseFloat(outlineWidth) + Number.parseFloat(outlineOffset);
    const ring = ringed.getBoundingClientRect();
    let around = ringed.parentElement;
    for (; around && around !== document.body; around = around.parentElement) {
      // A sheet lies over all: nothing around it cuts it off.
      if (around.matches('dialog:modal')) return null;
      const { display, overflow, contentVisibility, overflowClipMargin } =
        getComputedStyle(around);
      // What has no box cuts nothing off.
      if (display === 'contents') continue;
      if (overflow === 'visible' && contentVisibility !== 'auto') continue;
      const edge = around.getBoundingClientRect();
      const spare = Number.parseFloat(overflowClipMargin) - room;
      const isCut =
        ring.left < edge.left - spare ||
        ring.right > edge.right + spare ||
        ring.top < edge.top - spare ||
        ring.bottom > edge.bottom + spare;
      if (isCut) return around;
    }
    return null;
  }

  function wrongWith(at: Element): string | null {
    // A chip or a face is drawn by its label; the box itself is a dot. So with a file.
    const isDot = at.matches('.visually-hidden, [type=file]');
    const drawn = isDot ? (at.closest('label') ?? at) : at;
    // What leads on by one link is ringed as a whole.
    let ringed: Element | null = drawn;
    while (ringed && !isRinged(ringed)) ringed = ringed.parentElement;
    if (!ringed) return 'nothing shows that it has the focus';
    const cutter = cutterOf(ringed);
    if (cutter) return `its ring is cut off by ${cutter.localName}.${cutter.className}`;
    const { x, y, width, height, top, bottom } = drawn.getBoundingClientRect();
    if (top < 0 && bottom < innerHeight) return 'it begins above the screen';
    if (bottom > innerHeight && top > 0) return 'it ends beneath the screen';
    const there = document.elementFromPoint(
      x + width / 2,
      y + Math.min(height, innerHeight) / 2,
    );
    if (there === null || drawn.contains(there) || there.contains(drawn)) return null;
    return `it lies beneath ${there.outerHTML.slice(0, 80)}`;
  }
}

function whatWasNotReached(): string[] {
  const within = document.querySelector('dialog[open]') ?? document.body;
  const pressable =
    'a[href], button, input, select, textarea, summary, [tabindex="0"], [role="slider"]';
  const groups = [...within.querySelectorAll<HTMLInputElement>('[type=radio]')]
    .filter((radio) => radio.hasAttribute('data-walked'))
    .map(({ name }) => name);
  return [...within.querySelectorAll(pressable)]
    .filter((each) => !each.hasAttribute('data-walked') && !each.matches(':disabled'))
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .filter((each) => !(each instanceof HTMLInputElement && groups.includes(each.name)))
    .map((each) => each.outerHTML.slice(0, 120));
}
