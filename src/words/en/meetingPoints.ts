import { formats } from './hours.ts';

const { plural } = formats;

/** Founding: where the phones of the community find each other. */
export const meetingPoints = {
  title: 'Where phones find each other',
  lead: 'You do not have to change anything. This app’s own relay is always one of them.',
  relays: 'More relays',
  relaysHint:
    'One on each line. If one fails, the others still work. A relay sees which phones use it, when and from where. It cannot read what they send.',
  stun: 'Who tells a phone its address (STUN)',
  stunHint:
    'One on each line, like stun:stun.example:3478. It learns the addresses of your phones. Without one, phones can connect in the same network, but often not from different ones.',
  turn: 'Who passes messages on (TURN)',
  turnHint:
    'One on each line, like turn:name:word@turn.example:3478. It sees who talks with whom and how much, but cannot read any of it. Every member can read the word in this line.',
  notARelay: (line: string) => `“${line}” is not the address of a relay.`,
  notStun: (line: string) => `“${line}” should look like stun:stun.example:3478.`,
  notTurn: (line: string) =>
    `“${line}” should look like turn:name:word@turn.example:3478.`,
  tooMany: (most: number) =>
    plural(most, {
      one: 'There is room for # here.',
      other: 'There is room for # here.',
    }),
  tooLong: 'Together these are too long. Please leave some out.',
  fixed: 'You cannot change them later.',
};
