import { assert } from '@manyhands/base';
import { concat } from '@manyhands/codec';
import { createArchive } from '@manyhands/archive';
import type { EntryId } from '@manyhands/base';
import type { Replica } from '@manyhands/replica';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { entriesOf } from '@manyhands/door';
import { makeKit, myWordsIn, newWords } from '@manyhands/community/recovery';
import { openApp } from '../specimen/doorstep.ts';
import type { Doorstep } from '../specimen/doorstep.ts';
import { ScreenVillage } from '../specimen/village.ts';

const village = await ScreenVillage.found('Ana');
await village.admit('Biel', { by: 'Ana' });
await village.help('Ana', 'Biel', 90, { text: 'The kitchen tap' });
await village.help('Biel', 'Ana', 30, { open: true });
const { replica } = village.placeOf('Ana');
const parts = await createArchive(replica, { app: '0.1.0' });
assert(parts.ok, 'nobody calls it off');
const archive = concat(...parts.value);

const fileOf = (bytes: Uint8Array): File =>
  new File([bytes as Uint8Array<ArrayBuffer>], 'riverside.zip');

let app: Doorstep;
beforeEach(async () => {
  await page.viewport(360, 760);
  app = await openApp('#/archive');
  // The screen comes when it is asked for.
  await reads('Choose the file');
});

const choose = (bytes: Uint8Array, { screen } = app): Promise<void> =>
  screen.getByLabelText('Choose the file').upload(fileOf(bytes));
const press = (name: string, { screen } = app): Promise<void> =>
  screen.getByRole('button', { name, exact: true }).click();
const reads = (text: string | RegExp, { screen } = app) =>
  expect.element(screen.getByText(text).first()).toBeVisible();

test('chosen, checked, shown, kept: and it can be read at once', async () => {
  await choose(archive);
  await reads('Checked: nothing is missing.');
  await reads('2 members');
  await reads('1 exchange · 1 h 30 of help');
  await press('Keep it on this device');

  await reads('You are reading');
  const { community } = app.phone;
  assert(community, 'it is open');
  expect(community.place.replica.ledger.stateHash()).toBe(replica.ledger.stateHash());
  expect(community.isLetIn).toBe(false);
  expect(app.phone.memberships).toHaveLength(1);
  await app.screen.getByRole('link', { name: 'Everybody’s hours' }).click();
  await reads('Ana helped Biel');
  app.router.go({ name: 'people', place: community.address });
  await reads(/^2 /);
  app.router.go({ name: 'us', place: community.address });
  await reads('1 exchange · 1 h 30 of help');
});

test('everybody’s hours are those that the community counts', async () => {
  const other = await ScreenVillage.found('Ana');
  await other.admit('Biel', { by: 'Ana' });
  await other.help('Ana', 'Biel', 90);
  await other.help('Ana', 'Biel', 15);
  const mistake = other.as('Ana').hours.find(({ transfer }) => transfer.minutes === 15);
  assert(mistake, 'it is there');
  await other.as('Ana').putRight(mistake);
  const [undo] = other.as('Biel').waiting;
  assert(undo, 'Biel is asked');
  await other.as('Biel').sayYes(undo);
  const made = await createArchive(other.placeOf('Ana').replica, { app: '0.1.0' });
  assert(made.ok, 'nobody calls it off');

  await choose(concat(...made.value));
  await press('Keep it on this device');
  await reads('You are reading');
  await app.screen.getByRole('link', { name: 'Everybody’s hours' }).click();
  await reads('1 entry');
  const rows = app.screen.getByText('Ana helped Biel');
  expect(rows.elements()).toHaveLength(1);
});

test('a second time changes nothing, and says beforehand that it is here', async () => {
  await choose(archive);
  await press('Keep it on this device');
  await reads('You are reading');
  const before = app.phone.community?.place.replica.digest();
  app.router.go({ name: 'archive' });
  await choose(archive);
  await reads('This community is on this device already.');
  await press('Add what is missing');

  await reads('You are reading');
  expect(app.phone.memberships).toHaveLength(1);
  expect(app.phone.community?.place.replica.digest()).toBe(before);
});

