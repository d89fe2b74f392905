import { assert } from '@manyhands/base';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Locator } from 'vitest/browser';
import { listDrafts } from '@manyhands/community/hours';
import { nameKind } from '@manyhands/community/people';
import { letStrangersWrite, wordsOf } from '@manyhands/community/talk';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { tap, touchAlong, visit } from '../specimen/visit.ts';
import { words } from '../words/words.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

const ana = () => village.as('Ana');
const biel = () => village.as('Biel');
async function heardByBiel(): Promise<string[]> {
  const said = wordsOf(village.placeOf('Biel'));
  const heard = await said.readWith(village.memberOf('Ana'));
  return heard.map(({ word }) => word.text.replaceAll('\u00a0', ' '));
}

/** Presses Tab until the element has the focus; fails when it never comes. */
async function tabTo(locator: Locator) {
  await expect.element(locator).toBeInTheDocument();
  const element = locator.element().closest('summary') ?? locator.element();
  for (let steps = 0; document.activeElement !== element; steps++) {
    expect(steps, 'it can be reached by Tab').toBeLessThan(40);
    await userEvent.tab();
  }
}

describe('by keyboard alone', () => {
  test('I helped Biel for an hour and a half', async () => {
    const screen = await visit(ana(), '/record');
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveFocus();

    await tabTo(screen.getByRole('radio', { name: 'Biel' }));
    await userEvent.keyboard(' ');
    await tabTo(screen.getByRole('slider'));
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await expect
      .element(screen.getByText('You helped Biel, 1 h 30, today. Biel will be asked.'))
      .toBeVisible();
    await tabTo(screen.getByRole('button', { name: 'Ask Biel' }));
    await userEvent.keyboard('{Enter}');

    await expect
      .element(screen.getByRole('heading', { name: 'Biel has been asked' }))
      .toBeVisible();
    expect(biel().waiting).toMatchObject([
      { iHelped: false, transfer: { minutes: 90, status: 'open' } },
    ]);
  });

  test('Someone helped me: Carme, yesterday, with a word only she can read', async () => {
    const screen = await visit(ana(), '/record');

    await tabTo(screen.getByRole('radio', { name: 'I helped' }));
    await userEvent.keyboard('{ArrowRight}');
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(screen.getByRole('radio', { name: 'Carme' })).toBeChecked();
    await tabTo(screen.getByRole('radio', { name: 'Today' }));
    await userEvent.keyboard('{ArrowRight}');
    await tabTo(screen.getByText('Say what it was'));
    await userEvent.keyboard('{Enter}');
    await tabTo(screen.getByLabelText('A note about it'));
    await userEvent.keyboard('Thank you for the soup');
    await tabTo(screen.getByRole('button', { name: 'Ask Carme' }));
    await userEvent.keyboard('{Enter}');

    await expect
      .element(screen.getByRole('heading', { name: 'Carme has been asked' }))
      .toBeVisible();
    const [waits] = village.as('Carme').waiting;
    expect(waits).toMatchObject({
      iHelped: true,
      transfer: { minutes: 60, day: ana().today - 1 },
    });
    await expect
      .poll(() => village.as('Carme').waiting[0]?.note?.text)
      .toBe('Thank you for the soup');
    const others = [...village.as('Didac').place.replica.ledger.transfers()];
    expect(others).toHaveLength(1); // Didac knows of the hour, and cannot read the word
  });
});

describe('by touch', () => {
  test('I helped Didac: three taps and one drag', async () => {
    const screen = await visit(ana(), '/record');

    await tap(screen.getByText('Didac'));
    await expect.element(screen.getByRole('radio', { name: 'Didac' })).toBeChecked();
    const board = screen.getByRole('slider').element();
    board.scrollIntoView({ block: 'center' });
    const { x, y, width, height } = board.getBoundingClientRect();
    const along = [0.05, 0.2, 0.35, 0.5, 0.55, 0.62];
    await touchAlong(
      along.map((share) => ({ x: x + share * width, y: y + height / 2 })),
    );
    await expect
      .element(screen.getByRole('slider'))
      .toHaveAttribute('aria-valuetext', '2 hours 30 minutes');
    await tap(screen.getByRole('button', { name: 'Ask Didac' }));

    await expect
      .element(screen.getByRole('heading', { name: 'Didac has been asked' }))
      .toBeVisible();
    expect(village.as('Didac').waiting).toMatchObject([{ transfer: { minutes: 150 } }]);
  });

  test('Someone helped me: Biel, an hour, today', async () => {
    const screen = await visit(ana(), '/record');

    await tap(screen.getByText('Someone helped me'));
    await tap(screen.getByText('Biel'));
    await tap(screen.getByRole('button', { name: 'Ask Biel' }));

    await expect
      .element(screen.getByRole('heading', { name: 'Biel has been asked' }))
      .toBeVisible();
    expect(biel().waiting).toMatchObject([
      { iHelped: true, transfer: { minutes: 60 } },
    ]);
  });
});

