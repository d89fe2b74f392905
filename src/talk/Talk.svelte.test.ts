import { tick } from 'svelte';
import { assert, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Minutes } from '@manyhands/base';
import { wordLimit } from '@manyhands/ledger';
import { peaceOf } from '@manyhands/community/safety';
import { suggest, wordsOf } from '@manyhands/community/talk';
import { recordHelp } from '@manyhands/community/hours';
import { postFor } from '../../packages/community/src/testing/posting.ts';
import { sayInVillage } from '../specimen/talking.ts';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 780);
  village = await seenSmallVillage();
});

const with_ = (who: string) => `/talk/${village.memberOf(who)}`;
/** The two share an hour, so that each may write as they like. */
const shareAnHour = () => village.help('Ana', 'Biel', 60, { daysAgo: 2 });

async function heard(by: string, from: string): Promise<string[]> {
  const words = await wordsOf(village.placeOf(by)).readWith(village.memberOf(from));
  return words.map(({ word }) => word.text);
}

describe('a conversation', () => {
  test('begins with hello, and what is said is there for both', async () => {
    await shareAnHour();
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await screen.getByLabelText('Write to Biel').fill('Hello!\nSee you on Tuesday');
    await screen.getByRole('button', { name: 'Send' }).click();
    await expect.element(screen.getByText('See you on Tuesday')).toBeVisible();
    await expect.element(screen.getByLabelText('Write to Biel')).toHaveValue('');
    await expect.element(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    expect(await heard('Biel', 'Ana')).toEqual(['Hello!\nSee you on Tuesday']);
  });

  test('of nothing said yet asks for a hello, and says who reads it', async () => {
    const screen = await visit(village.as('Ana'), with_('Carme'));
    await expect
      .element(screen.getByRole('heading', { name: 'Say hello to Carme' }))
      .toBeVisible();
    await expect
      .element(screen.getByText('Only the two of you can read what you write here.'))
      .toBeVisible();
  });

  test('hello takes one tap, and is offered to nobody who has begun to write', async () => {
    const screen = await visit(village.as('Ana'), with_('Carme'));
    const hello = screen.getByRole('button', { name: 'Say “Hello, Carme!”' });
    await expect.element(hello).toBeVisible();
    await screen.getByLabelText('Write to Carme').fill('Dear');
    await expect.element(hello).not.toBeInTheDocument();
    await screen.getByLabelText('Write to Carme').fill('');
    await hello.click();
    await expect.element(screen.getByText('Hello, Carme!')).toBeVisible();
    expect(await heard('Carme', 'Ana')).toEqual(['Hello, Carme!']);
  });

  test('by keyboard alone: Enter says it, Shift and Enter begin a line', async () => {
    await shareAnHour();
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await expect.element(screen.getByLabelText('Write to Biel')).toHaveFocus();
    await userEvent.keyboard('One{Shift>}{Enter}{/Shift}two{Enter}');
    await expect.element(screen.getByText(/One\s+two/)).toBeVisible();
    expect(await heard('Biel', 'Ana')).toEqual(['One\ntwo']);
    await expect.element(screen.getByLabelText('Write to Biel')).toHaveFocus();
  });

  test('says how far a word has come, as far as it is known', async () => {
    await shareAnHour();
    await sayInVillage(village, 'Ana', 'Biel', 'one');
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await expect.element(screen.getByText('Written')).toBeVisible();
    village.placeOf('Ana').hear({ acks: village.acksOf(['Carme', 'Didac']) });
    await expect.element(screen.getByText('Kept by 2')).toBeVisible();
    village.placeOf('Ana').hear({ acks: village.acksOf(['Biel', 'Carme']) });
    await expect.element(screen.getByText('Biel has it')).toBeVisible();
    await sayInVillage(village, 'Biel', 'Ana', 'two');
    await expect.element(screen.getByText('Read', { exact: true })).toBeVisible();
  });

  test('what comes in is read out and marked read; nobody is pulled away', async () => {
    await shareAnHour();
    for (let i = 0; i < 40; i += 1)
      await sayInVillage(village, 'Ana', 'Biel', `word ${i}`);
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await expect.element(screen.getByText('word 39')).toBeInViewport();
    await sayInVillage(village, 'Biel', 'Ana', 'an answer');
    const unread = async () => {
      const words = await wordsOf(village.placeOf('Ana')).readWith(
        village.memberOf('Biel'),
      );
      return words.filter(({ isNew }) => isNew).length;
    };
    await expect.element(screen.getByText('an answer').first()).toBeInViewport();
    await expect
      .element(screen.getByRole('status').filter({ hasText: 'Biel: an answer' }))
      .toBeInTheDocument();
    await expect.poll(unread).toBe(0);

    window.scrollTo({ top: 0 });
    await expect.element(screen.getByText('word 39')).not.toBeInViewport();
    const before = scrollY;
    await sayInVillage(village, 'Biel', 'Ana', 'and more');
    await screen.getByRole('button', { name: 'New messages below' }).click();
    expect(before).toBe(0);
    await expect.element(screen.getByText('and more').first()).toBeInViewport();
    await expect.poll(unread).toBe(0);
  });

  test('what was new when one came is marked, and stands in sight', async () => {
    await shareAnHour();
    for (let i = 0; i < 30; i += 1)
      await sayInVillage(village, 'Ana', 'Biel', `word ${i}`);
    await sayInVillage(village, 'Biel', 'Ana', 'unseen');
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await expect.element(screen.getByText('New', { exact: true })).toBeInViewport();
    await expect.element(screen.getByText('unseen')).toBeInViewport();
  });

  test('a long one is drawn from its end, and goes on upwards', async () => {
    await shareAnHour();
    for (let i = 0; i < 70; i += 1)
      await sayInVillage(village, 'Ana', 'Biel', `word ${i}.`);
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await expect.element(screen.getByText('word 69.')).toBeInViewport();
    expect(screen.getByText('word 0.').elements()).toEqual([]);
    await screen.getByRole('button', { name: 'Show what was before' }).click();
    await expect.element(screen.getByText('word 0.')).toBeInTheDocument();
  });

  test('what was begun is kept until it is said', async () => {
    await shareAnHour();
    const first = await visit(village.as('Ana'), with_('Biel'));
    await first.getByLabelText('Write to Biel').fill('See you on');
    await expect
      .poll(() => village.placeOf('Ana').notes.names('talk/'))
      .toMatchObject({ value: [`talk/${village.memberOf('Biel')}`] });
    await first.unmount();
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await expect
      .element(screen.getByLabelText('Write to Biel'))
      .toHaveValue('See you on');
    await screen.getByRole('button', { name: 'Send' }).click();
    await expect
      .poll(() => village.placeOf('Ana').notes.names('talk/'))
      .toMatchObject({ value: [] });
  });

  test('what is too long cannot be sent, and says so', async () => {
    await shareAnHour();
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await screen.getByLabelText('Write to Biel').fill('é'.repeat(wordLimit / 2 + 1));
    await expect.element(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    await expect.element(screen.getByText(/too long/i)).toBeVisible();
  });

  test('a word just said is taken back with one tap, to be written otherwise', async () => {
    await shareAnHour();
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await screen.getByLabelText('Write to Biel').fill('See you on Teusday');
    await screen.getByRole('button', { name: 'Send' }).click();
    await screen.getByRole('button', { name: 'Take it back' }).click();
    await expect
      .element(screen.getByLabelText('Write to Biel'))
      .toHaveValue('See you on Teusday');
    expect(await heard('Biel', 'Ana')).toEqual([]);
  });

  test('an older word of mine is erased for both; theirs is not mine to erase', async () => {
    await shareAnHour();
    await sayInVillage(village, 'Ana', 'Biel', 'too much said');
    await sayInVillage(village, 'Biel', 'Ana', 'hm');
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await expect.element(screen.getByText('hm')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'More about this message' }).elements(),
    ).toHaveLength(1);
    await screen.getByRole('button', { name: 'More about this message' }).click();
    await screen.getByRole('button', { name: 'Erase it for both of you' }).click();
    await expect.element(screen.getByText('too much said')).not.toBeInTheDocument();
    expect(await heard('Biel', 'Ana')).toEqual(['hm']);
  });

  test('plans, hours and yeses stand between the words, each with its next step', async () => {
    const name = await postFor(village, 'Ana', 'Biel');
    await suggest(
      village.placeOf('Biel'),
      name,
      {
        what: 'Cut the hedge',
        day: null,
        minute: null,
        length: 60 as Minutes,
        where: 'By the canal',
      },
      'I bring the ladder.',
    );
    const asked = await recordHelp(village.placeOf('Biel'), {
      iHelped: true,
      minutes: 30 as Minutes,
      day: village.as('Biel').today,
      with: village.memberOf('Ana'),
      category: null,
      text: '',
      instead: null,
    });
    assert(asked.ok, 'he asks');
    const screen = await visit(village.as('Ana'), with_('Biel'));
    await screen.getByRole('button', { name: 'Yes, that suits me' }).click();
    const plan = screen.getByRole('button', { name: /^Cut the hedge/ });
    await expect.element(plan).toHaveFocus();
    await expect.element(plan).toHaveAttribute('aria-expanded', 'true');
    await screen.getByRole('button', { name: 'Yes, that’s right' }).click();
    await expect.poll(() => village.as('Ana').waiting).toEqual([]);
  });

  test('words of every script stand as they are written, and make no page wider', async () => {
    await shareAnHour();
    const long = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente'.repeat(3);
    for (const text of ['مرحبا، كيف الحال؟', '火曜日に会いましょう', long])
      await sayInVillage(village, 'Biel', 'Ana', text);
    const screen = await visit(village.as('Ana'), with_('Biel'));
    const arabic = screen.getByText('مرحبا، كيف الحال؟').first();
    await expect.element(arabic).toBeVisible();
    expect(getComputedStyle(arabic.element()).direction).toBe('rtl');
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).toBe(clientWidth);
  });
});

