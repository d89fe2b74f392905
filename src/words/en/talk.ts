import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number, plural } = formats;

/** What two people say to each other, and what stands between their words. */
export const talk = {
  title: 'Talk',
  /** On somebody's page. */
  message: 'Message',
  askHelp: 'Ask for help',
  /** Beneath an hour or a plan. */
  with: (name: string) => `Talk with ${name}`,
  all: 'All conversations',

  empty: (name: string) => `Say hello to ${name}`,
  /** What one tap says, and the tap. */
  hello: (name: string) => `Hello, ${name}!`,
  sayHello: (name: string) => `Say “Hello, ${name}!”`,
  emptyText: 'Only the two of you can read what you write here.',
  list: (name: string) => `What you and ${name} have said and done`,
  earlier: 'Show what was before',
  newHere: 'New',
  toNew: 'New messages below',

  writeTo: (name: string) => `Write to ${name}`,
  send: 'Send',
  askStart: 'Could you help me with ',
  youSay: 'You:',
  theySay: (name: string) => `${name}:`,

  written: 'Written',
  keptBy: (members: number) => `Kept by ${number(members)}`,
  hasIt: (name: string) => `${name} has it`,
  read: 'Read',

  takeBack: 'Take it back',
  more: 'More about this message',
  yours: 'Your message',
  onlyHere:
    'It is on your own phones. Nobody else has it yet, as far as this one knows.',
  keepers: (count: number, names: string) =>
    count === 1
      ? `Kept on ${names}’s phone. Only you two can read it.`
      : `Kept on the phones of ${names}. Only you two can read it.`,
  isRead: (name: string) => `${name} has answered it.`,
  erase: 'Erase it for both of you',
  eraseText:
    'It goes from every phone, as soon as they meet. You cannot bring it back. What was read was read.',

  few: (name: string, left: number) =>
    plural(left, {
      one: `You two share nothing yet: one more message until ${name} answers.`,
      other: `You two share nothing yet: # messages until ${name} answers.`,
    }),
  waits: (name: string) => `You can write more once ${name} has answered.`,
  closed: (name: string) =>
    `${name} gets messages only from people with shared hours, plans or things.`,
  closedText: (name: string) =>
    `Answer one of ${name}’s cards, or ask a neighbour to introduce you.`,
  told: 'They are told. You can take it back in Settings.',

  menu: (name: string) => `More about ${name}`,
  page: (name: string) => `See ${name}’s page`,

  none: 'Nothing said yet',
  noneText: 'Choose a neighbour among People and say hello.',
  noneAct: 'Go to People',
  you: (text: string) => `You: ${text}`,
  unread: (count: number) => `${number(count)} new`,
  unreadTitle: 'New messages',

  strangers: 'People I share nothing with may write to me',
  strangersHint:
    'No hour, plan, thing or meeting yet. You see their first three messages, and more once you answer.',

  youThanked: (name: string) => `You thanked ${name}`,
  thanksYou: (name: string) => `${name} thanks you`,
  /** A thing that changed hands: by its owner, then by who had it. */
  handed: {
    out: {
      give: {
        mine: (name: string) => `You gave this to ${name}`,
        theirs: (name: string) => `${name} gave you this`,
      },
      lend: {
        mine: (name: string) => `You lent this to ${name}`,
        theirs: (name: string) => `${name} lent you this`,
      },
      swap: {
        mine: (name: string) => `You swapped this with ${name}`,
        theirs: (name: string) => `${name} swapped this with you`,
      },
    },
    back: {
      mine: (name: string) => `${name} brought this back`,
      theirs: (name: string) => `You brought this back to ${name}`,
    },
  },

  noWords: inThree('There is nothing in it yet.', 'Write a line first.'),
  tooLong: inThree('This message is too long.', 'Please make two of it.'),
  notNow: inThree('You cannot write to this person now.', 'Go back and look again.'),
  isClosed: inThree(
    'This person gets messages only from people with shared hours, plans or things.',
    'Answer one of their cards, or ask a neighbour to introduce you.',
    'What you wrote is kept here.',
  ),
  isWaiting: inThree(
    'Your first messages have no answer yet.',
    'You can write more once there is one.',
    'What you wrote is kept here.',
  ),
};

/** How to reach somebody, as buttons beside what they wrote. */
export const contact = {
  call: 'Call',
  text: 'Text',
  whatsApp: 'WhatsApp',
  mail: 'Mail',
};
