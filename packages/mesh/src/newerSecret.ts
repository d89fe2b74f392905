import { compareBytes } from '@manyhands/codec';
import type { Secret } from './messages.ts';

/** A17: the later epoch wins; of one epoch the smaller bytes. */
export function isNewer(secret: Secret, than: Secret | null): boolean {
  if (than === null || secret.epoch !== than.epoch) {
    return secret.epoch > (than?.epoch ?? -1);
  }
  return compareBytes(secret.secret, than.secret) < 0;
}
