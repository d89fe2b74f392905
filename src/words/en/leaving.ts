import { duration, formats } from './hours.ts';

const { number, plural } = formats;

/** Leaving a community for good, until it is off this phone. */
export const leaving = {
  settingsTitle: 'Leaving',
  settingsText:
    'Your name and your words are erased everywhere. The hours stay, so that everybody’s hours still add up.',
  open: (community: string) => `Leave ${community}…`,

  title: (community: string) => `Leave ${community}`,
  lead: 'You can go at any time, and nobody asks why.',
  goes: 'What goes',
  goesName: 'Your name, and what you show of yourself',
  goesWords: 'Every word you wrote: notes and thanks',
  goesInvites: 'Your invitations: nobody can use them any more',
  goesText:
    'Every phone of the community erases it as soon as it hears that you left. What somebody has downloaded or printed stays.',
  stays: 'What stays',
  staysHours:
    'Your hours: how long, on which day, with whom. Without them the hours of the others would be wrong. Your name is replaced by “Someone who left”.',
  staysTheirs: 'What others wrote to you: it is theirs.',

  before: 'Still open',
  toGiveBack: (minutes: number) =>
    `You have ${duration(minutes)} to give back. You can leave anyway. Nobody will ask you for them.`,
  toAskFor: (minutes: number) =>
    `You can still ask for ${duration(minutes)}. When you have left, nobody can use these hours.`,
  waiting: (count: number) =>
    plural(count, {
      one: '# hour waits for your answer. After you leave, you cannot answer any more.',
      other:
        '# hours wait for your answer. After you leave, you cannot answer any more.',
    }),
  waitingSee: 'See what waits',
  asked: (count: number) =>
    plural(count, {
      one: 'You have asked about # hour and have no answer yet. They can still say yes after you leave.',
      other:
        'You have asked about # hours and have no answer yet. They can still say yes after you leave.',
    }),

  take: 'Take what is yours with you',
  takeText:
    'Your hours and your notes, as a file. After you leave, nobody can give it to you.',
  otherPhones:
    'Your other phones leave too, as soon as they hear that you left. What you wrote there and never sent is erased too.',
  offline:
    'You are offline. You can leave anyway. The others hear of it the next time you are online together.',
  act: (community: string) => `Leave ${community}`,
  sureTitle: 'Leave for good?',
  sureText:
    'You cannot undo this. You can come back with an invitation, but as somebody new, with no hours.',
  sureAct: 'Leave for good',
  stay: 'Stay',
  working: 'Erasing your words…',

  left: (community: string) => `You have left ${community}`,
  erased: 'Your name and your words are erased on this phone.',
  notErased: 'Your words are not all erased on this phone yet.',
  again: 'Go on erasing',
  toldNobody: 'Nobody knows yet',
  told: (told: number, of: number) =>
    plural(told, {
      one: `# of ${number(of)} knows`,
      other: `# of ${number(of)} know`,
    }),
  toldText:
    'They have erased your words too, and tell the others. When two of them know, the community goes off this phone by itself.',
  waitText:
    'They hear of it the next time you are online together. Until then keep Manyhands on this phone, and open it now and then. Nothing else can erase your words on their phones.',
  elsewhere:
    'You left on another phone of yours. This one keeps nothing of yours either. You can take the community off it when you like.',
  comeBack:
    'You can come back with an invitation, as somebody new, once it is off this phone.',
  takeOff: (community: string) => `Take ${community} off this phone`,
  earlyTitle: 'Take it off before they know?',
  earlyNobody:
    'Nobody knows yet. If you take it off now, your name and your words stay on their phones. Nothing can erase them there any more.',
  earlySome: (told: number, of: number) =>
    plural(told, {
      one: `# of ${number(of)} knows so far. If that phone is lost before it tells the others, your words stay on theirs.`,
      other: `# of ${number(of)} know so far. They tell the others.`,
    }),
  earlyAct: 'Take it off anyway',
  wait: 'Wait',

  goneTitle: 'Goodbye, and thank you',
  gone: (community: string) =>
    `${community} is off this phone. Nothing of it is kept here.`,
  goneTold: (told: number, of: number) =>
    plural(told, {
      one: `# of ${number(of)} knows that you left, and tells the others.`,
      other: `# of ${number(of)} know that you left, and tell the others.`,
    }),
  goneToldAll: 'Everybody knows that you left.',
  goneUntold: 'Nobody knew yet that you left.',
  goneBack:
    'Your hours stay with the others, under “Someone who left”. If you ever want to come back, ask a neighbour for an invitation. You start again as somebody new.',
  goneAct: 'To the start',
};
