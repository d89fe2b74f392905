/** Two members talk: sealed to the two, erasable, and one tap from wherever they meet. */
import { axe } from '../axe.ts';
import type { Neighbour } from '../neighbour.ts';
import { rawKept } from '../rawKept.ts';
import { expect, test, verifyOnly } from '../world.ts';

const talkTo = async (me: Neighbour, other: string): Promise<void> => {
  await me.goesTo('People');
  await me.follow(new RegExp(`^${other}`));
  await me.isAt(other);
  await me.follow('Message');
};

const says = async (me: Neighbour, other: string, text: string): Promise<void> => {
  await me.write(`Write to ${other}`, text);
  await me.press('Send');
  await me.reads(text);
};

test(
  'hello, an answer, and a word too many that is erased on both phones',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const carme = await world.neighbour('Carme');
    await carme.joins(await ana.invites());
    await carme.isLetIn();
    await ana.reads('Carme has joined.');

    await talkTo(ana, 'Biel');
    await ana.reads('Say hello to Biel');
    await ana.reads('You two share nothing yet: 3 messages until Biel answers.');
    expect(await axe(ana.page)).toEqual([]);
    await says(ana, 'Biel', 'Welcome, Biel!');

    await biel.goesHome();
    await biel.follow(/Welcome, Biel!/);
    await biel.isAt('Ana');
    await biel.reads('Welcome, Biel!');
    await says(biel, 'Ana', 'Thank you, Ana. Shall I prune the roses?');
    expect(await axe(biel.page)).toEqual([]);
    await ana.reads('Thank you, Ana. Shall I prune the roses?');
    await ana.reads(/\d\s*Read\s*$/);
    await biel.goesHome();
    await biel.readsNoMore('New messages');

    await says(ana, 'Biel', 'The key lies under the fern.');
    await says(ana, 'Biel', 'On Tuesday?');
    await biel.goesTo('People');
    await biel.follow('Talk');
    await biel.follow(/2 new/);
    await biel.reads('The key lies under the fern.');

    // Everybody keeps it, and a third one can open nothing of it.
    const oneBeforeLast = ana.page.getByRole('button', {
      name: 'More about this message',
    });
    await ana.tap(oneBeforeLast.last());
    await ana.reads(/^Kept on the phones of (Biel and Carme|Carme and Biel)\./);
    for (const word of ['Welcome, Biel!', 'under the fern', 'prune the roses'])
      expect(await rawKept(carme.page)).not.toContain(word);
    await carme.goesTo('People');
    await carme.follow('Talk');
    await carme.reads('Nothing said yet');

    await ana.press('Erase it for both of you');
    await ana.readsNoMore('The key lies under the fern.');
    await biel.readsNoMore('The key lies under the fern.');
    await biel.reads('On Tuesday?');
    for (const { page } of [ana, biel])
      await expect.poll(() => rawKept(page)).not.toContain('under the fern');
  },
);

test(
  'offline a word waits, and arrives once the two have met',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await talkTo(ana, 'Biel');
    await ana.reads('Say hello to Biel');
    await biel.closes();
    await expect
      .poll(async () => (await ana.traffic()).some(({ isOpen }) => isOpen))
      .toBe(false);
    await says(ana, 'Biel', 'See you on Tuesday');
    await ana.reads(/\d\s*Written\s*$/);
    await biel.comesBack();
    await biel.reads('See you on Tuesday');
    await ana.reads('Biel has it');
  },
);
