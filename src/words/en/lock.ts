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
          one: 'Too many wrong tries. Try again in # second.',
          other: 'Too many wrong tries. Try again in # seconds.',
        })
      : plural(Math.ceil(seconds / 60), {
          one: 'Too many wrong tries. Try again in # minute.',
          other: 'Too many wrong tries. Try again in # minutes.',
        }),
  notMe: 'I am somebody else',
  forgot: 'I cannot open it',

  forgotTitle: 'When it does not open',
  forgotText:
    'Nobody can open it for you. But your hours are safe: every member keeps them. You can come back to them in another way:',
  forgotDevice:
    'With another phone of yours: choose “Phones and computers” there, and add this one.',
  forgotPage: 'With your page of twelve words: choose “I was here before”.',
  forgotNeighbours:
    'Without these: ask a neighbour. They know you, and can invite you again.',
  beside: 'Start again here',
  remove: 'Take it off this phone',
  removeTitle: (name: string) => `Take ${name} off this phone?`,
  removeText:
    'Everything this phone keeps for this person is erased. You cannot get it back. The others keep the hours. If there is no other phone and no page, nobody can act as this person any more.',
  removeAct: 'Take off',
  removing: 'Taking it off…',

  card: 'Who opens it',
  cardNone: 'Anyone who holds this phone can open Manyhands and act as you.',
  cardPin: 'It opens with your PIN.',
  cardPasskey: 'It opens with your fingerprint or face.',
  set: 'Put a lock on it',
  change: 'Change the lock',
  lockNow: 'Lock now',
  shared: 'Share this phone',

  title: 'A lock for you',
  lead: 'For a phone that several people use, or that lies around.',
  how: 'How do you want to open it?',
  byPin: 'With a PIN',
  byPasskey: 'Fingerprint or face',
  byNothing: 'No lock',
  newPin: 'A new PIN',
  newPinHint: 'Six digits or more.',
  shorter: 'A shorter PIN',
  shorterHint:
    'Four or five digits. They stop a person who picks up this phone. They do not stop somebody who copies it to a computer: that can try every PIN of four digits within hours, or within seconds with strong graphics cards.',
  again: 'The same once more',
  pinShort: 'Please use at least six digits.',
  shorterShort: 'Please use at least four digits.',
  pinDigits: 'Digits only, please.',
  pinDiffers: 'The two are not the same.',
  passkeyHint:
    'This device asks you, just as when you unlock it. Nobody can try it out on another computer.',
  does: 'What it does: without it, nobody can act as you on this phone, read notes that are only for you, or come in with your name.',
  doesNot:
    'What it does not do: somebody who copies this phone to a computer can still read names and hours. They can also try out PINs. Six digits last hours or days on a computer, or minutes with strong graphics cards. Nobody can try out a fingerprint or a face.',
  away: 'It locks by itself five minutes after you have left Manyhands.',
  wayBack:
    'Make your page first, or add another phone. They bring you back if you forget the PIN.',
  act: 'Lock it',
  actNone: 'Take the lock off',
  working: 'Locking…',
  done: 'It is locked with what you chose.',
  doneNone: 'The lock is off.',
  older: (names: string) =>
    `Only in part for ${names}: you joined before there were locks. Manyhands stays locked, but somebody with the right tools could act as you there. To change that, add this phone again from another one.`,
};
