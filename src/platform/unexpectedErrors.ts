/**
 * Refusals of the browser that reach the root though somebody has been told already, or
 * though nobody here did anything:
 *
 * - `AbortError`, `QuotaExceededError`, `InvalidStateError`: a write of y-indexeddb that the
 *   disk refused; its rejection has no other listener, and `onfault` tells it as what it is.
 * - `OperationError`: what a stranger put into a room cannot be decrypted by y-webrtc.
 */
const toldElsewhere: ReadonlySet<string> = new Set([
  'AbortError',
  'InvalidStateError',
  'OperationError',
  'QuotaExceededError',
]);

/** y-webrtc falls over an answer of somebody who has gone meanwhile; no minifier renames it. */
const isYWebrtcs = (error: unknown): boolean =>
  error instanceof TypeError && error.message.includes('glareToken');

const isToldElsewhere = (error: unknown): boolean =>
  isYWebrtcs(error) || (error instanceof DOMException && toldElsewhere.has(error.name));

/**
 * Calls `hear` with each error that reaches the root of this page: what was thrown and not
 * caught, and rejections that nobody waits for. What a browser says without an error, as of
 * a script of its own or a layout that was late, is not ours.
 */
export function listenForErrors(page: Window, hear: (error: unknown) => void): void {
  const tell = (error: unknown): void => {
    if (error !== null && error !== undefined && !isToldElsewhere(error)) hear(error);
  };
  page.addEventListener('error', ({ error }) => tell(error));
  page.addEventListener('unhandledrejection', ({ reason }) => tell(reason));
}
