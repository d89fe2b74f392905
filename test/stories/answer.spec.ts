/**
 * A need is answered, agreed on, put into a calendar, done and recorded as it was planned;
 * and whoever wants their peace has it.
 */
import { readFile } from 'node:fs/promises';
import { axe } from '../axe.ts';
import type { Neighbour } from '../neighbour.ts';
import { expect, test, verifyOnly } from '../world.ts';

async function pinsANeed(ana: Neighbour, title: string): Promise<void> {
  await ana.goesTo('Board');
  await ana.follow('Pin a card');
  await ana.choose('I could use help');
  await ana.choose('Garden');
  await ana.write('In a few words', title);
  await ana.press('Pin it to the board');
  await ana.isAt(title);
}

test(
  'Biel answers what Ana needs; they agree, he helps, she says yes and thanks',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    await pinsANeed(ana, 'Cut the hedge');
    await biel.goesTo('Board');
    await biel.follow(/Cut the hedge/);
    await biel.follow('I can help');
    await biel.isAt('Offer Ana your help');
    await biel.choose('Tomorrow');
    await biel.write('At what time?', '09:30');
    await biel.write('A note to Ana', 'I bring the ladder.');
    await biel.press('Ask Ana');
    await biel.reads('Waiting for Ana');

    // Nothing was asked of her browser, and the badge counts one.
    await ana.goesHome();
    await ana.reads('Biel answers your card');
    await ana.reads('I bring the ladder.');
    await expect(
      ana.page.getByRole('link', { name: /Today 1 waits for your answer/ }),
    ).toBeVisible();
    expect(await axe(ana.page)).toEqual([]);
    await ana.press('Change or say no');
    await ana.follow('Suggest something else');
    await ana.write('Where?', 'By the canal');
    await ana.press('Suggest it to Biel');
    await ana.reads('Waiting for Biel');

    await biel.reads('Ana suggests this');
    await biel.reads('By the canal');
    await biel.press('Yes, that suits me');
    await ana.reads('You have agreed');
    const coming = biel.page.waitForEvent('download');
    await biel.press('Add it to my calendar');
    const download = await coming;
    expect(download.suggestedFilename()).toBe('cut-the-hedge.ics');
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toMatch(/DTSTART:\d{8}T093000\r\nDTEND:\d{8}T103000\r\n/);
    expect(file).toContain('SUMMARY:Cut the hedge\\, with Ana\r\n');
    await biel.follow('Record the hours');
    await biel.reads('You helped Ana');
    await expect(biel.page.getByLabel('A note about it')).toHaveValue('Cut the hedge');
    await biel.press('Ask Ana');
    await biel.reads('Ana has been asked');

    await ana.goesHome();
    await ana.saysYes();
    await ana.press('In your own words');
    await ana.write('Say thanks?', 'The hedge has never looked so fine.');
    await ana.press('Send thanks');
    await biel.reads('The hedge has never looked so fine.');
    await ana.goesTo('Board');
    await ana.follow(/Cut the hedge/);
    await ana.reads('Done');
    // What came of it stands where the two talk, and opens there.
    await ana.follow(/^Biel/);
    await ana.isAt('Biel');
    await ana.reads('It is recorded, or one of you has said that it is done.');
  },
);

test(
  'Biel wants his peace: a card hidden, a person not seen, somebody told, all undone',
  verifyOnly,
  async ({ world }) => {
    const [ana, biel] = await world.anaAndBiel();
    const carme = await world.neighbour('Carme');
    await carme.joins(await ana.invites());
    await carme.isLetIn();
    await pinsANeed(ana, 'Lend me money');
    await biel.goesTo('Board');
    await biel.follow(/Lend me money/);
    await biel.tap(biel.page.getByText('Hide or report this card'));
    await biel.press('Hide this card');
    await biel.reads('The card is hidden, for you alone.');
    await biel.goesTo('Board');
    await biel.readsNoMore('Lend me money');

    await biel.goesTo('People');
    await biel.follow(/^Ana/);
    await biel.press('More about Ana');
    await biel.press('Tell somebody about it');
    const sheet = biel.page.getByRole('dialog');
    await biel.tap(sheet.locator('label').filter({ hasText: 'Carme' }));
    await biel.write('What happened, in your words?', 'She asks everybody for money.');
    await biel.tap(sheet.getByRole('button', { name: 'Tell them' }));
    await carme.goesHome();
    await carme.reads('Biel asks you to look at something');
    await carme.reads('She asks everybody for money.');
    expect(await axe(carme.page)).toEqual([]);
    await carme.press('I have read it');
    await carme.readsNoMore('She asks everybody for money.');

    await biel.press('More about Ana');
    await biel.press('Hide Ana');
    await biel.reads('You have hidden Ana.');
    await ana.saysHelped({ with: 'Biel' });
    await biel.goesTo('Hours');
    await biel.reads('Waiting for you');
    await biel.goesHome();
    await biel.readsNoMore('Ana says: “I helped you.”');
    await biel.goesTo('Me');
    await biel.follow('Settings');
    await biel.follow('Community and data');
    await biel.press('Show Ana again');
    await biel.press('Show again');
    await biel.reads('About Ana');
    expect(await axe(biel.page)).toEqual([]);
    await biel.goesHome();
    await biel.reads('Ana says: “I helped you.”');
  },
);
