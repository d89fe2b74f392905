import { duration, formats } from './hours.ts';

const { number, plural } = formats;

/** Leaving a community for good, until it is off this phone. */
export const leaving = {
  settingsTitle: 'Leaving',
  settingsText:
    'Your name and your words are erased everywhere. The hours stay, so that everybody’s sums still add up.',
  open: (community: string) => `Leave ${community}…`,

  title: (community: string) => `Leave ${community}`,
  lead: 'You can go at any time, and nobody asks why.',
  goes: 'What goes',
  goesName: 'Your name, and what you show of yourself',
  goesWords: 'Every word you wrote: notes and thanks',
  goesInvites: 'Your invites: they open no door any more',
  goesText:
    'It is erased from every phone of the community as soon as that hears of it. What somebody has downloaded or printed is out of reach.',
  stays: 'What stays',
  staysHours:
    'Your hours: how long, on which day, with whom. Without them the sums of the others would be wrong. In place of your name they say “Someone who left”.',
  staysTheirs: 'What others wrote to you: it is theirs.',

  before: 'Still open',
  toGiveBack: (minutes: number) =>
    `You have ${duration(minutes)} to give back. That need not keep you: they stay in the record, and nobody comes after you for them.`,
  toAskFor: (minutes: number) =>
    `You have ${duration(minutes)} to ask for. They stay in the record and cannot be passed on.`,
  waiting: (count: number) =>
    plural(count, {
      one: '# hour waits for your answer. Once you have left, you cannot give it.',
      other: '# hours wait for your answer. Once you have left, you cannot give it.',
    }),
  waitingSee: 'See what waits',
  asked: (count: number) =>
    plural(count, {
      one: 'You have asked about # hour and have no answer yet. They can still say yes when you have left.',
      other:
        'You have asked about # hours and have no answer yet. They can still say yes when you have left.',
    }),

  take: 'Take what is yours with you',
  takeText:
    'Your hours, with your own words about them, as a file. Once you have left, nobody can give it to you.',
  otherPhones:
    'Your other phones leave too, as soon as they hear of it. What you wrote there and never sent is erased as well.',
  offline:
    'You are offline. You can leave all the same: it goes out when this phone next meets one of the others.',
  act: (community: string) => `Leave ${community}`,
  sureTitle: 'Leave for good?',
  sureText:
    'This cannot be taken back. You can come again with an invite, but as somebody new, with no hours.',
  sureAct: 'Leave for good',
  stay: 'Stay',
  working: 'Erasing your words…',

  left: (community: string) => `You have left ${community}`,
  erased: 'Your name and your words are erased on this phone.',
  notErased: 'Your words are not all erased on this phone yet.',
  again: 'Go on erasing',
  toldNobody: 'Nobody has heard of it yet',
  told: (told: number, of: number) =>
    plural(told, {
      one: `# of ${number(of)} has heard`,
      other: `# of ${number(of)} have heard`,
    }),
  toldText:
    'They have erased your words too, and tell the others. As soon as two of them know, it is taken off this phone by itself.',
  waitText:
    'It goes out when this phone next meets one of them. Until then keep Manyhands here, and open it now and then: nothing else can erase your words on their phones.',
  elsewhere:
    'It was said on another phone of yours. This one keeps nothing of yours either; take it off here when you like.',
  comeBack:
    'Should you want to come back, an invite is enough: as somebody new, once it is off this phone.',
  takeOff: (community: string) => `Take ${community} off this phone`,
  earlyTitle: 'Take it off before they know?',
  earlyNobody:
    'Nobody has heard yet. Taken off now, your name and your words stay on their phones, and nothing can erase them there any more.',
  earlySome: (told: number, of: number) =>
    plural(told, {
      one: `# of ${number(of)} has heard so far. Should that phone be lost before it meets the others, your words stay on theirs.`,
      other: `# of ${number(of)} have heard so far. They tell the others.`,
    }),
  earlyAct: 'Take it off all the same',
  wait: 'Wait',

  goneTitle: 'Goodbye, and thank you',
  gone: (community: string) =>
    `${community} is off this phone. Nothing of it is kept here.`,
  goneTold: (told: number, of: number) =>
    plural(told, {
      one: `# of ${number(of)} has heard that you left, and tells the others.`,
      other: `# of ${number(of)} have heard that you left, and tell the others.`,
    }),
  goneToldAll: 'Everybody has heard that you left.',
  goneUntold: 'Nobody had heard that you left.',
  goneBack:
    'Your hours stay with the others, under “Someone who left”. If you ever want to come back, an invite from a neighbour is enough: you begin anew.',
  goneAct: 'To the start',
};
