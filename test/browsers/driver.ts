/** How a browser is driven, whichever it is: `Hand` makes of it what a person does. */
export interface Driver {
  /** Goes there, and resolves when the page is loaded; at once where only what follows # is new. */
  navigate(url: string): Promise<void>;
  reload(): Promise<void>;
  /** What the function answers in the page, by way of JSON; it sees nothing of ours. */
  run<Args extends unknown[], T>(
    inPage: (...args: Args) => T | Promise<T>,
    ...args: Args
  ): Promise<T>;
  /** A real press, at this place of what is seen. */
  tap(x: number, y: number): Promise<void>;
  /** Real keys, into what has the focus. */
  type(text: string): Promise<void>;
  /** What is seen, as PNG. */
  picture(): Promise<Buffer>;
  close(): Promise<void>;
}

/** How a browser is begun: each has storage of its own, and keeps nothing afterwards. */
export interface Begin {
  /** What the system says of the theme. */
  readonly isDark: boolean;
  /** Without, WebRTC is switched off, where the browser has any. */
  readonly hasLines: boolean;
}

/** A browser that journeys run in. */
export interface Engine {
  readonly name: string;
  /** What is missing where it is not here; null where it is. */
  readonly lacks: string | null;
  begin(how: Begin): Promise<Driver>;
}

/** The size of a window: a phone, so that the bar lies at the foot. */
export const windowSize = { width: 400, height: 800 } as const;
