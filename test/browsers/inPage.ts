/** What looks for things in a page, in any browser. Each function is sent there by itself. */

/** The ways in which a person names what they press. */
export type Kind = 'button' | 'link' | 'radio' | 'field' | 'slider';

/** The place of the control of this kind and name, once it lies still and nothing covers it. */
export async function placeOf(
  kind: Kind,
  name: string,
): Promise<{ left: number; top: number; width: number; height: number } | string> {
  const selectors = {
    button: 'button, [role="button"]',
    link: 'a[href]',
    radio: 'input[type="radio"]',
    field: 'input, textarea',
    slider: '[role="slider"]',
  };
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
  const nameOf = (element: HTMLElement): string => {
    const by = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const words = by.map((id) => document.getElementById(id)?.textContent ?? '');
    const labels = [...((element as HTMLInputElement).labels ?? [])];
    return tidy(
      element.getAttribute('aria-label') ??
        (by.length > 0 ? words.join(' ') : null) ??
        (labels.length > 0 ? labels.map((each) => each.textContent).join(' ') : null) ??
        element.textContent,
    );
  };
  /** A radio or box is drawn by its label. */
  const seenOf = (element: HTMLElement): HTMLElement =>
    kind === 'radio' ? ((element as HTMLInputElement).labels?.[0] ?? element) : element;
  const dialog = document.querySelector('dialog[open]');
  const all = [...(dialog ?? document).querySelectorAll<HTMLElement>(selectors[kind])];
  const found = all.filter((each) => nameOf(each) === name).map(seenOf);
  const [one] = found.filter((each) => each.getClientRects().length > 0);
  if (!one) return `there are ${all.map(nameOf).join(' | ')}`;
  one.scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = one.getBoundingClientRect();
  await new Promise((resolve) => setTimeout(resolve, 60));
  const { left, top, width, height } = one.getBoundingClientRect();
  if (before.left !== left || before.top !== top) return 'it moves';
  const hit = document.elementFromPoint(left + width / 2, top + height / 2);
  if (!hit || !(one.contains(hit) || hit.contains(one))) return 'something covers it';
  return { left, top, width, height };
}

/** What is written in the field of this label, or null where there is none. */
export function valueOf(label: string): string | null {
  for (const each of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
    const labels = [...(each.labels ?? [])].map((one) => one.textContent.trim());
    if (labels.includes(label) || each.getAttribute('aria-label') === label)
      return each.value;
  }
  return null;
}

/** All that can be read, as lines. */
export const linesOf = (): string[] =>
  document.body.innerText.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());

/** Whether the app is kept, and this page comes from what is kept. */
export async function isKept(): Promise<boolean> {
  await navigator.serviceWorker.ready;
  return navigator.serviceWorker.controller !== null;
}

export interface Look {
  readonly isDark: boolean;
  /** How light the ground of the page is, from 0 to 255. */
  readonly ground: number;
  readonly direction: string;
  /** Whether the page is wider than its window. */
  readonly isTooWide: boolean;
  readonly hasLines: boolean;
}

export function lookOf(): Look {
  const { documentElement: root } = document;
  const painted = [document.body, root]
    .map((each) => getComputedStyle(each).backgroundColor)
    .find((color) => color !== 'rgba(0, 0, 0, 0)');
  const [r = 0, g = 0, b = 0] = (painted ?? '').match(/[\d.]+/g)?.map(Number) ?? [];
  return {
    isDark: matchMedia('(prefers-color-scheme: dark)').matches,
    ground: (r + g + b) / 3,
    direction: getComputedStyle(root).direction,
    isTooWide: root.scrollWidth > root.clientWidth,
    hasLines: 'RTCPeerConnection' in window,
  };
}
