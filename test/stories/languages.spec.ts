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
  await ana.press('Crearla');
  await ana.reads('Eres la primera persona aquí');
  const goesTo = async (place: string): Promise<void> => {
    const bar = ana.page.getByRole('navigation', { name: 'Por dónde ir' });
    await ana.tap(bar.getByRole('link', { name: new RegExp(`^${place}`) }));
  };
  await goesTo('Gente');
  await ana.follow('Invitar a alguien');
  const invite = await ana.page.getByLabel('O envía este enlace').inputValue();
  await biel.joins(invite);
  await biel.isLetIn();
  await biel.saysWasHelped({ with: 'Ana' });
  await goesTo('Inicio');
  await ana.press('Sí, así fue');
  await ana.isAt('Dos mitades, una hora');
  await biel.isAt('Two halves, one hour');

  await ana.goesOffline();
  await ana.reloads();
  await goesTo('Inicio');
  const mine = ana.page.getByRole('region', { name: 'Tus horas' });
  await expect(mine).toContainText('1 hora 30 minutos por pedir');

  // With no network the words around her change, and change back.
  await goesTo('Grupo');
  await ana.follow('Ajustes');
  await ana.choose('العربية');
  await expect(html).toHaveAttribute('dir', 'rtl');
  await ana.choose('English');
  await ana.isAt('Settings');
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
