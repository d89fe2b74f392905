import { expect, test } from 'vitest';
import TakeAlong from '../keeping/TakeAlong.svelte';
import { draw } from '../specimen/draw.ts';
import { seenSmallVillage } from '../specimen/stories.ts';

test('what belongs to a community is not drawn outside of one', async () => {
  await expect(draw(TakeAlong, {})).rejects.toThrow(
    'Bug: no community is provided to this component',
  );
  const { container } = await draw(
    TakeAlong,
    {},
    { community: (await seenSmallVillage()).as('Ana') },
  );
  expect(container.innerText).toContain('Download');
});
