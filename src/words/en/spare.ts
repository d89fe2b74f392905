import { formats } from './hours.ts';
import type { Trouble } from './trouble.ts';

const { number, plural } = formats;

/** Spare-key neighbours: naming them, being one, and coming back by them. */
export const spare = {
  title: 'Spare-key neighbours',
  why: 'If you lose all your phones and your page, neighbours who know you can bring you back. Each says on their own phone that it is really you.',
  nobody: 'Nobody keeps a spare key for you yet.',
  anyOf: (needed: number, of: number, names: string) =>
    needed === of
      ? `${names} must ${of === 2 ? 'both say' : 'say'} yes to bring you back.`
      : `Any ${number(needed)} of these ${number(of)} can bring you back: ${names}.`,
  died: (names: string) =>
    `In memory of ${names}. Choose somebody else, so that there are enough to bring you back.`,
  withPage: 'You choose them when you make your page.',
  choose: 'Choose your neighbours',
  change: 'Change them',

  chooseTitle: 'Who keeps a spare key for you?',
  chooseLead: (most: number) =>
    `Choose up to ${number(most)} people who know your face and your voice. They do not see more of you than before.`,
  pick: 'Add a neighbour',
  chosen: 'Chosen',
  leaveOut: (name: string) => `Leave ${name} out`,
  full: 'That is enough: more would be harder to reach.',
  alone: 'There is nobody else here yet. You can choose them later.',
  needed: (count: number, needed: number) =>
    count === 2
      ? 'Both must say yes: if one is away, nobody brings you back. Three or more are better.'
      : plural(count, {
          zero: 'Without them, if phone and page are both lost, you would have to join again, with no hours.',
          one: 'Only one: this neighbour alone could bring you back, or pretend to be you. Three or more are better.',
          other: `Any ${number(needed)} of these # can bring you back. Fewer cannot do anything.`,
        }),
  goOn: 'Go on to the page',
  notNow: 'Nobody for now',
  told: 'They are told at once. You can change them later, with your page.',
  prove: 'Show that it is you: type the twelve words of your page, or scan its code.',
  act: 'Choose these neighbours',
  actNobody: 'Choose nobody',
  named: 'Done. Your neighbours are told.',

  keeps: (name: string) => `You keep a spare key for ${name}`,
  keepsText: (name: string, needed: number, of: number) =>
    `If ${name} ever loses everything, you are asked whether it is really ${name}. ${number(needed)} of ${number(of)} neighbours must say yes. Until then you have nothing to do. You do not see more than before.`,
  understood: 'I understand',

  askTitle: (name: string) => `Has ${name} lost everything?`,
  askText: (by: string, name: string) =>
    `${by} says so, and that it is really ${name} who asks to come back. Check for yourself, then answer.`,
  askAct: (name: string) => `See whether it is ${name}`,
  aboutMe: (by: string): Trouble => ({
    what: `${by} has said that you lost everything and use a new phone.`,
    lost: 'Nothing has changed yet.',
    todo: 'If that is not true, call your spare-key neighbours now: somebody pretends to be you. If enough of them say yes, this phone is switched off.',
  }),

  isIt: (name: string) => `Is it really ${name}?`,
  says: (name: string) =>
    `Somebody with a new phone says: “I am ${name}. I have lost everything.”`,
  meet: (name: string) =>
    `Call ${name} on the number you have always had, or meet. A message proves nothing: anybody can write one.`,
  compare: 'Let them read out the digits on the new phone. They should be these:',
  effect: (name: string, needed: number) =>
    `Once ${number(needed)} have said yes, the new phone acts for ${name}, and the lost ones are switched off. You cannot take a yes back.`,
  yes: (name: string) => `Yes, it is ${name}`,
  no: 'No, it is somebody else',
  soFar: (yes: number, needed: number) =>
    needed === 1
      ? `${number(yes)} of 1 neighbour has said yes`
      : `${number(yes)} of ${number(needed)} neighbours have said yes`,
  saidYes: 'You have said yes.',
  saidYesText: (name: string) =>
    `${name} sees it as soon as the new phone is online with you or any other member. You can close this.`,
  isBack: (name: string) => `${name} is back.`,
  isBackText: 'The lost phones are switched off. All hours are still there.',
  saidNo: 'You have said no.',
  saidNoText: (name: string) =>
    `Nothing has changed. Tell ${name} and the other neighbours: somebody may be pretending.`,
  thinkAgain: 'I was wrong, ask me again',

  openTitle: 'Somebody asks to come back',
  whoIsIt: (name: string) => `“${name}” has lost everything. Who of these is it?`,
  notYours: (name: string): Trouble => ({
    what: `You keep no spare key for ${name}.`,
    lost: 'Nothing has happened.',
    todo: 'Only the neighbours who were chosen can bring somebody back. Tell them to send it to those neighbours.',
  }),
  notHere: {
    what: 'This device is not in the community that the link is about.',
    lost: 'Nothing has happened.',
    todo: 'Open the link on the device you use for it.',
  },
  damaged: {
    what: 'Part of this link is missing.',
    lost: 'Nothing is lost.',
    todo: 'Ask for the link again, or scan the code.',
  },

  lostAct: 'I have lost everything, the page too',
  lostTitle: 'When everything is lost',
  lost1: 'Go to any member who has Manyhands, or call.',
  lost2:
    'On their phone: People, your name, and there “Help … get back in”. A code appears.',
  lost3: 'Scan it here. Or let them send you the link, or read you the letters.',
  lost4: 'Then your spare-key neighbours say that it is you.',
  lostNobody:
    'If you have chosen no spare-key neighbours, nobody can bring you back. Then you join again, with an invitation. You start with no hours. The old ones stay under your old name.',
  lostOpen: 'Scan, paste or type it',

  hasLost: (name: string) => `Help ${name} get back in`,
  hasLostLead:
    'On any phone: open Manyhands, choose “I was here before”, then “I have lost everything”. Then scan this code.',
  hasLostWho: (needed: number, of: number, name: string, names: string) =>
    needed === of
      ? `Then ${names} must say that it is ${name}.`
      : `Then any ${number(needed)} of these must say that it is ${name}: ${names}.`,
  hasLostNobody: (name: string) =>
    `${name} has chosen no spare-key neighbours. With the page of twelve words there is a way back: “I was here before”. Without it, ${name} can only join again, with an invitation.`,
  code: (name: string) => `A code to scan, to bring ${name} back`,
  typed: 'Or type these letters there',
  moreLetters: 'Show new letters',
  lettersGone: 'These letters have been used, or ten minutes are over.',
  link: 'Or send this link',
  send: 'Send the link',
  hasLostMessage: (name: string, link: string) =>
    `${name}, this is your way back. Open it on the phone you have now:\n${link}`,

  returnNeeds: (needed: number, of: number, names: string) =>
    needed === of
      ? `Then ${names} must say that it is you.`
      : `Then ${number(needed)} of these ${number(of)} must say that it is you: ${names}.`,
  anewTitle: 'Nobody can bring you back',
  anew: 'You have chosen no spare-key neighbours. With your page you can still come back.',
  anewText:
    'Without the page you can only join again, with an invitation. Then you start with no hours. The old ones stay under your old name, and nobody can use them.',
  anewPage: 'I do have my page',
  anewAct: 'Join again',
  here: (name: string) =>
    `This device is already waiting for the neighbours of ${name}.`,

  backTitle: (name: string) => `${name} is coming back`,
  backWho: (needed: number, of: number, names: string) =>
    needed === of
      ? `Ask ${names}. Call, or go and see them.`
      : `Ask any ${number(needed)} of these ${number(of)}: ${names}. Call, or go and see them.`,
  backShow: 'Let them scan this in Manyhands, each on their own phone.',
  backCode: 'You ask to come back: a code to scan',
  backDigits: 'They ask you for these digits. Read them out:',
  backMessage: (name: string, link: string) =>
    `This is ${name}. I have lost everything, and ask you to say that it is me. Call me before you do:\n${link}`,
  backRest:
    'There is no hurry. You can close this and come back to it. Your neighbours’ answers are saved. To get them, you and another member must have Manyhands open at the same time.',
  backDone: 'Enough neighbours have said yes. Getting your hours…',
  stop: 'Stop trying here',
  stopTitle: 'Stop trying here?',
  stopText:
    'What your neighbours have said counts only for this device. On another one they must all say it again. Your hours stay where they are.',
  stopAct: 'Stop, and forget it here',
  stopKeep: 'Go on',
};
