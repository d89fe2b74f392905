export { accessTo, roomOfAll } from './access.ts';
export type { RoomAccess } from './access.ts';
export { daysKept, roomsOf, thankSigns } from './rooms.ts';
export type { WordInRoom } from './rooms.ts';
export { eraseInRoom, keepRoomsForgetting, sayInRoom, signUnder } from './saying.ts';
export type { RoomRefused } from './saying.ts';
