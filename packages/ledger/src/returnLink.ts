import type { CommunityId, Hex, MemberId, Minutes, Result } from '@manyhands/base';
import { hex, integer, list, nullable, text } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { communityField, memberField } from './fields.ts';
import { guardianLimit } from './identityContent.ts';
import {
  communityNameField,
  linkFormat,
  personNameField,
  relaysField,
} from './pastedLink.ts';

/**
 * What any member shows to a member who has lost everything: who they were, and where and
 * by whom they can be that again. It opens the lobby and lets nobody in; all that it says
 * of the member is hearsay until the record has come.
 */
export interface ReturnLink {
  readonly community: CommunityId;
  /** From which the lobby's room and password are derived. */
  readonly lobby: Hex;
  readonly relays: readonly string[];
  readonly name: string;
  readonly member: MemberId;
  /** What they call themself. */
  readonly called: string;
  /** Their hours, for them to recognise; null where they were not known for sure. */
  readonly minutes: Minutes | null;
  /** How many of their guardians it takes; 0 if they named none. */
  readonly g: number;
  /** What the guardians call themselves, cut to `guardianNameBytes`. */
  readonly guardians: readonly string[];
}

/** A guardian's name is there to be recognised: the code stays small enough to scan. */
export const guardianNameBytes = 48;

const most = 2 ** 32;

const format = linkFormat<ReturnLink>('#b/', 1_800, {
  community: communityField,
  lobby: hex(16),
  relays: relaysField,
  name: communityNameField,
  member: memberField,
  called: personNameField,
  minutes: nullable(integer<Minutes>(-most, most)),
  g: integer(0, guardianLimit),
  guardians: list(text(guardianNameBytes), 0, guardianLimit),
});

/** The text that follows `#b/` in a return link (F4). */
export const encodeReturnLink = (link: ReturnLink): string => format.encode(link);

/** Reads a return link from whatever somebody pastes. */
export const readReturnLink = (pasted: string): Result<ReturnLink, Malformed> =>
  format.read(pasted);
