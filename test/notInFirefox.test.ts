import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { notInFirefox, patternsOf } from './browsers/notInFirefox.ts';
import { root } from './planted.ts';

test.each(Object.keys(notInFirefox))(
  'a story that Firefox is not told is there: %s',
  (each) => {
    const [file = '', name = ''] = each.split(': ');
    const path = join(root, `test/stories/${file}.spec.ts`);
    expect(existsSync(path), path).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(name);
  },
);

test('a pattern takes its own story, and no other', () => {
  const [one, all] = patternsOf({ 'answer: Biel answers': '', house: '' });
  const titles = [
    'firefox answer.spec.ts Biel answers what Ana needs',
    'firefox answer.spec.ts Biel wants his peace',
    'firefox house.spec.ts every screen',
    'firefox keptHouse.spec.ts every screen',
  ];
  expect(titles.map((title) => one?.test(title))).toEqual([true, false, false, false]);
  expect(titles.map((title) => all?.test(title))).toEqual([false, false, true, false]);
});
