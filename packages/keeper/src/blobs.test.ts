/** A real keeper process fetches a blob from its owner's phone, and forgets it with its listing. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, expect, test, vi } from 'vitest';
import type { Day, ListingId } from '@manyhands/base';
import { toHex } from '@manyhands/codec';
import { sha256 } from '@manyhands/keys';
import type { Listing } from '@manyhands/ledger';
import { startRelay } from '@manyhands/relay';
import { TestCommunity, createCast } from '@manyhands/testing';
import { openOwner } from './testing/owner.ts';
import { spawnKeeper } from './testing/spawnKeeper.ts';

const patience = 60_000;
const blob = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7) % 251);
const sha = toHex(sha256(blob));
const listing: Listing = {
  type: 'listing',
  listing: 'ab'.repeat(16) as ListingId,
  rev: 0,
  kind: 'thing',
  title: 'A pram',
  words: '',
  category: 11,
  terms: {
    place: 'agree',
    where: '',
    free: [],
    from: null,
    until: 20_800 as Day,
    standing: false,
    group: 1,
    manner: 'give',
    producer: '',
    origin: '',
    fair: false,
    price: '',
  },
  photo: { sha, thumb: blob.subarray(0, 900) },
  state: 'open',
};

test(
  '[K9] a keeper has the blob of a listing, unasked, until the listing is erased',
  async () => {
    const relay = await startRelay({ port: 0 });
    const [ana, biel] = await createCast();
    const held = { get: () => Promise.resolve(blob) };
    const address = `ws://127.0.0.1:${relay.port}/relay`;
    const community = await TestCommunity.of(ana, [biel]);
    const owner = await openOwner(community, ana, address, held);
    const folder = await mkdtemp(join(tmpdir(), 'manyhands-keeper-'));
    const keeper = spawnKeeper(['--folder', folder, owner.link]);
    const files = async () =>
      (await readdir(folder)).filter((name) => name.endsWith('.picture'));
    try {
      await keeper.says('This is a keeper of Els Plataners now.');
      const posted = await owner.writer.append('board', listing);
      assert(posted.ok, 'Ana writes');
      await vi.waitFor(async () => expect(await files()).toHaveLength(1), {
        timeout: patience,
      });
      const [name = ''] = await files();
      expect(name).toContain(`-100000-${sha}.picture`);
      expect(new Uint8Array(await readFile(join(folder, name)))).toEqual(blob);

      expect((await owner.writer.erase([posted.value])).ok).toBe(true);
      await vi.waitFor(async () => expect(await files()).toEqual([]), {
        timeout: patience,
      });
      expect(await keeper.end('SIGTERM')).toBe(0);
      expect(keeper.errors).toEqual([]);
    } finally {
      await keeper.end('SIGKILL');
      owner.close();
      await relay.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
  patience * 3,
);
