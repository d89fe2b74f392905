/** Ana leaves: her words go, everywhere; the hours stay, and everybody's sums add up. */
import { readFile } from 'node:fs/promises';
import { readZip, unpack } from '@manyhands/archive';
import { axe } from '../axe.ts';
import { keptHere } from '../keptHere.ts';
import type { Neighbour } from '../neighbour.ts';
import { rawKept } from '../rawKept.ts';
import { expect, test, verifyOnly } from '../world.ts';
import type { World } from '../world.ts';

/** What only Ana has said, in the open. The label is Biel's word for her. */
const said = ['Ana Roca', 'Anas dear old thanks'] as const;
const label = 'For the neighbour with the parrot';
const note = 'The kitchen tap is quiet now.';

/** Biel founded it and invited Ana, who invited Carme. They have traded, and written. */
async function threeNeighbours(world: World): Promise<Neighbour[]> {
  const biel = await world.neighbour('Biel');
  const ana = await world.neighbour('Ana Roca');
  const carme = await world.neighbour('Carme');
  await biel.founds('Riverside');
  await biel.invites();
  await biel.tap(biel.page.getByText('Invite somebody else'));
  await biel.write('Who is it for?', label);
  await biel.press('Make another one');
  await biel.reads(label);
  await ana.joins(await biel.shownInvite());
  await ana.isLetIn();
  await carme.joins(await ana.invites());
  await carme.isLetIn();
  await ana.saysWasHelped({ with: 'Biel', word: note });
  await biel.goesHome();
  await biel.saysYes();
  await biel.reads(note);
  await ana.reads('Done. You both agree');
  await ana.press('In your own words');
  await ana.write('Say thanks?', said[1]);
  await ana.press('Send thanks');
  await biel.reads(said[1]);
  await ana.saysHelped({ with: 'Carme' });
  await carme.goesHome();
  await carme.saysYes();
  await biel.saysHelped({ with: 'Ana Roca' });
  await ana.goesHome();
  await ana.reads('Biel says: “I helped you.”');
  await ana.reads('Also kept by 2 members');
  return [ana, biel, carme];
}

async function asksToLeave(ana: Neighbour): Promise<void> {
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.follow('Community and data');
  await ana.follow('Leave Riverside…');
  await ana.isAt('Leave Riverside');
}

async function leaves(ana: Neighbour): Promise<void> {
  await asksToLeave(ana);
  await ana.press('Leave Riverside');
  await ana.press('Leave for good');
}

/** A disk is purged once nothing has come for a while, on one phone after the other. */
const holds = async ({ page }: Neighbour): Promise<string[]> => {
  const raw = await rawKept(page);
  return [...said, label].filter((words) => raw.includes(words));
};

/** The files of the archive that somebody downloads, unpacked, and the whole as it is. */
async function archiveOf(neighbour: Neighbour): Promise<Map<string, string>> {
  await neighbour.goesTo('Me');
  await neighbour.follow('Settings');
  await neighbour.follow('Community and data');
  const coming = neighbour.page.waitForEvent('download');
  await neighbour.press('Download the community');
  const bytes = new Uint8Array(await readFile(await (await coming).path()));
  const zip = readZip(bytes);
  if (!zip.ok) throw new Error('it is no archive');
  return new Map(
    zip.value.files.map((file) => [
      file.name ?? '',
      Buffer.concat([...unpack(file)]).toString('latin1'),
    ]),
  );
}

