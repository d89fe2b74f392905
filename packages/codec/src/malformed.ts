/** Bytes from outside that do not say anything: why, for logs and tests, never for the screen. */
export interface Malformed {
  readonly type: 'Malformed';
  readonly why: string;
}

export const malformed = (why: string): Malformed => ({ type: 'Malformed', why });
