/** What whoever waits for a bundle may hear and say. */
export interface Work {
  readonly report?: (progress: { readonly done: number; readonly of: number }) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Cancelled {
  readonly type: 'Cancelled';
}

/** Until events were heard and the screen could be drawn. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
