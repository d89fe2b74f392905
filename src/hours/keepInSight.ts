/**
 * What appears in `node` is brought above the bar at the foot, where there is one. Answers how
 * to stop.
 */
export function keepInSight(node: HTMLElement): () => void {
  const changes = new MutationObserver((records) => {
    if (records.some(({ addedNodes }) => addedNodes.length > 0))
      node.scrollIntoView({ block: 'nearest' });
  });
  changes.observe(node, { childList: true });
  return () => changes.disconnect();
}
