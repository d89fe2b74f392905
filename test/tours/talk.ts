import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** A person, and the conversation with them: empty, with words, a plan, an hour; the list. */
export async function* theTalk(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  await biel.goesTo('Me');
  await biel.follow('My profile');
  await biel.write('About you', 'Roses, ladders, and a slow walk by the canal.');
  await biel.write('How and where to reach you', 'The blue door. +34 612 345 678');
  await biel.tap(biel.page.getByText('All members may read how to reach me'));
  await biel.press('Save');
  await biel.reads('Saved.');
  await ana.goesTo('People');
  await ana.follow(/^Biel/);
  await ana.reads('The blue door.');
  yield { name: 'person-acts', page: ana.page };
  await ana.press('More about Biel');
  yield { name: 'person-menu', page: ana.page };
  await ana.closesTheSheet();
  await ana.follow('Message');
  await ana.reads('Say hello to Biel');
  yield { name: 'talk-empty', page: ana.page };
  await ana.write('Write to Biel', 'Hello Biel! Welcome to Riverside.');
  await ana.press('Send');
  await ana.reads('Biel has it');
  yield { name: 'talk-stranger', page: ana.page };

  await ana.goesTo('Board');
  await ana.follow('Pin a card');
  await ana.choose('I could use help');
  await ana.choose('Garden');
  await ana.write('In a few words', 'Cut the hedge by the canal');
  await ana.press('Pin it to the board');
  await ana.isAt('Cut the hedge by the canal');
  await biel.goesHome();
  await biel.reads('Hello Biel! Welcome to Riverside.');
  yield { name: 'home-unread', page: biel.page };
  await biel.follow(/Hello Biel!/);
  await biel.write(
    'Write to Ana',
    'Thank you! I have a long ladder, and time on Tuesday and Thursday.\nShall I look at your hedge?',
  );
  await biel.press('Send');
  await biel.goesTo('Board');
  await biel.follow(/Cut the hedge/);
  await biel.follow('I can help');
  await biel.choose('Tomorrow');
  await biel.write('At what time?', '09:30');
  await biel.press('Ask Ana');
  await biel.reads('Waiting for Ana');

  await ana.goesTo('People');
  await ana.follow('Talk');
  await ana.reads('1 new');
  yield { name: 'talks', page: ana.page };
  await ana.follow(/1 new/);
  await ana.reads('Biel answers your card');
  yield { name: 'talk-plan-asks', page: ana.page };
  await ana.press('Yes, that suits me');
  await ana.write('Write to Biel', 'Yes, please. The gate is open.');
  await ana.press('Send');
  await ana.saysWasHelped({ with: 'Biel', word: 'The hedge' });
  await ana.reads('Biel has been asked');
  yield { name: 'talk', page: ana.page };
  const more = ana.page.getByRole('button', { name: 'More about this message' });
  await ana.tap(more.last());
  await ana.reads('Your message');
  yield { name: 'talk-word-sheet', page: ana.page };
  await ana.closesTheSheet();
  await biel.goesTo('People');
  await biel.follow('Talk');
  await biel.follow(/Waiting for you/);
  await biel.reads('Ana says: “You helped me.”');
  yield { name: 'talk-hour-asks', page: biel.page };
  await biel.press(/^Cut the hedge/);
  await biel.reads('Either of you can still change it, or call it off.');
  yield { name: 'talk-plan-open', page: biel.page };

  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await carme.goesTo('People');
  await carme.follow('Talk');
  await carme.reads('Nothing said yet');
  yield { name: 'talks-none', page: carme.page };
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Community and data');
  await ana.tap(ana.page.getByText('People I share nothing with may write to me'));
  await carme.goesTo('People');
  await carme.follow(/^Ana/);
  await carme.follow('Message');
  await carme.reads(
    'Ana gets messages only from people with shared hours, plans or things.',
  );
  yield { name: 'talk-closed', page: carme.page };
}
