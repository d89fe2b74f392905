import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number, plural } = formats;

/** Hours that members bring along from where they kept them before. */
export const brought = {
  title: 'Hours from before',
  detail: 'What members brought along from another time bank',
  open: 'See them, or bring some along',
  empty: 'Nobody has brought hours along',
  emptyText:
    'Did you keep your hours somewhere else before? Three of you can write down what each of you brings, and each says whether that is right.',
  bring: 'We bring hours along',

  /** Beginning. */
  newLead:
    'Three of you sign for it. What one person brings takes two of the three, and that person’s own yes.',
  who: 'Who signs beside you?',
  whoText:
    'Name two people or more. Nobody signs their own hours, nor those of a neighbour they write for.',
  tooFew: 'Choose at least two others.',
  total: 'How many hours do you bring in all?',
  totalHint:
    'Add up what people can ask for. Leave out hours that somebody has to give back.',
  totalWrong: 'Write a number above 0, such as 240 or 37.5.',
  atOnce:
    'It holds at once, because your community has only just begun. Everybody can see it.',
  asksAll: 'Everyone is asked. It holds once enough of you say yes.',
  replaces: 'It takes the place of what you agreed on before.',
  noSay: 'Only somebody with a say can ask everyone',
  noSayText: 'Ask one of those whom many here know to begin.',
  why: 'Where do the hours come from?',
  whyHint: 'A word to everyone. Everybody here can read it.',
  begin: 'Begin',
  askAll: 'Ask everyone',

  /** As a question to all. */
  shall: (much: string, names: string) =>
    `Shall we bring up to ${much} along from before? ${names} sign for it.`,
  shallNothing:
    'Shall hours from before come in? What is named here can hand out no hours.',
  value: (much: string, names: string) => `up to ${much}, signed by ${names}`,
  upTo: (much: string, names: string) => `Up to ${much}. ${names} sign for it.`,
  valueNothing: 'something that can hand out no hours',

  /** The page that all can see. */
  agreed: 'Agreed in all',
  given: 'Brought along so far',
  waiting: 'Waiting for a yes',
  left: 'Still left',
  taken: 'To give back',
  takenText: (much: string) => `Brought along to give back: ${much}.`,
  beyond: (much: string) =>
    `That is ${much} more than you agreed on. Those hours count, and everybody can see them here.`,
  signTitle: 'Who signs',
  signText: (names: string, many: number) =>
    `${names}. It takes ${number(many)} of them, and whoever brings the hours.`,
  asked: 'Everyone is asked about it',
  askedText: 'Until enough say yes, nothing is handed out.',
  seeQuestion: 'See the question',
  unasked: 'Nobody has agreed to this one',
  unaskedText: 'What came out of it are hours like any others. Everybody can see them.',
  askNow: 'Ask everyone now',
  before: 'Another one has taken its place',
  holdsFounding: 'It has held since your community began.',
  holdsDecided: 'All of you decided on it.',
  others: 'Others',
  linesTitle: 'What each one brings',
  noLines: 'Nothing is written down yet',
  noLinesText: 'Those who sign write down what each person brings.',
  toAsk: (much: string) => `${much} to ask for`,
  toGive: (much: string) => `${much} to give back`,
  takesAway: (much: string) => `Puts it right: ${much}`,
  waitsSign: (count: number) =>
    plural(count, {
      one: 'Waiting for # more who signs',
      other: 'Waiting for # more who sign',
    }),
  waitsThem: (name: string) => `Waiting for ${name}`,
  counts: 'You all agree',
  different: (name: string) => `${name} says it was different`,
  out: 'Taken back',
  signedBy: (names: string) => `Signed by ${names}`,
  showMore: (count: number) =>
    plural(count, { one: 'Show # more', other: 'Show # more' }),
  write: 'Write the list',
  look: 'Look at the list and sign',
  another: 'Ask for another total',
  takeBack: 'Take back',
  takenBack: 'Taken back. No hours have changed.',
  putRight: 'Put it right',
  putRightAsked: 'Asked. It counts once another who signs and that person say yes.',

  /** Writing the list. */
  listTitle: 'The list',
  listLead: 'One person on each line: the name, then the hours. Type or paste them.',
  lines: 'Names and hours',
  linesHint:
    'Such as “Didac – 12 h 30”. A number alone is hours. Hours to give back have a minus: “Carme -2”.',
  keptHere: 'It stays on this phone until you empty it. Nobody else sees it.',
  read: 'Read it',
  change: 'Change the lines',
  sum: (plus: string, total: string) => `${plus} to ask for, of ${total} agreed.`,
  sumBack: (minus: string) => `${minus} to give back.`,
  over: (much: string) =>
    `That is ${much} more than all of you agreed to. Change the list, or ask for another total.`,
  rest: (much: string) => `${much} are left over, for nobody on this list.`,
  states: {
    ready: 'Can be written',
    written: 'Is written',
    other: 'Something else is written. Take that back first.',
    different: 'They say it was different. Ask them, then change the hours.',
    away: 'Not a member yet. The line waits here until they come.',
    which: 'Who is it?',
    twice: 'Stands above already',
    alone: 'Too few who sign are somebody else',
    nothing: 'No hours either way',
    tooMuch: 'More than 1,000 hours: please check',
    unread: 'There is no name here, or no hours',
  },
  whichNone: 'Nobody yet',
  writeAct: (count: number) =>
    plural(count, {
      one: 'Write the hours of # person',
      other: 'Write the hours of # people',
    }),
  writing: 'Writing',
  wrote: (count: number) =>
    plural(count, {
      one: 'The hours of # person are written. Now another who signs looks at them.',
      other: 'The hours of # people are written. Now another who signs looks at them.',
    }),
  stopped: 'Stopped. What is written stays. Go on whenever you like.',
  nothingToWrite: 'There is nothing to write now.',

  /** Signing what another wrote. */
  signHead: 'Look and sign',
  signLead: 'Compare it with what you have. Leave out what is not right.',
  signNothing: 'Nothing waits for you here',
  signNothingText: 'Once another who signs has written a list, you will find it here.',
  wroteIt: (names: string) => `Written by ${names}.`,
  leaveOut: (name: string) => `Leave out ${name}`,
  signAct: (count: number) =>
    plural(count, { one: 'Yes to this line', other: 'Yes to these # lines' }),
  signing: 'Signing',
  signed: (count: number) =>
    plural(count, {
      one: 'You said yes to # line. Now each person is asked.',
      other: 'You said yes to # lines. Now each person is asked.',
    }),
  more: 'More has been written meanwhile',
  showNew: 'Show all',

  /** Today. */
  youBring: (much: string) => `You bring ${much} along from before`,
  youBringBack: (much: string) => `You bring ${much} to give back along from before`,
  brings: (name: string, much: string) => `${name} brings ${much} along from before`,
  bringsBack: (name: string, much: string) =>
    `${name} brings ${much} to give back along from before`,
  youPutRight: (much: string) => `What you brought along is put right by ${much}`,
  right: 'Is that right?',
  no: 'That’s different',
  saidYes: 'You all agree. It counts now.',
  saidNo: (names: string) => `You said it was different. Tell ${names} how it was.`,
  toSign: (count: number) =>
    plural(count, {
      one: 'Hours that # person brings along wait for you',
      other: 'Hours that # people bring along wait for you',
    }),
  toSignText: 'You are one of those who sign for it.',

  /** Among somebody’s hours. */
  inHours: 'Brought along from before',
  backInHours: 'To give back, from before',
  claimed: (from: string, to: string) =>
    `${from} gives hours to ${to}, said to be from before`,
  refused: {
    TooFewSigners: inThree(
      'It takes three who sign.',
      'Choose at least two others, each of them once.',
    ),
    Total: inThree('That is no number of hours.', 'Write one from 1 to 100,000.'),
    BeyondTotal: inThree(
      'That is more than all of you agreed to.',
      'Change the list, or ask for another total.',
      'Nothing was written.',
    ),
    OpeningNotCounted: inThree(
      'All of you have agreed to another one meanwhile, or to none.',
      'Open “Hours from before” once more.',
      'What is written stays.',
    ),
  },
};
