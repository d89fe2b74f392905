/**
 * Whole journeys without a mouse and without touching the glass: nothing but a keyboard,
 * and at every stop it is seen where one is.
 */
import { Typist } from '../typist.ts';
import { expect, test, verifyOnly } from '../world.ts';

test(
  'an offer is pinned, found and answered, agreed on, done, recorded and thanked for by keyboard alone',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const [anas, biels] = [new Typist(ana), new Typist(biel)];
    await anas.enters('Board');
    await anas.hearsFirst('Board');
    await anas.enters('Pin a card');
    await anas.hearsFirst('Pin a card');
    await anas.picks('I can help');
    await anas.picks('Garden');
    await anas.fills(/^In a few words/, 'Roses pruned');
    await anas.enters('Pin it to the board');
    await anas.hearsFirst('Roses pruned');

    await biels.enters('Board');
    await biel.reads('1 card');
    await biels.fills('Find on the board', 'roses');
    await biels.enters('Roses pruned');
    await biels.hearsFirst('Roses pruned');
    await biels.enters('I’d like that');
    await biels.hearsFirst('Ask Ana for it');
    await biels.picks('Tomorrow');
    await biels.fills('At what time?', '0930AM');
    await biels.tabsTo('About how long?');
    await biels.strikes('ArrowRight', 'ArrowRight');
    await biels.fills('A note to Ana', 'Three bushes.');
    await biels.enters('Ask Ana');
    await biel.reads('Waiting for Ana');

    await anas.enters(/^Today/);
    await ana.reads('9:30');
    await ana.reads('Three bushes.');
    await anas.enters('Change or say no');
    await anas.enters('Suggest something else');
    await anas.hearsFirst('Suggest something else');
    await anas.fills('Where?', 'By the canal');
    await anas.enters('Suggest it to Biel');
    await ana.reads('Waiting for Biel');
    await biels.enters('Yes, that suits me');
    await biels.hearsFirst('Roses pruned');
    await biel.reads('You have agreed');

    await ana.reads('You have agreed');
    await anas.enters('Record the hours');
    await anas.hearsFirst('Record help');
    await anas.enters('Ask Biel');
    await anas.hearsFirst('Biel has been asked');
    await biels.enters(/^Today/);
    await biels.enters('Yes, that’s right');
    await biels.hearsFirst('Done. You both agree');
    await biel.reads('You have 1 h 30 to give back.');
    await biels.enters('In your own words');
    await biels.hearsFirst('Say thanks?');
    await biel.page.keyboard.type('The roses are lovely.');
    await biels.strikes('Enter');
    await ana.reads('The roses are lovely.');
  },
);

test('founding, inviting and joining with what one can do need nothing but a keyboard', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  const anas = new Typist(ana);
  await anas.enters('Start a community');
  await anas.hearsFirst('Start a community');
  await anas.fills('What is it called?', 'Riverside');
  await anas.fills('And your name?', 'Ana');
  await anas.strikes('Enter');
  await anas.hearsFirst('Ana, what could you do for a neighbour?');
  await anas.enters('Start it');
  await ana.reads('You are the first one here');
  await anas.enters('People');
  await anas.hearsFirst('People');
  await anas.enters('Invite someone');
  await anas.hearsFirst('Invite someone');
  await anas.enters('Copy');

  const biel = await world.neighbour('Biel');
  const biels = new Typist(biel);
  await biel.opens(await ana.page.evaluate(() => navigator.clipboard.readText()));
  await biels.hearsFirst('Join Riverside');
  await biels.fills('What is your name?', 'Biel');
  await biels.strikes('Enter');
  await biels.hearsFirst('Biel, what could you do for a neighbour?');
  await biels.ticks('Mind children');
  await biels.ticks('Give a lift');
  await biels.enters('Back');
  await biels.hearsFirst('Join Riverside');
  await biels.enters('Go on');
  await biels.enters('Go on');
  await biels.hearsFirst('And what would help you?');
  await biels.ticks('A hand in the garden');
  await biels.enters('Join');
  await biel.isLetIn();
  await ana.reads('Biel has joined.');
  await anas.enters('People');
  await anas.enters(/^Biel/);
  await ana.reads('Raising children');
});

