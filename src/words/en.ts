/**
 * English. Plain words, short sentences, nobody's gender guessed: what somebody says is
 * quoted, so that it needs no "he" or "she".
 */
import { archive, statement } from './en/archive.ts';
import { beside } from './en/beside.ts';
import { category } from './en/category.ts';
import { meetingPoints } from './en/meetingPoints.ts';
import { devices } from './en/devices.ts';
import { demo, general, nav, notice } from './en/general.ts';
import { home } from './en/home.ts';
import { hour } from './en/hour.ts';
import { duration, formats, hours, longDuration } from './en/hours.ts';
import { keeper, wall } from './en/keeper.ts';
import { kept } from './en/kept.ts';
import { leaving } from './en/leaving.ts';
import { link } from './en/link.ts';
import { lock } from './en/lock.ts';
import { move } from './en/move.ts';
import { pair, pairTrouble } from './en/pair.ts';
import { people, person } from './en/people.ts';
import { poster } from './en/poster.ts';
import { confirm, record } from './en/record.ts';
import { back, safe } from './en/safe.ts';
import { spare } from './en/spare.ts';
import { found, invite, join, welcome } from './en/start.ts';
import { status } from './en/status.ts';
import { trouble } from './en/trouble.ts';
import { settings, us } from './en/us.ts';

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
  hour,
  status,
  kept,
  meetingPoints,
  welcome,
  found,
  invite,
  join,
  home,
  people,
  person,
  pair,
  pairTrouble,
  record,
  confirm,
  beside,
  poster,
  link,
  lock,
  move,
  us,
  settings,
  devices,
  category,
  trouble,
  archive,
  statement,
  safe,
  back,
  spare,
  leaving,
  keeper,
  wall,
};
