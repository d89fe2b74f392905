/**
 * The disks of every release that is out are opened by this one, for ever: keyring,
 * document, journal and notes are put back into IndexedDB as they were found there.
 */
import { assert, ok } from '@manyhands/base';
import type { EntryId, MemberId } from '@manyhands/base';
import { openKeyring } from '@manyhands/storage';
import { expect, test } from 'vitest';
import { listDrafts, openMyHours, recordHelp } from '@manyhands/community/hours';
import { openPlace } from './openPlace.ts';

interface Dump {
  readonly databases: readonly {
    readonly name: string;
    readonly version: number;
    readonly stores: readonly {
      readonly name: string;
      readonly autoIncrement: boolean;
      readonly rows: readonly (readonly [IDBValidKey, unknown])[];
    }[];
  }[];
}

interface Expected {
  readonly stateHash: string;
  readonly vectorHash: string;
  readonly ana: string;
  readonly balances: Readonly<Record<string, number>>;
  readonly note: { readonly proposal: EntryId; readonly text: string };
  readonly thanks: { readonly proposal: EntryId; readonly text: string };
  readonly draft: string;
}

const dumps = import.meta.glob<Dump>('/test/golden/*/store.json', {
  eager: true,
  import: 'default',
});
const sums = import.meta.glob<Expected>('/test/golden/*/expected.json', {
  eager: true,
  import: 'default',
});
const releases = Object.keys(dumps).map((path) => path.split('/').at(-2) ?? '');

test('there is one', () => {
  expect(releases.length).toBeGreaterThan(0);
});

test.each(releases)('the disks of %s are opened as they were left', async (release) => {
  const dump = dumps[`/test/golden/${release}/store.json`];
  const expected = sums[`/test/golden/${release}/expected.json`];
  assert(dump && expected, 'both are there');
  await putBack(dump);

  const keyring = await openKeyring();
  assert(keyring.ok, 'the keyring opens');
  const rows = await keyring.value.list();
  assert(rows.ok, 'it lists');
  expect(rows.value).toHaveLength(Object.keys(expected.balances).length);
  for (const row of rows.value) {
    const place = await openPlace(row, {
      takeOver: false,
      isNew: false,
      forget: () => Promise.resolve(),
      wipe: () => Promise.resolve(ok(undefined)),
    });
    assert(place.ok, `it opens: ${JSON.stringify(place)}`);
    const { replica, writer } = place.value;
    expect(replica.faults()).toEqual([]);
    expect(place.value.trouble()).toBeNull();
    expect(writer.spent).toBe(false);
    expect(place.value.secret()?.secret).toHaveLength(32);
    expect(replica.ledger.stateHash()).toBe(expected.stateHash);
    expect(replica.digest()).toBe(expected.vectorHash);
    expect(replica.ledger.balanceOf(row.member)).toBe(expected.balances[row.member]);
    if (row.device === expected.ana) await looksAround(place.value, expected);
    await place.value.erase();
  }
  keyring.value.close();
  for (const { name } of dump.databases) await erase(name);
});

/** What Ana finds: her note, her draft, thanks; and she can go on. */
async function looksAround(
  place: Extract<Awaited<ReturnType<typeof openPlace>>, { ok: true }>['value'],
  { note, thanks, draft, balances }: Expected,
): Promise<void> {
  const { ledger, board } = place.replica;
  const [transfer] = ledger.linesOf(note.proposal);
  assert(transfer?.note, 'there is a note');
  const hour = (await openMyHours(place)).find(
    (each) => each.transfer.proposal === note.proposal,
  );
  expect(hour?.note?.text).toBe(note.text);
  expect(board.thanksFor(thanks.proposal).map(({ text }) => text)).toEqual([
    thanks.text,
  ]);
  const drafts = await listDrafts(place.notes);
  expect(drafts.ok && drafts.value.map(({ text }) => text)).toEqual([draft]);
  const other = Object.keys(balances).find((id) => id !== place.membership.member);
  const asked = await recordHelp(place, {
    with: other as MemberId,
    iHelped: true,
    minutes: transfer.minutes,
    day: transfer.day,
    category: null,
    text: 'The first hour on the new version',
    instead: null,
  });
  expect(asked.ok).toBe(true);
}

async function putBack({ databases }: Dump): Promise<void> {
  for (const { name, version, stores } of databases) {
    await erase(name);
    const opening = indexedDB.open(name, version);
    opening.onupgradeneeded = () => {
      for (const { name: store, autoIncrement, rows } of stores) {
        const made = opening.result.createObjectStore(store, { autoIncrement });
        for (const [key, value] of rows) made.put(asFound(value), key);
      }
    };
    await new Promise<void>((resolve, reject) => {
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
      opening.onerror = () => reject(opening.error ?? new Error(name));
    });
  }
}

const erase = (name: string): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = resolve;
    deleting.onerror = () => reject(deleting.error ?? new Error(name));
  });

/** `{ $hex }` as the bytes it stands for. */
function asFound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asFound);
  if (typeof value !== 'object' || value === null) return value;
  if ('$hex' in value) {
    const digits = String(value.$hex).match(/../g) ?? [];
    return Uint8Array.from(digits, (pair) => Number.parseInt(pair, 16));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, asFound(each)]),
  );
}
