/** Texts that stand in a component itself and not in the words of a language. */
import { parse } from 'svelte/compiler';

/** Attributes that are read out or shown. */
const said = new Set([
  'alt',
  'aria-label',
  'aria-description',
  'label',
  'placeholder',
  'title',
]);

interface Node {
  readonly type?: string;
  readonly name?: string;
  readonly data?: string;
  readonly value?: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null;

export function textsOutsideOfWords(component: string): string[] {
  const texts: string[] = [];
  look(parse(component, { modern: true }).fragment);
  return texts;

  function look(node: unknown): void {
    if (Array.isArray(node)) return node.forEach(look);
    if (!isNode(node)) return;
    if (node.type === 'StyleDirective') return;
    if (node.type === 'Attribute' && !said.has(node.name ?? '')) {
      // A snippet or a function in an attribute may say something all the same.
      if (node.value !== true) lookPast(node.value);
      return;
    }
    if (node.type === 'Text') take(node.data ?? '');
    Object.values(node).forEach(look);
  }

  function lookPast(value: unknown): void {
    for (const part of [value].flat()) {
      if (isNode(part) && part.type !== 'Text') look(part);
    }
  }

  function take(text: string): void {
    if (/\p{L}{2,}/u.test(text)) texts.push(text.trim());
  }
}