test('her words are in no byte of any phone, also of one that was away; the sums are as before', async ({
  world,
}) => {
  const [ana, biel, carme] = await threeNeighbours(world);
  if (!ana || !biel || !carme) throw new Error('they are three');
  for (const each of [biel, carme])
    await expect.poll(() => holds(each)).toEqual([...said, label]);
  // Carme came by an invite that names Ana: whoever is in has no more use for it.
  await expect.poll(() => rawKept(carme.page)).not.toMatch(/\ninvite\n/);
  await carme.goesOffline();
  await carme.reloads();

  await asksToLeave(ana);
  await ana.reads('1 hour waits for your answer.');
  expect(await axe(ana.page)).toEqual([]);
  await ana.press('Leave Riverside');
  await ana.reads('You cannot undo this.');
  expect(await axe(ana.page)).toEqual([]);
  await ana.press('Leave for good');
  await ana.isAt('You have left Riverside');
  await ana.reads('1 of 2 knows');
  // The label is Biel's word: it goes when his phone has heard.
  await expect.poll(() => holds(ana)).toEqual([]);
  expect(await axe(ana.page)).toEqual([]);

  // She waits no longer. Nothing of Riverside is on her phone then.
  await ana.press('Take Riverside off this phone');
  await ana.reads('1 of 2 knows so far.');
  await ana.press('Take it off anyway');
  await ana.isAt('Goodbye, and thank you');
  await ana.reads('1 of 2 knows that you left');
  expect(await axe(ana.page)).toEqual([]);
  // What is left: that somebody without a name uses this phone, and what they chose on it.
  const ofNobody = ['manyhands/people people', 'localStorage'];
  const left = async () =>
    Object.entries(await keptHere(ana.page)).filter(
      ([name, rows]) => rows > 0 && !ofNobody.includes(name),
    );
  await expect.poll(left).toEqual([]);
  expect(await holds(ana)).toEqual([]);
  await ana.closes();

  await biel.goesTo('Hours');
  await biel.reads('Someone who left');
  await carme.goesOnline();
  await carme.goesTo('People');
  await carme.readsNoMore(/Ana Roca/);
  for (const each of [biel, carme]) {
    await expect.poll(() => holds(each)).toEqual([]);
  }

  await biel.goesHome();
  await biel.hasHours('You can ask for 1 hour 30 minutes');
  await carme.goesHome();
  await carme.hasHours('You can give back 1 hour 30 minutes');
  await biel.reads('The other person has left');
  await biel.goesTo('Hours');
  const withHer = biel.page.getByRole('link', { name: /You helped Someone who left/ });
  await biel.tap(withHer.filter({ hasNotText: 'The other person has left' }));
  await biel.reads('Done. You both agree');
  await biel.readsNoMore(note);
  await biel.readsNoMore(said[1]);
  expect(await axe(biel.page)).toEqual([]);

  const files = await archiveOf(biel);
  for (const text of files.values())
    for (const words of [...said, label]) expect(text).not.toContain(words);
  expect(files.get('people.csv')).toContain('someone who left');
  const people = JSON.parse(files.get('people.json') ?? '[]') as {
    balance_minutes: number;
  }[];
  expect(people.map((each) => each.balance_minutes).sort((a, b) => a - b)).toEqual([
    -90, 0, 90,
  ]);
});

test(
  'she leaves offline: nobody knows, until they meet; then it goes by itself, and she can come back as somebody new',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel, carme] = await threeNeighbours(world);
    if (!ana || !biel || !carme) throw new Error('they are three');
    await ana.goesOffline();
    await ana.reloads();
    await leaves(ana);
    await ana.isAt('You have left Riverside');
    await ana.reads('Nobody knows yet');
    // The phone is put away and taken up again: it still has to tell.
    await ana.closes();
    await ana.comesBack();
    await ana.isAt('You have left Riverside');
    await ana.reads('Nobody knows yet');
    await biel.goesTo('People');
    await biel.reads('Ana Roca');

    await ana.goesOnline();
    await ana.isAt('Goodbye, and thank you');
    await ana.reads('Everybody knows that you left.');
    for (const each of [biel, carme]) await expect.poll(() => holds(each)).toEqual([]);

    await ana.joins(await biel.invites());
    await ana.isLetIn();
    await biel.goesTo('People');
    await biel.reads('3 members');
    await biel.follow(/^Ana Roca/);
    await biel.reads('You two have no hours together yet.');
  },
);
