import { formats } from './hours.ts';

const { plural } = formats;

/** Founding: where the phones of the community find each other. */
export const meetingPoints = {
  title: 'Where phones find each other',
  lead: 'You need not change anything: the relay beside this app is always one of them.',
  relays: 'More relays',
  relaysHint:
    'One on each line. With several, one may fail. A relay sees which phones call when and from where, and no word of what they say.',
  stun: 'Who tells a phone how it is seen from outside (STUN)',
  stunHint:
    'One on each line, like stun:stun.example:3478. It learns the addresses of your phones. Without one, phones meet in the same network, and in many others not.',
  turn: 'Who passes on what finds no direct way (TURN)',
  turnHint:
    'One on each line, like turn:name:word@turn.example:3478. It sees who talks with whom and how much, and no word of it. Every member can read the word.',
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
  fixed: 'They stay as they are: changing them later is not built yet.',
};
