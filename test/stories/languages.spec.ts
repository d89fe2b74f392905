/** One community, two languages: each reads it in their own, also with no network. */
import { expect, test, verifyOnly } from '../world.ts';

test('Ana goes on in Spanish with Biel, who reads English, and changes it offline', async ({
  world,
}) => {
  const ana = await world.neighbour('Ana');
  const biel = await world.neighbour('Biel');
  const html = ana.page.locator('html');
  await ana.choose('Español');
  await ana.isAt('Una hora es una hora');
  await expect(html).toHaveAttribute('lang', 'es');

  await ana.follow('Crear una comunidad');
  await ana.write('¿Cómo se llama?', 'Ribera');
  await ana.write('¿Y tu nombre?', 'Ana');
  await ana.press('Seguir');
  await ana.press('Crearla');
  await ana.reads('Eres la primera persona aquí');
  const goesTo = async (place: string): Promise<void> => {
    const bar = ana.page.getByRole('navigation', { name: 'Menú principal' });
    await ana.tap(bar.getByRole('link', { name: new RegExp(`^${place}`) }));
  };
  await goesTo('Gente');
  await ana.follow('Invitar a alguien');
  const invite = await ana.page.getByLabel('O envía este enlace').inputValue();
  await biel.joins(invite);
  await biel.isLetIn();
  await biel.saysWasHelped({ with: 'Ana' });
  await goesTo('Hoy');
  await ana.press('Sí, así fue');
  await ana.reads('Hecho. Las dos partes están de acuerdo');
  await biel.reads('Done. You both agree');

  await ana.goesOffline();
  await ana.reloads();
  await goesTo('Hoy');
  const mine = ana.page.getByRole('region', { name: 'Tus horas' });
  await expect(mine).toContainText('Puedes pedir 1 hora 30 minutos');

  // With no network the words around her change, and change back.
  await goesTo('Yo');
  await ana.follow('Ajustes');
  await ana.follow('Avisos y aspecto');
  await ana.choose('العربية');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await ana.choose('English');
  await ana.isAt('Notifications and look');
  await expect(html).toHaveAttribute('dir', 'ltr');
});

test(
  'a language whose words do not arrive changes nothing, and Ana is told',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    await ana.goesOffline();
    ana.mayComplainOf(/net::ERR_FAILED/);
    const cdp = await ana.context.newCDPSession(ana.page);
    await cdp.send('Network.clearBrowserCache');
    await ana.page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await ana.choose('Español');

    await ana.readsInAlert(
      'Part of Manyhands did not arrive.',
      'What was saved is still saved.',
    );
    await expect(ana.page.getByRole('radio', { name: 'English' })).toBeChecked();
    await ana.goesOnline();
    await ana.choose('Español');
    await ana.isAt('Una hora es una hora');
  },
);

test(
  'Ana and Biel read Arabic: from the first screen to a whole hour, from right to left',
  verifyOnly,
  async ({ world }) => {
    const ana = await world.neighbour('Ana');
    const biel = await world.neighbour('Biel');
    for (const each of [ana, biel]) {
      await each.choose('العربية');
      await each.isAt('الساعة ساعة');
    }
    await ana.follow('بدء مجتمع');
    await ana.write('ما اسمه؟', 'الضفة');
    await ana.write('وما اسمك؟', 'Ana');
    await ana.press('متابعة');
    await ana.press('بدء المجتمع');
    await ana.reads('لا أحد قبلك هنا');
    await ana.follow('دعوة شخص');
    const invite = await ana.page.getByLabel('أو إرسال هذا الرابط').inputValue();

    await biel.opens(invite);
    await biel.write('ما اسمك؟', 'Biel');
    await biel.press('متابعة');
    await biel.press('لا أعرف بعد');
    await biel.press('انضمام');
    await expect(biel.page.getByRole('region', { name: 'ساعاتك' })).toContainText(
      'لا شيء لتقديمه أو طلبه بعد',
    );
    const bar = biel.page.getByRole('navigation').last();
    await biel.tap(bar.getByRole('link', { name: 'إضافة' }));
    await biel.follow('تسجيل مساعدة');
    await biel.choose('غيري ساعدني');
    await biel.choose('\u2068Ana\u2069');
    // An hour and a half: from right to left the second round is the third from the left.
    const board = biel.page.getByRole('slider', { name: 'كم المدة؟' });
    await board.scrollIntoViewIfNeeded();
    const box = await board.boundingBox();
    if (!box) throw new Error('the rounds are not on the screen');
    const round = box.width / 4;
    await biel.tap(board, { x: 2.75 * round, y: 0.75 * round });
    await expect(board).toHaveAttribute('aria-valuenow', '90');
    await biel.press(/^سؤال .*Ana/);
    await biel.reads(/أُرسل السؤال إلى .*Ana/);

    await ana.tap(ana.page.getByRole('link', { name: /^اليوم/ }));
    await ana.press('نعم، هذا صحيح');
    await ana.reads('تم. أنتما متفقان');
    await biel.reads('تم. أنتما متفقان');
    await ana.tap(ana.page.getByRole('link', { name: /^اليوم/ }));
    const hers = ana.page.getByRole('region', { name: 'ساعاتك' });
    await expect(hers).toContainText('يمكنك طلب المساعدة: 1\u00a0س\u00a030\u00a0د');
  },
);
