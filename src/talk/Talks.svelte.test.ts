import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import {
  letStrangersWrite,
  mayStrangersWrite,
  wordsOf,
} from '@manyhands/community/talk';
import { seenSmallVillage } from '../specimen/stories.ts';
import { sayInVillage } from '../specimen/talking.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 780);
  village = await seenSmallVillage();
});

const with_ = (who: string) => `/talk/${village.memberOf(who)}`;
const shareAnHour = () => village.help('Ana', 'Biel', 60, { daysAgo: 2 });

describe('who shares nothing', () => {
  test('says a few words, and then waits', async () => {
    const screen = await visit(village.as('Ana'), with_('Carme'));
    await expect
      .element(
        screen.getByText('You two share nothing yet: 3 messages until Carme answers.'),
      )
      .toBeVisible();
    for (const text of ['one', 'two', 'three']) {
      await screen.getByLabelText('Write to Carme').fill(text);
      await screen.getByRole('button', { name: 'Send' }).click();
      await expect.element(screen.getByText(text, { exact: true })).toBeVisible();
    }
    await expect
      .element(screen.getByText('You can write more once Carme has answered.'))
      .toBeVisible();
    await expect
      .element(screen.getByLabelText('Write to Carme'))
      .not.toBeInTheDocument();
    await sayInVillage(village, 'Carme', 'Ana', 'Hello!');
    await expect.element(screen.getByLabelText('Write to Carme')).toBeVisible();
  });

  test('is told plainly of a closed door, and what opens it', async () => {
    await letStrangersWrite(village.placeOf('Carme'), false);
    const screen = await visit(village.as('Ana'), with_('Carme'));
    await expect
      .element(
        screen.getByText(
          'Carme gets messages only from people with shared hours, plans or things.',
        ),
      )
      .toBeVisible();
    await expect
      .element(screen.getByLabelText('Write to Carme'))
      .not.toBeInTheDocument();
    await screen.getByRole('link', { name: 'See Carme’s page' }).last().click();
    await expect
      .element(screen.getByRole('heading', { name: 'Carme', level: 1 }))
      .toBeVisible();
  });

  test('may be kept out with one switch in Settings', async () => {
    const screen = await visit(village.as('Ana'), '/data');
    const door = screen.getByRole('switch', {
      name: /People I share nothing with may write to me/,
    });
    await expect.element(door).toBeChecked();
    await door.click();
    await expect.element(door).not.toBeChecked();
    await expect.poll(() => mayStrangersWrite(village.placeOf('Ana'))).toBe(false);
  });
});

describe('all conversations', () => {
  test('stand in one list, the latest first, with what is new', async () => {
    await shareAnHour();
    await sayInVillage(village, 'Carme', 'Ana', 'Hello, I am new here');
    await sayInVillage(village, 'Biel', 'Ana', 'See you on Tuesday');
    const screen = await visit(village.as('Ana'), '/people');
    await screen.getByRole('link', { name: 'Talk' }).click();
    await expect
      .element(screen.getByRole('heading', { name: 'Talk', level: 1 }))
      .toBeVisible();
    const rows = screen.getByRole('main').getByRole('link', { name: /1 new/ });
    await expect.element(rows.nth(1)).toBeVisible();
    expect(rows.elements().map((row) => row.textContent)).toEqual([
      expect.stringContaining('See you on Tuesday'),
      expect.stringContaining('Hello, I am new here'),
    ]);
    await rows.nth(0).click();
    await expect.element(screen.getByText('See you on Tuesday').first()).toBeVisible();
    await expect
      .poll(async () => {
        const words = await wordsOf(village.placeOf('Ana')).readWith(
          village.memberOf('Biel'),
        );
        return words.some(({ isNew }) => isNew);
      })
      .toBe(false);
    await screen.getByRole('link', { name: 'Back' }).click();
    await expect
      .element(screen.getByRole('link', { name: /1 new/ }))
      .toHaveTextContent('Carme');
  });

  test('of many words a row says the beginning, and never half a letter', async () => {
    const family = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}';
    await sayInVillage(
      village,
      'Biel',
      'Ana',
      `Bring ${'lettuce '.repeat(9)}${family}s`,
    );
    const screen = await visit(village.as('Ana'), '/talks');
    const row = screen.getByRole('link', { name: /Bring lettuce/ });
    await expect.element(row).toHaveTextContent(/lettuce…/);
    expect(row.element().textContent).not.toContain('\u{1f468}');
  });

  test('of nobody lead to people', async () => {
    const screen = await visit(village.as('Ana'), '/talks');
    await expect
      .element(screen.getByRole('link', { name: 'Go to People' }))
      .toBeVisible();
  });

  test('what is new stands at home, and is one tap from its answer', async () => {
    await sayInVillage(village, 'Carme', 'Ana', 'Hello, I am new here');
    const screen = await visit(village.as('Ana'));
    await screen.getByRole('link', { name: /Carme.*Hello, I am new here/ }).click();
    await expect
      .element(screen.getByRole('heading', { name: 'Carme', level: 1 }))
      .toBeVisible();
    await expect.element(screen.getByLabelText('Write to Carme')).toBeVisible();
  });
});
