import { formats } from './hours.ts';

const { number } = formats;

/** "I know them", which gives a say. */
export const know = {
  what: (name: string) =>
    `When enough know ${name}, ${name} has a say in what we decide.`,
  soFar: (count: number, needed: number) =>
    `${number(count)} of ${number(needed)} have said so.`,
  said: (name: string) => `You said that you know ${name}.`,
  hasSay: (name: string) => `${name} has a say in what we decide.`,
  youHave: 'You have a say in what we decide.',
  youHaveNot: 'When enough neighbours say that they know you, you have a say.',
  offer: (name: string) => `You and ${name} have helped each other twice`,
  notNow: 'Not now',
  done: (name: string) => `Thank you. ${name} can see it.`,
};

/** What is shown of a pause, and of a covered card. */
export const pausing = {
  ask: (name: string) => `Ask for a pause of ${name}`,
  until: (name: string, day: string) => `${name} is paused until ${day}`,
  open: (name: string) => `${name} is paused`,
  byCircle: 'The circle asked for it. It ends by itself, or when more say no than yes.',
  byAll: 'We decided it together. It ends when we decide otherwise.',
  stays:
    'Hours, words and say stay. Nothing new is arranged, and cards hang for their owner alone.',
  why: 'See who asked, and why',
  askBack: (name: string) => `Ask that ${name} is among us again`,
  you: 'You are paused',
  youUntil: (day: string) => `You are paused until ${day}`,
  youText:
    'Your cards hang for you alone, and nothing new is arranged with you. Your hours and your words stay, you can write to everyone, and you can say no.',
  covered: 'The circle has covered this card',
  coveredText: 'Not everyone may like to see it. Nothing is erased.',
  show: 'Show it',
  cover: 'Cover this card',
  coverText: (by: number, needed: number) =>
    by === 0
      ? `It is covered when ${number(needed)} of the circle say so. Anyone can still see it with a tap.`
      : `${number(by)} of the ${number(needed)} it takes say so. Anyone can still see it with a tap.`,
  uncover: 'Do not cover it',
};
