import { toHex } from '@manyhands/codec';
import { fingerprintOf } from './fingerprintOf.ts';

/**
 * An answer says in an attribute of its own which offer it is to, by the certificate that
 * the offer promises: every connection has its own. Whoever does not know the attribute
 * passes it over (RFC 8866 §5.13).
 */
const attribute = 'a=answers:';

/** The answer, naming the offer; as it is when the offer promises no one certificate. */
export function namingOffer(answer: string, offer: string): string {
  const promised = fingerprintOf(offer);
  return promised === null ? answer : `${answer}${attribute}${toHex(promised)}\r\n`;
}

/** Whether the answer names this offer. */
export function answersOffer(answer: string, offer: string): boolean {
  const promised = fingerprintOf(offer);
  if (promised === null) return false;
  return answer.split('\r\n').includes(`${attribute}${toHex(promised)}`);
}
