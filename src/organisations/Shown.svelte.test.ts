/** How an organisation is drawn among people, and under any name that one may have. */
import { assert, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AccountId, Minutes } from '@manyhands/base';
import { cardLimits, openOne } from '@manyhands/community/accounts';
import { recordHelp, sayYes } from '@manyhands/community/hours';
import { cutOff } from '../specimen/cutOff.ts';
import { ScreenVillage } from '../specimen/village.ts';
import { visit } from '../specimen/visit.ts';
import { spoken } from '../naming/naming.ts';
import { edges, outlineOf } from '../ui/markShape.ts';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

const say = later().organisations;
const bytesOf = (text: string) => new TextEncoder().encode(text).length;
let village: ScreenVillage;

async function opened(name: string): Promise<AccountId> {
  const draft = { kind: 'organisation', name, words: '', threshold: 1 } as const;
  const clinic = await openOne(village.placeOf('Ana'), { ...draft, others: [] });
  assert(clinic.ok);
  return clinic.value;
}

async function isHelpedByBiel(clinic: AccountId) {
  const by = village.placeOf('Biel');
  const asked = await recordHelp(by, {
    with: clinic,
    as: null,
    iHelped: true,
    minutes: 60 as Minutes,
    day: by.today(),
    category: null,
    text: '',
    instead: null,
  });
  assert(asked.ok);
  return asked.value;
}

beforeEach(async () => {
  await page.viewport(360, 760);
  village = await ScreenVillage.found('Ana');
  await village.admit('Biel', { by: 'Ana' });
});

test('among my ties an organisation has its square button, and is not called a person', async () => {
  const clinic = await opened('Clinic');
  const asked = await isHelpedByBiel(clinic);
  expect(await sayYes(village.placeOf('Ana'), asked, clinic)).toMatchObject({
    ok: true,
  });
  const screen = await visit(village.as('Biel'), '/seen');
  await expect.element(screen.getByText(words.hours.tiesText(1))).toBeVisible();
  expect(words.hours.tiesText(1)).not.toMatch(/person|people/);
  const drawn = [...screen.container.querySelectorAll('figure .seat .body')].map(
    (body) => body.getAttribute('d'),
  );
  const squares = edges.map((edge) => outlineOf(edge, 'organisation'));
  expect(drawn.map((d) => d !== null && squares.includes(d))).toEqual([false, true]);
});

/** An override and an isolate, which would turn round all that follows. */
const turns = [0x202e, 0x2067].map((code) => String.fromCodePoint(code));
const names = {
  'of 96 letters': 'Wm'.repeat(48),
  'in Arabic': 'صم'.repeat(24),
  'in Japanese': 'ゆー'.repeat(16),
  'turned right to left': `${turns.join('')}Clinic ${'B\u0301'.repeat(20)}`,
};

test.for(Object.entries(names))(
  'a name %s stands in the list, on its page, in the record, on a first page',
  async ([, name]) => {
    expect(bytesOf(name)).toBeLessThanOrEqual(cardLimits.name);
    const clinic = await opened(name);
    await isHelpedByBiel(clinic);
    const ana = village.as('Ana');
    const shown = spoken(name).slice(0, 4);
    for (const at of [
      '/organisations',
      `/organisation/${clinic}`,
      `/organisation/${clinic}/signers`,
      `/organisation/${clinic}/share`,
      '/record',
      '/home',
    ]) {
      const screen = await visit(ana, at);
      await expect.poll(() => screen.container.textContent).toContain(shown);
      if (at === '/record') {
        const label = [...screen.container.querySelectorAll('label')].find((each) =>
          each.textContent.includes(shown),
        );
        label?.click();
        await expect.element(screen.getByText(say.asWhom)).toBeVisible();
      }
      expect([at, cutOff()]).toEqual([at, []]);
      const read = screen.container.textContent;
      expect(turns.filter((turn) => read.includes(turn))).toEqual([]);
      await screen.unmount();
    }
  },
);
