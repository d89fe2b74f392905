/** English for screens that few open, and that the first screen does not wait for. */
import { agents } from './en/agents.ts';
import { archive, statement } from './en/archive.ts';
import { arrange } from './en/arrange.ts';
import { beside } from './en/beside.ts';
import { board, kinds, listing, post, ready } from './en/board.ts';
import { brought } from './en/brought.ts';
import { byMessage, noLines } from './en/byMessage.ts';
import { carers } from './en/carers.ts';
import { check } from './en/check.ts';
import { decisions } from './en/decisions.ts';
import { know, pausing } from './en/knowing.ts';
import { parting } from './en/parting.ts';
import { devices } from './en/devices.ts';
import { farewell } from './en/farewell.ts';
import { found } from './en/found.ts';
import { framed } from './en/framed.ts';
import { gathering } from './en/gathering.ts';
import { gift } from './en/gift.ts';
import { groups } from './en/groups.ts';
import { handOver } from './en/handOver.ts';
import { hour } from './en/hour.ts';
import { agreed, joining } from './en/joining.ts';
import { keeper, wall } from './en/keeper.ts';
import { kept } from './en/kept.ts';
import { leaving } from './en/leaving.ts';
import { lock } from './en/lock.ts';
import { meetingPoints } from './en/meetingPoints.ts';
import { move } from './en/move.ts';
import { organisations } from './en/organisations.ts';
import { pair, pairTrouble } from './en/pair.ts';
import { parcel } from './en/parcel.ts';
import { inbox, peace } from './en/peace.ts';
import { picture } from './en/picture.ts';
import { matches } from './en/matches.ts';
import { poster } from './en/poster.ts';
import { profile } from './en/profile.ts';
import { refused } from './en/refused.ts';
import { confirm, record } from './en/record.ts';
import { back, safe } from './en/safe.ts';
import { rooms } from './en/rooms.ts';
import { seen } from './en/seen.ts';
import { noInternet, offers, settingRows } from './en/settingRows.ts';
import { settings } from './en/settings.ts';
import { sessions } from './en/sessions.ts';
import { several } from './en/several.ts';
import { spare } from './en/spare.ts';
import { contact, talk } from './en/talk.ts';
import { us } from './en/us.ts';
import { village } from './en/village.ts';
import { add, me, street, today } from './en/today.ts';
import { week } from './en/week.ts';

export const enLater = {
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
