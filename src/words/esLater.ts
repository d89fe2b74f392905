/** Spanish for screens that few open, and that the first screen does not wait for. */
import type { LaterCatalogue } from './catalogue.ts';
import { agents } from './es/agents.ts';
import { archive, statement } from './es/archive.ts';
import { arrange } from './es/arrange.ts';
import { beside } from './es/beside.ts';
import { board, kinds, listing, post, ready } from './es/board.ts';
import { brought } from './es/brought.ts';
import { byMessage, noLines } from './es/byMessage.ts';
import { carers } from './es/carers.ts';
import { check } from './es/check.ts';
import { decisions } from './es/decisions.ts';
import { know, pausing } from './es/knowing.ts';
import { parting } from './es/parting.ts';
import { devices } from './es/devices.ts';
import { farewell } from './es/farewell.ts';
import { found } from './es/found.ts';
import { framed } from './es/framed.ts';
import { gathering } from './es/gathering.ts';
import { gift } from './es/gift.ts';
import { groups } from './es/groups.ts';
import { handOver } from './es/handOver.ts';
import { hour } from './es/hour.ts';
import { agreed, joining } from './es/joining.ts';
import { keeper, wall } from './es/keeper.ts';
import { kept } from './es/kept.ts';
import { leaving } from './es/leaving.ts';
import { lock } from './es/lock.ts';
import { meetingPoints } from './es/meetingPoints.ts';
import { move } from './es/move.ts';
import { organisations } from './es/organisations.ts';
import { pair, pairTrouble } from './es/pair.ts';
import { parcel } from './es/parcel.ts';
import { inbox, peace } from './es/peace.ts';
import { picture } from './es/picture.ts';
import { matches } from './es/matches.ts';
import { poster } from './es/poster.ts';
import { profile } from './es/profile.ts';
import { refused } from './es/refused.ts';
import { confirm, record } from './es/record.ts';
import { back, safe } from './es/safe.ts';
import { rooms } from './es/rooms.ts';
import { seen } from './es/seen.ts';
import { noInternet, offers, settingRows } from './es/settingRows.ts';
import { settings } from './es/settings.ts';
import { sessions } from './es/sessions.ts';
import { several } from './es/several.ts';
import { spare } from './es/spare.ts';
import { contact, talk } from './es/talk.ts';
import { us } from './es/us.ts';
import { village } from './es/village.ts';
import { add, me, street, today } from './es/today.ts';
import { week } from './es/week.ts';

export const esLater: LaterCatalogue = {
  add,
  agents,
  agreed,
  archive,
  arrange,
  back,
  beside,
  board,
  carers,
  farewell,
  brought,
  byMessage,
  check,
  confirm,
  contact,
  decisions,
  devices,
  found,
  framed,
  inbox,
  gathering,
  gift,
  groups,
  handOver,
  hour,
  joining,
  keeper,
  kept,
  kinds,
  know,
  leaving,
  listing,
  lock,
  meetingPoints,
  move,
  noInternet,
  noLines,
  offers,
  organisations,
  pair,
  pairTrouble,
  parcel,
  parting,
  pausing,
  picture,
  post,
  peace,
  matches,
  me,
  poster,
  profile,
  ready,
  record,
  rooms,
  safe,
  seen,
  settingRows,
  settings,
  sessions,
  several,
  spare,
  statement,
  street,
  today,
  talk,
  trouble: refused,
  us,
  village,
  wall,
  week,
};
