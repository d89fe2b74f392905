import { afterEach, expect, test } from 'vitest';
import { arrive } from './arrive.ts';

afterEach(() => document.body.replaceChildren());

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** A heading that takes the focus, and a field below it. */
function screen(): { node: HTMLElement; heading: HTMLElement; field: HTMLElement } {
  const [node, heading, field] = ['div', 'h1', 'input'].map((tag) =>
    document.createElement(tag),
  ) as [HTMLElement, HTMLElement, HTMLElement];
  heading.tabIndex = -1;
  node.append(heading, field);
  document.body.append(node);
  return { node, heading, field };
}

test('the heading takes the focus with the next frame', async () => {
  const { node, heading } = screen();
  arrive(node);
  expect(document.activeElement).toBe(document.body);
  await frame();
  expect(document.activeElement).toBe(heading);
});

test('what brought somebody here keeps the focus no longer', async () => {
  const link = document.createElement('button');
  document.body.append(link);
  link.focus();
  const { node, heading } = screen();
  arrive(node);
  await frame();
  expect(document.activeElement).toBe(heading);
});

test('a field that has taken the focus meanwhile keeps it', async () => {
  const { node, field } = screen();
  arrive(node);
  field.focus();
  await frame();
  expect(document.activeElement).toBe(field);
});

test('a screen that is gone by then takes nothing', async () => {
  const { node, heading } = screen();
  arrive(node)();
  await frame();
  expect(document.activeElement).not.toBe(heading);
});
