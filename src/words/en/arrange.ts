import { duration } from './hours.ts';

/** What two people plan about a card on the board. */
export const arrange = {
  /** On somebody's card: what answers it. */
  answer: {
    need: 'I can help',
    offer: 'I’d like that',
    thing: 'I’d like to have it',
  },
  answerHint: 'Nobody but the two of you can read what you plan.',
  answered: 'Who has answered',
  seePlan: 'See what you plan',

  titleNew: {
    need: (name: string) => `Offer ${name} your help`,
    offer: (name: string) => `Ask ${name} for it`,
    thing: (name: string) => `Ask ${name} for it`,
  },
  titleChange: 'Suggest something else',
  titleWith: (name: string) => `With ${name}`,
  unknown: 'This is not here yet',
  unknownText:
    'It may still be on its way, or the card was taken down. Nothing is lost.',

  what: 'What?',
  when: 'Which day?',
  today: 'Today',
  tomorrow: 'Tomorrow',
  otherDay: 'Another day',
  openDay: 'We’ll see',
  whichDay: 'Which day?',
  time: 'At what time?',
  timeHint: 'Leave it empty if you will call each other.',
  howLong: 'About how long?',
  where: 'Where?',
  wordTo: (name: string) => `A word to ${name}`,
  wordHint: 'Only the two of you can read this.',
  ask: (name: string) => `Ask ${name}`,
  suggest: (name: string) => `Suggest it to ${name}`,
  needsWhat: 'Please write what it is about.',
  sameAsBefore: 'This is what you talk of already. Change something first.',

  dayAt: (day: string, time: string) => `${day}, ${time}`,
  about: (minutes: number) => `about ${duration(minutes)}`,
  dayOpen: 'Day not settled yet',

  asksYou: (name: string) => `${name} answers your card`,
  suggestsTo: (name: string) => `${name} suggests this`,
  waitsFor: (name: string) => `Waiting for ${name}`,
  waitsForText: (name: string) =>
    `${name} sees this as soon as your phones, or a neighbour’s, have met.`,
  agreed: 'You have agreed',
  agreedText: 'Either of you can still change it, or call it off.',
  overTitle: (name: string) => `Did it happen, you and ${name}?`,
  overText: 'Then write it down, so that it counts.',
  off: 'Called off',
  offByThem: (name: string) => `${name} has called it off. No reason is needed.`,
  offByYou: 'You have called it off. No reason is needed.',
  done: 'Done',
  doneText: 'It is written down, or one of you has said that it is done.',

  yes: 'Yes, that suits me',
  change: 'Suggest something else',
  changeAgreed: 'Change it',
  callOff: 'Call it off',
  calendar: 'Put it into my calendar',
  calendarTaken: 'The file for your calendar is in your downloads.',
  calendarTitle: (what: string, name: string) => `${what}, with ${name}`,
  record: 'Write down the hours',
  onlyDone: 'It is done, nothing to write down',
  openCard: 'See all of it',
  again: 'Once more',
  keep: 'Leave it as it is',

  saysThey: (name: string) => `${name} writes`,
  saysYou: 'You wrote',

  comingTitle: 'What you have planned',
};
