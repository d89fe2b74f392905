import { formats } from './hours.ts';

const { plural } = formats;

/** A neighbour who writes for somebody with a phone of their own. */
export const carers = {
  title: 'Somebody who writes for me',
  detail: 'When writing is hard for you.',
  lead: 'A neighbour you trust can write hours, cards and plans for you on their own phone. Everybody sees who wrote it, and you are told.',
  add: 'Ask a neighbour',
  whom: 'Who should write for you?',
  nobody: 'Nobody else here can be asked yet.',
  means: (name: string) =>
    `What ${name} writes for you counts like your own. ${name} reads what you plan with others, and what is written beside your hours, but no message to you.`,
  stopAnyTime: 'You can stop it at any time, on each of your phones.',
  ask: (name: string) => `Ask ${name}`,
  withPage: 'Your page shows that it is you who asks.',
  asked: (name: string) => `You have asked ${name}. There is no answer yet.`,
  writes: (name: string) => `${name} writes for you.`,
  no: (name: string) => `${name} does not write for you now.`,
  ended: (name: string) =>
    `You have stopped it. ${name} cannot write for you any more.`,
  endedSure: 'With your page you make sure of it, even if their phone is not honest.',
  takeBack: 'Take it back',
  makeSure: 'Make sure with my page',
  endLead: 'All that was written for you so far stays.',
  endPage: 'With your page it is sure, and you can ask again later.',
  endNow: 'Stop it now, without the page',
  endNowText: 'That phone can then never be asked again.',

  asks: (of: string) => `${of} asks you to write for them`,
  asksText: (of: string) =>
    `You would write down hours, cards and plans for ${of} on this phone, only what you both know. Everybody sees that it was you. You can stop at any time.`,
  yes: (of: string) => `Yes, I write for ${of}`,
  notMe: 'No, I would rather not',
  saidYes: (of: string) => `You write for ${of} now.`,
  saidNo: (of: string) => `${of} is told that you would rather not.`,
  stopped: 'You do not write for them now',
  again: (of: string) => `Write for ${of} after all`,
  onlyThem: (name: string) => `Messages ${name} writes alone, on ${name}’s own phone.`,
  stop: (of: string) => `I no longer write for ${of}`,
  stopText: 'All that you have written stays. You can begin again later.',

  writesNow: (by: string) => `${by} writes for you now`,
  rather: (by: string) => `${by} would rather not write for you`,
  ratherText: 'You can ask somebody else.',
  noLonger: (by: string) => `${by} no longer writes for you`,
  over: (of: string) => `You no longer write for ${of}`,
  overText: (of: string) =>
    `${of} has ended it, or somebody did with ${of}’s page. All that you have written stays.`,
  wrote: (by: string) => `${by} wrote this for you`,
  notRight: 'That’s not right',
  card: 'A card on the board',
  plans: (count: number, by: string) =>
    plural(count, {
      one: `${by} also said something about a plan of yours.`,
      other: `${by} also said # things about plans of yours.`,
    }),
  more: (count: number) =>
    plural(count, { one: 'One thing more', other: '# things more' }),
  seen: 'I have seen it',
  alsoWrites: (by: string, of: string) => `${by} also writes for ${of}.`,
};
