import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { keepFocus } from './keepFocus.ts';

let stop: () => void;

beforeEach(() => {
  document.body.innerHTML = `
    <div id="app">
      <nav><a href="#home">Home</a></nav>
      <main>
        <h1 tabindex="-1">The board</h1>
        <article><h2>Roses pruned</h2><button>Yes</button></article>
        <article><button>No heading here</button></article>
        <p>Nothing to press</p>
      </main>
    </div>`;
  stop = keepFocus(find('#app'));
});

afterEach(() => stop());

function find(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}
const here = () => document.activeElement?.textContent.trim().split('\n')[0];
/** Long enough for what comes after an event. */
const aMoment = () => new Promise((done) => setTimeout(done, 20));

test('when a pressed button goes, the heading of its card has the focus', async () => {
  const button = find('article button');
  button.focus();
  button.remove();
  await vi.waitFor(() => expect(here()).toBe('Roses pruned'));
  // Tab goes on from there, and never comes to the heading by itself.
  await userEvent.keyboard('{Tab}');
  expect(here()).toBe('No heading here');
});

test('when the whole card goes, or it has no heading, that of the screen has it', async () => {
  find('article button').focus();
  find('article').remove();
  await vi.waitFor(() => expect(here()).toBe('The board'));
  find('article button').focus();
  find('article button').remove();
  await vi.waitFor(() => expect(here()).toBe('The board'));
});

test('when a whole screen goes, the next one has it as soon as there is one', async () => {
  find('article button').focus();
  const main = find('main');
  main.replaceChildren();
  await aMoment();
  expect(document.activeElement).toBe(document.body);
  main.innerHTML = '<h1>People</h1>';
  await vi.waitFor(() => expect(here()).toBe('People'));
});

test('a button that is off while it works has the focus back when it is on', async () => {
  const button = find('article button') as HTMLButtonElement;
  button.focus();
  button.disabled = true;
  // A browser may take the focus away only when it draws the next time.
  await vi.waitFor(() => expect(document.activeElement).toBe(document.body));
  button.disabled = false;
  await vi.waitFor(() => expect(document.activeElement).toBe(button));
});

test('whoever turns to nothing, or to something else, is left alone', async () => {
  const button = find('article button');
  button.focus();
  button.blur();
  await aMoment();
  button.remove();
  await aMoment();
  expect(document.activeElement).toBe(document.body);

  const other = find('article button');
  const link = find('nav a');
  other.focus();
  link.focus();
  other.remove();
  await aMoment();
  expect(document.activeElement).toBe(link);
});
