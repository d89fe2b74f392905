/**
 * Five walks (packages/community/src/accounts/walks.test.ts tells them to the ledger): what clients,
 * workers, wardens, bakers and a union branch do together, on their phones.
 */
import { axe } from '../axe.ts';
import { daysPass } from '../daysPass.ts';
import { withASay } from '../deciding.ts';
import type { Neighbour } from '../neighbour.ts';
import { addsOrganisation, looksAt } from '../organisations.ts';
import { expect, test, verifyOnly } from '../world.ts';

const isThorough = Boolean(process.env['MANYHANDS_SLOW']);
/** Six are helped; by day two of them. */
const helped = [
  'Biel',
  'Carme',
  ...(isThorough ? ['Three', 'Four', 'Five', 'Six'] : []),
];

/** Whom it was with: among more than six who was not met lately is looked for. */
async function picks(by: Neighbour, name: string): Promise<void> {
  const there = by.page
    .getByRole('radio', { name, exact: true })
    .or(by.page.getByRole('checkbox', { name, exact: true }));
  const more = by.page.getByRole('button', { name: /^Somebody else/ });
  const search = by.page.getByLabel('Find someone');
  await expect(there.or(more).or(search).first()).toBeAttached();
  if ((await there.count()) > 0) return by.choose(name);
  if ((await more.count()) > 0) await by.tap(more);
  await by.write('Find someone', name);
  await by.tap(by.page.getByRole('option', { name }));
}

/** The first, and each further one after it. */
async function picksAll(
  by: Neighbour,
  [first = '', ...others]: readonly string[],
): Promise<void> {
  await picks(by, first);
  await by.press('Add another person');
  for (const name of others) await picks(by, name);
}

/** All of them have been asked, and it says so of each. */
async function asksAll(by: Neighbour, names: readonly string[]): Promise<void> {
  await expect(
    by.page.getByRole('heading', { name: `${names.length} people have been asked` }),
  ).toBeFocused();
  for (const name of names) await by.reads(`Waiting for ${name}`);
}

/** On the first page is what `says` says, and it is right. */
async function agrees(who: Neighbour, says: string): Promise<void> {
  await who.goesHome();
  await who.reads(says);
  await who.press('Yes, that’s right');
  await who.reads('you have both said yes');
}

/** Hours that somebody is given have come. */
async function takes(who: Neighbour, from: string, sum: string): Promise<void> {
  await agrees(who, `${from} gives you hours`);
  await who.goesHome();
  await who.hasHours(sum);
}

/** A yes for `name` to what is asked on the first page. */
async function signs(who: Neighbour, name: string, asked: string): Promise<void> {
  await who.goesHome();
  await who.reads(asked);
  await who.press(`Say yes for ${name}`);
  await who.readsNoMore(asked);
}

const typed = 'Hours and minutes, typed';

/** From its page, an hour or as long as said. */
async function recordsFor(
  by: Neighbour,
  name: string,
  whom: string,
  time?: string,
): Promise<void> {
  await by.follow(`Record help for ${name}`);
  await picks(by, whom);
  if (time !== undefined) await by.write(typed, time);
  await by.press(`For ${name}: ask ${whom}`);
  await by.isAt(name);
}

/** On its page, in the picture of the year. */
const gaveAndReceived = (who: Neighbour, gave: number, received: number) =>
  expect(
    who.page.getByRole('img', {
      name: `In the last 52 weeks it gave ${gave}\u00a0h and received ${received}\u00a0h.`,
    }),
  ).toBeVisible();

test(
  'a nurse for the clinic and a neighbour help alike; the clinic is told when it only takes',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const didac = await world.neighbour('Didac');
    await ana.founds('Riverside');
    const clients: Neighbour[] = [];
    for (const name of helped) clients.push(await world.neighbour(name));
    for (const each of [didac, ...clients]) {
      await each.joins(await ana.invites());
      await each.isLetIn();
    }
    await addsOrganisation(ana, 'Clinic', [], 1);
    const year = (gave: number, received: number) =>
      gaveAndReceived(ana, gave, received);
    const onlyTakes = /^Clinic has only received help since \w+ \d{4}\. Who could use /;

    // Its waiting room is painted, and a month goes by.
    await didac.goesTo('Record help');
    await picks(didac, 'Clinic');
    await didac.press('Ask Clinic');
    await signs(ana, 'Clinic', 'Didac says: “I helped Clinic.”');
    await looksAt(ana, 'Clinic');
    await year(0, 1);
    await ana.readsNoMore(onlyTakes);
    await daysPass(30, ...world.neighbours);
    for (const each of world.neighbours) await each.reloads();
    await ana.reads(onlyTakes);
    await year(0, 1);
    expect(await axe(ana.page)).toEqual([]);

    // The nurse: all of them on one screen, a tap for each, and four.
    const names = clients.map(({ name }) => name);
    const tapsFor = async (
      by: Neighbour,
      act: () => Promise<void>,
    ): Promise<number> => {
      const before = by.taps.length;
      await act();
      return by.taps.length - before;
    };
    const nurse = await tapsFor(ana, async () => {
      await ana.follow('Record help for Clinic');
      await picksAll(ana, names);
      await ana.reads(`${clients.length} people will be asked`);
      await ana.press(`For Clinic: ask ${clients.length} people`);
      await asksAll(ana, names);
      expect(await axe(ana.page)).toEqual([]);
      await ana.follow('Clinic');
    });
    if (!isThorough) expect(nurse).toBe(clients.length + 4);
    await ana.isAt('Clinic');
    await ana.reads('Waiting for a yes: ');
    for (const each of clients) await agrees(each, 'Clinic says: “I helped you.”');
    await ana.readsNoMore('Waiting for a yes: ');
    await ana.readsNoMore(onlyTakes);
    await year(clients.length, 1);

    // The neighbour, beside her, in the same way.
    const neighbour = await tapsFor(didac, async () => {
      await didac.goesTo('Record help');
      await picksAll(didac, names);
      await didac.press(`Ask ${clients.length} people`);
      await asksAll(didac, names);
    });
    if (!isThorough) expect(neighbour).toBe(clients.length + 4);
    for (const each of clients) {
      await agrees(each, 'Didac says: “I helped you.”');
      await each.goesHome();
      await each.hasHours('You can give back 2 hours');
    }
    // An hour of his is one as well: he has the one of the painting, too.
    await didac.goesHome();
    await didac.hasHours(`You can ask for ${clients.length + 1} hours`);
  },
);

