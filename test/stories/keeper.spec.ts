/** Two phones that are never awake together, and a keeper that always is: a real process. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnKeeper } from '../../packages/keeper/src/testing/spawnKeeper.ts';
import type { KeeperProcess } from '../../packages/keeper/src/testing/spawnKeeper.ts';
import { linkIn } from '../linkIn.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test as base, verifyOnly } from '../world.ts';

/** The keeper serves the app and introduces: there is no other machine in these stories. */
const test = base.extend<{ keeper: KeeperProcess }>({
  keeper: async ({ world }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'manyhands-keeper-'));
    const keeper = spawnKeeper(['--folder', folder, '--serve', '0', '--health', '0']);
    await world.stopRelay();
    await use(keeper);
    for (const neighbour of world.neighbours) neighbour.mayMissTheNetwork();
    await keeper.end('SIGTERM');
    expect(keeper.errors).toEqual([]);
    await rm(folder, { recursive: true, force: true });
  },
});

const addressOf = async (keeper: KeeperProcess): Promise<string> =>
  linkIn(await keeper.says('The app, and introductions, are at'));

async function opensDevices(ana: Neighbour): Promise<void> {
  await ana.goesTo('Me');
  await ana.follow('Your phones');
}

async function asksForAKeeper(ana: Neighbour): Promise<void> {
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Community and data');
  await ana.tap(ana.page.getByText('Advanced'));
  await ana.press('Add a keeper');
}

async function addsTheKeeper(ana: Neighbour, keeper: KeeperProcess): Promise<void> {
  await asksForAKeeper(ana);
  keeper.types(await ana.page.getByLabel('Or send yourself this link').inputValue());
  const digits = /\d{4} \d{4} \d{4}/.exec(
    await keeper.says('your phone asks now'),
  )?.[0];
  await ana.reads('Add this keeper?');
  await ana.reads(digits ?? 'no digits');
  await ana.press('Same digits: add it');
  await ana.reads('It is your keeper now.');
  await keeper.says('This is a keeper of Riverside now.');
  await ana.closesTheSheet();
}

/** The page is closed; nothing of it runs any more. */
const goesAway = (phone: Neighbour): Promise<void> => phone.page.close();

/** How many entries lie on the keeper's disk, as it tells whoever probes it. */
async function entriesOn(keeper: KeeperProcess): Promise<number> {
  const at = linkIn(await keeper.says('all is well is told at'));
  const { entries } = (await (await fetch(at)).json()) as { entries: number };
  return entries;
}

/** Sees that all she wrote lies on the keeper's disk, though nobody else is there. */
const isKept = (phone: Neighbour) => phone.reads('Also kept by');

test('an hour crosses between two who are never awake together', async ({
  world,
  keeper,
}) => {
  const address = await addressOf(keeper);
  const ana = await world.neighbour('Ana', address);
  await ana.founds('Riverside');
  await addsTheKeeper(ana, keeper);
  const invitation = await ana.invites();
  // The founding, her profile, the keeper, the invite.
  await expect.poll(() => entriesOn(keeper)).toBe(4);
  await goesAway(ana);

  // Nobody is there but the keeper: it lets Biel in.
  const biel = await world.neighbour('Biel', address);
  await biel.joins(invitation);
  await biel.isLetIn();
  await biel.saysHelped({ with: 'Ana' });
  await biel.goesHome();
  await isKept(biel);
  await goesAway(biel);

  await ana.comesBack();
  await ana.reads('Biel says: “I helped you.”');
  await ana.saysYes();
  await ana.goesHome();
  await ana.hasHours('You can give back 1 hour 30 minutes');
  // The keeper is a device of hers: of it the line at home says nothing.
  await ana.follow('See where');
  await ana.reads(/^Everything .*· online with you now/);
  await ana.readsNoMore(/^Everything except .*a yes.* online/);
  await goesAway(ana);

  await biel.comesBack();
  await biel.hasHours('You can ask for 1 hour 30 minutes');
});

test(
  'a tablet on the wall keeps and shows, and does nothing in its owner’s name',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await asksForAKeeper(ana);
    const tablet = await world.neighbour('The tablet');
    await tablet.opens(
      await ana.page.getByLabel('Or send yourself this link').inputValue(),
    );
    await tablet.press('Yes, use it here too');
    await ana.reads('Add this keeper?');
    const digits = ana.page.getByText(/^\d{4} \d{4} \d{4}$/);
    await tablet.reads((await digits.textContent()) ?? 'no digits');
    await ana.press('Same digits: add it');
    await ana.reads('It is your keeper now.');
    await ana.closesTheSheet();
    await opensDevices(ana);
    await ana.reads('It keeps hours and passes them on.');
    await ana.saysWasHelped({ with: 'Biel' });
    await biel.goesHome();
    await biel.saysYes();

    await tablet.isAt('Riverside');
    await tablet.reads('1 h 30');
    // Whatever address somebody types there: the wall, with nothing to sign.
    const { page } = tablet;
    await page.goto(page.url().replace(/\/home$/, '/record'));
    await tablet.reads('What is new');
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expect(page.getByText('Biel')).toHaveCount(0);

    const hold = page.getByRole('button', { name: 'Hold to leave the wall' });
    await tablet.tap(hold);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await hold.dispatchEvent('pointerdown');
    await tablet.reads('This tablet is a keeper');
    await page.getByText('Show names').click();
    await tablet.press('Stay on the wall');
    await tablet.reads('Biel helped Ana');
  },
);
