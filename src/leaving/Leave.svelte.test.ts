import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

const ana = () => village.as('Ana');
const hour = (name: string): string => {
  const [first] = village.as(name).hours;
  return first ? `/hour/${first.transfer.proposal}/${first.transfer.party}` : '';
};

async function anaLeaves(name = 'Ana'): Promise<void> {
  expect(await village.as(name).leaving.say()).toEqual({ ok: true, value: undefined });
}

describe('leaving', () => {
  test('says what goes, what stays and what is open; one yes, and it is said to whom', async () => {
    await village.help('Biel', 'Ana', 120);
    await village.help('Ana', 'Biel', 60, { by: 'Biel', open: true });
    await village.help('Ana', 'Carme', 45, { open: true });
    const screen = await visit(ana(), '/data');
    await screen.getByRole('link', { name: 'Leave Riverside…' }).click();
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'Leave Riverside' }))
      .toBeVisible();
    // Above it stands the community it is about, as on every screen of it.
    await expect
      .element(screen.getByRole('link', { name: 'Riverside: go to another community' }))
      .toBeVisible();
    for (const text of [
      'Every word you wrote',
      'What others wrote to you: it is theirs.',
      '1 hour waits for your answer.',
      'You have asked about 1 hour',
      'to give back. You can leave anyway',
    ])
      await expect.element(screen.getByText(text)).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'Download what is mine' }))
      .toBeVisible();

    await screen.getByRole('button', { name: 'Leave Riverside' }).click();
    await screen.getByRole('button', { name: 'Stay' }).click();
    expect(ana().leaving.isSaid).toBe(false);
    await screen.getByRole('button', { name: 'Leave Riverside' }).click();
    await screen.getByRole('button', { name: 'Leave for good' }).click();

    await expect
      .element(screen.getByRole('heading', { name: 'You have left Riverside' }))
      .toBeVisible();
    await expect.element(screen.getByText('Nobody knows yet')).toBeVisible();
    const { board } = ana().place.replica;
    const left = board.entriesOf(ana().me.id).map(({ content }) => content.type);
    expect(new Set(left)).toEqual(new Set(['erase']));
  });

  test('counts who has heard; with two it is off this phone by itself', async () => {
    await anaLeaves();
    const erase = vi.spyOn(village.placeOf('Ana'), 'erase');
    const screen = await visit(ana());
    village.placeOf('Ana').hear({ acks: village.acksOf(['Biel']) });
    await expect.element(screen.getByText('1 of 3 knows')).toBeVisible();
    expect(erase).not.toHaveBeenCalled();
    village.placeOf('Ana').hear({ acks: village.acksOf(['Biel', 'Carme']) });
    await expect
      .element(screen.getByRole('heading', { name: 'Goodbye, and thank you' }))
      .toBeVisible();
    await expect.element(screen.getByText('2 of 3 know that you left')).toBeVisible();
    expect(erase).toHaveBeenCalledTimes(1);
  });

  test('before anybody knows, whoever takes it off is told what that means', async () => {
    await anaLeaves();
    const erase = vi.spyOn(village.placeOf('Ana'), 'erase');
    const screen = await visit(ana());
    const takeOff = screen.getByRole('button', {
      name: 'Take Riverside off this phone',
    });
    await takeOff.click();
    await expect
      .element(screen.getByText('Nothing can erase them there any more'))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Wait' }).click();
    expect(erase).not.toHaveBeenCalled();
    await takeOff.click();
    await screen.getByRole('button', { name: 'Take it off anyway' }).click();
    await expect
      .element(screen.getByText('Nobody knew yet that you left.'))
      .toBeVisible();
    expect(erase).toHaveBeenCalledTimes(1);
  });

  test('another phone of mine shows it, and clears nothing by itself', async () => {
    const laptop = await village.addDevice('Ana', 'Ana’s laptop');
    await anaLeaves();
    const erase = vi.spyOn(village.placeOf('Ana’s laptop'), 'erase');
    const screen = await visit(laptop, '/people');
    village
      .placeOf('Ana’s laptop')
      .hear({ acks: village.acksOf(['Biel', 'Carme', 'Didac']) });
    await expect.element(screen.getByText('3 of 3 know')).toBeVisible();
    await expect
      .element(screen.getByText('You left on another phone of yours.'))
      .toBeVisible();
    expect(erase).not.toHaveBeenCalled();
    await screen.getByRole('button', { name: 'Take Riverside off this phone' }).click();
    await expect
      .element(screen.getByRole('heading', { name: 'Goodbye, and thank you' }))
      .toBeVisible();
  });

  test('words that a full disk kept are erased when the person says so again', async () => {
    const { writer } = village.placeOf('Ana');
    const full = { ok: false, error: { type: 'StoreFull' } } as const;
    vi.spyOn(writer, 'erase').mockResolvedValueOnce(full);
    expect(await ana().leaving.say()).toEqual(full);
    const screen = await visit(ana());
    await expect
      .element(screen.getByText('Your words are not all erased on this phone yet.'))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Go on erasing' }).click();
    await expect
      .element(screen.getByText('Your name and your words are erased on this phone.'))
      .toBeVisible();
  });
});

