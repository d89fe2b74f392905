/**
 * Neighbours bring along the hours that they kept somewhere else: three sign, one writes the
 * list, another says yes to it, and each is asked whether what they bring is right.
 */
import { axe } from '../axe.ts';
import { bringsAlong, looksAtBrought, writesList } from '../broughtAlong.ts';
import { expect, test, verifyOnly } from '../world.ts';

test(
  'three sign for the hours from before, and each says whether theirs are right',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const carme = await world.neighbour('Carme');
    await carme.joins(await ana.invites());
    await carme.isLetIn();
    await bringsAlong(ana, ['Biel', 'Carme'], 20);
    await ana.reads('It holds at once, because your community has only just begun.');
    expect(await axe(ana.page)).toEqual([]);
    await ana.press('Begin');
    await ana.reads('Nothing is written down yet');

    // Didac is not here yet: his line waits on Ana's phone.
    await writesList(ana, ['Biel – 3', 'Carme -2', 'Didac – 12 h 30']);
    await ana.reads('Not a member yet. The line waits here until they come.');
    expect(await axe(ana.page)).toEqual([]);
    await ana.press('Write the hours of 2 people');
    await ana.reads('The hours of 2 people are written.');

    // Nobody signs their own: Carme says yes to Biel's, and Biel to hers.
    await carme.goesHome();
    await carme.reads('Hours that 1 person brings along wait for you');
    await carme.follow('Look at the list and sign');
    await carme.reads('3\u00a0h to ask for, of 20\u00a0h agreed.');
    expect(await axe(carme.page)).toEqual([]);
    await carme.press('Yes to this line');
    await carme.reads('Nothing waits for you here');
    await biel.goesHome();
    await biel.follow('Look at the list and sign');
    await biel.press('Yes to this line');
    await biel.reads('Nothing waits for you here');

    // Each is asked, and says so.
    await biel.goesHome();
    await biel.reads('You bring 3\u00a0h along from before');
    expect(await axe(biel.page)).toEqual([]);
    await biel.press('Yes, that’s right');
    await biel.hasHours('You can ask for 3 hours');
    await carme.goesHome();
    await carme.reads('You bring 2\u00a0h to give back along from before');
    await carme.press('That’s different');
    await carme.reads('You said it was different.');

    // Didac comes, and his line can be written: nothing was lost meanwhile.
    const didac = await world.neighbour('Didac');
    await didac.joins(await ana.invites());
    await didac.isLetIn();
    await looksAtBrought(ana);
    await ana.reads('Carme says it was different');
    await ana.follow('Write the list');
    await ana.reads('They say it was different. Ask them, then change the hours.');
    await ana.press('Write the hours of 1 person');
    await biel.goesHome();
    await biel.follow('Look at the list and sign');
    await biel.press('Yes to this line');
    await didac.goesHome();
    await didac.press('Yes, that’s right');
    await didac.hasHours('You can ask for 12 hours 30 minutes');

    // Everybody sees all of it.
    await looksAtBrought(carme);
    await carme.reads('Brought along so far');
    await carme.reads('15\u00a0h\u00a030');
    await carme.reads('12\u00a0h\u00a030 to ask for');
    expect(await axe(carme.page)).toEqual([]);
  },
);
