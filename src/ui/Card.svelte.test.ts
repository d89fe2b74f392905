import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import NowThen from '../decisions/NowThen.svelte';
import '../face/base.css';
import { speak } from '../words/words.ts';
import Card from './Card.svelte';

const root = document.documentElement;
afterEach(() => speak('en', root));

const directionOf = (text: string) =>
  getComputedStyle(page.getByText(text).element()).direction;

test('a title of ours is read as the language is, though it begins with a name', async () => {
  await speak('ar', root);
  await render(Card, { title: 'Ana: طلب', href: '#/ana' });
  expect(directionOf('Ana: طلب')).toBe('rtl');
});

test('a title that somebody wrote has its own direction', async () => {
  await speak('ar', root);
  await render(Card, { title: 'Two seats to town', href: '#/seats', written: true });
  expect(directionOf('Two seats to town')).toBe('ltr');
});

test('how it is and would be is read as the language is; what somebody wrote, as they did', async () => {
  await speak('ar', root);
  const ours = { label: 'الآن', text: 'Ana: اتفاق' };
  const theirs = { label: 'بعد ذلك', text: 'We greet whoever is new.' };
  const { rerender } = await render(NowThen, { before: ours, after: theirs });
  expect(directionOf(ours.text)).toBe('rtl');
  await rerender({ written: true });
  expect(directionOf(theirs.text)).toBe('ltr');
});
