export { lobbyAddressOf } from './lobbyAddress.ts';
export type { LobbyAddress } from './lobbyAddress.ts';
export {
  endInvite,
  makeInvite,
  newInvite,
  standingInvite,
  writeInvite,
} from './invites.ts';
export type { GivenInvite, InviteRefused } from './invites.ts';
export { hostOf, pointsOf } from './meetingPoints.ts';
export type { MeetingPoints, PointsFault, TypedPoints } from './meetingPoints.ts';
export { hangPoster, myPosters, takeDown } from './posters.ts';
export type { HangRefused, HungPoster } from './posters.ts';
export { forgetStanding } from './standingInvite.ts';
export type { StandingInvite } from './standingInvite.ts';