describe('a yes that is done after one has gone on leads nobody back', () => {
  test.each(['their talk', 'Today'])('from %s', async (from) => {
    await village.help('Ana', 'Biel', 60, { by: 'Biel', open: true });
    const ana = village.as('Ana');
    const signing = vi.spyOn(ana, 'sayYes');
    const screen = await visit(ana, from === 'Today' ? '/home' : with_('Biel'));
    const yes = screen.getByRole('button', { name: 'Yes, that’s right' });
    await expect.element(yes).toBeVisible();
    const board = `#/p/${ana.address}/board`;
    // Before the signature is there.
    yes.element().dispatchEvent(new MouseEvent('click', { bubbles: true }));
    location.hash = board;
    await expect.element(screen.getByRole('heading', { name: 'Board' })).toBeVisible();
    await signing.mock.results[0]?.value;
    await tick();
    expect(ana.waiting).toEqual([]);
    expect(location.hash).toBe(board);
  });
});

test('hiding and reporting are one menu away, and the way back stands there', async () => {
  await shareAnHour();
  await sayInVillage(village, 'Biel', 'Ana', 'unwanted');
  const screen = await visit(village.as('Ana'), with_('Biel'));
  await expect.element(screen.getByText('unwanted')).toBeVisible();
  const menu = screen.getByRole('button', { name: 'More about Biel' });
  await menu.click();
  await expect.element(screen.getByRole('dialog', { name: 'Biel' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(menu).toHaveFocus();
  await menu.click();
  const { peace } = await import('../words/en/peace.ts');
  await expect.element(screen.getByRole('button', { name: peace.tell })).toBeVisible();
  await screen.getByRole('button', { name: peace.block('Biel') }).click();
  await expect.element(screen.getByText('unwanted')).not.toBeInTheDocument();
  expect(peaceOf(village.placeOf('Ana')).isBlocked(village.memberOf('Biel'))).toBe(
    true,
  );
  await screen.getByRole('button', { name: peace.unblock('Biel') }).click();
  await expect.element(screen.getByText('unwanted')).toBeVisible();
});
