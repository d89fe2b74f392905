import { duration } from './hours.ts';
import { inThree } from './trouble.ts';

/** Somebody has died. */
export const farewell = {
  died: (name: string) => `${name} has died`,
  sorry: 'We are sorry.',
  slow: 'Take your time. Nothing happens by your word alone, and no hour is lost.',
  pageTitle: (name: string) => `With ${name}’s page`,
  pageText: (name: string) =>
    `Whoever has the printed page can say it for ${name}, and where the hours go.`,
  pageAct: 'Look at the page',
  pageWrong: (name: string) =>
    `This is not ${name}’s page, or a newer one has taken its place.`,
  withoutTitle: 'Without the page',
  withoutText: (name: string) =>
    `All of you can decide that ${name} rests: then nobody waits for ${name} when you decide. Everything else stays as it is.`,
  withoutAct: 'Ask everyone',
  phonesEnd: (name: string) => `Nobody can write anything more on ${name}’s phones.`,
  cardsEnd: (name: string) =>
    `The cards come down, and your words stand on ${name}’s page for all to read.`,
  hoursStay: (name: string) =>
    `The hours stay. After this you can give what is left to whom ${name} wanted.`,
  words: (name: string) => `A few words about ${name}`,
  wordsHint: 'For example what everybody will remember.',
  wordsMissing: 'Please write a few words.',
  goOn: 'Go on',
  sure: (name: string) => `Has ${name} died?`,
  sureText: (name: string) =>
    `Everybody will read it. If it is a mistake, you can take it back, and ${name} can come back with the page.`,
  yes: (name: string) => `Yes, ${name} has died`,
  inMemory: 'In memory',
  memory: (name: string) => `In memory of ${name}`,
  writtenBy: (by: string, of: string) => `Written down by ${by}, for ${of}’s family`,
  kindWords: 'What neighbours say',
  yourWords: (name: string) => `Your words about ${name}`,
  rests: (name: string) =>
    `All of you decided that ${name} rests. Nobody waits for an answer.`,
  left: (name: string, minutes: number) =>
    `${duration(minutes)} of ${name}’s are left. Where did ${name} want them to go?`,
  toPot: 'To the pot',
  toSomebody: 'To somebody',
  whom: 'To whom?',
  offered: 'Offered. It counts once the other side has said yes.',
  owesNothing: (name: string, minutes: number) =>
    `${name} had received ${duration(minutes)} more than given. That stays so, and nobody owes it.`,
  mistake: (name: string) => `It was a mistake: ${name} lives`,
  mistakeText: (name: string) =>
    `The words go from ${name}’s page. With the page ${name} can use a phone again.`,

  /** On their own phone. */
  here: inThree(
    'Your page says that you have died, so this phone no longer writes.',
    'If that is a mistake, come back with your page of twelve words, and tell your neighbours. Whoever said it can take it back.',
    'Your hours stay, and you can go on reading here.',
  ),
  hereAct: 'Come back with my page',
};
