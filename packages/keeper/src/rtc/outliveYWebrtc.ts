/**
 * Whether this error is y-webrtc's own. It looks for whom a signal is about only after it
 * has decrypted it; by then they may have gone, and it falls over `undefined`. A browser
 * writes that into its console and goes on; Node would end the keeper.
 */
export const isYWebrtcs = (cause: unknown): boolean =>
  cause instanceof Error && /[\\/]y-webrtc[\\/]/.test(cause.stack ?? '');

/** From now on those end nothing. Every other error nobody caught still ends the process. */
export function outliveYWebrtc(): void {
  process.on('unhandledRejection', (cause) => {
    if (!isYWebrtcs(cause)) throw cause;
  });
}
