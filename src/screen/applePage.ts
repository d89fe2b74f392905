/**
 * Whether this is a page in a browser on an iPhone or iPad, and not the app on its home
 * screen. Only there does `standalone` exist; the two keep their data apart.
 */
export const isApplePage = (): boolean =>
  (navigator as { standalone?: boolean }).standalone === false;
