/** What a disk gives back is not what was written to it: it is found, and said. */
import { emptyTab, tamper } from '../faults.ts';
import { picture } from '../picture.ts';
import { test, verifyOnly } from '../world.ts';

test('damage is found at the next opening, and said', verifyOnly, async ({ world }) => {
  const [ana, biel] = await world.anaAndBiel();
  await ana.saysWasHelped({ with: 'Biel' });
  await biel.saysYes();
  await ana.reads('Done. You both agree');
  const home = new URL(biel.page.url()).hash.replace(/talk.*/, 'home');
  const tampered = async (...how: [string, string, Parameters<typeof tamper>[3]]) => {
    await biel.closes();
    const other = await emptyTab(biel.context, world.address);
    await tamper(other, ...how);
    await other.close();
    await biel.comesBack(`/${home}`);
  };

  await tampered('/document', 'updates', 'flip a byte');
  await biel.reads('Part of what this device kept was damaged');
  await picture(biel.page, 'damaged');
  await biel.hasHours('You can ask for 1 hour 30 minutes');
  await biel.press('Not now');
  await biel.readsNoMore('Part of what this device kept was damaged');

  await tampered('/rows', 'journal', 'lose the last row');
  await biel.readsInAlert(
    'This device has lost part of what it wrote',
    'Your hours stay with the others',
  );
  await picture(biel.page, 'journal-behind');
  await biel.hasHours('You can ask for 1 hour 30 minutes');

  await tampered('/keyring', 'keys', 'empty the keys');
  await biel.readsInAlert('This device cannot act as you any more in that community.');
  await picture(biel.page, 'keys-lost');
  await biel.follow('To the start');
  await biel.reads('This device cannot act as you any more in that community.');
  await picture(biel.page, 'keys-lost-start');
  await biel.follow(/^Riverside/);
  await biel.press('Take it off this device');
  await biel.isAt('An hour is an hour');
  await biel.readsNoMore('Riverside');

  // The way on: a new invitation, on the same device.
  await biel.joins(await ana.invites());
  await biel.isLetIn();
});
