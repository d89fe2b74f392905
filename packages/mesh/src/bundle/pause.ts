/** Until events were heard and the screen could be drawn. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
