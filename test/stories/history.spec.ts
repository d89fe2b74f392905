/** More than one page of history: what plain y-webrtc would never have brought across. */
import { crossedSince } from '../connections.ts';
import { expect, test } from '../world.ts';

/** One page, and the largest message that y-webrtc lets through. */
const pageBytes = 262_144;

// The page is drawn hundreds of times: no film is made of it.
test.use({ trace: 'off' });

test('who joins later gets all of a long history', async ({ world }) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.follow('Record help with Biel');
  await ana.isAt('Record help');
  await ana.page.evaluate(recordOften, 200);
  await biel.reads('Ana says: “I helped you.”');

  const carme = await world.neighbour('Carme');
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await ana.goesHome();
  await ana.reads('Also kept by 2 members');
  const brought = crossedSince([], await carme.traffic());
  expect(brought.received).toBeGreaterThan(pageBytes);

  // What came is kept: it is there with nobody near.
  await carme.goesOffline();
  await carme.reloads();
  await carme.goesTo('People');
  await carme.follow(/^Biel/);
  await carme.reads('Invited by Ana');
});

/** Runs in Ana's page, on the form: the same hour again and again, as fast as it goes. */
async function recordOften(times: number): Promise<void> {
  const start = location.hash;
  const until = async <T>(find: () => T | null | undefined): Promise<T> => {
    for (;;) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  };
  for (let i = 0; i < times; i += 1) {
    location.hash = start;
    const ask = await until(() =>
      [...document.querySelectorAll('button')].find((button) =>
        button.textContent.includes('Ask Biel'),
      ),
    );
    const word = await until(() =>
      [...document.querySelectorAll('textarea')].find(({ labels }) =>
        labels[0]?.textContent.includes('A note about it'),
      ),
    );
    word.value = `${i} `.padEnd(1_000, 'a long word ');
    word.dispatchEvent(new Event('input', { bubbles: true }));
    ask.click();
    await until(() => location.hash.includes('/at/'));
  }
}