describe('for those who stay', () => {
  test('someone who left has no name in any row, and everybody’s sums are as before', async () => {
    await village.help('Ana', 'Biel', 60, { text: 'The kitchen tap' });
    await village.as('Ana').sayThanks(village.as('Ana').hours[0] as never, 'Dear Biel');
    const { balance, together } = village.as('Biel');
    await anaLeaves();
    const biel = village.as('Biel');
    expect(biel.balance).toBe(balance);
    expect(biel.together).toMatchObject({
      exchanges: together.exchanges,
      minutes: together.minutes,
    });
    expect(biel.people.map(({ name }) => name)).toEqual(['Carme', 'Didac']);

    const screen = await visit(biel, hour('Biel'));
    await expect
      .element(screen.getByRole('heading', { name: 'Someone who left helped you' }))
      .toBeVisible();
    for (const gone of ['Ana', 'The kitchen tap', 'Dear Biel'])
      await expect.element(screen.getByText(gone)).not.toBeInTheDocument();
    for (const act of ['Put it right', /^Send/])
      await expect
        .element(screen.getByRole('button', { name: act }))
        .not.toBeInTheDocument();
  });

  test('their page says that they left; nobody can record help with them', async () => {
    await village.help('Ana', 'Biel', 60);
    await anaLeaves();
    const biel = village.as('Biel');
    const screen = await visit(biel, `/person/${village.memberOf('Ana')}`);
    await expect
      .element(screen.getByRole('heading', { level: 1, name: 'Someone who left' }))
      .toBeVisible();
    await expect.element(screen.getByText('This person has left.')).toBeVisible();
    await expect
      .element(screen.getByRole('link', { name: /^Record help with/ }))
      .not.toBeInTheDocument();
    await screen.unmount();
    const record = await visit(biel, `/record/with/${village.memberOf('Ana')}`);
    await expect.element(record.getByRole('radio', { name: /Carme/ })).toBeVisible();
    await expect.element(record.getByText('Someone who left')).not.toBeInTheDocument();
  });

  test('what waits for them says so, and can be taken back', async () => {
    await village.help('Biel', 'Ana', 60, { open: true });
    await anaLeaves();
    const screen = await visit(village.as('Biel'), hour('Biel'));
    await expect
      .element(screen.getByRole('heading', { name: 'The other person has left' }))
      .toBeVisible();
    await expect
      .element(screen.getByText('You asked someone who has left'))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Take back' }).click();
    await expect
      .element(screen.getByRole('heading', { name: 'Taken back' }))
      .toBeVisible();
  });

  test('what they asked can still be said yes to, and not be recorded anew', async () => {
    await village.help('Ana', 'Biel', 60, { open: true });
    await anaLeaves();
    const biel = village.as('Biel');
    const screen = await visit(biel);
    await expect
      .element(screen.getByText('The person who asks this has left.'))
      .toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'Put it away' }))
      .toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'Something’s different' }))
      .not.toBeInTheDocument();
    await screen.getByRole('button', { name: 'Yes, that’s right' }).click();
    await expect.poll(() => biel.balance).toBe(-60);
  });
});
