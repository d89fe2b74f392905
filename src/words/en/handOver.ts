import { inThree } from './trouble.ts';

type Manner = 'give' | 'lend' | 'swap';

/** Things that change hands: no hours move, and both say that it was so. */
export const handOver = {
  title: 'Who has it?',
  noHours: 'You both say that it happened. No hours are counted.',

  whom: {
    give: 'Who did you give it to?',
    lend: 'Who did you lend it to?',
    swap: 'Who did you swap it with?',
  } satisfies Record<Manner, string>,
  chooseFirst: 'Choose who it was.',
  /** On the button of whoever it belongs to. */
  out: {
    give: (name: string) => `I gave it to ${name}`,
    lend: (name: string) => `I lent it to ${name}`,
    swap: (name: string) => `I swapped it with ${name}`,
  } satisfies Record<Manner, (name: string) => string>,
  /** On the button of whoever has it now. */
  got: {
    give: 'I got it',
    lend: 'I have borrowed it',
    swap: 'We have swapped it',
  } satisfies Record<Manner, string>,
  /** Of a swap, what of the other's cards. */
  gotFor: 'What did you get for it?',
  gaveFor: 'What did you give for it?',
  nothingHere: 'Something without a card',
  saysSwap: (name: string) => `${name} says: “We swapped these.”`,
  swappedThese: (name: string) => `You swapped these with ${name}`,
  yours: 'From you',
  theirs: (name: string) => `From ${name}`,
  isBack: 'I have it back',
  broughtBack: 'I have brought it back',

  /** What the other of the two says, above a yes. */
  saysOut: {
    give: (name: string) => `${name} says: “I gave you this.”`,
    lend: (name: string) => `${name} says: “I lent you this.”`,
    swap: (name: string) => `${name} says: “We swapped this.”`,
  } satisfies Record<Manner, (name: string) => string>,
  saysGot: {
    give: (name: string) => `${name} says: “You gave me this.”`,
    lend: (name: string) => `${name} says: “You lent me this.”`,
    swap: (name: string) => `${name} says: “We swapped this.”`,
  } satisfies Record<Manner, (name: string) => string>,
  saysBack: (name: string) => `${name} says: “I have it back.”`,
  saysBroughtBack: (name: string) => `${name} says: “I have brought it back.”`,

  lentTo: (name: string, when: string) => `${name} has it on loan, since ${when}.`,
  lentToMe: (name: string, when: string) =>
    `You have it on loan from ${name}, since ${when}.`,
  lentNow: 'It is lent out now. You can ask for it when it is back.',
  /** On its card, in few words. */
  lentJustNow: 'Lent out now',
  gone: {
    give: 'It was given away.',
    lend: 'It was given away.',
    swap: 'It was swapped.',
  } satisfies Record<Manner, string>,
  goneTo: {
    give: (name: string, when: string) => `It went to ${name}, ${when}.`,
    lend: (name: string, when: string) => `It went to ${name}, ${when}.`,
    swap: (name: string, when: string) => `It was swapped with ${name}, ${when}.`,
  } satisfies Record<Manner, (name: string, when: string) => string>,
  goneToMe: {
    give: (name: string, when: string) => `${name} gave it to you, ${when}.`,
    lend: (name: string, when: string) => `${name} gave it to you, ${when}.`,
    swap: (name: string, when: string) => `${name} swapped it with you, ${when}.`,
  } satisfies Record<Manner, (name: string, when: string) => string>,

  asked: (name: string) =>
    `${name} has been asked. It counts when you have both said so.`,
  askNext: (name: string) => `Ask ${name} to have it next`,
  /** How the message begins. */
  wouldLikeNext: (title: string) =>
    `When “${title}” is free again, I would like to have it.`,
  takeBack: 'Take back',
  takenBack: 'Taken back. Nothing has changed.',
  yes: 'Yes, that’s right',
  notSo: 'No, that’s not right',
  putAside: 'Nothing has changed, and nobody is told.',
  changed: inThree(
    'Something has changed in the meantime.',
    'Look at it again. Then try once more if you still want to.',
  ),
  nobody: 'There is nobody to choose yet.',
};
