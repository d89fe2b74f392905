import type { CategoryWord } from './category.ts';
import { formats } from './hours.ts';

const { plural, number } = formats;

/** The cards of the board, and where they are found. */
export const board = {
  title: 'Board',
  /** Beside the heading of the board, where there is little room. */
  pin: 'Pin a card',
  post: 'Pin a card',
  mine: 'My cards',
  mineEmpty: 'You have no cards yet',
  mineEmptyText:
    'What could you do for somebody? What would help you? Two taps make a card.',
  empty: 'Pin the first card',
  emptyText: 'Say what you can do, or what would help you.',
  notYet: 'You can see the board once you are in.',
  search: 'Find on the board',
  kindFilter: 'What kind of card?',
  kinds: { offer: 'Offers', need: 'Needs', thing: 'Things' },
  filters: 'Filter the cards',
  filtersOn: (count: number) =>
    plural(count, {
      one: '# filter is on',
      other: '# filters are on',
    }),
  category: 'Kind of help',
  /** Closes the sheet of choices. */
  show: (count: number) =>
    plural(count, { zero: 'Show none', one: 'Show # card', other: 'Show # cards' }),
  widen: 'Clear the filters',
  more: (count: number) => plural(count, { one: 'Show # more', other: 'Show # more' }),
  /** Of a long list: how much of it stands on the screen. */
  shownOf: (count: number, all: number) =>
    `${number(count)} of ${number(all)} are shown`,
  /** Beneath what was found by a word: all that hangs of a kind that may be meant. */
  allOfKind: (kind: string, cards: string) => `${kind}: ${cards}`,
  /** The way to those who fit with me. */
  fit: (count: number) =>
    plural(count, {
      zero: 'Who fits?',
      one: '# fits with you',
      other: '# fit with you',
    }),
  mineShort: 'Mine',
  begun: (count: number) => plural(count, { one: '# draft', other: '# drafts' }),
  postMissing: 'Pin a card for it',
  area: 'Where they live',
  when: 'When',
  any: 'All',
  anywhere: 'Anywhere',
  found: (count: number) => plural(count, { one: '# card', other: '# cards' }),
  foundOf: (count: number, all: number) => `${number(count)} of ${number(all)} cards`,
  none: 'No card fits that yet',
  noneText:
    'Try fewer words or choices. Or pin a card yourself: somebody may be waiting for it.',
  clear: 'Show the whole board',
  /** Where the app's own kinds are named and changed. */
  ownKinds: 'Kinds of help',
};

/** One card. */
export const listing = {
  kind: { offer: 'Offer', need: 'Need', thing: 'Thing' },
  manner: {
    hours: 'For hours',
    gift: 'No hours, just thanks',
    give: 'To give away',
    lend: 'To lend',
    swap: 'To swap',
  },
  place: {
    agree: 'Where we agree',
    mine: (name: string) => `At ${name}’s place`,
    yours: 'At your place',
    outside: 'Out and about',
    remote: 'By phone or online',
  },
  /** For the card of the one who reads it. */
  atMine: 'At my place',
  atTheirs: 'At their place',
  once: 'Once',
  standing: 'Again and again',
  group: (count: number) =>
    plural(count, { one: 'One person at a time', other: 'Up to # people together' }),
  from: (day: string) => `From ${day}`,
  until: (day: string) => `Until ${day}`,
  between: (from: string, until: string) => `From ${from} until ${until}`,
  posted: (day: string) => `Pinned ${day}`,
  producer: 'Made by',
  origin: 'From',
  fair: 'Fair trade',
  price: 'Price',
  priceNote: 'You agree on the price yourselves. It has nothing to do with hours.',
  /** Of a thing to swap: what for. */
  factWanted: 'Wanted in return',
  wantedShort: (what: string) => `In return: ${what}`,
  /** Promised to somebody; on its card, in few words. */
  reserved: 'Reserved',
  reservedText: (name: string) =>
    `${name} has promised it to somebody. You see here when it is free again.`,
  reservedFor: (name: string) => `You have promised it to ${name}.`,
  reservedForNobody: 'Nobody has agreed with you just now. You can show it as free.',
  showFree: 'Show it as free',
  nowFree: 'It is shown as free again.',
  factKind: 'Kind of help',
  factPlace: 'Where',
  factWhen: 'When',
  factOften: 'How often',
  factDays: 'On the board',
  factHow: 'How',
  factGroup: 'How many',
  factTrade: 'Trade',
  gone: 'This card is gone',
  goneText: 'It was taken down, or the person who wrote it has left.',
  toBoard: 'To the board',
  paused: 'Paused',
  pausedText: 'Nobody but you finds this card. Open it again whenever you like.',
  over: 'Its time is up',
  overText: 'Nobody finds this card any more. Renew it, or close it.',
  closed: 'Closed',
  closedText: 'This is done. Thank you.',
  /** To everybody but its writer. */
  notOpen: {
    paused: {
      title: 'Paused for now',
      text: (name: string) => `${name} may open it again.`,
    },
    over: {
      title: 'Its time is up',
      text: (name: string) => `${name} has not renewed it.`,
    },
    closed: { title: 'This is done', text: () => 'You cannot answer it any more.' },
  },
  alike: 'Others like it',
  goneAway: 'It has a new home. It is off the board now.',
  edit: 'Change it',
  pause: 'Pause',
  open: 'Open it again',
  renew: 'Renew',
  close: 'Done, close it',
  erase: 'Erase',
  nowPaused: 'The card is paused.',
  opened: 'The card is open.',
  renewed: (day: string) => `The card is on the board until ${day}.`,
  reopened: 'The card is on the board again.',
  nowClosed: 'The card is closed.',
  erased: 'The card is erased here. The other phones erase it once they are online.',
};

