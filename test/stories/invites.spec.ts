/** Invites that do not open the door, or not yet. */
import { test, verifyOnly } from '../world.ts';

test(
  'a damaged invite says so, and the whole one still works',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    await ana.founds('Riverside');
    const invitation = await ana.invites();

    await biel.opens(invitation.slice(0, -30));
    await biel.reads('Part of this invitation is missing.');
    await biel.reads('Nothing is lost.');
    await biel.pastes(`Come and join us:\n${invitation}`);
    await biel.isAt('Join Riverside');
    await biel.reads('Ana invites you.');
    await biel.fillsInTheDoor();
    await biel.isLetIn();

    await biel.opens(invitation);
    await biel.reads('Riverside is on this device already.');
    await biel.press('Open it');
    await biel.isLetIn();
  },
);

test(
  'an invite that somebody has used opens for nobody else',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    const carme = await world.neighbour('Carme');
    await ana.founds('Riverside');
    const invitation = await ana.invites();
    await biel.joins(invitation);
    await biel.isLetIn();

    await carme.joins(invitation);
    await carme.reads('Somebody has already joined with this invitation.');
    await carme.reads('Each one is for one person. Ask for one of your own.');
    await carme.press('Paste a link');
    await carme.write('The link', await ana.invites());
    await carme.press('Open it');
    await carme.reads('Riverside is on this device already.');
    await carme.press('Open it');
    await carme.isLetIn();
  },
);

test(
  'an invite that was taken back opens the door to nobody',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    await ana.founds('Riverside');
    const invitation = await ana.invites();
    await ana.reads('Not used yet');
    await ana.press('Take back');
    await ana.reads('You cannot undo this');
    await ana.press('Take it back');
    await ana.reads('The invitation is taken back. Nobody can join with it.');

    await biel.joins(invitation);
    await biel.reads('This invitation has been taken back.');
  },
);

test('with nobody awake one looks around, records, and is let in later', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  await ana.founds('Riverside');
  const invitation = await ana.invites();
  await ana.closes();

  await biel.opens(invitation);
  await biel.write('What is your name?', 'Biel');
  await biel.press('Go on');
  await biel.press('I don’t know yet');
  await biel.reads(
    'Here you see what Riverside agreed on, as soon as one of its phones answers',
  );
  await biel.press('Join');
  await biel.reads('Almost there');
  await biel.reads('As soon as a member is online, you are in.');
  await biel.goesTo('People');
  await biel.goesTo('Record help');
  await biel.write('Who with?', 'Ana');
  await biel.press('Keep it on this phone');
  await biel.reads('Started on this phone');
  await biel.reloads();
  await biel.reads('Started on this phone');

  await ana.comesBack();
  await biel.isLetIn();
  await biel.reads('You are in. Welcome to Riverside!');
  // What nobody could tell him before is asked now.
  await biel.reads('I agree to this');
  await biel.follow(/^Ana/);
  await biel.choose('Ana');
  await biel.press('Ask Ana');
  await biel.reads('Ana has been asked');
  await ana.saysYes();
});
