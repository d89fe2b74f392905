/** An error nobody expected: it is told, and whoever was writing goes on. */
import { expect, test, verifyOnly } from '../world.ts';

test(
  'an error in the middle of writing is told, and what was written is asked',
  verifyOnly,
  async ({ world }) => {
    const [ana] = await world.anaAndBiel();
    ana.mayComplainOf(/Bug: minutes below zero/);
    await ana.goesTo('Record help');
    await ana.choose('I helped');
    await ana.choose('Biel');
    await ana.tap(ana.page.getByText('Say what it was'));
    await ana.write('A note about it', 'Carried the shopping up');
    await ana.page.evaluate(() => {
      void Promise.reject(new Error('Bug: minutes below zero'));
    });
    await ana.reads('Something went wrong.');
    await ana.reads(/What was saved is still saved\. You can go on\./);

    // What helps somebody who helps can be read and copied.
    await ana.tap(ana.page.getByText('For someone who helps you'));
    await expect(ana.page.getByLabel('What to show them')).toHaveValue(
      /^Error: Bug: minutes below zero\s+at /,
    );
    await ana.press('Close');
    await ana.readsNoMore('Something went wrong.');

    await expect(ana.page.getByLabel('A note about it')).toHaveValue(
      'Carried the shopping up',
    );
    await ana.press('Ask Biel');
    await ana.reads('Biel has been asked');
  },
);

test('what is thrown out of a callback is told as well, once', async ({ world }) => {
  const ana = await world.neighbour('Ana');
  ana.mayComplainOf(/Bug: no such day/);
  await ana.isAt('An hour is an hour');
  const fail = () =>
    ana.page.evaluate(() => {
      const bug = new Error('Bug: no such day');
      bug.stack = 'Error: Bug: no such day';
      setTimeout(() => {
        throw bug;
      });
    });
  await fail();
  await ana.reads('Something went wrong.');
  await ana.press('Close');
  const told = ana.page.waitForEvent('pageerror');
  await fail();
  await told;
  await ana.readsNoMore('Something went wrong.');
  await ana.isAt('An hour is an hour');
});
