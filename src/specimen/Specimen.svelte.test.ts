import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import '../face/base.css';
import { languages, speak } from '../words/words.ts';
import type { Language } from '../words/words.ts';
import { cutOff } from './cutOff.ts';
import Specimen from './Specimen.svelte';

const root = document.documentElement;
const codes = Object.keys(languages) as Language[];

afterEach(async () => {
  root.style.fontSize = '';
  await speak('en', root);
});

/** Every component of src/ui, with what it is made of. */
const components = Object.keys(import.meta.glob('../ui/*.svelte'));
const drawn = import.meta.glob('./*Specimen.svelte', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** Drawn by others only: they have no states of their own. */
const within = ['HoursBoard', 'Months'];

test('every component is on the page of all components', () => {
  const sources = Object.values(drawn).join('\n');
  const missing = components
    .map((path) => path.replace(/^.*\/|\.svelte$/g, ''))
    .filter((name) => !within.includes(name) && !sources.includes(`/${name}.svelte'`));

  expect(components.length).toBeGreaterThan(30);
  expect(missing).toEqual([]);
});

test.each(codes)('every state of every component holds in %s', async (language) => {
  await speak(language, root);
  await page.viewport(320, 800);
  await render(Specimen);
  await document.fonts.ready;
  const narrow = cutOff();
  await page.viewport(360, 800);
  root.style.fontSize = '200%';
  await document.fonts.ready;

  expect({ narrow, large: cutOff() }).toEqual({ narrow: [], large: [] });
});
