/**
 * Writes what this release leaves behind: three phones' disks with everything on them that
 * an app keeps, and the archive one of them makes. Runs in a real browser, on real
 * IndexedDB, by the app's own code; scripts/golden.mjs puts the answer into files. The keys
 * are bytes, because those of an engine cannot be copied out.
 */
import { createArchive } from '@manyhands/archive';
import { assert } from '@manyhands/base';
import type { CommunityId, Day, Minutes, Result } from '@manyhands/base';
import { concat, toBase64Url, toHex } from '@manyhands/codec';
import { randomBytes } from '@manyhands/keys';
import {
  communityIdOf,
  encodeCharter,
  foundCommunity,
  readInvite,
} from '@manyhands/ledger';
import type { Invite } from '@manyhands/ledger';
import { openKeyring } from '@manyhands/storage';
import type { Keyring, StoredMembership } from '@manyhands/storage';
import {
  keepDraft,
  recordHelp,
  sayNo,
  sayThanks,
  sayYes,
  takeBack,
} from '@manyhands/community/hours';
import { writeInvite } from '@manyhands/community/admission';
import type { HelpSaid } from '@manyhands/community/hours';
import { showMyself } from '@manyhands/community/people';
import { certify, requestByInvite } from '@manyhands/door';
import type { LivePlace } from '../src/platform/livePlace.ts';
import { charterOf, newKeys, rowOf } from '../src/platform/newcomer.ts';
import type { OwnKeys } from '../src/platform/newcomer.ts';
import { openPlace } from '../src/platform/openPlace.ts';

export interface Golden {
  readonly archive: string;
  readonly store: unknown;
  readonly expected: unknown;
}

interface Somebody {
  readonly place: LivePlace;
  readonly row: StoredMembership;
  readonly keys: OwnKeys;
}

export async function writeGolden(app: string): Promise<Golden> {
  const keyring = taken(await openKeyring());
  const ana = await founds(keyring);
  const biel = await joins(keyring, ana, 'Biel');
  const carme = await joins(keyring, ana, 'Carme');
  const all = [ana, biel, carme];

  const hour = await records(ana, biel, {
    minutes: 90 as Minutes,
    iHelped: true,
    category: 7,
    text: 'The kitchen tap is quiet now.',
  });
  await meet(all);
  taken(await sayYes(biel.place, hour));
  taken(await sayThanks(biel.place, hour, 'You were quick!'));
  const lift = await records(carme, ana, { minutes: 30 as Minutes, iHelped: true });
  const shelf = await records(biel, carme, { minutes: 45 as Minutes, iHelped: false });
  const mistake = await records(ana, carme, { minutes: 15 as Minutes, iHelped: true });
  await meet(all);
  taken(await sayYes(ana.place, lift));
  taken(await sayNo(carme.place, shelf));
  taken(await takeBack(ana.place, mistake));
  await records(ana, biel, { minutes: 60 as Minutes, iHelped: false });
  await keepDraft(ana.place.notes, {
    id: '00'.repeat(8),
    with: carme.row.member,
    whom: '',
    iHelped: true,
    minutes: 75 as Minutes,
    day: ana.place.today(),
    category: null,
    text: 'Begun on the way home',
    instead: null,
    isGift: false,
    as: null,
    others: [],
    asked: [],
    from: null,
  });
  await meet(all);

  const { replica } = ana.place;
  const archive = taken(await createArchive(replica, { app }));
  const expected = {
    app,
    community: replica.community,
    stateHash: replica.ledger.stateHash(),
    vectorHash: replica.digest(),
    balances: Object.fromEntries(
      all.map(({ row }) => [row.member, replica.ledger.balanceOf(row.member)]),
    ),
    ana: ana.row.device,
    note: { proposal: hour, text: 'The kitchen tap is quiet now.' },
    thanks: { proposal: hour, text: 'You were quick!' },
    draft: 'Begun on the way home',
  };
  for (const { place } of all) {
    taken(await place.replica.settled());
    await place.close();
  }
  keyring.close();
  return {
    archive: toBase64Url(concat(...archive)),
    store: await dump(),
    expected,
  };
}

