import { err } from '@manyhands/base';
import type { Writer } from '@manyhands/replica';

/** How a phone writes, so that somebody sees it. */
export type Doing = Pick<Writer, 'append' | 'erase'>;

/** What duties write is seen like anything else. In the end they rest: what is due waits. */
export const restingWriter = (
  writer: Writer,
  world: { readonly isAtRest: boolean },
  { append, erase }: Doing,
): Writer => ({
  member: writer.member,
  device: writer.device,
  get spent() {
    return writer.spent;
  },
  append: (kind, content) => (world.isAtRest ? resting : append(kind, content)),
  erase: (entries) => (world.isAtRest ? resting : erase(entries)),
  redeliver: () => writer.redeliver(),
  reread: () => writer.reread(),
  close: () => writer.close(),
});

const resting = Promise.resolve(err({ type: 'StoreLost', why: 'at rest' } as const));
