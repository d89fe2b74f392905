import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { showMyself } from '@manyhands/community/people';
import { bigVillage, richVillage } from '../specimen/stories.ts';
import { ScreenVillage, villageDay } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

/** Boxes whose text is wider than they are. Pictures may lean over their edge. */
const overfull = (root: Element): string[] =>
  [...root.querySelectorAll<HTMLElement>('main *, aside *')]
    .filter((each) => !each.closest('figure'))
    .filter((each) => each instanceof HTMLElement && each.clientWidth > 1)
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ className, textContent }) => `${className}: ${textContent}`);

beforeEach(async () => {
  await page.viewport(360, 760);
});

describe('in a village of all sorts of names', () => {
  // Nothing is written in it here: one is enough for all.
  let village: ScreenVillage;
  beforeAll(async () => {
    village = await richVillage();
  });

  test.each(['/home', '/hours', '/people', '/us', '/record', '/add', '/me'])(
    'nothing runs over the edge of %s at 320 pixels',
    async (path) => {
      await page.viewport(320, 700);
      const screen = await visit(village.as('Ana'), path);
      await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      expect(overfull(screen.container)).toEqual([]);
    },
  );

  test('two of one name are told apart by what binds us', async () => {
    const screen = await visit(village.as('Ana'), '/people');
    const both = screen.getByRole('link', { name: /^Carme \d+ exchanges/ });
    await expect.poll(() => both.elements()).toHaveLength(2);
    const [one, other] = both.elements();
    expect(one?.textContent).not.toBe(other?.textContent);
    const marks = both.elements().map((each) => each.querySelector('svg')?.innerHTML);
    expect(new Set(marks).size).toBe(2);
  });

  test('a name that is read from the right leaves the digits where they are', async () => {
    const path = `/record/with/${village.memberOf('بيل')}`;
    const screen = await visit(village.as('Ana'), path);
    const sentence = screen.getByText(/^You helped .بيل., 1\sh, today/);
    await expect.element(sentence).toBeVisible();
    const text = sentence.element().firstChild;
    const at = (part: string) => {
      const range = document.createRange();
      const start = text?.textContent?.indexOf(part) ?? -1;
      if (text) range.setStart(text, start);
      if (text) range.setEnd(text, start + part.length);
      return range.getBoundingClientRect().left;
    };
    expect(at('1')).toBeGreaterThan(at('بيل'));
  });

  test('nobody’s balance is shown to anybody else', async () => {
    const screen = await visit(
      village.as('Ana'),
      `/person/${village.memberOf('Health centre')}`,
    );
    await expect
      .element(screen.getByText('You two have no hours together yet.'))
      .toBeVisible();
    expect(screen.container.textContent).not.toMatch(/can ask for|give back/);
  });

  test('a person’s page leads to recording help with them', async () => {
    const screen = await visit(
      village.as('Ana'),
      `/person/${village.memberOf('Biel')}`,
    );
    await expect.element(screen.getByText(/Invited by Ana/)).toBeVisible();
    await screen.getByRole('link', { name: 'Record help with Biel' }).click();
    await expect
      .element(screen.getByRole('button', { name: 'Ask Biel' }))
      .toBeVisible();
  });

  test('hours are filtered by person and by who helped', async () => {
    const screen = await visit(village.as('Ana'), '/hours');
    await screen.getByLabelText('With').selectOptions(village.memberOf('Biel'));
    await screen.getByText('I was helped').click();
    const rows = screen.getByRole('link', { name: / helped / });
    const names = () => rows.elements().map((row) => row.textContent);
    await expect
      .poll(() => names().every((name) => name.includes('Biel helped you')))
      .toBe(true);
    expect(names().length).toBeGreaterThan(1);
  });
});

describe('in a village of hundreds', () => {
  let village: ScreenVillage;
  beforeEach(async () => {
    village = await bigVillage(250);
  }, 180_000);

  test('anybody is found and recorded with, among people and in the picker', async () => {
    const screen = await visit(village.as('Ana'), '/people');
    await expect.element(screen.getByText('250 members')).toBeVisible();
    await screen.getByLabelText('Find someone').fill('didac 24');
    await screen.getByRole('link', { name: 'Didac 243' }).click();
    await screen.getByRole('link', { name: 'Record help with Didac 243' }).click();
    await screen.getByRole('button', { name: /Somebody else/ }).click();
    await screen.getByRole('combobox').fill('carme 24');
    await screen.getByRole('option', { name: 'Carme 246' }).click();
    await screen.getByRole('button', { name: 'Ask Carme 246' }).click();
    await expect
      .element(screen.getByRole('heading', { name: 'Carme 246 has been asked' }))
      .toBeVisible();
  }, 180_000);

  test('a long list is drawn as far as somebody looks', async () => {
    const screen = await visit(village.as('Ana'), '/people');
    const rows = () =>
      screen.container.querySelectorAll('li a[href*="/person/"]').length;
    const more = screen.getByRole('button', { name: /^Show \d+ more/ });
    await expect.element(more).toBeInTheDocument();
    expect(rows()).toBe(48);
    expect(screen.container.querySelectorAll('*').length).toBeLessThan(1_500);
    more.element().scrollIntoView();
    await expect.poll(rows).toBeGreaterThan(48);
    await expect
      .poll(() => {
        for (const each of more.elements()) each.scrollIntoView();
        return rows();
      })
      .toBe(249);
    await screen.getByLabelText('Find someone').fill('didac');
    await expect.poll(rows).toBe(48);
    // Whoever presses goes on with the first that came.
    (more.element() as HTMLElement).click();
    await expect.poll(() => document.activeElement?.textContent).toMatch(/Didac 1\d\d/);
  }, 180_000);
});

test('two of one name are told apart: by their area, and since when they are here', async () => {
  const village = await ScreenVillage.found('Ana', { ago: 400 });
  await village.admit('Carme', { by: 'Ana' });
  village.goTo(villageDay - 100);
  await village.admit('Carme (2)', { by: 'Ana' });
  await village.admit('Didac', { by: 'Ana' });
  village.goTo(villageDay);
  await showMyself(village.placeOf('Carme'), { area: 'Mill Lane' });
  const screen = await visit(village.as('Ana'), '/people');
  const rows = screen.getByRole('link', { name: /^Carme/ });
  await expect.element(rows.nth(0)).toBeVisible();
  const texts = rows.elements().map(({ textContent }) => textContent.trim());
  expect(texts.toSorted().map((text) => text.replace(/^Carme\s*/, ''))).toEqual([
    'Here since February 2026',
    'Mill Lane · Here since April 2025',
  ]);
  await expect
    .element(screen.getByRole('link', { name: /^Didac/ }))
    .not.toHaveTextContent('Here since');
});
