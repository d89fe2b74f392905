import type { HandshakeRefused } from './handshake.ts';
import type { Dismissal } from './introducer.ts';
import type { Verdict } from './verdict.ts';

/** Verdicts after which the same device is met again by itself, and how soon. */
const putOff: Partial<Record<Verdict, Dismissal>> = {
  Busy: 'soon',
  // An invite or an identity that is unknown now may be on its way.
  InviteUnknown: 'later',
  UnknownKey: 'later',
  Known: 'later',
  // A person is asked, who may be long about it.
  Knocked: 'later',
};

/** Milliseconds after which somebody who was put off is met again, wherever that was. */
export const putOffFor = { soon: 2_000, later: 8_000 } as const;

/** Whether the same device is met again by itself after this verdict. */
export const isMetAgain = (verdict: Verdict): boolean => verdict in putOff;

/** When a connection that came to nothing is made again. */
export function dismissalOf(why: HandshakeRefused): Dismissal {
  // These two are the network's fault.
  if (why.type === 'TooSlow' || why.type === 'Gone') return 'lost';
  return ('verdict' in why && putOff[why.verdict]) || 'refused';
}