async function founds(keyring: Keyring): Promise<Somebody> {
  const keys = await newKeys('bytes');
  const founding = {
    communityName: 'Riverside',
    yourName: 'Ana',
    unit: 'hour',
    limitHours: 10,
    words: 'An hour is an hour.',
    language: 'en',
  };
  const charter = charterOf(founding, keys, []);
  const community = communityIdOf(encodeCharter(charter));
  const { place, row } = await settles(keyring, community, charter.name, keys);
  const box = keys.sealing.publicKey;
  const certificate = await certify(community, { ...keys, box });
  const content = taken(foundCommunity(charter, certificate));
  taken(await place.writer.append('ledger', content));
  await place.takeSecret({ epoch: 0, secret: randomBytes(32) });
  taken(await showMyself(place, { name: 'Ana', skills: [4, 7] }));
  return { place, row, keys };
}

/** By an invite of `host`, at the door of `host`'s own device. */
async function joins(
  keyring: Keyring,
  host: Somebody,
  name: string,
): Promise<Somebody> {
  const text = taken(await writeInvite(host.place, name));
  const invite: Invite = taken(readInvite(text));
  const keys = await newKeys('bytes');
  const newcomer = await settles(keyring, invite.community, invite.name, keys);
  taken(await newcomer.place.knocking.with(text));
  taken(await showMyself(newcomer.place, { name, skills: [] }));
  const box = keys.sealing.publicKey;
  const certificate = await certify(invite.community, { ...keys, box });
  taken(await host.place.admit(await requestByInvite(invite, certificate)));
  const secret = host.place.secret();
  assert(secret, 'whoever hosts has the secret');
  await newcomer.place.takeSecret(secret);
  const somebody = { ...newcomer, keys };
  await meet([host, somebody]);
  return somebody;
}

async function settles(
  keyring: Keyring,
  community: CommunityId,
  name: string,
  keys: OwnKeys,
): Promise<{ place: LivePlace; row: StoredMembership }> {
  const row = rowOf(community, name, keys, false);
  taken(await keyring.save(row));
  const place = taken(
    await openPlace(row, {
      takeOver: false,
      isNew: true,
      forget: () => Promise.resolve(),
      wipe: () => keyring.save({ ...row, identity: null }),
    }),
  );
  return { place, row };
}

async function records(
  { place }: Somebody,
  other: Somebody,
  help: Pick<HelpSaid, 'minutes' | 'iHelped'> & Partial<HelpSaid>,
) {
  return taken(
    await recordHelp(place, {
      with: other.row.member,
      day: (place.today() - 1) as Day,
      category: null,
      text: '',
      instead: null,
      ...help,
    }),
  );
}

/** Everybody tells everybody all they know, until nobody has news. */
async function meet(all: readonly Somebody[]): Promise<void> {
  for (let news = 1; news > 0;) {
    news = 0;
    for (const from of all) for (const to of all) news += await tell(from, to);
  }
}

async function tell(
  { place: from }: Somebody,
  { place: to }: Somebody,
): Promise<number> {
  const asks = to.replica.lacks(from.replica.wireVector());
  const { page } = from.replica.page(asks);
  if (page === null) return 0;
  const received = await to.replica.receive(page, { type: 'message' });
  assert(received.refused === null, 'what honest people tell is taken');
  return received.added.length;
}

function taken<T>(result: Result<T, unknown>): T {
  assert(result.ok, `it was refused: ${JSON.stringify(result)}`);
  return result.value;
}

/** Every database of ours, row by row. */
async function dump(): Promise<unknown> {
  const named = (await indexedDB.databases()).filter(({ name }) =>
    name?.startsWith('manyhands/'),
  );
  const databases = [];
  for (const { name = '', version = 1 } of named.sort((a, b) =>
    (a.name ?? '') < (b.name ?? '') ? -1 : 1,
  )) {
    const database = await answerOf(indexedDB.open(name, version));
    const stores = [];
    for (const store of [...database.objectStoreNames]) {
      const { autoIncrement } = database.transaction(store).objectStore(store);
      const keys = await answerOf(
        database.transaction(store).objectStore(store).getAllKeys(),
      );
      const values: unknown[] = await answerOf(
        database.transaction(store).objectStore(store).getAll(),
      );
      const rows = keys.map((key, at) => [key, asJson(values[at])]);
      stores.push({ name: store, autoIncrement, rows });
    }
    databases.push({ name, version, stores });
    database.close();
  }
  return { databases };
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });

/** Bytes as `{ $hex }`: JSON has none. */
function asJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $hex: toHex(value) };
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, asJson(each)]),
  );
}
