/**
 * Spanish, as the first screen and daily life need it; the rest is in esLater.ts. Neutral
 * between Spain and Latin America, "tú", and nobody's gender guessed: what somebody says
 * is quoted, and sentences are turned so that no ending has to choose.
 */
import type { Catalogue } from './catalogue.ts';
import { category } from './es/category.ts';
import { demo, general, nav, notice } from './es/general.ts';
import { home } from './es/home.ts';
import { duration, formats, hours, longDuration } from './es/hours.ts';
import { link } from './es/link.ts';
import { people, person } from './es/people.ts';
import { invite, join, welcome } from './es/start.ts';
import { status } from './es/status.ts';
import { trouble } from './es/trouble.ts';

export const es: Catalogue = {
  language: { code: 'es', name: 'Español', direction: 'ltr' },
  ...formats,
  duration,
  longDuration,
  general,
  nav,
  notice,
  demo,
  hours,
  status,
  welcome,
  invite,
  join,
  home,
  people,
  person,
  link,
  category,
  trouble,
};
