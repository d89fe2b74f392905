import { ok } from '@manyhands/base';
import type { Hex, ListingId, MemberId, NoteId, Result } from '@manyhands/base';
import {
  decodeAs,
  encodeAs,
  entryLimits,
  hex,
  nullable,
  text,
  tuple,
} from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import { listingField, memberField, oneOf } from './fields.ts';
import { threadOf } from './thread.ts';

/**
 * What a member asks others, whom they chose, to look at: somebody, or one listing of
 * theirs, and why. It is sealed to those others and decides nothing.
 */
export interface Report {
  readonly salt: Hex;
  readonly about: MemberId;
  readonly listing: ListingId | null;
  readonly text: string;
}

/** UTF-8 bytes of the words. */
export const reportLimit = 1_000;

const shape = tuple<Report & { readonly form: 2 }>({
  form: oneOf(2),
  salt: hex(16),
  about: memberField,
  listing: nullable(listingField),
  text: text(reportLimit),
});

/** What is sealed. */
export const encodeReport = (report: Report): Uint8Array =>
  encodeAs(shape, { ...report, form: 2 });

export function readReport(bytes: Uint8Array): Result<Report, Malformed> {
  const read = decodeAs(shape, bytes, entryLimits);
  if (!read.ok) return read;
  const { form: _, ...report } = read.value;
  return ok(report);
}

/** The thread it stands in: it says nothing to who cannot open it. */
export const reportIdOf = (report: Report): NoteId =>
  threadOf('report', encodeReport(report));
