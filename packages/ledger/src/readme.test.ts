import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Minutes } from '@manyhands/base';
import { createLedger, encodeBody, proposeTransfer } from './index.ts';
import { at, day as dayOf, member, proven, LedgerVillage } from './testing/village.ts';

/** The lines between the two marks of this file, as the README shows them. */
function exampleIn(source: string): string {
  const [, example = ''] = source.split(/^ *\/\/ README (?:begins|ends)\n/m);
  return example.replaceAll(/^ {2}/gm, '').trim();
}

test('the example of the README runs', () => {
  const village = new LedgerVillage().settle('biel');
  const { community } = village;
  const entries = village.entries.map(proven);
  const [ana, biel] = [member('ana'), member('biel')];
  const [day, now] = [dayOf(20_000), at(0)];
  const bodies: Uint8Array[] = [];
  const append = (body: Uint8Array): number => bodies.push(body);

  // README begins
  const ledger = createLedger(community);
  ledger.add(entries); // any order, any number of times
  ledger.balanceOf(ana); // minutes to ask for; below zero, to give back
  ledger.waitingFor(ana); // what Ana may say yes to

  const hour = proposeTransfer(ledger, {
    by: ana,
    gave: true,
    lines: [{ party: biel, minutes: 90 as Minutes }],
    day,
    today: day,
  });
  if (hour.ok) append(encodeBody('ledger', now, hour.value));
  // README ends

  expect(bodies).toHaveLength(1);
  const shown = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, block] = /```ts\n([\s\S]*?)```/.exec(shown) ?? [];
  const source = readFileSync(new URL(import.meta.url), 'utf8');
  expect(block?.trim()).toBe(exampleIn(source));
});
