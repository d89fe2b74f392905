/** The board: what hangs there on one phone is found on another, in any script. */
import { axe } from '../axe.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test, verifyOnly } from '../world.ts';

async function finds(somebody: Neighbour, text: string): Promise<void> {
  await somebody.write('Find on the board', text);
}

test(
  'Ana pins an offer and a need by taps; Biel finds them, until they are paused and closed',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await biel.goesTo('Board');
    await biel.reads('Pin the first card');

    await ana.goesTo('Board');
    await ana.follow('Pin a card');
    await ana.choose('I can help');
    await ana.choose('Standing up for someone');
    await ana.press('Pin it to the board');
    await ana.isAt('Help with forms and offices');
    await ana.goesTo('Board');
    await ana.follow('Pin a card');
    await ana.choose('I could use help');
    await ana.choose('Garden');
    await ana.write('In a few words', 'سياج عند القناة');
    await ana.press('Pin it to the board');
    await ana.isAt(/سياج/);
    expect(await axe(ana.page)).toEqual([]);

    // He did nothing: what she pinned came to his board.
    await biel.reads(/^2 cards$/);
    await finds(biel, 'السياج');
    await biel.reads('No card fits that yet');
    await finds(biel, 'سِياج');
    await biel.reads(/^1 of 2 cards$/);
    // By what the app says of a kind, which she never wrote.
    await finds(biel, 'complaints');
    await biel.reads('No card fits that yet');
    await biel.press('Standing up for someone: 1 card');
    await biel.reads(/^1 of 2 cards$/);
    await biel.follow('Help with forms and offices');
    await biel.isAt('Help with forms and offices');
    expect(await axe(biel.page)).toEqual([]);

    await ana.press('More…');
    await ana.press('Pause');
    await biel.goesTo('Board');
    await biel.reads(/^1 card$/);
    await ana.press('Open it again');
    await biel.reads(/^2 cards$/);
    await ana.press('More…');
    await ana.press('Done, close it');
    await biel.reads(/^1 card$/);
    await ana.press('More…');
    await ana.press('Erase');
    await ana.reads('This card is gone');
    await ana.press('Undo');
    await ana.isAt(/سياج/);
  },
);
