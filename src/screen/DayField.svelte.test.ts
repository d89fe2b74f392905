import type { Day } from '@manyhands/base';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { userEvent } from 'vitest/browser';
import { isoDay } from './isoDay.ts';
import DayField from './DayField.svelte';

const dayOf = (date: string) => (Date.parse(date) / 86_400_000) as Day;
const today = dayOf('2026-11-25');

async function typing(...keys: string[]) {
  const props = { label: 'Which day?', day: today, min: today };
  const screen = await render(DayField, props);
  const field = screen.getByLabelText('Which day?');
  (field.element() as HTMLInputElement).focus();
  await userEvent.keyboard(keys.join(''));
  return field;
}

test('a day of next year is typed from its month on, though this month is over', async () => {
  const field = await typing('01', '15', '2027');
  await expect.element(field).toHaveValue('2027-01-15');
  await userEvent.tab();
  await expect.element(field).toHaveValue('2027-01-15');
});

test('a day before the first there may be is that one, once the field is left', async () => {
  const field = await typing('01', '15', '2026');
  await expect.element(field).toHaveValue('2026-01-15');
  (field.element() as HTMLInputElement).blur();
  await expect.element(field).toHaveValue(isoDay(today));
});
