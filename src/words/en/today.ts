import { formats } from './hours.ts';

const { list, plural } = formats;

/** The first page: what now? */
export const today = {
  fits: 'On the board for you',
  /** Why a card stands there. */
  canHelp: (languages: readonly string[]) =>
    languages.length === 0
      ? 'You can do this.'
      : `You can do this, and you both speak ${list(languages)}.`,
  wished: 'You said this would be good to have.',
  near: (area: string) => `You both live here: ${area}.`,
  fresh: 'New on the board.',

  newcomers: 'New here',
  hello: 'Say hello',
  helloTo: (name: string) => `Say hello to ${name}`,
  moreNew: (count: number) =>
    plural(count, { one: 'One more newcomer', other: '# more newcomers' }),

  since: 'Since you last looked',
  newCards: (count: number) =>
    plural(count, { one: '# new card', other: '# new cards' }),
  newPeople: (count: number) =>
    plural(count, { one: '# new neighbour', other: '# new neighbours' }),
  newHours: (count: number) =>
    plural(count, { one: '# time somebody helped', other: '# times somebody helped' }),

  offline: 'No internet?',
  offlineText: 'Two phones side by side need none.',

  firstWeek: 'Your first week',
  firstHello: 'Say hello to someone',
  firstOffer: 'Pin up what you can do',
  firstAsk: 'Ask for something',
  firstSafe: 'Keep your hours safe',
  done: 'Done',
};

/** The button in the middle: three doors. */
export const add = {
  title: 'What would you like to add?',
  record: 'Record help',
  recordText: 'You helped someone, or someone helped you.',
  offer: 'Offer something',
  offerText: 'What you can do, give or lend.',
  ask: 'Ask for something',
  askText: 'What would be good to have.',
  offlineText: 'All the ways that need none.',
  scanText: 'From the phone beside you.',
  codeText: 'For the phone beside you.',
};

/** What is mine, and the way to it. */
export const me = {
  seenAs: 'See yourself as others do',
  cards: 'My cards',
  cardsText: 'What you offer, ask for and lend.',
  profile: 'My profile',
  profileText: 'Your name, what you can do, how to reach you.',
  together: 'My year and my ties',
  togetherText: 'As pictures, to keep or print.',
  safeText: 'So that a lost phone takes nothing with it.',
  phonesText: 'Add one, or switch one off.',
  settingsText: 'Look, language, notifications and more.',
};

/** Everybody: the community, then its members. */
export const street = {
  all: (community: string) => `All about ${community}`,
  inside: 'Our agreement, ties and cloth.',
  order: 'In which order?',
  byName: 'A–Z',
  byHours: 'I’ve met',
  byArrival: 'New',
  nobodyKnown: 'Nobody yet. The first hour you share makes a start.',
  nobodyNew: 'Nobody new in the last weeks.',
};
