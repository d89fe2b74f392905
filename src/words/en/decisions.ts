import { duration, formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { list, number, plural } = formats;

/** Questions to all, what was decided, and what is so since then. */
export const decisions = {
  title: 'What we decide',
  lead: 'Anyone with a say can ask all of us. It holds as soon as enough say yes, and as long as they do.',
  row: (open: number) =>
    plural(open, {
      zero: 'What holds, and since when.',
      one: 'One question is open.',
      other: '# questions are open.',
    }),
  ask: 'Ask everyone',
  open: 'Open',
  openNone: 'Nothing is open',
  openNoneText: 'When somebody asks all of us, you will find the question here.',
  holds: 'What holds',
  holdsNone: 'Nothing has been decided yet. All is as our agreement says.',
  earlier: 'Earlier',
  showAll: (count: number) => `Show all ${number(count)}`,

  /** What is asked, as a question to all. */
  asks: {
    limit: (minutes: number) =>
      `Can each of us be up to ${duration(minutes)} behind before a reminder?`,
    unit: (unit: string) => `Shall we call an hour “${unit}”?`,
    unitPlain: 'Shall we call an hour simply an hour?',
    words: 'Shall our agreement have new words?',
    circle: (names: readonly string[]) => `Shall ${list(names)} be our circle?`,
    resting: (names: readonly string[]) =>
      `Shall we not wait for ${list(names)} when we decide?`,
    restingNone: 'Shall we wait for everyone again when we decide?',
    kindsOpen: 'Can everyone name new kinds of help?',
    kindsClosed: 'Shall nobody name new kinds of help for now?',
    kinds: (names: readonly string[]) =>
      `Shall these be our own kinds of help: ${list(names)}?`,
    pot: (name: string) => `Shall “${name}” be our pot of hours?`,
    accountLimit: (name: string, minutes: number) =>
      `Can “${name}” be up to ${duration(minutes)} behind?`,
    signers: (name: string) => `Shall we settle who signs for “${name}”?`,
    roomDays: (days: number) =>
      plural(days, {
        one: 'Shall words in rooms be kept for # day?',
        other: 'Shall words in rooms be kept for # days?',
      }),
    licence: (terms: string) => `Shall this hold for our yearly report: ${terms}?`,
    firstHours: (minutes: number) =>
      `Shall whoever is new get ${duration(minutes)} from the pot?`,
    firstHoursNone: 'Shall whoever is new get no hours from the pot?',
    relays: 'Shall our phones find each other in other places?',
    ice: 'Shall our phones use other helpers to connect?',
    amongUs: (name: string) => `Shall ${name} be among us as before?`,
    paused: (name: string) => `Shall ${name} be paused?`,
    removed: (name: string) => `Shall ${name} leave our community?`,
    linesStand: (count: number) =>
      plural(count, {
        one: 'Shall one hour that is in doubt count?',
        other: 'Shall # hours that are in doubt count?',
      }),
    linesFall: (count: number) =>
      plural(count, {
        one: 'Shall one hour that is in doubt not count?',
        other: 'Shall # hours that are in doubt not count?',
      }),
  },
  /** Who may use the yearly report, in plain words; the name of each licence stands behind. */
  licences: [
    'only for us',
    'anyone may use it for anything (CC0 1.0)',
    'anyone may use it who says where it is from (CC BY 4.0)',
    'anyone may use it who says where it is from and passes it on alike (CC BY-SA 4.0)',
    'anyone may use its figures who says where they are from and passes them on alike (ODbL 1.0)',
  ],
  /** How it is, and how it would be. */
  now: 'Now',
  then: 'Then',
  before: 'Before',
  since: 'Since then',
  behind: (minutes: number) => `up to ${duration(minutes)} behind`,
  plainHour: 'an hour',
  noWords: 'Nothing is written down.',
  nobody: 'Nobody',
  noCircle: 'There is no circle.',
  circleIs: (names: readonly string[], threshold: number) =>
    `${list(names)}: any ${number(threshold)} of them together`,
  everyoneNames: 'Everyone can name new kinds.',
  nobodyNames: 'Nobody names new kinds.',
  standing: { amongUs: 'among us', paused: 'paused', removed: 'gone' },
  days: (days: number) => plural(days, { one: '# day', other: '# days' }),
  noneYet: 'Nothing is settled.',

  asked: (name: string, day: string) => `${name} asked, ${day}`,
  askedByYou: (day: string) => `You asked, ${day}`,
  /** "23 of 40 say yes; 9 are needed" */
  count: (yes: number, of: number, needed: number) =>
    `${plural(yes, { one: `# of ${number(of)} says yes`, other: `# of ${number(of)} say yes` })}; ${plural(needed, { one: '# is needed', other: '# are needed' })}`,
  noes: (no: number) => plural(no, { one: '# says no', other: '# say no' }),
  yourYes: 'You said yes',
  yourNo: 'You said no',
  notYet: 'Your word is missing',
  yes: 'Yes',
  no: 'No',
  change: 'You can change your word at any time.',
  yesElsewhere:
    'You said yes on another phone of yours. Only there can you take it back.',
  noSay:
    'You can read all of this. To say yes or no, you need a say: neighbours who know you can give it to you, on your page.',
  holdsSince: (day: string) => `Holds since ${day}`,
  holdsFromBefore: 'Held already when this phone came',
  actsFrom: (day: string) =>
    `This phone acts on it from ${day}, so that there is time to say no.`,
  notTaken: 'Not enough say yes so far.',
  wentQuiet: 'Asked long ago. It can still be answered.',
  replaced: 'Something else holds now.',
  seeInstead: 'See what holds instead',
  replaces: 'This would take the place of:',
  replacedThese: 'This took the place of:',
  who: 'Who says what',
  whoYes: 'Yes',
  whoNo: 'No',
  whoHint: 'Everyone can see these words, for good.',
  wordsTitle: 'What people say about it',
  wordsNone: 'Nobody has written anything.',
  wordsYours: 'Your words about it',
  wordsHint: 'Everyone can read this. You can erase it at any time.',
  wordsSave: 'Save',
  wordsSaved: 'Saved.',
  gone: 'This phone does not know this question yet',
  goneText: 'Stay online for a moment, then look again.',

  /** Asking. */
  askTitle: 'Ask everyone',
  askWhat: 'What is it about?',
  askNoSay: 'You need a say to ask everyone',
  askNoSayText:
    'Neighbours who know you can give it to you: they find “I know you” on your page.',
  topics: {
    limit: 'How far behind one can be',
    unit: 'What we call an hour',
    words: 'The words of our agreement',
    kinds: 'Who names kinds of help',
    circle: 'The circle that keeps the peace',
    resting: 'Who rests',
    pot: 'Which pot is ours',
    hours: 'First hours from the pot',
    relays: 'Where our phones find each other',
    ice: 'What helps our phones connect',
    ownKinds: 'Our own kinds of help',
    accountLimit: 'How far behind an organisation can be',
    signers: 'Who signs for an organisation',
    pause: 'Pause somebody',
    leave: 'Somebody leaves us',
    back: 'Be among us again',
  },
  topicsText: {
    limit: 'Then a reminder is shown. Nobody is ever stopped.',
    unit: 'A word of our own, such as acorn.',
    words: 'What we promise each other.',
    kinds: 'Everyone, or nobody for now.',
    circle: 'A few who can pause somebody for 14 days and cover a card.',
    resting: 'Somebody in hospital or away: we decide without waiting.',
    pot: 'Where hours are given for whoever needs them.',
    hours: 'A welcome for whoever is new.',
    leave: 'When nothing else helps. It takes reasons, and a week.',
    relays: 'Further places beside those there are.',
    ice: 'For phones that cannot reach each other.',
    ownKinds: 'What they are called, and which are shown.',
    accountLimit: 'A clinic or a pot may need more than a person.',
    signers: 'Where two groups say differently, we settle it.',
  },
  relaysLabel: 'Addresses, one to a line',
  relaysHint: 'Each begins with wss://. Phones use them when the app is opened next.',
  iceLabel: 'Addresses, one to a line',
  iceHint:
    'Each begins with stun: or turn:. Phones use them when the app is opened next.',
  waysWrong: 'One of these is no such address, or there are more than eight.',
  kindsShown: 'Which are shown?',
  whichOne: 'Which one?',
  whoIsIt: 'Who signs for it?',
  signersAre: (names: readonly string[], threshold: number) =>
    `${list(names)}, ${plural(threshold, { one: '# yes is enough', other: '# yeses it takes' })}`,
  accountWrong: 'Choose one, and say how it is to be.',
  doubt: {
    former: 'Somebody signed this who no longer signs for it.',
    ask: 'Ask everyone whether it counts',
  },
  hoursBehind: 'How many hours?',
  hoursHint: 'From 0 to 1,600 hours.',
  hoursWrong: 'Please write a number of hours, such as 10.',
  unitLabel: 'The word for an hour',
  unitHint: 'Leave it empty to say simply hour.',
  wordsLabel: 'The words of our agreement',
  circleLabel: 'Who is in it?',
  leaveOut: (name: string) => `Leave ${name} out`,
  circleMany: 'How many of them does it take?',
  circleWrong: 'Choose at least two people, and no fewer than it takes.',
  restingLabel: 'Who rests?',
  kindsLabel: 'Who can name new kinds of help?',
  kindsAll: 'Everyone',
  kindsNone: 'Nobody for now',
  potLabel: 'Which one?',
  firstLabel: 'How many hours?',
  firstHint: 'From 0 to 10 hours.',
  pauseText: (name: string) =>
    `While ${name} is paused, their cards hang for themselves alone and nothing new is arranged with them. Their hours, their words and their say stay.`,
  backText: (name: string) => `${name}’s cards hang for everyone again.`,
  what: 'What is it for?',
  whatHint: 'Everyone can read it. One or two sentences are enough.',
  why: 'Why?',
  send: 'Ask everyone',
  sendPause: 'Ask for it',
  quietly: 'Only the circle and whoever says a word on it see this, until two say yes.',
  otherOpen: 'About the same, this is open:',

  /** Told once on the first page. */
  newsOpen: (count: number) =>
    plural(count, {
      one: 'A question to all of us',
      other: '# questions to all of us',
    }),
  newsHolds: (count: number) =>
    plural(count, { one: 'We have decided', other: 'We have decided # things' }),
  newsSee: 'See it',
  newsSeeAll: 'See them',
  newsClose: 'Not now',

  /** The agreement. */
  agreement: {
    title: 'Our agreement',
    ways: 'All versions, and what changed',
    nowTitle: 'As it is now',
    youAgreed: (day: string) => `You agreed to it on ${day}.`,
    youAgreedBefore: (day: string) =>
      `You agreed on ${day}. Since then something has changed:`,
    unknownBefore:
      'This phone does not know the words you agreed to any more. Please read them anew.',
    talk: 'I want to talk about it',
    history: 'How it changed',
    founded: 'From the beginning',
    later: 'Decided later, no longer so',
    decided: 'See what decided it',
    added: 'New:',
    left: 'No longer:',
    names: {
      words: 'The words',
      limit: 'How far behind',
      unit: 'The word for an hour',
    },
  },

  refused: {
    noVoice: inThree(
      'You need a say to do this.',
      'Neighbours who know you can give it to you, on your page.',
    ),
    againstOneself: inThree(
      'Nobody can ask this about themselves.',
      'If you want to leave, you find it in the settings.',
    ),
    unknown: inThree(
      'This phone does not know this yet.',
      'Stay online for a moment, then try again.',
    ),
    outOfRange: inThree('This cannot be asked like that.', 'Change it a little.'),
    asItStands: inThree('It is like that already.', 'You do not have to do anything.'),
    alreadyAsked: inThree(
      'This is asked already.',
      'Say yes there: you find it under “What we decide”.',
    ),
    alreadySaid: inThree(
      'You have said so already.',
      'You do not have to do anything.',
    ),
    keeper: inThree(
      'This device only keeps hours. Its word would not count.',
      'Say it on your phone.',
    ),
    paused: inThree(
      'One of you two is paused. Nothing new can be arranged.',
      'What you had begun goes on, and you can write to each other.',
    ),
    kindsClosed: inThree(
      'We have decided that nobody names new kinds for now.',
      'Choose one that is there.',
    ),
  },
};
