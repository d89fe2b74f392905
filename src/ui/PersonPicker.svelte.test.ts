import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PersonPicker from './PersonPicker.svelte';

const names = ['Ana', 'Biel', 'Carme', 'Didac'];
const people = Array.from({ length: 1000 }, (_, index) => ({
  id: index.toString(16).padStart(64, '0'),
  name: index < 4 ? (names[index] ?? '') : `${names[index % 4] ?? ''} ${index}`,
  seed: new Uint8Array(32).fill(index % 256),
}));
const idOf = (index: number) => people[index]?.id ?? '';

test('somebody of late is one tap away', async () => {
  const onpick = vi.fn();
  const recent = [idOf(1), idOf(2)];
  const screen = await render(PersonPicker, {
    legend: 'Who with?',
    people,
    recent,
    value: null,
    onpick,
  });

  await screen.getByText('Carme').click();

  expect(onpick).toHaveBeenCalledExactlyOnceWith(idOf(2));
  await expect.element(screen.getByRole('radio', { name: 'Carme' })).toBeChecked();
});

test('anybody among a thousand is found by keyboard alone', async () => {
  const onpick = vi.fn();
  const screen = await render(PersonPicker, {
    legend: 'Who with?',
    people,
    recent: [idOf(1)],
    value: null,
    onpick,
  });

  await screen.getByRole('button', { name: /Somebody else/ }).click();
  const search = screen.getByRole('combobox');
  await expect.element(search).toHaveFocus();
  expect(screen.getByRole('option').elements()).toHaveLength(12);
  await userEvent.keyboard('didac 99{ArrowDown}{Enter}');

  expect(onpick).toHaveBeenCalledExactlyOnceWith(idOf(991));
  const picked = screen.getByRole('radio', { name: 'Didac 991' });
  await expect.element(picked).toBeChecked();
  await expect.element(picked).toHaveFocus();
});

test('of those to add, the arrow keys add nobody, and each is a Tab and a tap away', async () => {
  const onpick = vi.fn();
  const few = people.slice(0, 4);
  await render(PersonPicker, {
    legend: 'Add somebody',
    people: few,
    value: null,
    adds: true,
    onpick,
  });

  await userEvent.keyboard('{Tab}{ArrowDown}{ArrowRight}{Tab}{Tab} ');

  expect(onpick).toHaveBeenCalledExactlyOnceWith(idOf(2));
});

test('Escape ends the search, and gives the focus back to where it began', async () => {
  const screen = await render(PersonPicker, {
    legend: 'Who with?',
    people,
    recent: [idOf(1)],
    value: null,
  });
  const more = screen.getByRole('button', { name: /Somebody else/ });

  await more.click();
  await userEvent.keyboard('didac{Escape}');

  await expect.element(more).toHaveFocus();
});

test('a name nobody has is said, and picks nobody', async () => {
  const onpick = vi.fn();
  const screen = await render(PersonPicker, {
    legend: 'Who with?',
    people,
    value: null,
    onpick,
  });

  await screen.getByRole('combobox').fill('Zoltan');
  await expect.element(screen.getByRole('status')).toHaveTextContent('Nobody here');
  await userEvent.keyboard('{Enter}');

  expect(onpick).not.toHaveBeenCalled();
});

test('how many more there are is said before and in the search, and a tap shows them', async () => {
  const onpick = vi.fn();
  const recent = [idOf(1), idOf(2)];
  const screen = await render(PersonPicker, {
    legend: 'Who with?',
    people,
    recent,
    value: null,
    onpick,
  });

  await screen.getByRole('button', { name: 'Somebody else… (998 more)' }).click();
  await expect.element(screen.getByRole('status')).toHaveTextContent('988 more.');
  await screen.getByRole('button', { name: 'Show 12 more' }).click();
  expect(screen.getByRole('option').elements()).toHaveLength(24);
  await expect.element(screen.getByRole('status')).toHaveTextContent('976 more.');
  await screen.getByRole('option', { name: 'Didac 23', exact: true }).click();
  expect(onpick).toHaveBeenCalledExactlyOnceWith(idOf(23));

  // Who searches anew begins with a dozen, and nothing is promised that is not there.
  await screen.getByRole('button', { name: /Somebody else/ }).click();
  expect(screen.getByRole('option').elements()).toHaveLength(12);
  await screen.getByRole('combobox').fill('Didac 99');
  expect(screen.getByRole('option').elements()).toHaveLength(4);
  await expect
    .element(screen.getByRole('button', { name: /^Show/ }))
    .not.toBeInTheDocument();
});
