import type {
  CommunityId,
  DeviceKey,
  Hex,
  MemberId,
  Minutes,
  Result,
} from '@manyhands/base';
import {
  decodeAs,
  encodeAs,
  hex,
  integer,
  list,
  nullable,
  text,
  toHex,
  tuple,
} from '@manyhands/codec';
import type { Malformed, Shape } from '@manyhands/codec';
import { taggedHash } from '@manyhands/keys/hash';
import { deviceField, memberField, oneOf } from './fields.ts';

/** A community's agreement: what it is named after, and what no later vote changes. */
export interface Charter {
  readonly version: 1;
  readonly random: Hex;
  readonly founder: MemberId;
  readonly device: DeviceKey;
  readonly name: string;
  /** What the community calls an hour. */
  readonly unit: string;
  /** How far below zero before a warning is shown (L5). */
  readonly limit: Minutes;
  /** How many members it takes to let one in (L8). */
  readonly join: number;
  /** How many with a voice it takes to give one a voice (L8). */
  readonly voice: number;
  /** Below which place of the founding log the founder's vouch alone gives a voice. */
  readonly circle: number;
  readonly openingTotal: Minutes | null;
  readonly relays: readonly string[];
  readonly ice: readonly string[];
  readonly language: string;
  readonly words: string;
}

export const charterLimits = { bytes: 3_800, depth: 2 };

/** The fields of F4, in their order. */
export const charterFields: { readonly [Name in keyof Charter]: Shape<Charter[Name]> } =
  {
    version: oneOf<1>(1),
    random: hex(16),
    founder: memberField,
    device: deviceField,
    name: text(64),
    unit: text(24),
    limit: integer<Minutes>(0, 100_000),
    join: integer(1, 5),
    voice: integer(1, 5),
    circle: integer(0, 1_000),
    openingTotal: nullable(integer<Minutes>(0, Number.MAX_SAFE_INTEGER)),
    relays: list(text(200), 0, 8),
    ice: list(text(200), 0, 8),
    language: text(16),
    words: text(1_500),
  };

const charterShape: Shape<Charter> = tuple(charterFields);

/** Throws for what `foundCommunity` would have refused. */
export const encodeCharter = (charter: Charter): Uint8Array =>
  encodeAs(charterShape, charter);

export const readCharter = (bytes: Uint8Array): Result<Charter, Malformed> =>
  decodeAs(charterShape, bytes, charterLimits);

/** The community that a charter founds: its hash, so that nothing in it can change. */
export const communityIdOf = (charter: Uint8Array): CommunityId =>
  toHex(taggedHash('community', charter)) as CommunityId;
