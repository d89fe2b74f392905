import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** The five rows of Settings and what each holds; what there is without internet. */
export async function* theSettings(world: World): AsyncGenerator<Stop> {
  const [ana, biel] = await world.anaAndBiel();
  const { page } = ana;
  await biel.saysHelped({ with: 'Ana' });
  await ana.goesHome();
  await ana.saysYes();
  await page.evaluate(() => {
    Object.defineProperty(Notification, 'permission', { get: () => 'default' });
    dispatchEvent(new Event('beforeinstallprompt'));
  });
  await ana.goesHome();
  await ana.reads('Your first hour is done');
  yield { name: 'today-offers', page };
  const opens = async (row: string): Promise<void> => {
    await ana.goesTo('Me');
    await ana.follow('Settings');
    await ana.follow(row);
  };
  await ana.goesTo('Me');
  await ana.follow('Settings');
  await ana.reads('Kept on this phone and 1 other');
  yield { name: 'settings', page };
  await ana.follow('Keep my hours safe');
  await ana.reads('Anyone who holds this phone can open Manyhands');
  yield { name: 'settings-safe', page };
  await opens('Notifications and look');
  yield { name: 'settings-look', page };
  await opens('Community and data');
  await ana.tap(page.getByText('Advanced'));
  yield { name: 'settings-data', page };
  await opens('No internet?');
  yield { name: 'no-internet', page };
  await ana.choose('Somebody beside me');
  await ana.choose('Finish an exchange');
  yield { name: 'no-internet-beside', page };
  await ana.choose('A newcomer');
  yield { name: 'no-internet-newcomer', page };
}
