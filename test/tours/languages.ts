import type { World } from '../world.ts';
import type { Stop } from './stop.ts';

/** The first screens and the settings in Spanish, whose words are longer. */
export async function* theSpanish(world: World): AsyncGenerator<Stop> {
  const ana = await world.neighbour('Ana');
  const { page } = ana;
  await ana.choose('Español');
  await ana.isAt('Una hora es una hora');
  yield { name: 'es-welcome', page };
  await ana.follow('Crear una comunidad');
  await ana.isAt('Crear una comunidad');
  yield { name: 'es-found', page };
  await ana.write('¿Cómo se llama?', 'Ribera');
  await ana.write('¿Y tu nombre?', 'Ana');
  await ana.press('Seguir');
  await ana.press('Crearla');
  await ana.reads('Eres la primera persona aquí');
  yield { name: 'es-home', page };
  const bar = page.getByRole('navigation', { name: 'Menú principal' });
  await ana.tap(bar.getByRole('link', { name: /^Tablón/ }));
  await ana.reads('Cuelga la primera tarjeta');
  yield { name: 'es-board', page };
  await ana.follow('Colgar una tarjeta');
  await ana.isAt('Colgar una tarjeta');
  await ana.choose('Puedo ayudar');
  yield { name: 'es-post', page };
  await ana.tap(bar.getByRole('link', { name: /^Añadir/ }));
  yield { name: 'es-add', page };
  await ana.follow('Anotar una ayuda');
  await ana.isAt('Anotar una ayuda');
  yield { name: 'es-record', page };
  await ana.tap(bar.getByRole('link', { name: /^Gente/ }));
  await ana.follow('Todo sobre Ribera');
  await ana.reads('Nuestro acuerdo');
  yield { name: 'es-us', page };
  await ana.tap(bar.getByRole('link', { name: /^Yo/ }));
  await ana.follow('Ajustes');
  await ana.isAt('Ajustes');
  yield { name: 'es-settings', page };
  await ana.follow('Poner mis horas a salvo');
  await ana.isAt('Pon tus horas a salvo');
  yield { name: 'es-safe', page };
}
