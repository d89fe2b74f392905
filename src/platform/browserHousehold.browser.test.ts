/** Doors on real storage: what each lock lets through, and what it does not. */
import { assert } from '@manyhands/base';
import { fromHex, toBase64Url, toHex } from '@manyhands/codec';
import { encrypt, randomBytes, stretch } from '@manyhands/keys';
import { openIdbStore, openKeyring, openPeople } from '@manyhands/storage';
import type { VaultLock } from '@manyhands/storage';
import { afterEach, expect, test, vi } from 'vitest';
import type { Home } from '../phone/household.ts';
import { BrowserHousehold } from './browserHousehold.ts';
import { BrowserPlaces } from './browserPlaces.ts';
import { waitAfter } from './vaultLock.ts';

const relay = 'ws://127.0.0.1:9/relay';
const freshName = () => `manyhands/test/${toHex(randomBytes(8))}`;
const fresh = () => new BrowserHousehold(relay, freshName());
const offline = () => Promise.reject(new TypeError('Failed to fetch'));

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** On a phone so slow that the fewest rounds there may be cost a try more than it should. */
function onSlowPhone(): void {
  let told = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (told += 1_500));
}

const riverside = {
  communityName: 'Riverside',
  yourName: 'Ana',
  unit: 'hour',
  limitHours: 10,
  words: '',
  language: 'en',
};

async function enter(
  house: BrowserHousehold,
  pin: string | null = null,
): Promise<Home> {
  const home = await house.enter('', pin);
  assert(home.ok, `the door opens: ${JSON.stringify(home)}`);
  return home.value;
}

async function foundIn(home: Home) {
  const founded = await home.places.found(riverside);
  assert(founded.ok, `it is founded: ${JSON.stringify(founded)}`);
  return founded.value;
}

test('a lock that is put on, changed and taken off: the same community behind it', async () => {
  onSlowPhone();
  const house = fresh();
  await house.list();
  let home = await enter(house);
  const place = await foundIn(home);
  await place.close();
  expect(await home.relock({ type: 'pin', pin: '2580' })).toEqual({
    ok: true,
    value: [],
  });
  home.shut();
  expect(await house.list()).toMatchObject({ ok: true, value: [{ lock: 'pin' }] });
  expect(await house.enter('', null)).toMatchObject({
    ok: false,
    error: { type: 'WrongPin' },
  });

  home = await enter(house, '2580');
  await home.relock({ type: 'pin', pin: '1470' });
  home.shut();
  expect(await house.enter('', '2580')).toMatchObject({ ok: false });
  home = await enter(house, '1470');
  await home.relock({ type: 'none' });
  home.shut();
  home = await enter(house);
  const opened = await home.places.open(place.membership, false);
  assert(opened.ok, 'it opens');
  expect(opened.value.secret()?.secret).toHaveLength(32);
  expect(await opened.value.identity()).not.toBeNull();
  await opened.value.erase();
  home.shut();
});

test('five slips are free; then even the right PIN waits, and is not counted', async () => {
  onSlowPhone();
  vi.useFakeTimers({ toFake: ['Date'] });
  const house = fresh();
  await house.list();
  const home = await enter(house);
  await home.relock({ type: 'pin', pin: '2580' });
  home.shut();
  for (let i = 0; i < 5; i += 1) {
    const tried = await house.enter('', `000${i}`);
    expect(tried).toMatchObject({ ok: false, error: { type: 'WrongPin' } });
  }
  expect(await house.enter('', '2580')).toMatchObject({
    ok: false,
    error: { type: 'TooSoon' },
  });
  vi.setSystemTime(Date.now() + 30_000);
  (await enter(house, '2580')).shut();
  // The right one wipes the slate.
  expect(await house.enter('', '1')).toMatchObject({ error: { type: 'WrongPin' } });
  (await enter(house, '2580')).shut();
});

test('what began before there were locks: its secret is sealed, its keys are named', async () => {
  onSlowPhone();
  const prefix = freshName();
  const keyring = await openKeyring(`${prefix}/keyring`);
  assert(keyring.ok, 'it opens');
  const founded = await new BrowserPlaces(keyring.value, relay).found(riverside);
  assert(founded.ok, 'it is founded');
  const before = founded.value.secret();
  await founded.value.close();
  keyring.value.close();

  const house = new BrowserHousehold(relay, prefix);
  await house.list();
  const home = await enter(house);
  const locked = await home.relock({ type: 'pin', pin: '2580' });
  expect(locked).toEqual({ ok: true, value: ['Riverside'] });
  const store = await openIdbStore(founded.value.membership);
  assert(store.ok, 'its disk opens');
  expect(await store.value.notes.get('secret')).toEqual({ ok: true, value: null });
  await store.value.close();
  const opened = await home.places.open(founded.value.membership, false);
  assert(opened.ok, 'it opens');
  expect(opened.value.secret()).toEqual(before);
  await opened.value.erase();
  home.shut();
});

