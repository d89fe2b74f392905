/** Frames of a WebSocket, as a client sends them, and as none would. */

export interface FrameOptions {
  readonly opcode?: number;
  readonly isLast?: boolean;
}

/** Masked with zeros: what is sent reads as it is. */
export function frame(
  text: string,
  { opcode = 1, isLast = true }: FrameOptions = {},
): Buffer {
  const bytes = Buffer.from(text);
  const first = (isLast ? 0x80 : 0) | opcode;
  const size =
    bytes.length < 126
      ? [0x80 | bytes.length]
      : [0x80 | 126, bytes.length >> 8, bytes.length & 0xff];
  return Buffer.concat([Buffer.from([first, ...size, 0, 0, 0, 0]), bytes]);
}

export const saidFrame = (message: unknown): Buffer => frame(JSON.stringify(message));
export const binary = (text: string): Buffer => frame(text, { opcode: 2 });
export const pingFrame = (text: string): Buffer => frame(text, { opcode: 9 });
export const pongFrame = (text: string): Buffer => frame(text, { opcode: 10 });
