import { duration, formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number, plural } = formats;

const people = (count: number): string =>
  plural(count, { one: '# person', other: '# people' });

/** Hours for many at once. */
export const sessions = {
  door: 'Several of us',
  doorText: 'A cookery evening or a repair café: write it down once.',
  listTitle: 'What we did together',
  lead: 'One of you writes it down. Then each person says yes to their own part.',
  begin: 'Write something down',
  newTitle: 'What did you do together?',

  what: 'What was it?',
  whatHint: 'All members can read this, and who was there.',
  choose: 'Choose people',
  whoHelped: 'Who helped?',
  alike: 'All helped for as long',
  howLongOne: (name: string) => `How long did ${name} help?`,
  whence: 'Where do the hours come from?',
  fromEach: 'From those who were helped',
  fromAccount: 'From an organisation or the pot',
  fromNobody: 'From nobody, just thanks',
  whichAccount: 'Which one gives the hours?',
  chooseAccount: 'Choose one',
  whoGives: 'Who was helped?',
  whoWasThere: 'Who else was there?',
  evenly: 'Each gives the same',
  partOfOne: (name: string) => `How much does ${name} give?`,

  who: 'Who',
  hours: 'Hours',
  preview: 'This is what comes of it',
  together: 'All together',
  comesTo: (minutes: number) =>
    minutes < 0 ? `gives ${duration(-minutes)}` : `gets ${duration(minutes)}`,
  gives: (helped: string, helper: string, minutes: number) =>
    `${helped} gives ${helper} ${duration(minutes)}`,
  nothingYet:
    'Nothing counts until both have said yes. Nobody has to wait for the others.',
  thanksOnly: 'No hours move. It says who helped.',
  ask: (count: number) => `Ask ${people(count)}`,
  keep: 'Write it down',

  whyNot: {
    NobodyHelped: 'Choose who helped.',
    NobodyToGive: 'Choose who was helped.',
    NoGiver: 'Choose which one gives the hours.',
    NoTitle: 'Say in a few words what it was.',
    NoteTooLong: 'That is too long. Please make it shorter.',
    FutureDay: 'That day has not come yet. Choose a day that has been.',
    TooManyInSession: (count: number) =>
      `That is ${people(count)}. ${number(64)} is the most: write the others down apart.`,
    TwiceInSession: (name: string) => `${name} is in it twice. Leave them out once.`,
    LeftBeforeSession: (name: string) =>
      `${name} is not with us any more. Leave them out, and the others can be asked.`,
    LongerThanADay: (name: string) =>
      `Choose a time for ${name} from 1 minute to 24 hours: a day has no more.`,
    TooFewApart: (name: string) =>
      `${name} signs for the one that gives the hours, and nobody else could say yes to them.`,
    tooLittle: (minutes: number) =>
      `${duration(minutes)} is still missing: somebody has to give it.`,
    tooMuch: (minutes: number) => `That is ${duration(minutes)} too much given.`,
  },

  yourPart: (title: string) => `${title}: your part`,
  fromOne: (name: string, minutes: number) => `${duration(minutes)} from ${name}`,
  toOne: (name: string, minutes: number) => `${duration(minutes)} to ${name}`,
  youGet: (list: string) => `You helped. You get ${list}.`,
  youGive: (list: string) => `You were helped. You give ${list}.`,
  changed: (list: string) => `This was changed after you said yes. Now it is ${list}.`,
  notNow: 'Not now',
  putAway: 'Put away. You find it under “What we did together”.',
  said: 'You’ve said yes.',
  saidAhead:
    'You’ve said yes. Your phone says it on, once you are asked for just that.',
  ahead: (list: string) =>
    `You’ve said yes: ${list}. Your phone says it on, once you are asked for just that.`,

  writtenBy: (name: string, when: string) => `Written down by ${name}. It was ${when}.`,
  counting: (counting: number, of: number) =>
    `${number(counting)} of ${plural(of, { one: '# part counts', other: '# parts count' })}`,
  standing: {
    waits: (name: string) => `Waits for ${name}`,
    no: (name: string) => `${name} says something is different`,
    counts: 'Counts',
    undone: 'Put right again',
    other: 'Was written differently',
  },
  twice: 'This counts twice. One of you can put it right.',
  awaited: (names: string) => `Still to answer: ${names}.`,
  remind: 'Ask them once more',
  reminded: 'They are asked once more.',
  takeBackText: 'Then nobody is asked any more. What both have said yes to stays.',
  helpedFor: (minutes: number) => `Helped for ${duration(minutes)}`,
  gone: 'This is not here',
  goneText: 'It was taken back, or has not come to this phone yet.',

  trouble: {
    gone: inThree('This was taken back, or is not here.', 'Ask whoever wrote it down.'),
    said: inThree('You have said yes to this already.', 'There is nothing more to do.'),
    notNow: inThree(
      'Nobody can say yes to this today: the day has not come, or is long gone.',
      'Record your own help by itself.',
    ),
    plan: inThree(
      'This cannot be written down as it stands.',
      'Look through who is in it, how long it was, and when.',
    ),
  },
};
