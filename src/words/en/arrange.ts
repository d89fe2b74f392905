import { duration } from './hours.ts';

/** What two people plan about a card on the board. */
export const arrange = {
  /** On somebody's card: what answers it. */
  answer: {
    need: 'I can help',
    offer: 'I’d like that',
    thing: 'I’d like to have it',
  },
  answerHint: 'Only the two of you can read what you plan.',
  answered: 'Who has answered',
  seePlan: 'See your plan',

  titleNew: {
    need: (name: string) => `Offer ${name} your help`,
    offer: (name: string) => `Ask ${name} for it`,
    thing: (name: string) => `Ask ${name} for it`,
  },
  titleChange: 'Suggest something else',
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
  /** Asking for a thing that its owner swaps. */
  give: 'What do you give in return?',
  giveHint: 'One of your cards, or a few words.',
  giveElse: 'Something else',
  giveWhat: 'What is it?',
  inReturn: 'In return',
  /** Both things, as what the two agree on. */
  forThat: (what: string, inReturn: string) => `${what} · in return: ${inReturn}`,
  wordTo: (name: string) => `A note to ${name}`,
  wordHint: 'Only the two of you can read this.',
  ask: (name: string) => `Ask ${name}`,
  suggest: (name: string) => `Suggest it to ${name}`,
  needsWhat: 'Please write what it is about.',
  sameAsBefore: 'Nothing is different yet. Change something first.',

  dayAt: (day: string, time: string) => `${day}, ${time}`,
  about: (minutes: number) => `about ${duration(minutes)}`,
  dayOpen: 'No day agreed yet',

  asksYou: (name: string) => `${name} answers your card`,
  suggestsTo: (name: string) => `${name} suggests this`,
  waitsFor: (name: string) => `Waiting for ${name}`,
  waitsForText: (name: string) =>
    `It reaches ${name} when you are both online, or through a neighbour’s phone.`,
  agreed: 'You have agreed',
  agreedText: 'Either of you can still change it, or call it off.',
  overTitle: (name: string) => `Did it happen with ${name}?`,
  overText: 'If so, record it, so that it counts.',
  off: 'Called off',
  offByThem: (name: string) => `${name} has called it off. No reason is needed.`,
  offByYou: 'You have called it off. No reason is needed.',
  done: 'Done',
  doneText: 'It is recorded, or one of you has said that it is done.',

  yes: 'Yes, that suits me',
  change: 'Suggest something else',
  changeAgreed: 'Change it',
  callOff: 'Call it off',
  calendar: 'Add it to my calendar',
  calendarTaken: 'The file for your calendar is in your downloads.',
  calendarTitle: (what: string, name: string) => `${what}, with ${name}`,
  record: 'Record the hours',
  handedOver: 'It has changed hands',
  onlyDone: 'It is done, nothing to record',
  openCard: 'Change or say no',
  again: 'Plan it again',
  keep: 'Leave it as it is',

  saysThey: (name: string) => `${name} writes`,
  saysYou: 'You wrote',

  comingTitle: 'What you have planned',
};
