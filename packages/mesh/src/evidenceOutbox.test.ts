/** [replica/R4] evidence is told whole, in pages of which a few go unasked. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  encodePage,
  evidenceLimit,
  pageLimit,
  pageOf,
  readPage,
} from '@manyhands/replica';
import { assert } from '@manyhands/base';
import { concat, toHex } from '@manyhands/codec';
import { encodeTravelling } from '@manyhands/ledger';
import { TestCommunity, createCast, helped, runOf } from '@manyhands/testing';
import { evidenceAhead } from './limits.ts';
import { encodeMessage } from './messages.ts';
import type { Message } from './messages.ts';
import { sessionWith } from './testing/ends.ts';
import { closePhones, openPhone } from './testing/phones.ts';
import type { MeshPhone } from './testing/phones.ts';

const [ana, biel] = await createCast();
let community: TestCommunity;
let hers: MeshPhone;
beforeEach(async () => {
  community = await TestCommunity.of(ana, [biel]);
  hers = await openPhone(community, ana);
});
afterEach(closePhones);

/** So many entries of evidence, each other bytes. */
const entries = (count: number, length = 100): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => {
    const bytes = new Uint8Array(length);
    new DataView(bytes.buffer).setUint32(0, i);
    return bytes;
  });
const evidenceIs = (evidence: Uint8Array[]) =>
  vi.spyOn(hers.replica.forks, 'evidence').mockReturnValue(evidence);

const more = encodeMessage('more', {});
const other = encodeMessage('digest', '00'.repeat(32));
const typesOf = (heard: readonly Message[]) => heard.map(({ type }) => type);

/** The entries of evidence on the pages that were heard. */
const pagesIn = (heard: readonly Message[]): Uint8Array[][] =>
  heard.flatMap((message) => {
    if (message.type !== 'news') return [];
    expect(message.payload.length).toBeLessThanOrEqual(pageLimit);
    const page = readPage(message.payload);
    assert(page.ok, 'a page');
    return [[...page.value.evidence]];
  });

describe('[replica/R4] evidence', () => {
  test('goes in pages of 256, four unasked before the vector, one more for each "more"', async () => {
    const all = entries(6 * evidenceLimit + 1);
    evidenceIs(all);
    const { say, heard } = await sessionWith(hers.replica, biel);
    await say(other);
    const unasked = Array.from({ length: evidenceAhead }, () => 'news');
    expect(evidenceAhead).toBe(4);
    await vi.waitFor(() =>
      expect(typesOf(heard)).toEqual(['digest', ...unasked, 'vector']),
    );
    for (let pages = 5; pages <= 7; pages++) {
      await say(more);
      await vi.waitFor(() => expect(pagesIn(heard)).toHaveLength(pages));
    }
    for (let times = 0; times < 6; times++) await say(more);
    expect(pagesIn(heard).map(({ length }) => length)).toEqual([
      ...Array.from({ length: 6 }, () => evidenceLimit),
      1,
    ]);
    expect(pagesIn(heard).flat()).toEqual(all);
  });

  test('that is long goes in pages that are no longer than one may be', async () => {
    const all = entries(300, 4_300);
    evidenceIs(all);
    const { say, heard } = await sessionWith(hers.replica, biel);
    await say(other);
    for (let times = 0; times < 8; times++) await say(more);
    await vi.waitFor(() => expect(pagesIn(heard).flat()).toHaveLength(all.length));
    expect(toHex(concat(...pagesIn(heard).flat()))).toBe(toHex(concat(...all)));
  });

  test('is told once, and what is new after it, though its order is another', async () => {
    const all = entries(5);
    evidenceIs(all.slice(0, 3));
    const { session, say, heard } = await sessionWith(hers.replica, biel);
    await say(other);
    await vi.waitFor(() => expect(pagesIn(heard)).toEqual([all.slice(0, 3)]));
    await say(encodeMessage('vector', []));
    evidenceIs([...all].reverse());
    const written = await hers.writer.append('ledger', helped(biel, 30));
    assert(written.ok, 'Ana writes');
    session.offer(new Map());
    await say(more);
    await vi.waitFor(() => expect(pagesIn(heard)[1]).toEqual(all.slice(3).reverse()));
  });

  test('takes none of the room for what was asked, and gives it none', async () => {
    evidenceIs(entries(1));
    const { say, heard } = await sessionWith(hers.replica, biel);
    await say(other);
    await say(encodeMessage('vector', []));
    const endless = { page: pageOf([]), entries: 1, lengths: new Map() };
    vi.spyOn(hers.replica, 'page').mockImplementation((asks) => {
      return { ...endless, rest: [...asks] };
    });
    const heads = hers.replica.wireVector();
    const asks = heads.map(({ log, length }) => ({ log, from: 0, max: length }));
    await say(encodeMessage('ask', asks));
    const pages = () => typesOf(heard).filter((type) => type === 'page').length;
    await vi.waitFor(() => expect(pages()).toBe(2));
    // This one is for the page of evidence; the next is for one of the answer.
    await say(more);
    await say(other);
    await vi.waitFor(() =>
      expect(typesOf(heard).filter((type) => type === 'vector')).toHaveLength(2),
    );
    expect(pages()).toBe(2);
    await say(more);
    await vi.waitFor(() => expect(pages()).toBe(3));
  });

  test('is answered by "more", and nothing else that is new is', async () => {
    const entry = await community.ledgerOf(biel).add(helped(ana, 30));
    const { say, heard } = await sessionWith(hers.replica, biel);
    const run = encodePage({ evidence: [], runs: [runOf([entry])] });
    await say(encodeMessage('news', run));
    expect(typesOf(heard)).not.toContain('more');
    await say(encodeMessage('news', pageOf([encodeTravelling(entry)])));
    await vi.waitFor(() =>
      expect(typesOf(heard).filter((type) => type === 'more')).toHaveLength(1),
    );
  });
});
