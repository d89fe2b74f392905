/** What the observer of a world makes of a single entry, or of a phone. */
import { fromHex } from '@manyhands/codec';
import { entryMessage, signatureOf } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { Replica } from '@manyhands/replica';
import type { SimPhone } from './phone.ts';
import { isGood } from './syncKeys.ts';

/** One line of a proposal that both sides have signed. */
export type ObservedTransfer = string;

/** What its member has stated ends it: it writes no more, whatever its disk holds. */
export const isEnded = ({ running, soul, device }: SimPhone): boolean =>
  (['ledger', 'board'] as const).some((kind) => {
    const { community, ledger } = running?.replica ?? {};
    if (community === undefined || ledger === undefined) return false;
    return ledger.endOf({ community, kind, member: soul.member, device }) !== null;
  });

/**
 * Whether this copy can be carried (replica/P8). Rogues leave out signatures, and who stands in
 * between spoils them: then somebody with a good copy carries it, or brings it (replica/H9).
 */
export const isObservedSigned = (entry: Entry): boolean =>
  isGood(fromHex(entry.log.device), signatureOf(entry), entryMessage(entry.id));

export const lineNameOf = (proposal: string, party: string): ObservedTransfer =>
  `${proposal}/${party}`;

/** The lines that an act has a part in. */
export function transfersOf(
  { id, content, log }: Entry,
  replica: Replica,
): ObservedTransfer[] {
  if (content.type === 'transfer.propose') {
    return content.lines.map(({ party }) => lineNameOf(id, party));
  }
  if (content.type !== 'transfer.confirm') return [];
  const { proposal, as } = content;
  const asked = replica.entry(proposal)?.content;
  // For an account that asks, a yes is one to all of its lines.
  const isAsked = as !== null && asked?.type === 'transfer.propose' && asked.as === as;
  if (!isAsked) return [lineNameOf(proposal, as ?? log.member)];
  return asked.lines.map(({ party }) => lineNameOf(proposal, party));
}

export const placeOf = ({ logId, seq }: Entry): string => `${logId}/${seq}`;
