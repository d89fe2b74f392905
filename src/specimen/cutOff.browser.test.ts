import { afterEach, expect, test } from 'vitest';
import { cutOff } from './cutOff.ts';

afterEach(() => document.body.replaceChildren());

const draw = (html: string): void => {
  document.body.insertAdjacentHTML('beforeend', html);
};

const tenLines = Array.from({ length: 10 }, (_, i) => `line ${i}`).join('<br>');
const scrolled = `<div style="block-size: 40px; overflow: auto">${tenLines}</div>`;

test('what is scrolled out of sight lies on nothing', () => {
  draw(`${scrolled}<p style="margin: 0">behind it</p>`);
  expect(cutOff()).toEqual([]);
});

test('what is in sight there can lie on something', () => {
  draw(`${scrolled}<p style="margin: -30px 0 0">on it</p>`);
  expect(cutOff().join()).toContain('lies on “on it”');
});

test('words lie on words', () => {
  draw('<p style="margin: 0">one</p><p style="margin: -15px 0 0">two</p>');
  expect(cutOff()).toEqual(['“one” lies on “two” in p']);
});
