import { err, ok } from '@manyhands/base';
import type { CommunityId, Result } from '@manyhands/base';
import { readTravelling } from '@manyhands/ledger';
import type { Entry } from '@manyhands/ledger';
import type { Claims } from './gate.ts';
import { pageLimit } from './limits.ts';
import { readPage } from './page.ts';
import type { Refused } from './types.ts';

/** What a page from outside asks to have let in. Nothing in it is believed yet. */
export function readClaims(
  community: CommunityId,
  bytes: Uint8Array,
): Result<Claims, Refused> {
  if (bytes.length > pageLimit) return err({ type: 'Oversized', bytes: bytes.length });
  const page = readPage(bytes);
  if (!page.ok) return page;
  const evidence: Entry[] = [];
  for (const travelling of page.value.evidence) {
    const entry = readTravelling(community, travelling);
    if (!entry.ok) return entry;
    evidence.push(entry.value);
  }
  return ok({ evidence, runs: page.value.runs });
}
