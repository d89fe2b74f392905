/** A slip of an organisation, and the first hour for who came by it. */
import { assert, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AccountId } from '@manyhands/base';
import { fromHex } from '@manyhands/codec';
import { slipsOf } from '@manyhands/community';
import { openOne } from '@manyhands/community/accounts';
import { inviteKeyOf } from '@manyhands/door';
import { readInvite } from '@manyhands/ledger';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { later } from '../words/later.ts';

const say = later().organisations.slip;
let village: ScreenVillage;
let clinic: AccountId;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana');
  await village.admit('Biel', { by: 'Ana' });
  const draft = { kind: 'organisation', name: 'Clinic', words: '' } as const;
  const opened = await openOne(village.placeOf('Ana'), {
    ...draft,
    threshold: 1,
    others: [],
  });
  assert(opened.ok);
  clinic = opened.value;
});

test('who signs makes a slip that says from whom it is; who does not is shown no way', async () => {
  const theirs = await visit(village.as('Biel'), `/organisation/${clinic}/slip`);
  await expect
    .element(theirs.getByRole('heading', { level: 1 }))
    .toHaveTextContent('Clinic');
  await expect.element(theirs.getByText(say.way('Clinic'))).not.toBeInTheDocument();
  await theirs.unmount();
  const screen = await visit(village.as('Ana'), `/organisation/${clinic}`);
  await screen.getByRole('link', { name: say.way('Clinic') }).click();
  await screen.getByRole('button', { name: say.act }).click();
  const slip = screen.getByRole('region', { name: say.sheet });
  await expect.element(slip).toHaveTextContent(say.from('Clinic'));
  await expect.element(slip).toHaveTextContent(say.sees('Clinic'));
  await screen.unmount();
  const invites = await visit(village.as('Ana'), '/invite');
  await expect.element(invites.getByText(say.given('Clinic'))).toBeVisible();
});

test('who came by it is offered the first hour on the signer’s phone, until it is given', async () => {
  const made = await slipsOf(village.placeOf('Ana')).make(clinic);
  assert(made.ok);
  const read = readInvite(made.value.text);
  assert(read.ok);
  const invite = await inviteKeyOf(fromHex(read.value.seed));
  await village.admit('Didac', { by: 'Ana', invite });
  const screen = await visit(village.as('Ana'), '/home');
  await expect.element(screen.getByText(say.arrived('Didac', 'Clinic'))).toBeVisible();
  await screen.getByRole('button', { name: say.first('Clinic') }).click();
  await expect.element(screen.getByText(say.asked('Didac'))).toBeVisible();
  await expect
    .element(screen.getByText(say.arrived('Didac', 'Clinic')))
    .not.toBeInTheDocument();
  await screen.unmount();
  const theirs = await visit(village.as('Didac'), '/home');
  const gives = later().organisations.givesYou('Clinic');
  await expect.element(theirs.getByText(gives)).toBeVisible();
});
