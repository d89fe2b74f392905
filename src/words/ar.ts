/**
 * Arabic, as the first screen and daily life need it; the rest is in arLater.ts.
 */
import type { Catalogue } from './catalogue.ts';
import { category } from './ar/category.ts';
import { demo, general, nav, notice } from './ar/general.ts';
import { home } from './ar/home.ts';
import { duration, formats, hours, longDuration } from './ar/hours.ts';
import { link } from './ar/link.ts';
import { people, person } from './ar/people.ts';
import { invite, join, welcome } from './ar/start.ts';
import { status } from './ar/status.ts';
import { trouble } from './ar/trouble.ts';

export const ar: Catalogue = {
  language: { code: 'ar', name: 'العربية', direction: 'rtl' },
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
