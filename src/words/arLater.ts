/** Arabic for screens that few open, and that the first screen does not wait for. */
import type { LaterCatalogue } from './catalogue.ts';
import { agents } from './ar/agents.ts';
import { archive, statement } from './ar/archive.ts';
import { arrange } from './ar/arrange.ts';
import { beside } from './ar/beside.ts';
import { board, kinds, listing, post, ready } from './ar/board.ts';
import { brought } from './ar/brought.ts';
import { byMessage, noLines } from './ar/byMessage.ts';
import { carers } from './ar/carers.ts';
import { check } from './ar/check.ts';
import { decisions } from './ar/decisions.ts';
import { know, pausing } from './ar/knowing.ts';
import { parting } from './ar/parting.ts';
import { devices } from './ar/devices.ts';
import { farewell } from './ar/farewell.ts';
import { found } from './ar/found.ts';
import { framed } from './ar/framed.ts';
import { gathering } from './ar/gathering.ts';
import { gift } from './ar/gift.ts';
import { groups } from './ar/groups.ts';
import { handOver } from './ar/handOver.ts';
import { hour } from './ar/hour.ts';
import { agreed, joining } from './ar/joining.ts';
import { keeper, wall } from './ar/keeper.ts';
import { kept } from './ar/kept.ts';
import { leaving } from './ar/leaving.ts';
import { lock } from './ar/lock.ts';
import { meetingPoints } from './ar/meetingPoints.ts';
import { move } from './ar/move.ts';
import { organisations } from './ar/organisations.ts';
import { pair, pairTrouble } from './ar/pair.ts';
import { parcel } from './ar/parcel.ts';
import { inbox, peace } from './ar/peace.ts';
import { picture } from './ar/picture.ts';
import { matches } from './ar/matches.ts';
import { poster } from './ar/poster.ts';
import { profile } from './ar/profile.ts';
import { refused } from './ar/refused.ts';
import { confirm, record } from './ar/record.ts';
import { back, safe } from './ar/safe.ts';
import { rooms } from './ar/rooms.ts';
import { seen } from './ar/seen.ts';
import { noInternet, offers, settingRows } from './ar/settingRows.ts';
import { settings } from './ar/settings.ts';
import { sessions } from './ar/sessions.ts';
import { several } from './ar/several.ts';
import { spare } from './ar/spare.ts';
import { contact, talk } from './ar/talk.ts';
import { us } from './ar/us.ts';
import { village } from './ar/village.ts';
import { add, me, street, today } from './ar/today.ts';
import { week } from './ar/week.ts';

export const arLater: LaterCatalogue = {
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
