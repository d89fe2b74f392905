/**
 * The archives of every release that is out are opened by this one, for ever. What a
 * format changes must read what it was before.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fillReplica, readArchive } from '@manyhands/archive';
import { assert } from '@manyhands/base';
import type { CommunityId, EntryId, Hex, MemberId } from '@manyhands/base';
import { openOnMemory } from '@manyhands/testing';
import { expect, test } from 'vitest';
import { root } from './planted.ts';

interface Expected {
  readonly app: string;
  readonly community: CommunityId;
  readonly stateHash: Hex;
  readonly vectorHash: Hex;
  readonly balances: Readonly<Record<MemberId, number>>;
  readonly thanks: { readonly proposal: EntryId; readonly text: string };
}

const folder = join(root, 'test/golden');
const releases = readdirSync(folder);
const fileOf = (release: string, name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(folder, release, name)));

test('there is one', () => {
  expect(releases.length).toBeGreaterThan(0);
});

test.each(releases)('the archive of %s comes to what it came to', async (release) => {
  const text = new TextDecoder().decode(fileOf(release, 'expected.json'));
  const expected = JSON.parse(text) as Expected;
  const archive = await readArchive(fileOf(release, 'archive.zip'));
  assert(archive.ok, `it is read: ${JSON.stringify(archive)}`);
  expect(archive.value.manifest).toMatchObject({
    app: release,
    community: expected.community,
    stateHash: expected.stateHash,
    vectorHash: expected.vectorHash,
  });

  const { replica } = await openOnMemory(expected.community);
  expect(await fillReplica(replica, archive.value)).toMatchObject({ ok: true });
  expect(replica.ledger.stateHash()).toBe(expected.stateHash);
  for (const [member, balance] of Object.entries(expected.balances)) {
    expect(replica.ledger.balanceOf(member as MemberId)).toBe(balance);
  }
  const { proposal, text: kind } = expected.thanks;
  expect(replica.board.thanksFor(proposal).map((each) => each.text)).toEqual([kind]);
});
