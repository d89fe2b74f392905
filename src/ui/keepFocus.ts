/**
 * What has the focus may go: a button once it was pressed, a card once it is answered. A
 * browser then leaves the focus nowhere; a screen reader falls silent, and whoever goes by
 * keyboard has lost their place. Under `root`, the heading of what is left around it takes
 * the focus then: of the card, of the sheet, or of the whole screen. What was only switched
 * off while something was under way has it again as soon as it is on. Whoever turns to
 * something else, or to nothing, is left alone.
 *
 * Answers how to stop.
 */
export function keepFocus(root: HTMLElement): () => void {
  let last: HTMLElement | null = null;
  let isOff = false;
  let around: readonly HTMLElement[] = [];

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement) || !root.contains(target)) return;
    last = target;
    isOff = false;
    around = within(target, root);
  }

  /** The focus went, and what had it is still there and could have it: it was let go. */
  function letGo({ target }: FocusEvent): void {
    setTimeout(() => {
      if (target !== last || !isNowhere()) return;
      if (last?.isConnected && !last.matches(':disabled')) last = null;
    });
  }

  function look(): void {
    if (last === null) return;
    if (last.isConnected) {
      const wasOff = isOff;
      isOff = last.matches(':disabled');
      if (wasOff && !isOff && isNowhere()) last.focus({ preventScroll: true });
    } else if (isNowhere()) headingLeft(around)?.focus({ preventScroll: true });
  }

  const changes = new MutationObserver(look);
  const whatChanges = { childList: true, subtree: true, attributeFilter: ['disabled'] };
  changes.observe(root, whatChanges);
  document.addEventListener('focusin', remember);
  document.addEventListener('focusout', letGo);
  return () => {
    changes.disconnect();
    document.removeEventListener('focusin', remember);
    document.removeEventListener('focusout', letGo);
  };
}

const isNowhere = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/** What lies around it, from the inside out: on its screen, or in its sheet. */
function within(node: HTMLElement, root: HTMLElement): HTMLElement[] {
  const found: HTMLElement[] = [];
  let each = node.closest('main, aside, dialog') ? node.parentElement : null;
  while (each && each !== root) {
    found.push(each);
    if (each.matches('main, aside')) break;
    each = each.parentElement;
  }
  return found;
}

/** The heading that still stands nearest to where something was. */
function headingLeft(around: readonly HTMLElement[]): HTMLElement | null {
  for (const each of around) {
    if (!each.isConnected) continue;
    const heading = shownHeading(each, 'h1, h2, h3');
    if (heading) return heading;
  }
  return shownHeading(document, 'main h1');
}

function shownHeading(within: ParentNode, which: string): HTMLElement | null {
  const headings = [...within.querySelectorAll<HTMLElement>(which)];
  const heading = headings.find((each) => each.checkVisibility()) ?? null;
  // It can be gone to, but Tab passes it by.
  if (heading && !heading.hasAttribute('tabindex')) heading.tabIndex = -1;
  return heading;
}
