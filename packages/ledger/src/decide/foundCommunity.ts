import { err, ok } from '@manyhands/base';
import type { Hex, Minutes, Result } from '@manyhands/base';
import type { Shape } from '@manyhands/codec';
import { charterFields, charterLimits, encodeCharter } from '../charter.ts';
import type { Charter } from '../charter.ts';
import type { CommunityFound } from '../ledgerContent.ts';

/** What a founder must say; the rest of a charter has sensible beginnings. */
export type CharterDraft = Pick<Charter, 'random' | 'founder' | 'device' | 'name'> &
  Partial<Charter>;

export type CharterRefused =
  | { readonly type: 'CharterField'; readonly field: keyof Charter }
  | { readonly type: 'CharterTooLong'; readonly bytes: number; readonly limit: number };

const beginnings = {
  version: 1,
  unit: '',
  limit: 600 as Minutes,
  join: 1,
  voice: 2,
  circle: 64,
  openingTotal: null,
  relays: [],
  ice: [],
  language: '',
  words: '',
} as const;

/**
 * Completes a charter. It names the community from then on, so this is the last moment
 * to change anything in it: ten hours' limit, one member to let somebody in, two to
 * give a voice, unless the draft says otherwise.
 *
 * Refuses a field that does not fit (a blank name is none; a circle in which the founder
 * could not let in as many as it then takes), and what is too long for one entry.
 */
export function draftCharter(draft: CharterDraft): Result<Charter, CharterRefused> {
  const charter: Charter = { ...beginnings, ...draft };
  const refused = whyNot(charter);
  return refused ? err(refused) : ok(charter);
}

/**
 * The first entry of a community: its charter, with the founder's own certificate for
 * the device that writes it. Refuses as `draftCharter` does.
 */
export function foundCommunity(
  charter: Charter,
  certificate: { readonly box: Hex; readonly certSig: Hex },
): Result<CommunityFound, CharterRefused> {
  const refused = whyNot(charter);
  if (refused) return err(refused);
  const { box, certSig } = certificate;
  return ok({ type: 'community.found', charter: encodeCharter(charter), box, certSig });
}

function whyNot(charter: Charter): CharterRefused | null {
  if (charter.name.trim() === '') return { type: 'CharterField', field: 'name' };
  for (const field of Object.keys(charterFields) as (keyof Charter)[]) {
    if (!fits(charter, field)) return { type: 'CharterField', field };
  }
  // Who is needed to let a second one in has to come from somewhere (decision 0011).
  if (charter.join > 1 && charter.circle < charter.join) {
    return { type: 'CharterField', field: 'circle' };
  }
  const bytes = encodeCharter(charter).length;
  const limit = charterLimits.bytes;
  return bytes > limit ? { type: 'CharterTooLong', bytes, limit } : null;
}

function fits(charter: Charter, field: keyof Charter): boolean {
  const shape: Shape<unknown> = charterFields[field];
  return shape.read(shape.write(charter[field])) !== undefined;
}
