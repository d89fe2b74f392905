import { formats } from './hours.ts';

const { plural } = formats;

/** Several people on one phone, each behind their own door. */
export const lock = {
  who: 'Who is here?',
  whoText: 'Each has hours and messages of their own on this phone.',
  noName: 'Somebody new',
  locked: 'Locked',
  open: 'No lock',
  somebodyElse: 'Somebody else',
  adding: 'Making room…',

  hello: (name: string) => `Hello, ${name}`,
  helloNew: 'Hello',
  pin: 'Your PIN',
  enter: 'Open',
  opening: 'Opening…',
  passkey: 'Open with fingerprint or face',
  wrongPin: 'That is not the PIN. Nothing is lost; try again.',
  wait: (seconds: number) =>
    seconds < 90
      ? plural(seconds, {
          one: 'That was wrong too often. Try again in # second.',
          other: 'That was wrong too often. Try again in # seconds.',
        })
      : plural(Math.ceil(seconds / 60), {
          one: 'That was wrong too often. Try again in # minute.',
          other: 'That was wrong too often. Try again in # minutes.',
        }),
  notMe: 'I am somebody else',
  forgot: 'I cannot open it',

  forgotTitle: 'When it does not open',
  forgotText:
    'Nobody can open it for you, but your hours are not in this phone: every member keeps them. You come back to them beside the locked door:',
  forgotDevice:
    'With another phone of yours: choose “Phones and computers” there, and add this one.',
  forgotPage: 'With your page of twelve words: choose “I was here before”.',
  forgotNeighbours:
    'With neither: ask a neighbour. They know you, and can invite you anew.',
  beside: 'Begin beside it',
  remove: 'Take it off this phone',
  removeTitle: (name: string) => `Take ${name} off this phone?`,
  removeText:
    'All that this phone keeps for this person goes, and cannot be fetched back. The others keep the record and the hours. Without another phone or the page, this was the only thing that could write as them.',
  removeAct: 'Take off',
  removing: 'Taking it off…',

  card: 'Who opens it',
  cardNone: 'Whoever has this phone in hand can open Manyhands and write as you.',
  cardPin: 'It opens with your PIN.',
  cardPasskey: 'It opens with your fingerprint or face.',
  set: 'Put a lock on it',
  change: 'Change the lock',
  lockNow: 'Lock now',
  shared: 'Somebody else uses this phone too',

  title: 'A lock for you',
  lead: 'For a phone that several people use, or that lies about.',
  how: 'How do you want to open it?',
  byPin: 'With a PIN',
  byPasskey: 'Fingerprint or face',
  byNothing: 'No lock',
  newPin: 'A new PIN',
  newPinHint: 'Six digits or more.',
  shorter: 'A shorter PIN',
  shorterHint:
    'Four or five digits. They stop whoever picks up this phone. Whoever copies what is on it tries out all of four within minutes or hours, with strong graphics cards within seconds.',
  again: 'The same once more',
  pinShort: 'Please use at least six digits.',
  shorterShort: 'Please use at least four digits.',
  pinDigits: 'Digits only, please.',
  pinDiffers: 'The two are not the same.',
  passkeyHint:
    'This device asks you itself, as when you unlock it. Nobody can try that out elsewhere.',
  does: 'What it does: without it nobody can write as you from this phone, read the words meant for you two, or go in by your name.',
  doesNot:
    'What it does not: whoever copies what is on this phone can still read the record, names and hours, and can try out PINs: six digits last hours or days on a computer, minutes on strong graphics cards. A fingerprint or a face cannot be tried out.',
  away: 'It locks by itself five minutes after you have left Manyhands.',
  wayBack:
    'Make your page first, or add another phone: if you forget the PIN, they bring you back.',
  act: 'Lock it',
  actNone: 'Take the lock off',
  working: 'Locking…',
  done: 'It is locked with what you chose.',
  doneNone: 'The lock is off.',
  older: (names: string) =>
    `Only in part for ${names}: you came in before there were locks. Manyhands stays shut, but somebody with the right tools could write as you there. Add this phone anew from another one to change that.`,
};
