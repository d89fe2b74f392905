import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { seenSmallVillage } from '../specimen/stories.ts';
import type { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { readRoute } from '../phone/route.ts';

let village: ScreenVillage;

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await seenSmallVillage();
});

const ana = () => village.as('Ana');
const biel = () => village.as('Biel');

/** Ana's screen of the only hour there is. */
function hourScreen(): string {
  const [hour] = ana().hours;
  return hour ? `/hour/${hour.transfer.proposal}/${hour.transfer.party}` : '';
}

test('the halves meet before the eyes of whoever watched the yes come', async () => {
  await village.help('Ana', 'Biel', 60, { open: true });
  const screen = await visit(ana(), hourScreen());
  const halves = screen.getByRole('img', { name: /the other has not answered yet/ });
  await expect.element(halves).toHaveClass('asked');
  const states: string[] = [];
  const drawing = halves.element();
  new MutationObserver(() => states.push(drawing.getAttribute('class') ?? '')).observe(
    drawing,
    { attributeFilter: ['class'] },
  );

  const [asked] = biel().waiting;
  if (asked) await biel().sayYes(asked);

  await expect
    .element(screen.getByRole('img', { name: /both have said yes/ }))
    .toHaveClass('met');
  expect(states.some((state) => state.includes('meeting'))).toBe(true);
  await expect.element(screen.getByText('Confirmed by Biel')).toBeVisible();
});

test('“Biel is beside me” is for what has not reached Biel: not for what both have', async () => {
  await village.help('Biel', 'Ana', 60, { by: 'Biel' });
  const screen = await visit(ana(), hourScreen());
  const beside = screen.getByRole('button', { name: 'Biel is beside me' });
  const message = screen.getByRole('button', { name: /^Send Biel a message/ });
  await expect.element(beside).toBeVisible();

  village.placeOf('Ana').hear({ acks: village.acksOf(['Biel']) });
  await expect.element(beside).not.toBeInTheDocument();
  await expect.element(message).not.toBeInTheDocument();
  await expect.element(screen.getByText('Biel has it already')).toBeVisible();
});

describe('all hours', () => {
  const row = (screen: Awaited<ReturnType<typeof visit>>, text: string) =>
    screen.getByRole('link').filter({ hasText: text });

  test('a no is struck through, says that it does not count, and is in no sum', async () => {
    await village.help('Ana', 'Biel', 60);
    await village.help('Ana', 'Carme', 90, { open: true });
    await village.help('Ana', 'Didac', 30, { open: true });
    const [declined] = village.as('Carme').waiting;
    if (declined) await village.as('Carme').sayNo(declined);
    const screen = await visit(ana(), '/hours');

    const no = row(screen, 'Carme said no');
    await expect.element(no.getByText('Not counted')).toBeVisible();
    expect(no.element().querySelector('s')?.textContent).toBe('1\u00a0h\u00a030');
    expect(no.getByRole('img').elements()).toEqual([]);
    await expect.element(screen.getByText('1 h given', { exact: true })).toBeVisible();
    for (const text of ['You helped Biel', 'Waiting for Didac']) {
      expect(row(screen, text).element().querySelector('s')).toBeNull();
      expect(row(screen, text).getByText('Not counted').elements()).toEqual([]);
    }
  });

  test('what was put right does not count, nor does what put it right', async () => {
    await village.help('Ana', 'Biel', 60);
    const [hour] = ana().hours;
    if (hour) await ana().putRight(hour);
    const [asked] = biel().waiting;
    if (asked) await biel().sayYes(asked);
    const screen = await visit(ana(), '/hours');
    await expect.element(screen.getByText('Not counted').first()).toBeVisible();
    expect(screen.getByText('Not counted').elements()).toHaveLength(2);
    expect(screen.getByText(/given/).elements()).toEqual([]);
  });
});

describe('many hours', () => {
  const count = 110;
  beforeEach(async () => {
    for (let n = 0; n < count; n++)
      await village.help('Ana', n % 2 === 0 ? 'Biel' : 'Carme', 30, { daysAgo: n });
  });

  const rows = () => [
    ...document.querySelectorAll<HTMLElement>('section[data-month] li a'),
  ];
  const drawn = () => expect.poll(() => rows().length);
  const more = page.getByRole('button', { name: 'Show 24 more' });
  const toTheEnd = () =>
    expect
      .poll(() => {
        const ways = page.getByRole('button', { name: /^Show \d+ more/ }).elements();
        for (const each of ways) each.scrollIntoView();
        return rows().length;
      })
      .toBe(count);

  test('are drawn as far as somebody looks, and it is said how many there are', async () => {
    const screen = await visit(ana(), '/hours');
    await expect.element(screen.getByText('110 entries')).toBeInTheDocument();
    await expect.element(more).toBeInTheDocument();
    expect(rows()).toHaveLength(24);
    await expect.element(screen.getByText('24 of 110 are shown')).toBeInTheDocument();
    // A month says the sum of all that it has, whether or not all of it is drawn.
    const months = screen.container.querySelectorAll('section[data-month]');
    const last = months[months.length - 1];
    expect(last?.querySelectorAll('li').length).toBeLessThan(15);
    expect(last?.querySelector('header')).toHaveTextContent('15 h given');

    // By keyboard: one goes on with the first that came.
    (more.element() as HTMLElement).focus({ preventScroll: true });
    await userEvent.keyboard('{Enter}');
    await drawn().toBe(48);
    expect(rows()[24]).toBe(document.activeElement);
    // By scrolling: nothing more is said once all of it is there.
    await toTheEnd();
    await expect.element(screen.getByText(/are shown/)).not.toBeInTheDocument();
    // Whoever asks otherwise has the first of the answer.
    scrollTo(0, 0);
    await screen.getByLabelText('With').selectOptions(village.memberOf('Biel'));
    await drawn().toBe(24);
    await expect.element(screen.getByText('24 of 55 are shown')).toBeInTheDocument();
  });

  test('are found where one was, by whoever comes back from one of them', async () => {
    const screen = await visit(ana(), '/hours');
    await expect.element(screen.getByText('24 of 110 are shown')).toBeInTheDocument();
    await toTheEnd();
    rows()[100]?.scrollIntoView({ block: 'center' });
    const depth = scrollY;
    rows()[100]?.click();
    await drawn().toBe(0);
    history.back();
    await drawn().toBe(count);
    await expect.poll(() => Math.abs(scrollY - depth)).toBeLessThan(2);
  });
});