/** A person behind a PIN that a version of before has locked, with so many rounds. */
async function lockedBefore(rounds: number) {
  const prefix = freshName();
  const people = await openPeople(`${prefix}/people`);
  assert(people.ok, 'it opens');
  const [salt, key] = [randomBytes(32), randomBytes(32)];
  const lock: VaultLock = { type: 'pin', salt, rounds };
  const vault = await encrypt(await stretch('2580', salt, rounds), key);
  const row = { id: '', name: 'Ana', seed: null, misses: 0, nextTryAt: 0, addedAt: 1 };
  await people.value.put({ ...row, lock, vault });
  const rowNow = async () => {
    const rows = await people.value.list();
    assert(rows.ok && rows.value[0], 'Ana is there');
    return rows.value[0];
  };
  return { house: new BrowserHousehold(relay, prefix), rowNow };
}

const roundsOf = ({ lock }: { lock: VaultLock }) =>
  lock.type === 'pin' ? lock.rounds : 0;

test('a lock of before opens, and has cost what this device can bear ever since', async () => {
  const { house, rowNow } = await lockedBefore(50_000);
  const before = await rowNow();
  expect(await house.enter('', '1111')).toMatchObject({ error: { type: 'WrongPin' } });
  expect(await rowNow()).toMatchObject({ lock: before.lock, vault: before.vault });

  (await enter(house, '2580')).shut();
  const raised = await rowNow();
  expect(roundsOf(raised)).toBeGreaterThanOrEqual(600_000);
  expect(raised.lock).not.toMatchObject({
    salt: before.lock.type === 'pin' && before.lock.salt,
  });
  expect(raised).toMatchObject({ name: 'Ana', misses: 0, nextTryAt: 0 });
  (await enter(house, '2580')).shut();
  expect(await house.enter('', '1111')).toMatchObject({ error: { type: 'WrongPin' } });
});

test('a lock whose price is right stays as it is', async () => {
  const { house, rowNow } = await lockedBefore(600_000);
  // So a slow phone tells the time of these rounds.
  const clock = vi.spyOn(performance, 'now');
  clock.mockReturnValueOnce(0).mockReturnValueOnce(1_500);
  const before = await rowNow();
  (await enter(house, '2580')).shut();
  clock.mockRestore();
  expect(await rowNow()).toEqual(before);
});

test('a new lock has a price of its own', async () => {
  const prefix = freshName();
  const house = new BrowserHousehold(relay, prefix);
  await house.list();
  const home = await enter(house);
  await home.relock({ type: 'pin', pin: '258036' });
  home.shut();
  const people = await openPeople(`${prefix}/people`);
  const rows = people.ok ? await people.value.list() : people;
  assert(rows.ok && rows.value[0], 'she is there');
  expect(roundsOf(rows.value[0])).toBeGreaterThanOrEqual(600_000);
  expect(roundsOf(rows.value[0])).not.toBe(600_000 / 4);
});

test('waits double up to an hour', () => {
  expect([4, 5, 6, 7, 99].map(waitAfter)).toEqual([
    0, 30_000, 60_000, 120_000, 3_600_000,
  ]);
});

test('a door whose code did not arrive says so, and no try of the PIN is counted', async () => {
  onSlowPhone();
  const prefix = freshName();
  const before = new BrowserHousehold(relay, prefix);
  await before.list();
  const home = await enter(before);
  await home.relock({ type: 'pin', pin: '2580' });
  home.shut();

  const house = new BrowserHousehold(relay, prefix, offline);
  expect(await house.list()).toMatchObject({ ok: true, value: [{ lock: 'pin' }] });
  const missing = { ok: false, error: { type: 'PartMissing' } };
  for (let tries = 0; tries < 6; tries++)
    expect(await house.enter('', '2580')).toEqual(missing);
  const inside = await enter(new BrowserHousehold(relay, prefix), '2580');
  inside.shut();
});

test('a lock whose code did not arrive is not put on', async () => {
  const house = new BrowserHousehold(relay, freshName(), offline);
  await house.list();
  const home = await enter(house);
  expect(await home.relock({ type: 'pin', pin: '2580' })).toEqual({
    ok: false,
    error: { type: 'PartMissing' },
  });
  expect(await house.list()).toMatchObject({ ok: true, value: [{ lock: 'none' }] });
  home.shut();
});

test('two people know nothing of each other; one goes without a word to the other', async () => {
  onSlowPhone();
  const house = fresh();
  await house.list();
  const home = await enter(house);
  const place = await foundIn(home);
  await place.close();
  await home.relock({ type: 'pin', pin: '2580' });
  home.shut();
  const added = await house.add();
  assert(added.ok, 'there is room');
  const other = await house.enter(added.value.id, null);
  assert(other.ok, 'it stands open');
  expect(await other.value.places.list()).toEqual({ ok: true, value: [] });
  other.value.shut();

  const disk = toBase64Url(fromHex(place.membership.device));
  const before = (await indexedDB.databases()).filter(({ name }) =>
    name?.includes(disk),
  );
  expect(before).toHaveLength(2);
  // Behind a locked door: what cannot be opened can be taken away.
  expect(await house.remove('')).toEqual({ ok: true, value: undefined });
  const left = (await indexedDB.databases()).map(({ name }) => name ?? '');
  expect(left.filter((name) => name.includes(disk))).toEqual([]);
  expect(await house.list()).toMatchObject({
    ok: true,
    value: [{ id: added.value.id }],
  });
});
