/**
 * Reaches outside Svelte: a screen is read out from its heading on, unless a field on it has
 * taken the focus. With the frame that shows it: asked for sooner, the browser would lay all
 * of it out within the task that draws it.
 */
export function arrive(node: HTMLElement): () => void {
  const before = document.activeElement;
  const frame = requestAnimationFrame(() => {
    const isFree = [before, document.body].includes(document.activeElement);
    if (isFree) node.querySelector('h1')?.focus({ preventScroll: true });
  });
  return () => cancelAnimationFrame(frame);
}
