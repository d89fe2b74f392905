/** Who somebody is to the others: what all may read, and what partners alone. */
import { axe } from '../axe.ts';
import { photograph, whereTaken } from '../photograph.ts';
import { rawKept } from '../rawKept.ts';
import { expect, test, verifyOnly } from '../world.ts';

test(
  'how to reach Ana is for who shares an hour with her, and for nobody else',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const carme = await world.neighbour('Carme');
    await carme.joins(await ana.invites());
    await carme.isLetIn();
    await ana.reads('Carme has joined.');

    await ana.goesHome();
    await ana.goesTo('Me');
    await ana.follow('My profile');
    await ana.isAt('What others see of you');
    await ana.write('About you', 'Bees, and bread on Fridays.');
    await ana.write('How and where to reach you', 'The blue door, second bell');
    await ana.press('Save');
    await ana.reads('Saved.');

    const looksAtAna = async (neighbour: typeof biel) => {
      await neighbour.goesTo('People');
      await neighbour.follow(/^Ana/);
      await neighbour.isAt('Ana');
      await neighbour.reads('Bees, and bread on Fridays.');
    };
    for (const neighbour of [biel, carme]) {
      await looksAtAna(neighbour);
      await neighbour.readsNoMore('The blue door, second bell');
      expect(await rawKept(neighbour.page)).not.toContain('The blue door');
    }

    // An hour that both said yes to: Ana's phone tells Biel's by itself.
    await ana.saysWasHelped({ with: 'Biel' });
    await biel.goesHome();
    await biel.saysYes();
    await looksAtAna(biel);
    await biel.reads('The blue door, second bell');
    await carme.goesTo('Us');
    await carme.reads('1 exchange');
    await looksAtAna(carme);
    await carme.readsNoMore('The blue door, second bell');
    expect(await rawKept(carme.page)).not.toContain('The blue door');

    // She takes it back: it is gone from where it could be read.
    await ana.goesTo('People');
    await ana.goesHome();
    await ana.follow('This is you');
    await ana.follow('See yourself as others do');
    await ana.reads('The blue door, second bell');
    await ana.follow('Change what others see');
    await ana.write('How and where to reach you', '');
    await ana.press('Save');
    await ana.reads('Saved.');
    await biel.readsNoMore('The blue door, second bell');
  },
);

test(
  'a photo in her button is seen on another phone, and goes with one tap',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await ana.goesHome();
    await ana.goesTo('Me');
    await ana.follow('My profile');
    const file = { name: 'me.jpg', mimeType: 'image/jpeg' };
    const buffer = await photograph(ana.page);
    await ana.page.getByLabel('Add a photo').setInputFiles({ ...file, buffer });
    await ana.reads('Your photo is in your button.');
    expect(await axe(ana.page)).toEqual([]);

    await biel.goesTo('People');
    await biel.follow(/^Ana/);
    await biel.isAt('Ana');
    const shown = biel.page.locator('main image');
    await expect(shown).toHaveCount(1);
    for (const each of [ana, biel]) {
      await expect.poll(() => rawKept(each.page)).toContain('WEBPVP8');
      expect(await rawKept(each.page)).not.toContain(whereTaken);
    }

    await ana.press('Remove my photo');
    await ana.reads('Your photo is removed.');
    await expect(shown).toHaveCount(0);
    for (const each of [ana, biel])
      await expect.poll(() => rawKept(each.page)).not.toContain('WEBPVP8');
  },
);

test(
  'a newcomer joins by taps, finds a need by what fits, answers, helps and records; thanks',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.founds('Riverside');
    await ana.goesTo('Board');
    await ana.follow('Pin a card');
    await ana.choose('I could use help');
    await ana.choose('Lifts');
    await ana.press('Pin it to the board');
    await ana.isAt('A lift now and then');

    const carme = await world.neighbour('Carme');
    await carme.opens(await ana.invites());
    await carme.write('What is your name?', 'Carme');
    await carme.press('Go on');
    await carme.reads('Carme, what could you do for a neighbour?');
    await carme.tap(carme.page.getByText('Keep someone company'));
    await carme.tap(carme.page.getByText('Give a lift'));
    await carme.press('Go on');
    await carme.reads('And what would help you?');
    await carme.tap(carme.page.getByText('A hand in the garden'));
    await carme.press('Join');
    await carme.isLetIn();
    expect(carme.typed).toEqual(['What is your name?']);

    await carme.goesTo('People');
    await carme.follow('1 neighbour fits with you');
    await carme.reads('Ana would like lifts.');
    await carme.follow('Ana');
    await carme.isAt('Ana');
    await carme.follow(/A lift now and then/);
    await carme.reads('help: it is one of the things you can do.');

    // And the other way round: Ana sees Carme for the same reason.
    await ana.goesTo('People');
    await ana.follow('1 neighbour fits with you');
    await ana.reads('Carme can help with lifts.');

    await carme.follow('I can help');
    await carme.isAt('Offer Ana your help');
    await carme.choose('Today');
    await carme.press('Ask Ana');
    await carme.reads('Waiting for Ana');
    await ana.goesHome();
    await ana.reads('Carme answers your card');
    await ana.press('Yes, that suits me');
    await carme.reads('You have agreed');
    await carme.follow('Record the hours');
    await carme.reads('You helped Ana');
    await carme.press('Ask Ana');
    await carme.reads('Ana has been asked');
    expect(carme.typed).toEqual(['What is your name?']);

    await ana.goesHome();
    await ana.saysYes();
    await ana.press('In your own words');
    await ana.write('Say thanks?', 'That was kind of you.');
    await ana.press('Send thanks');
    await carme.reads('That was kind of you.');
  },
);
