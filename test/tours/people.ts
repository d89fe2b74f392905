import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** Joining by taps, a profile and who may read it, who fits, and an introduction. */
export async function* thePeople(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  await ana.founds('Riverside');
  await ana.follow('This is you');
  await ana.follow('See yourself as others do');
  await ana.reads('You have not said yet what you could do.');
  yield { name: 'person-me-blank', page: ana.page };
  await ana.goesTo('People');
  const biel = await world.neighbour('Biel');
  await biel.opens(await ana.invites());
  await biel.press('Go on');
  await biel.reads('Please write your name.');
  yield { name: 'join-nameless', page: biel.page };
  await biel.write('What is your name?', 'Biel');
  await biel.press('Go on');
  await biel.reads('Biel, what could you do for a neighbour?');
  yield { name: 'join-strengths', page: biel.page };
  await biel.tap(biel.page.getByText('Mind children'));
  await biel.tap(biel.page.getByText('Give a lift'));
  await biel.press('Go on');
  await biel.tap(biel.page.getByText('A hand in the garden'));
  await biel.reads('What Riverside agreed on');
  yield { name: 'join-wishes', page: biel.page };
  await biel.press('Join');
  await biel.isLetIn();
  await ana.reads('Biel has joined.');
  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await ana.reads('Carme has joined.');

  const { page } = ana;
  await ana.goesHome();
  await ana.goesTo('Me');
  await ana.follow('My profile');
  await ana.write('About you', 'Bees, and bread on Fridays.');
  await ana.write('Where you live, roughly', 'Mill Lane');
  await page.getByLabel('Another language').selectOption('ar');
  await ana.tap(page.getByText('Help in the garden', { exact: true }));
  await ana.tap(page.getByText('A lift now and then'));
  await ana.write('How and where to reach you', 'The blue door, second bell');
  yield { name: 'profile', page };
  await ana.press('Save');
  await ana.reads('Saved.');
  await ana.follow('Back');
  await ana.follow('See yourself as others do');
  await ana.reads('Only people you share hours, plans or things with can read this.');
  yield { name: 'person-me', page };
  await biel.goesTo('People');
  await biel.follow('1 neighbour fits with you');
  await biel.reads('Ana can help with garden and would like lifts.');
  await biel.tap(biel.page.getByText('Tell me about new cards'));
  yield { name: 'matches', page: biel.page };
  await carme.goesTo('People');
  await carme.follow('Who fits with you');
  await carme.isAt('Who fits with you');
  yield { name: 'matches-blank', page: carme.page };
  await carme.goesTo('People');
  await carme.follow(/^Ana/);
  await carme.press('More about Ana');
  await carme.press('Introduce Ana to someone');
  await carme.page.getByLabel('Who should meet Ana?').selectOption({ index: 1 });
  await carme.write(
    'Why? One line is enough',
    'You are both at the market on Saturdays.',
  );
  yield { name: 'introduce-sheet', page: carme.page };
  await carme.press('Tell them both');
  await carme.reads('Ana and Biel will both see it.');
  await ana.goesHome();
  await ana.reads('Carme thinks you two should meet');
  yield { name: 'home-introduced', page };
  await ana.press('Yes, gladly');
  await ana.reads('Biel has not answered yet');
  await biel.goesHome();
  await biel.reads('Ana has said yes already.');
  await biel.press('Yes, gladly');
  await biel.reads('You have both said yes.');
  yield { name: 'home-both-yes', page: biel.page };
  await biel.follow('Go to Ana');
  await biel.reads('The blue door, second bell');
  yield { name: 'person-partner', page: biel.page };
}
