// node scripts/screens.mjs [--lang ar] [--tour board] [--width 360]: takes a picture of every screen into
// test-results/screens, at 360 and 1,280 pixels, light and dark, and with large text.
// node scripts/screens.mjs --readme: takes those of the README into docs/pictures.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApp } from './build.mjs';
import { loadingServer } from './loadingServer.mjs';
import { root, setup, stop } from './setup.mjs';

const { values } = parseArgs({
  options: {
    lang: { type: 'string', default: 'en' },
    tour: { type: 'string', default: '' },
    width: { type: 'string', default: '' },
    readme: { type: 'boolean', default: false },
  },
});

const language = /** @type {import('../src/words/words.ts').Language} */ (values.lang);
const written = ['en', 'es', 'ar'];
if (!written.includes(language))
  stop(`We write ${written.join(', ')}, not ${language}.`);

setup({ browser: true });
await buildApp();
const server = await loadingServer();
if (values.readme) {
  const { takeForReadme } = /** @type {typeof import('../test/readmePictures.ts')} */ (
    await server.ssrLoadModule(join(root, 'test/readmePictures.ts'))
  );
  await takeForReadme(join(root, 'docs/pictures'));
  process.exit();
}
const { takePictures } = /** @type {typeof import('../test/screens.ts')} */ (
  await server.ssrLoadModule(join(root, 'test/screens.ts'))
);
const folder = join(root, 'test-results/screens', language);
console.log(
  `${await takePictures({ folder, language, tour: values.tour, width: values.width })} pictures in ${folder}`,
);
process.exit();
