import { newWords } from '@manyhands/community/recovery';
import { expect, test } from 'vitest';
import { openApp } from '../specimen/doorstep.ts';

test('an invitation that is missing is asked for; only another text is called a wrong one', async () => {
  const { screen } = await openApp('#/back');
  const find = screen.getByRole('button', { name: 'Find me' });
  await screen.getByLabelText('The twelve words, in order').fill(await twelve());
  await find.click();

  await expect
    .element(screen.getByText('Please paste an invitation first'))
    .toBeVisible();

  await screen.getByLabelText('An invitation to your community').fill('my page');
  await find.click();

  await expect
    .element(screen.getByText('This does not look like an invitation.'))
    .toBeVisible();
});

const twelve = async () => (await newWords()).join(' ');