test(
  'an organisation is added, with who signs for it, by keyboard alone',
  verifyOnly,
  async ({ world }) => {
    const [ana] = await world.anaAndBiel();
    const anas = new Typist(ana);
    await anas.enters('People');
    await anas.enters(/^Organisations/);
    await anas.hearsFirst('Organisations');
    await anas.enters('Add an organisation');
    await anas.hearsFirst('Add an organisation');
    await anas.fills(/^What is it called/, 'Clinic');
    await anas.enters('Next');
    await anas.ticks('Biel');
    await anas.enters('Next');
    await anas.picks('1');
    await anas.enters('Add it');
    await anas.hearsFirst('Clinic');
    await ana.reads('2 people sign, and one yes is enough.');
  },
);

test(
  'a ladder is lent and comes back by keyboard alone',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const [anas, biels] = [new Typist(ana), new Typist(biel)];
    await anas.enters('Board');
    await anas.hearsFirst('Board');
    await anas.enters('Pin a card');
    await anas.hearsFirst('Pin a card');
    await anas.picks('I have a thing');
    await anas.enters('Go on without a picture');
    await anas.fills('What is it?', 'A ladder');
    await anas.picks('Lend it');
    await anas.enters('Pin it to the board');
    await anas.hearsFirst('A ladder');
    await anas.picks('Biel');
    await anas.enters('I lent it to Biel');
    await anas.hearsFirst('Who has it?');
    await ana.reads('Biel has been asked.');

    await biels.enters(/^Today/);
    await biels.enters('Ana says: “I lent you this.”');
    await biels.hearsFirst('Ana says: “I lent you this.”');
    await biels.enters('Yes, that’s right');
    await biels.hearsFirst('A ladder');
    await biels.enters('A ladder');
    await biels.hearsFirst('A ladder');
    await biel.reads('You have it on loan from Ana, since today.');
    await biels.enters('I have brought it back');
    await biel.reads('Ana has been asked.');
    await anas.enters('Talk with Biel');
    await anas.hearsFirst('Biel says: “I have brought it back.”');
    await anas.enters('Yes, that’s right');
    await ana.reads('Biel brought this back');
    await biel.reads('I have borrowed it');
  },
);

test(
  'the language, the look, a lock and every sheet need nothing but a keyboard',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const anas = new Typist(ana);
    await biel.saysWasHelped({ with: 'Ana' });
    await anas.enters(/^Today/);
    await anas.enters('Something’s different');
    await anas.hearsFirst('Close');
    await anas.strikes('Escape');
    await anas.hearsFirst('Something’s different');
    await expect(ana.page.getByRole('dialog')).toHaveCount(0);

    await anas.enters('Me');
    await anas.enters('Settings');
    await anas.hearsFirst('Settings');
    await anas.enters('Notifications and look');
    await anas.hearsFirst('Notifications and look');
    await anas.picks('Dark');
    await expect(ana.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await anas.picks('Español');
    await ana.isAt('Avisos y aspecto');
    await anas.hearsFirst('Español');
    await anas.picks('English');
    await ana.isAt('Notifications and look');
    await anas.enters('Back');
    await anas.enters('No internet?');
    await anas.picks('Somebody beside me');
    await anas.picks('Bring news across');
    await anas.enters('Link two phones');
    await anas.hearsFirst('Link two phones');
    await anas.enters('Back');
    await anas.enters('Back');
    await anas.enters('Keep my hours safe');
    await anas.enters('Put a lock on it');
    await anas.fills('A new PIN', '258036');
    await anas.fills('The same once more', '258036');
    await anas.strikes('Enter');
    await ana.reads('It is locked with what you chose.');
    await anas.enters('Back');
    await anas.enters('Lock now');
    await anas.hearsFirst('Hello, Ana');
    await anas.fills('Your PIN', '258036');
    await anas.strikes('Enter');
    await ana.isAt(/^Good /);
    await anas.enters('Me');
    await anas.enters('Settings');
    await anas.hearsFirst('Settings');
    await anas.enters('Community and data');
    await anas.enters('Erase this community from this device');
    await anas.strikes('Escape');
    await anas.hearsFirst('Erase this community from this device');
  },
);
