import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { plural } = formats;

/** A poster for walls and chat groups, and the door that it leads to. */
export const poster = {
  // Made and kept by a member.
  title: 'Posters',
  lead: 'A poster is for everybody who passes by. Anyone who scans it can knock. They see only the name and the agreement until one of you lets them in.',
  whereLabel: 'Where will it hang?',
  whereHint: 'The library, the parents’ chat… It helps you to keep them apart.',
  hang: 'Make a poster',
  making: 'Making a poster…',
  notYet: 'You can hang up posters as soon as you have been let in yourself.',
  plain: 'A poster',
  came: (count: number) =>
    plural(count, {
      zero: 'Nobody has used it yet',
      one: '# person has used it',
      other: '# people have used it',
    }),
  print: 'Print it',
  share: 'Send the link',
  shareText: (community: string, link: string) =>
    `${community} is a time bank: an hour of help is an hour, whoever gives it. Knock here:\n${link}`,
  linkLabel: 'Or send this link to a group',
  code: (community: string) => `A code to scan, to knock at ${community}`,
  elsewhere: 'It was made on another phone of yours, and can be printed there.',
  takeDown: 'Take down',
  takeDownWhich: (label: string) => `Take down the poster: ${label}`,
  takeDownTitle: 'Take this poster down?',
  takeDownText:
    'Nobody can knock with it any more, wherever it still hangs. People who came in with it stay.',
  takeDownAct: 'Take it down',
  takeDownKeep: 'Leave it',
  takenDown: 'The poster is taken down.',
  fromInvite: 'Hang up a poster',
  fromInviteText: 'For many at once: a poster for a wall or a chat group.',
  awake: 'Check now and then: people who knock wait until one of you lets them in.',

  // What stands on it.
  sheetHead: 'An hour is an hour',
  sheetText:
    'We help each other, and count only hours. Everybody’s hour is worth the same. Come and knock:',
  sheetSteps: 'Scan this with your phone, write your name, and one of us lets you in.',
  sheetAddress: (host: string) =>
    `It leads to ${host}. Cannot scan it? Any of us can invite you.`,

  // Somebody who has read it.
  knockTitle: (community: string) => `Knock at ${community}`,
  knockTitlePlain: 'Knock at a community',
  knockLead:
    'Somebody has to let you in. Until then you see only the name and the agreement. They see only what you write here.',
  lineHint: '“I live above the bakery.” It helps them to know who knocks.',
  lineLabel: (optional: string) => `Who are you, in a line? (${optional})`,
  act: 'Knock',
  knocking: 'Knocking…',
  waitingTitle: 'You have knocked',
  waitingHeard:
    'They have heard you. Now one of them has to let you in. Leave this open, or come back later.',
  waitingUnheard:
    'Nobody is online right now. Your knock is saved on this phone. It is sent again whenever you open Manyhands.',

  damaged: inThree(
    'Part of this poster’s address is missing.',
    'Scan it once more, or ask for the whole link.',
  ),
  unknown: inThree(
    'Nobody in the community knows this poster yet.',
    'Knock again later, or ask the person who hung it up to open Manyhands for a moment.',
    'Your knock is saved on this phone.',
  ),
  goneFromTheWall: inThree(
    'This poster has been taken down.',
    'Ask somebody you know there for an invitation.',
  ),

  // A member, at home.
  atDoor: (name: string) => `Someone at the door: ${name}`,
  says: (line: string) => `“${line}”`,
  saysNothing: 'They have written nothing else.',
  hearsay:
    'This is what they say about themselves. Let them in only if you would open your own door to them.',
  letIn: 'Let in',
  notNow: 'Not now',
  moreAtDoor: (count: number) =>
    plural(count, { one: 'and # more at the door', other: 'and # more at the door' }),
  isIn: (name: string) => `${name} is in. Say hello!`,
  isGone: 'Not shown here again. Another member may still let them in.',
};
