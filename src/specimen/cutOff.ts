/**
 * What of the page cannot be read by scrolling down alone: what stands beyond an edge of
 * the window, what its own box cuts off, words that lie on other words, words that are
 * broken in two although half a line has room for them. It uses nothing from outside
 * itself, so that it can be sent into a page.
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
  texts.sort((a, b) => a.box.top - b.box.top);
  texts.forEach((one, index) => {
    for (let at = index + 1; at < texts.length; at++) {
      const other = texts[at];
      if (!other || other.box.top >= one.box.bottom) break;
      const isSame = one.element === other.element || one.layer !== other.layer;
      const isOn =
        one.port === other.port
          ? lieOnEachOther(one.box, other.box)
          : lieOnEachOther(seenOf(one), seenOf(other));
      if (!isSame && isOn)
        found.push(`“${one.words}” lies on ${said(other.element, other.words)}`);
    }
  });
  for (const { element, word } of brokenWordsIn(within))
    found.push(`broken: ${said(element, word)}`);
  return [...new Set(found)];

  /** Not the parts of an address; and some scripts end their lines in any word. */
  function* brokenWordsIn(top: Element) {
    const words = /(?<=^|[\s“«‘(])\p{L}[\p{L}\p{M}]*(?=[”»’),.;:!?…]*(?:\s|$))/gu;
    const breaksAnywhere = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !isShown(element)) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(words)) {
        if (breaksAnywhere.test(word)) continue;
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const parts = [...range.getClientRects()].filter(({ width }) => width > 0);
        const width = parts.reduce((sum, part) => sum + part.width, 0);
        const lines = new Set(parts.map(({ bottom }) => Math.round(bottom / 6)));
        if (lines.size > 1 && width < wide / 2) yield { element, word };
      }
    }
  }

  /** Every line of text that is seen, with its box and what it scrolls with. */
  function* linesIn(top: Element) {
    const walker = document.createTreeWalker(top, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.textContent?.trim().slice(0, 40) ?? '';
      const element = node.parentElement;
      if (!words || !element || !isShown(element)) continue;
      const layer = layerOf(element);
      const port = portOf(element);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1) yield { element, words, layer, port, box };
      }
    }
  }

  /** Not what is for screen readers only, nor what is drawn inside of a picture. */
  function isShown(element: Element): boolean {
    if (element.closest('svg *, option')) return false;
    if (nearest(element, ({ clipPath }) => clipPath === 'inset(50%)')) return false;
    return element.checkVisibility({
      contentVisibilityAuto: true,
      opacityProperty: true,
      visibilityProperty: true,
    });
  }

  /** What stays on the screen while the rest is scrolled lies over it in turn. */
  function layerOf(element: Element): Element | null {
    return nearest(element, ({ position }) => /fixed|sticky/.test(position));
  }

  /** The nearest box in which it can be scrolled out of sight. */
  function portOf(element: Element): Element | null {
    return nearest(
      element,
      ({ overflowX, overflowY }, at) =>
        at !== root && /auto|scroll/.test(overflowX + overflowY),
    );
  }

  /** The element itself, or the nearest around it, that is drawn so. */
  function nearest(
    element: Element,
    isSo: (style: CSSStyleDeclaration, at: Element) => boolean,
  ): Element | null {
    for (let at: Element | null = element; at; at = at.parentElement) {
      if (isSo(getComputedStyle(at), at)) return at;
    }
    return null;
  }

  /** What is seen of it beside what scrolls otherwise. */
  function seenOf({ box, port }: { box: DOMRect; port: Element | null }): DOMRect {
    if (port === null) return box;
    const within = port.getBoundingClientRect();
    const top = Math.max(box.top, within.top);
    const left = Math.max(box.left, within.left);
    const height = Math.max(0, Math.min(box.bottom, within.bottom) - top);
    const width = Math.max(0, Math.min(box.right, within.right) - left);
    return new DOMRect(left, top, width, height);
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
