import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { plural } = formats;

/** Rooms: what is said among several, for all or for those in a group. */
export const rooms = {
  all: 'All of us',
  link: 'The group’s room',
  forAll: 'Everybody here can read this.',
  forGroup: 'Only those in the group can read this.',
  forgets: (days: number) =>
    `What is older than ${plural(days, { one: '# day', other: '# days' })} goes.`,
  empty: 'Nothing said yet',
  emptyText: 'A notice, a question, a thank you: a short word is enough.',
  list: (room: string) => `What was said in ${room}`,
  writeIn: (room: string) => `Write in ${room}`,
  onlyRead: 'Those in the group write here.',
  unknown: 'This room is not here',
  unknownText: 'It may still be on its way, or you are not in its group.',
  answers: (name: string, text: string) => `To ${name}: ${text}`,
  answer: 'Answer',
  answering: (name: string) => `You are answering ${name}.`,
  noAnswer: 'Answer nobody',
  about: 'This message',
  pinned: 'Pinned',
  pin: 'Pin it for everybody',
  unpin: 'Take the pin out',
  keep: 'Ask to keep it',
  unkeep: 'It need not be kept',
  keptFor: (names: string) => `Kept for ${names}`,
  hide: 'Hide it from me',
  hidden: 'You see it no more.',
  erase: 'Erase it for everybody',
  erased: 'It is erased.',
  signs: {
    thanks: 'Thank you',
    joy: 'How lovely',
    meToo: 'Me too',
    withYou: 'I feel with you',
  },
  given: (sign: string, names: string) => `${sign}: ${names}`,
  mute: 'Say nothing of this room',
  unmute: 'Say when something is new here',
  muted: 'This room is quiet for you now.',
  unmuted: 'You see again what is new here.',
  notInIt: inThree('You cannot write here now.', 'Join the group first.'),
};
