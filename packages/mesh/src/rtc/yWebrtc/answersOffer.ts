import { toHex } from '@manyhands/codec';
import { fingerprintOf } from '../fingerprintOf.ts';

/**
 * An answer says in an attribute of its own which offer it is to, by the certificate that
 * the offer promises: every connection has its own. Whoever does not know the attribute
 * passes it over (RFC 8866 §5.13).
 */
const attribute = 'a=answers:';

/** The answer, naming the offer; as it is when the offer promises no one certificate. */
export function namingOffer(answer: string, offer: string): string {
  const line = lineNaming(offer);
  return line === null ? answer : `${answer}${line}\r\n`;
}

/** Whether the answer names this offer. */
export function answersOffer(answer: string, offer: string): boolean {
  const named = lineNaming(offer);
  return answer.split('\r\n').some((line) => line === named);
}

function lineNaming(offer: string): string | null {
  const promised = fingerprintOf(offer);
  return promised === null ? null : `${attribute}${toHex(promised)}`;
}
