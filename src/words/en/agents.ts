import { duration, formats } from './hours.ts';

const { plural } = formats;

/** Members without a phone, and who writes for them. */
export const agents = {
  title: 'Neighbours without a phone',
  detail: 'Who writes for whom.',
  lead: 'A neighbour without a phone can give hours and ask for them too: someone here writes for them. They keep a page that shows the hours are theirs.',
  youWriteFor: 'You write for',
  others: 'Also without a phone',
  nobodyElse: 'Nobody else here is without a phone.',
  writes: (by: string, of: string) => `${by} writes for ${of}`,
  nobodyWrites: 'Nobody writes for them now',
  writesForYou: 'These neighbours write for you',
  endIt: (by: string) => `${by} no longer writes for me`,
  add: 'Add a neighbour without a phone',
  take: 'Write for somebody, with their page',
  waits: (count: number) =>
    plural(count, { one: 'One thing waits', other: '# things wait' }),
  nothingWaits: 'Nothing waits',

  newLead: 'Sit down together: it takes two minutes.',
  name: 'What is your neighbour’s name?',
  nameHint: 'As people here know them.',
  can: 'What can your neighbour do?',
  canHint: 'Ask, and tap what fits. None is fine too.',
  youWrite: (name: string) => `You write for ${name}. Everybody sees when you did.`,
  spare: (names: string, needed: number, of: number) =>
    needed === of
      ? `If the page is lost: ${names} together say who it is.`
      : `If the page is lost: two of ${names} together say who it is.`,
  noSpare:
    'There are too few others here yet to keep a spare key. So the page must not get lost.',
  toPage: 'Go on to the page',
  takesMore: 'You cannot let somebody in alone here',
  takesMoreText:
    'In this community it takes more than one of you. Nothing has changed.',
  paperLead: (name: string) =>
    `Print this page and give it to ${name}. Whoever has it can say that these hours are theirs.`,
  printed: 'It is printed: let them in',
  copied: 'I copied the words by hand: let them in',
  keepPaper: 'Keep the page: try once more.',
  messageTo: (name: string) => `Message ${name}`,
  sum: (name: string, minutes: number) =>
    minutes === 0
      ? `${name} has nothing to give or ask yet`
      : minutes > 0
        ? `${name} can ask for ${duration(minutes)}`
        : `${name} has ${duration(minutes)} to give back`,
  kitDo: 'When you have a phone of your own',
  kitHead: 'My hours are mine',

  ofThem: (name: string) => `${name}’s hours`,
  strip: (name: string) => `You are writing for ${name}.`,
  toMine: 'Back to my own',
  record: 'Write down help',
  post: 'Pin up a card',
  cards: 'Their cards',
  profile: 'What they show of themselves',
  allHours: 'All their hours',
  beside: (name: string) =>
    `Ask ${name} before you say yes, and write down only what you both know.`,
  noMore: 'You do not write for them any more',
  noMoreText:
    'Somebody else does now, or they write for themselves. All their hours are still there.',
  waitsTitle: (name: string) => `Something waits for ${name}`,
  waitsAct: (name: string) => `Write for ${name}`,

  takeTitle: 'Write for somebody',
  takeLead:
    'Their page shows that they want it. Scan its code, or type its twelve words.',
  takeAct: 'Look whose page it is',
  takeWrong: 'This is nobody’s page here, or a newer one has taken its place.',
  takeHasPhone: 'This neighbour has a phone. They can say on it who writes for them.',
  takeWhose: (name: string) => `This is ${name}’s page`,
  takeNow: (by: string, of: string) => `${by} writes for ${of} now.`,
  instead: 'From now on I do, and nobody else',
  besides: 'I do too',
  takeYes: (name: string) => `Write for ${name}`,
  lostFold: 'The page is lost',
  lostLead:
    'Print a new page with them. The neighbours who keep a spare key say who it is, then the new page counts and the lost one opens nothing.',
  lostWhose: 'Whose page is lost?',
  lostPaper: (name: string) => `Print this new page and give it to ${name}.`,
  lostPrinted: 'It is printed',
  lostNobody: (name: string) =>
    `Nobody keeps a spare key for ${name}. Without the page nobody can take over.`,
  lostShow: (names: string) =>
    `Show this to ${names}. Each says yes on their own phone.`,
  lostDigits: 'They see the same digits:',
  lostCode: 'Code for the neighbours who keep a spare key',
  lostMessage: (name: string, link: string) =>
    `${name} has lost the page and has a new one now. You keep a spare key: please open this and say whether it is ${name}. ${link}`,
  lostSoFar: (yes: number, needed: number) =>
    `${String(yes)} of ${String(needed)} have said yes`,
  lostWait: 'You can close this. Scan the new page here once they have said yes.',

  recordedBy: (by: string, of: string) => `Written down by ${by}, for ${of}`,
  answeredBy: (by: string, of: string) => `${by} answered, for ${of}`,
  noPhone: (name: string) => `${name} has no phone.`,
  answersFor: (by: string, of: string) => `${by} answers for ${of}`,
  noWords: (name: string, by: string) =>
    `${name} has no phone, so no words can go to and fro. Talk to each other, or ask ${by}.`,
  noWordsNobody: (name: string) =>
    `${name} has no phone, so no words can go to and fro. Talk to each other.`,
};
