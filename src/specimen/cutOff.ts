/**
 * What of the page cannot be read by scrolling down alone: what stands beyond an edge of
 * the window, what its own box cuts off, words that lie on other words. It uses nothing
 * from outside itself, so that it can be sent into a page.
 */
export function cutOff(): string[] {
  const { documentElement: root } = document;
  const wide = root.clientWidth;
  const found: string[] = [];
  if (root.scrollWidth > wide)
    found.push(`the page is ${root.scrollWidth} wide, the window ${wide}`);

  const within = document.querySelector('dialog[open]') ?? document.body;
  const texts = [...linesIn(within)];
  for (const { element, words, box } of texts) {
    if (isBeyond(box)) found.push(`beyond the edge: ${said(element, words)}`);
    const frame = frameOf(element);
    if (frame && isOutside(box, frame.getBoundingClientRect()))
      found.push(`cut off: ${said(element, words)}`);
  }
  for (const drawn of within.querySelectorAll('svg, img, input, textarea, select')) {
    if (isShown(drawn) && isBeyond(drawn.getBoundingClientRect()))
      found.push(`beyond the edge: ${name(drawn.parentElement ?? drawn)}`);
  }
  texts.forEach((one, index) => {
    for (const other of texts.slice(index + 1)) {
      const isSame = one.element === other.element || one.layer !== other.layer;
      if (!isSame && lieOnEachOther(one.box, other.box))
        found.push(`“${one.words}” lies on ${said(other.element, other.words)}`);
    }
  });
  return [...new Set(found)];

  /** Every line of text that is seen, with its box and what it scrolls with. */
  function* linesIn(top: Element) {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim().slice(0, 40) ?? '';
      const element = node.parentElement;
      if (!words || !element || !isShown(element)) continue;
      const layer = layerOf(element);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1) yield { element, words, layer, box };
      }
    }
  }

  /** Not what is for screen readers only, nor what is drawn inside of a picture. */
  function isShown(element: Element): boolean {
    if (element.closest('svg *, option')) return false;
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (getComputedStyle(at).clipPath === 'inset(50%)') return false;
    }
    return element.checkVisibility({
      contentVisibilityAuto: true,
      opacityProperty: true,
      visibilityProperty: true,
    });
  }

  /** What stays on the screen while the rest is scrolled lies over it in turn. */
  function layerOf(element: Element): Element | null {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return at;
    }
    return null;
  }

  /** The nearest box that cuts off what leaves it; one that can be scrolled cuts nothing. */
  function frameOf(element: Element): Element | null {
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at);
      if (/auto|scroll/.test(overflowX + overflowY)) return null;
      if (/hidden|clip/.test(overflowX + overflowY)) return at;
      if (position === 'fixed') return null;
    }
    return null;
  }

  function isBeyond({ left, right }: DOMRect): boolean {
    return left < -1 || right > wide + 1;
  }

  function isOutside(box: DOMRect, frame: DOMRect): boolean {
    const slack = 2;
    return (
      box.left < frame.left - slack ||
      box.right > frame.right + slack ||
      box.top + box.height * 0.25 < frame.top ||
      box.bottom - box.height * 0.25 > frame.bottom
    );
  }

  /** More than the air between lines that touch. */
  function lieOnEachOther(one: DOMRect, other: DOMRect): boolean {
    const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
    const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
    return across > 3 && down > 0.4 * Math.min(one.height, other.height);
  }

  function said(element: Element, words: string): string {
    return `“${words}” in ${name(element)}`;
  }

  function name(element: Element): string {
    const kinds = [...element.classList].filter((each) => !each.startsWith('svelte-'));
    return [element.localName, ...kinds].join('.');
  }
}