test('an hour of long ago stands still', async () => {
  await village.help('Ana', 'Biel', 60);
  const screen = await visit(ana(), hourScreen());
  await expect
    .element(screen.getByRole('img', { name: /both have said yes/ }))
    .toHaveClass('met');
});

test('“Put it right” asks the other one; with the yes it is as if it had not been', async () => {
  await village.help('Ana', 'Biel', 60);
  const screen = await visit(ana(), hourScreen());

  await screen.getByRole('button', { name: 'Put it right' }).click();
  await screen.getByRole('button', { name: 'Ask Biel to put it right' }).click();
  await expect
    .element(screen.getByRole('heading', { name: 'Biel has been asked' }))
    .toBeVisible();
  expect(ana().balance).toBe(60);

  const [asked] = biel().waiting;
  if (asked) await biel().sayYes(asked);
  await expect.element(screen.getByText(/You have given as much/)).toBeVisible();
  expect([ana().balance, biel().balance]).toEqual([0, 0]);
  const undone = ana().hours.find(({ transfer }) => transfer.kind === 'help');
  expect(undone?.transfer.undoneBy).toBe(asked?.transfer.proposal);
});

test('what is already being put right is not asked for twice', async () => {
  await village.help('Ana', 'Biel', 60);
  const screen = await visit(ana(), hourScreen());
  const [hour] = ana().hours;
  if (hour) await biel().putRight(hour);

  await expect
    .element(screen.getByText(/Biel asks you to put this right/))
    .toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'Put it right' }))
    .not.toBeInTheDocument();
});

test('thanks are said once, and say who can read them', async () => {
  await village.help('Biel', 'Ana', 60);
  const screen = await visit(ana(), hourScreen());

  await screen.getByRole('button', { name: 'In your own words' }).click();
  await expect
    .element(screen.getByText('Everybody in the community can read it.'))
    .toBeVisible();
  await screen.getByLabelText('Say thanks?').fill('You saved my roses');
  await screen.getByRole('button', { name: 'Send thanks' }).click();

  await expect.element(screen.getByText('You thanked Biel')).toBeVisible();
  await expect.element(screen.getByText('You saved my roses')).toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'In your own words' }))
    .not.toBeInTheDocument();
});

test('thanks take one tap, for whoever has no words', async () => {
  await village.help('Biel', 'Ana', 60);
  const screen = await visit(ana(), hourScreen());
  await screen.getByRole('button', { name: 'Say “Thank you, Biel!”' }).click();
  await expect
    .element(screen.getByText('Thank you, Biel!', { exact: true }))
    .toBeVisible();
  await expect
    .element(screen.getByRole('button', { name: 'In your own words' }))
    .not.toBeInTheDocument();
});

describe('the message about it', () => {
  test('is the main thing to do, and its link opens just this hour', async () => {
    await village.help('Ana', 'Biel', 60, { open: true });
    const screen = await visit(ana(), hourScreen());
    await screen.getByRole('button', { name: 'Send Biel a message about it' }).click();

    const field = screen.getByLabelText('The message, with its link');
    await expect.element(field).toBeVisible();
    const message = (field.element() as HTMLInputElement).value;
    expect(message).toContain('I helped you, Biel');
    const link = new URL(message.slice(message.indexOf('http')));
    expect(link.origin).toBe(location.origin);
    expect(readRoute(link.hash)).toMatchObject({ name: 'message' });
  });

  test('steps back once the other one has it', async () => {
    await village.help('Ana', 'Biel', 60, { open: true });
    village.placeOf('Ana').hear({ acks: village.acksOf(['Biel']) });
    const screen = await visit(ana(), hourScreen());

    await expect.element(screen.getByText('Biel has it already')).toBeVisible();
    await expect
      .element(screen.getByRole('button', { name: 'Send Biel a message about it' }))
      .toHaveClass('secondary');
  });
});

test('an hour that is not here says so', async () => {
  const screen = await visit(ana(), `/hour/${'ab'.repeat(32)}/${'cd'.repeat(32)}`);
  await expect.element(screen.getByText('This hour is not here yet')).toBeVisible();
});

test('an hour between two others leads nobody else to them', async () => {
  await village.help('Biel', 'Carme', 60);
  const [hour] = biel().hours;
  const at = `/hour/${hour?.transfer.proposal ?? ''}/${hour?.transfer.party ?? ''}`;
  const screen = await visit(ana(), at);
  await expect.element(screen.getByText('This hour is not here yet')).toBeVisible();
});