test('it is there after the phone was off, and still only reads', async () => {
  await choose(archive);
  await press('Keep it on this device');
  await reads('You are reading');
  const { community } = app.phone;
  assert(community, 'it is open');
  await community.place.close();
  await app.screen.unmount();
  const again = await openApp(`#/p/${community.address}/home`, app.keyring);
  await reads('You are reading', again);
  const { ledger } = again.phone.community?.place.replica ?? {};
  expect(ledger?.stateHash()).toBe(replica.ledger.stateHash());
});

test('with an invite in hand the reader waits to be let in, as the same person', async () => {
  await choose(archive);
  await press('Keep it on this device');
  await reads('You are reading');
  const invitation = await village.as('Ana').entrance.makeInvite('Carme');
  assert(invitation.ok, 'Ana may invite');
  const device = app.phone.community?.membership.device;
  app.router.go({ name: 'join', text: invitation.value.text });
  await reads('Riverside is on this device already.');
  await press('Open it');
  await reads('Almost there');
  expect(app.phone.community?.membership.device).toBe(device);
});

describe('what is not an archive, or not as it was, is said', () => {
  test('a changed byte is named by its file, and nothing is kept', async () => {
    const changed = archive.slice();
    const at = new TextDecoder('latin1').decode(archive).indexOf('mhpage') + 200;
    changed[at] = (changed[at] ?? 0) ^ 1;
    await choose(changed);
    await reads('“entries/0001.mhpage” has been changed.');
    expect(app.phone.memberships).toEqual([]);
    await choose(archive);
    await reads('Checked: nothing is missing.');
  });

  test.each([
    ['a letter', new TextEncoder().encode('Dear neighbours'), 'cannot be read as'],
    ['half of it', archive.slice(0, archive.length >> 1), 'or a part of it is missing'],
    ['nothing', new Uint8Array(), 'cannot be read as'],
  ])('%s', async (_, bytes, sentence) => {
    await choose(bytes);
    await expect.element(app.screen.getByRole('alert')).toHaveTextContent(sentence);
  });
});

test('it can be dropped as well', async () => {
  const target = app.screen.getByText('Choose the file').element().closest('label');
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(fileOf(archive));
  target?.dispatchEvent(new DragEvent('dragover', { bubbles: true, dataTransfer }));
  await reads('Let go to open it');
  target?.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer }));
  await reads('Checked: nothing is missing.');
});

test('[ledger/L12] with the words of a page its reader is a member again, and nothing else changes', async () => {
  const words = await newWords();
  const made = await makeKit(village.placeOf('Ana'), words);
  assert(made.ok, 'Ana has a page');
  const { replica: hers } = village.placeOf('Ana');
  const parts = await createArchive(hers, { app: '0.1.0' });
  assert(parts.ok, 'nobody calls it off');
  await choose(concat(...parts.value));
  await press('Keep it on this device');
  await reads('You are reading');
  const reader = app.phone.community?.place;
  assert(reader, 'it is open');
  expect(reader.replica.ledger.stateHash()).toBe(hers.ledger.stateHash());

  const field = app.screen.getByLabelText('The twelve words, in order');
  await press('I was here before');
  await field.fill((await newWords()).join(' '));
  await press('Find me');
  await reads(/Nobody in this archive has these words/);
  await field.fill(words.join(' '));
  await press('Find me');
  await reads('Is this you?');
  await press('Yes, that is me');
  const mine = app.screen.getByRole('region', { name: 'Your hours' });
  await expect.element(mine).toHaveTextContent('1 h 30');

  const { community } = app.phone;
  assert(community, 'she is in');
  const { replica, membership } = community.place;
  expect(membership.member).toBe(village.memberOf('Ana'));
  expect(community.balance).toBe(90);
  expect(app.phone.memberships).toHaveLength(1);
  // All of it is there, and of what is new there is the enrolment alone.
  const old = new Set(idsIn(hers));
  const added = idsIn(replica).filter((id) => !old.has(id));
  expect(added.map((id) => replica.entry(id)?.content.type)).toEqual(['device.enrol']);
  expect(idsIn(replica)).toHaveLength(old.size + 1);
  expect(await myWordsIn(community.place, words.join(' '))).toEqual(words);
});

/** Every entry in its chain. */
const idsIn = (replica: Replica): EntryId[] => entriesOf(replica).map(({ id }) => id);
