import { expect, test } from 'vitest';
import { Village } from '../testing/village.ts';

test('a number in a name is read as a number: Ana 12 stands before Ana 100', async () => {
  const village = await Village.found('Biel');
  for (const name of ['Ana 100', 'Ana 12', 'Carme', 'Ana 9'])
    await village.admit(name, { by: 'Biel' });
  const names = village.as('Biel').people.map(({ name }) => name);
  expect(names).toEqual(['Ana 9', 'Ana 12', 'Ana 100', 'Carme']);
});