test('without a person it says what is missing, and asks nobody', async () => {
  const screen = await visit(ana(), '/record');

  await screen.getByRole('button', { name: 'Ask', exact: true }).click();

  const alert = screen.getByRole('alert');
  await expect.element(alert).toBeVisible();
  expect(ana().asked).toEqual([]);
  const bar = screen.getByRole('navigation', { name: 'Main menu' }).element();
  const { top } = bar.getBoundingClientRect();
  await expect
    .poll(() => alert.element().getBoundingClientRect().bottom)
    .toBeLessThanOrEqual(top);

  await tap(screen.getByText('Biel'));
  await expect.element(screen.getByRole('button', { name: 'Ask Biel' })).toBeVisible();
  await expect.element(alert).not.toBeInTheDocument();
});

test('a kind that a member named is offered, and both read it by its name', async () => {
  assert(
    (await nameKind(village.placeOf('Carme'), 'Beekeeping', null)).ok,
    'it is named',
  );
  const screen = await visit(ana(), '/record');
  await screen.getByText('Biel').click();
  await screen.getByText('Say what it was').click();
  await screen.getByText('Beekeeping').click();
  await screen.getByRole('button', { name: 'Ask Biel' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Biel has been asked' }))
    .toBeVisible();
  await screen.unmount();

  const his = await visit(biel(), '/hours');
  await expect.element(his.getByText(/Beekeeping/)).toBeVisible();
});

test('a word that is too long stops here, with all of it still there', async () => {
  const screen = await visit(ana(), '/record');
  await screen.getByText('Biel').click();
  await screen.getByText('Say what it was').click();
  await screen.getByLabelText('A note about it').fill('é'.repeat(501));
  await screen.getByRole('button', { name: 'Ask Biel' }).click();

  await expect.element(screen.getByText('The note is too long.')).toBeVisible();
  expect(ana().asked).toEqual([]);
});

test('[ledger/L5] past the limit warns and never blocks', async () => {
  await village.help('Biel', 'Ana', 590);
  const screen = await visit(ana(), '/record');
  await screen.getByText('Someone helped me').click();
  await screen.getByText('Biel', { exact: true }).click();

  const warning = screen.getByText(/You would then have 10\sh\s50 to give back/);
  await expect.element(warning).toBeVisible();
  await screen.getByRole('button', { name: 'Ask Biel' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Biel has been asked' }))
    .toBeVisible();
});

describe('“Something’s different”', () => {
  test('begins with the other’s figures, and declines theirs as it asks anew', async () => {
    await village.help('Ana', 'Biel', 90, {
      by: 'Biel',
      open: true,
      text: 'The hedge',
    });
    const screen = await visit(ana());

    await screen.getByRole('button', { name: 'Something’s different' }).click();
    await screen.getByRole('button', { name: 'Record it the way it was' }).click();
    await expect.element(screen.getByText(/This is what Biel wrote/)).toBeVisible();
    await expect
      .element(screen.getByLabelText('A note about it'))
      .toHaveValue('The hedge');
    await screen.getByRole('button', { name: '15 minutes less' }).click();
    await screen.getByRole('button', { name: 'Ask Biel' }).click();

    await expect
      .element(screen.getByRole('heading', { name: 'Biel has been asked' }))
      .toBeVisible();
    expect(ana().waiting).toEqual([]);
    const hours = ana().hours.map(({ stage, transfer }) => [stage, transfer.minutes]);
    expect(hours).toContainEqual(['declined', 90]);
    expect(hours).toContainEqual(['asked', 75]);
    await screen.unmount();
    const theirs = await visit(biel(), '/hours');
    await expect.element(theirs.getByText('Ana says it was different')).toBeVisible();
  });

  test('“That was not me” needs no reason and moves nothing', async () => {
    await village.help('Ana', 'Biel', 90, { by: 'Biel', open: true });
    const screen = await visit(ana());

    await screen.getByRole('button', { name: 'Something’s different' }).click();
    await expect.element(screen.getByText('is also sent to Biel')).toBeVisible();
    await screen.getByRole('button', { name: 'That was not me' }).click();

    await expect.poll(() => ana().waiting).toEqual([]);
    // Whoever said it reads that it was said; the other one that it was a no, and why.
    await expect
      .element(screen.getByText('You said no. Biel will see it.'))
      .toBeVisible();
    expect(biel().hours).toMatchObject([{ stage: 'declined', isCorrected: false }]);
    expect(ana().balance).toBe(0);
    const day = words.longDay(ana().today);
    await expect
      .poll(() => heardByBiel())
      .toEqual([`1 h 30, ${day}: that was not me.`]);
    await screen.unmount();
    const theirs = await visit(biel(), '/hours');
    await expect.element(theirs.getByText('Ana said no')).toBeVisible();
  });

  test('to whom somebody may not write, the no goes alone, and nothing else is promised', async () => {
    await village.help('Ana', 'Biel', 90, { by: 'Biel', open: true });
    await letStrangersWrite(village.placeOf('Biel'), false);
    const screen = await visit(ana());

    await screen.getByRole('button', { name: 'Something’s different' }).click();
    await expect
      .element(screen.getByText('Biel will see that you said no.'))
      .toBeVisible();
    expect(screen.getByText('is also sent to Biel').elements()).toEqual([]);
    await screen.getByRole('button', { name: 'That was not me' }).click();

    await expect.poll(() => biel().hours).toMatchObject([{ stage: 'declined' }]);
    await expect
      .element(screen.getByText('You said no. Biel will see it.'))
      .toBeVisible();
    expect(await heardByBiel()).toEqual([]);
  });
});

describe('drafts', () => {
  test('what was typed is there after the app was closed', async () => {
    const screen = await visit(ana(), '/record');
    await screen.getByText('Carme').click();
    await screen.getByRole('button', { name: '15 minutes more' }).click();
    await expect
      .poll(() => listDrafts(ana().place.notes))
      .toMatchObject({ value: [{ minutes: 75 }] });
    await screen.unmount();

    const again = await visit(ana());
    await again.getByRole('link', { name: /Carme.*1\sh\s15/ }).click();
    await expect.element(again.getByRole('radio', { name: 'Carme' })).toBeChecked();
    await again.getByRole('button', { name: 'Ask Carme' }).click();
    expect(ana().asked).toMatchObject([{ transfer: { minutes: 75 } }]);
    await expect
      .element(again.getByRole('heading', { name: 'Carme has been asked' }))
      .toBeVisible();
    expect(await listDrafts(ana().place.notes)).toEqual({ ok: true, value: [] });
  });

  test('looking at the form leaves none', async () => {
    const screen = await visit(ana(), `/record/with/${village.memberOf('Biel')}`);
    await expect
      .element(screen.getByRole('button', { name: 'Ask Biel' }))
      .toBeVisible();
    expect(await listDrafts(ana().place.notes)).toEqual({ ok: true, value: [] });
  });

  test('one that was thrown away can be brought back', async () => {
    const screen = await visit(ana(), '/record');
    await screen.getByText('Carme').click();
    await screen.getByRole('link', { name: 'Back' }).click();
    await screen.getByRole('link', { name: 'Today', exact: true }).click();
    await screen.getByRole('button', { name: /Throw away/ }).click();
    await screen.getByRole('button', { name: 'Undo' }).click();
    const drafts = screen.getByRole('article', { name: 'Started on this phone' });
    await expect.element(drafts.getByRole('link', { name: /Carme/ })).toBeVisible();
  });

  test('whoever waits to be let in keeps it on this phone', async () => {
    const newcomer = await village.knock('Didac (2)');
    const screen = await visit(newcomer, '/record');
    await screen.getByLabelText('Who with?').fill('Biel');
    await screen.getByRole('button', { name: 'Keep it on this phone' }).click();

    await expect
      .element(
        screen.getByText('Saved here. You can ask as soon as you have been let in.'),
      )
      .toBeVisible();
    expect(await listDrafts(newcomer.place.notes)).toMatchObject({
      value: [{ whom: 'Biel' }],
    });
  });
});

test('another start while the form is open begins another form', async () => {
  const { address } = ana();
  const withPerson = (name: string) => `/record/with/${village.memberOf(name)}`;
  const screen = await visit(ana(), withPerson('Biel'));
  await expect.element(screen.getByRole('button', { name: 'Ask Biel' })).toBeVisible();
  location.hash = `#/p/${address}${withPerson('Carme')}`;
  await expect.element(screen.getByRole('button', { name: 'Ask Carme' })).toBeVisible();
});
