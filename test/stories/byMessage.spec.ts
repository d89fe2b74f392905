/** Phones are seldom awake together: an hour that travels by message links alone. */
import { linkIn } from '../linkIn.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test, verifyOnly } from '../world.ts';

/** Ana and Biel with no link between them and nobody to introduce them again. */
async function apart(world: {
  anaAndBiel: () => Promise<[Neighbour, Neighbour]>;
  stopRelay: () => Promise<void>;
}): Promise<[Neighbour, Neighbour]> {
  const [ana, biel] = await world.anaAndBiel();
  await world.stopRelay();
  await ana.reloads();
  await biel.reloads();
  return [ana, biel];
}

test(
  'asked and answered by message, with no link and no relay',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await apart(world);
    await ana.saysWasHelped({ with: 'Biel', word: 'The tap is quiet now.' });
    await ana.reads('Saved on this phone');
    const asking = await ana.writesTo('Biel');

    await biel.opensMessage(asking);
    await biel.reads('Ana says: “You helped me.”');
    await biel.reads('The tap is quiet now.');
    await biel.saysYes();
    await biel.reads('You can ask for 1 h 30.');
    const answer = await biel.writesTo('Ana');

    await ana.opensMessage(answer);
    await ana.reads('Done. You both agree');
    await ana.reads('You have 1 h 30 to give back.');

    // Opened once more, each changes nothing, and leads to the same hour.
    await biel.goesHome();
    await biel.opensMessage(asking);
    await biel.reads('Done. You both agree');
    await ana.goesHome();
    await ana.opensMessage(answer);
    await ana.reads('Done. You both agree');
    await ana.goesHome();
    await ana.hasHours('You can give back 1 hour 30 minutes');
    await biel.goesHome();
    await biel.hasHours('You can ask for 1 hour 30 minutes');

    for (const traffic of [await ana.traffic(), await biel.traffic()]) {
      expect(traffic.filter(({ isOpen }) => isOpen)).toEqual([]);
    }
  },
);

test(
  'a message opens the app where it was closed, or is pasted whole',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await apart(world);
    await ana.saysWasHelped({ with: 'Biel' });
    const asking = await ana.writesTo('Biel');

    await biel.closes();
    await biel.comesBack(new URL(linkIn(asking)).hash);
    await biel.reads('Ana says: “You helped me.”');
    await biel.goesHome();

    await biel.pastes(`Biel, look:\n> ${asking}\nBest, Ana`);
    await biel.reads('Ana says: “You helped me.”');
    await biel.saysYes();
  },
);

test(
  'cut off, changed or meant for another, it says so and nothing is lost',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const carme = await world.neighbour('Carme');
    await carme.joins(await ana.invites());
    await carme.isLetIn();
    await ana.saysWasHelped({ with: 'Biel' });
    const link = linkIn(await ana.writesTo('Biel'));

    await biel.opens(link.slice(0, -40));
    await biel.reads('Part of this message is missing.');
    await biel.reads('Nothing is lost.');
    const middle = link.length - 100;
    const other = link[middle] === 'A' ? 'B' : 'A';
    await biel.opens(link.slice(0, middle) + other + link.slice(middle + 1));
    await biel.reads('Part of this message is missing.');

    await carme.opens(link);
    await carme.reads('This message is about an hour between two other people.');
    await carme.reads('Nothing has changed here.');

    const didac = await world.neighbour('Didac');
    await didac.opens(link);
    await didac.reads(
      'This message comes from a community that is not on this device.',
    );

    await biel.opens(link);
    await biel.saysYes();
  },
);

test(
  'it names no host: on another mirror it is pasted',
  verifyOnly,
  async ({ world }) => {
    const mirror = await world.mirror();
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel', mirror);
    await ana.founds('Riverside');
    await biel.pastes(await ana.invites());
    await biel.fillsInTheDoor();
    await biel.isLetIn();
    await ana.reads('Biel has joined.');
    await ana.saysWasHelped({ with: 'Biel' });
    const asking = await ana.writesTo('Biel');

    // Where Ana's copy of the app lies, Biel's phone has nothing.
    await biel.opensMessage(asking);
    await biel.reads('This message comes from a community that is not on this device.');
    await biel.pastes(asking);
    await biel.reads('Ana says: “You helped me.”');
    await biel.saysYes();
  },
);