/** Writing one. */
export const post = {
  title: 'Pin a card',
  editTitle: 'Change the card',
  kind: 'What is it?',
  kinds: { offer: 'I can help', need: 'I could use help', thing: 'I have a thing' },
  category: 'With what?',
  whenWhere: 'When and where',
  otherKind: 'Another kind',
  place: 'Where?',
  places: {
    agree: 'We agree',
    mine: 'At my place',
    yours: 'At theirs',
    outside: 'Out and about',
    remote: 'Phone or online',
  },
  manner: 'How?',
  manners: { give: 'Give it away', lend: 'Lend it', swap: 'Swap it' },
  gift: 'No hours, just thanks',
  giftHint: 'Help as a gift. You both say so, and no hours are counted.',
  line: 'In a few words',
  lineHint: 'You can leave it empty. Your own words are not translated; the rest is.',
  thingTitle: 'What is it?',
  wanted: 'What would you like for it?',
  wantedHint: 'You can leave it open. “Three jars of jam”, or “a small bicycle”.',
  noPhoto: 'Go on without a picture',
  words: 'More about it',
  where: 'Where exactly',
  whereHint:
    'Everybody in the community can read this. Tell your address only to the person who comes.',
  more: 'More: words, days, how many',
  moreThing: 'More: days, who made it, price',
  often: 'How often?',
  oftens: { once: 'Once', standing: 'Again and again' },
  group: 'How many people at a time?',
  fewer: 'Fewer',
  morePeople: 'More',
  hangs: 'Show it for',
  hang: {
    week: 'A week',
    month: 'A month',
    season: 'Three months',
    open: 'Until I take it down',
    day: 'Until a day',
  },
  whichDay: 'Which day?',
  earliest: 'Not before',
  producer: 'Who made it',
  origin: 'Where it is from',
  fair: 'Fair trade',
  price: 'A price, if there is one',
  priceHint: 'The price has nothing to do with hours.',
  submit: 'Pin it to the board',
  save: 'Save the change',
  noCategory: 'Please tap what it is about.',
  noLine: 'Please say in a few words what it is.',
  noThing: 'Please say in a word what the thing is.',
  dayOrder: 'The last day comes before the first one.',
  notYet: 'You can pin a card as soon as you are let in.',
  draftsText: 'It is not on the board yet. It is only on this phone.',
  draftDrop: (what: string) => `Throw away the draft: ${what}`,
  takenUp: 'You started this earlier. It is only on this phone.',
  beginAnew: 'Start again',
};

/** Kinds of help that members name themselves. */
export const kinds = {
  title: 'Kinds of help',
  lead: 'Raising a child, keeping an eye on the street, sitting with someone: all of it is work, and an hour is an hour.',
  ours: 'Named by us',
  name: 'What is it called?',
  nameHint: 'Everybody sees it, in the words you choose.',
  parent: 'It is part of',
  noParent: 'No other kind',
  add: 'Name a kind of help',
  added: (name: string) => `“${name}” can be chosen from now on.`,
  by: (name: string) => `Named by ${name}`,
  byMe: 'Named by you',
  rename: 'Rename',
  renameWhich: (name: string) => `Rename ${name}`,
  hide: 'Hide',
  hideWhich: (name: string) => `Hide ${name}`,
  show: 'Show again',
  showWhich: (name: string) => `Show ${name} again`,
  hidden: 'Hidden. Cards that have it keep it.',
  missing: 'Please give it a name.',
  unknown: 'A kind of help',
  /** What each of the app's own kinds can be: shown beneath it, and found by it. */
  hints: {
    care: 'somebody who is frail, ill, old or grieving',
    children: 'minding, school runs, homework, a bedtime story',
    company: 'visits, walks, a meal together, somebody to listen',
    lift: 'to the doctor, the station, the tip',
    garden: 'pots, hedges, watering, seeds',
    food: 'cooking, baking, preserving',
    home: 'cleaning, moving, painting, plants',
    repair: 'bicycles, taps, shelves, clothes',
    learning: 'school subjects, music theory, a trade',
    forms: 'forms, rights, offices, complaints, coming along',
    together: 'meetings, festivals, the notice-board, this time bank',
    other: 'what fits nowhere else',
    safety: 'walking home together, watching the crossing, a light on the stairs',
    civic: 'meetings, petitions, voting, minutes, translations',
    language: 'conversation, translating, reading letters',
    arts: 'music, drawing, theatre, photographs, crafts',
    body: 'exercise, hair, rest, going to the doctor',
    errands: 'the shops, the chemist, the post, carrying things',
    digital: 'settings, video calls, passwords, printers',
    pets: 'walking a dog, feeding a cat, going to the vet',
  } satisfies Record<CategoryWord, string>,
};

/** Cards made from what somebody said they could do: a tap away from the board. */
export const ready = {
  title: 'Pin with one tap',
  text: 'You said you could do this. Nobody sees it until you pin it.',
  pin: 'Pin it',
  pinWhich: (what: string) => `Pin it: ${what}`,
  change: 'Change',
  changeWhich: (what: string) => `Change: ${what}`,
  notNow: 'Not now',
  notNowWhich: (what: string) => `Not now: ${what}`,
  pinned: (what: string) => `On the board: ${what}`,
  putAway: (what: string) => `Put away: ${what}`,
  more: (count: number) =>
    plural(count, { one: 'One more under My cards', other: '# more under My cards' }),
};
