/**
 * English, as the first screen and daily life need it; the rest is in enLater.ts. Plain
 * words, short sentences, nobody's gender guessed: what somebody says is quoted, so that it
 * needs no "he" or "she".
 */
import { category } from './en/category.ts';
import { demo, general, nav, notice } from './en/general.ts';
import { home } from './en/home.ts';
import { duration, formats, hours, longDuration } from './en/hours.ts';
import { link } from './en/link.ts';
import { people, person } from './en/people.ts';
import { invite, join, welcome } from './en/start.ts';
import { status } from './en/status.ts';
import { trouble } from './en/trouble.ts';

export const en = {
  language: { code: 'en', name: 'English', direction: 'ltr' },
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