test(
  'wardens and residents share a night walk, a bakery ten hours, and a union’s pot gives five',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    const carme = await world.neighbour('Carme');
    const didac = await world.neighbour('Didac');
    await withASay(ana, biel, carme, didac);

    // Homes walks Carme home at night, and Biel, who lives there, walks along.
    await addsOrganisation(ana, 'Homes', ['Biel'], 2);
    await recordsFor(ana, 'Homes', 'Carme');
    await signs(biel, 'Homes', 'Ana says for Homes: “We helped Carme.”');
    await agrees(carme, 'Homes says: “I helped you.”');
    await biel.goesTo('Record help');
    await biel.choose('Carme');
    await biel.press('Ask Carme');
    await agrees(carme, 'Biel says: “I helped you.”');
    // Its hour goes to its warden.
    await ana.follow('Share out its hours');
    await ana.reads('Hours for Ana and Biel need a yes from others who sign');
    await ana.choose('Didac');
    await ana.press('Ask them');
    await ana.isAt('Homes');
    await ana.reads('Shared out, waiting for a yes: Didac 1\u00a0h.');
    await signs(biel, 'Homes', 'Ana would give Didac hours of Homes');
    await takes(didac, 'Homes', 'You can ask for 1 hour');
    await biel.hasHours('You can ask for 1 hour');
    await carme.goesHome();
    await carme.hasHours('You can give back 2 hours');
    await ana.reads('Homes has given as much as it has received');
    expect(await axe(ana.page)).toEqual([]);

    // Ten hours of the bakery go to who baked, and to nobody twice.
    await addsOrganisation(ana, 'Bakery', [], 1);
    await recordsFor(ana, 'Bakery', 'Biel', '10');
    await agrees(biel, 'Bakery says: “I helped you.”');
    await ana.follow('Share out its hours');
    await ana.reads('Hours for Ana need a yes from others who sign');
    expect(await axe(ana.page)).toEqual([]);
    await ana.choose('Carme');
    await ana.choose('Didac');
    await ana.reads('Nothing is left with Bakery.');
    await ana.press('Ask them');
    await ana.isAt('Bakery');
    await ana.follow('Share out its hours');
    await ana.reads('Bakery has no hours to share out now.');
    await ana.reads(
      'Shared out, waiting for a yes: Carme 5\u00a0h and Didac 5\u00a0h.',
    );
    await takes(carme, 'Bakery', 'You can ask for 3 hours');
    await takes(didac, 'Bakery', 'You can ask for 6 hours');
    await ana.reads('Bakery has given as much as it has received');
    await ana.readsNoMore('Shared out, waiting for a yes');
    // What it shared out is no help that it received.
    await looksAt(ana, 'Bakery');
    await gaveAndReceived(ana, 10, 0);

    // The branch fills its pot, and says what it thinks of who asks.
    await addsOrganisation(ana, 'Union pot', ['Biel'], 2, 'A pot for all');
    for (const each of [carme, didac]) {
      await looksAt(each, 'Union pot');
      await each.press('Give hours');
      await each.write(typed, '3');
      await each.press('Give them');
    }
    await ana.reads(/^6\sh$/);
    await didac.press('Ask for hours');
    await didac.write(typed, '5');
    await didac.write('A word about it', 'Care for my mother');
    await didac.press('Ask for them');
    for (const each of [biel, carme, ana]) {
      if (each !== ana) await looksAt(each, 'Union pot');
      await each.reads('Didac asks for 5\u00a0h');
      await each.press('I would give it');
      await each.reads('You would give it');
    }
    await didac.reads('3 would give it.');
    // It is their word, and the signatures of two that give it.
    await signs(ana, 'Union pot', 'Didac asks Union pot for hours');
    await didac.goesHome();
    await didac.hasHours('You can ask for 3 hours');
    await signs(biel, 'Union pot', 'Didac asks Union pot for hours');
    await didac.hasHours('You can ask for 8 hours');
    await looksAt(carme, 'Union pot');
    await carme.reads('Union pot gives hours to Didac');
    await carme.reads(/^1\sh$/);
    await gaveAndReceived(carme, 5, 6);
    expect(await axe(carme.page)).toEqual([]);
  },
);
