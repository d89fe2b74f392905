/** How far long work has come. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

/** What whoever waits for long work may hear of it, and by what they call it off. */
export interface Work {
  readonly report?: (progress: Progress) => void;
  /** An `AbortSignal`, where there is one. */
  readonly signal?: { readonly aborted: boolean } | undefined;
}

export interface Cancelled {
  readonly type: 'Cancelled';
}
