import { formats } from './hours.ts';

const { list, number, plural } = formats;

/** What two people have said that fits, in the reader's language. */
export interface Reason {
  readonly name: string;
  /** What they can do and the reader would be glad of. */
  readonly theyCan: readonly string[];
  /** What the reader can do and they would be glad of. */
  readonly iCan: readonly string[];
  /** What both speak. */
  readonly languages: readonly string[];
  /** Where both live. */
  readonly area: string | null;
}

function inCommon({ languages, area }: Reason): string {
  const speak = languages.length > 0 ? `speak ${list(languages)}` : '';
  const live = area === null ? '' : `know ${area}`;
  const both = [speak, live].filter((part) => part !== '');
  return both.length === 0 ? '' : `You both ${both.join(' and ')}; `;
}

export const matches = {
  title: 'Who fits with you',
  lead: 'Each is here for a reason: one of you can do what the other would like. The order means nothing.',
  bothWays: 'Both ways',
  theyCan: 'They could help you',
  iCan: 'You could help them',
  /** Nobody's gender is guessed: the name is said again. */
  reason: (reason: Reason): string => {
    const { name, theyCan, iCan } = reason;
    const offers = theyCan.length > 0 ? `can help with ${list(theyCan)}` : '';
    const wants = iCan.length > 0 ? `would like ${list(iCan)}` : '';
    const both = [offers, wants].filter((part) => part !== '').join(' and ');
    return `${inCommon(reason)}${name} ${both}.`;
  },
  more: (count: number) => `Show ${number(count)} more`,
  none: 'Nobody fits yet',
  noneText: 'When a neighbour fits with what you have said, you will see it here.',
  blank: 'Say what you can do, and what would help you',
  blankText: 'Then you will see here who fits with you, and why.',
  link: (count: number) =>
    plural(count, {
      one: '# neighbour fits with you',
      other: '# neighbours fit with you',
    }),
  linkText: 'See who, and why',

  youCould: 'You could…',
  couldHelp: (languages: readonly string[]) =>
    languages.length === 0
      ? 'help: it is one of the things you can do.'
      : `help: it is one of the things you can do, and you both speak ${list(languages)}.`,
  couldIntroduce: (names: readonly string[]) =>
    `introduce someone you know who can do it: ${list(names)}.`,
  introduceTo: (name: string, other: string) => `Introduce ${name} to ${other}`,

  received: 'You have been helped lately',
  receivedText: 'Here are people you could help, when it suits you.',
  given: 'You have helped others lately',
  givenText: 'Ask for something too. Then somebody else can help.',
  ask: 'Say what would help you',
  seeAll: 'See all who fit',
  notNow: 'Not now',

  tellMe: 'Tell me about new cards',
  tellMeText: 'It is kept on this phone: nobody sees what you wait for.',
  tellMeKind: (kind: string) => `Tell me about new cards: ${kind}`,
  newCards: 'New on the board for you',
  look: (title: string) => `Look at “${title}”`,
  seen: 'Seen',

  thinks: (by: string) => `${by} thinks you two should meet`,
  gladly: 'Yes, gladly',
  youSaidYes: (other: string) => `You have said yes. ${other} has not answered yet.`,
  theySaidYes: (other: string) => `${other} has said yes already.`,
  bothSaidYes: (other: string) =>
    `You have both said yes. Now you can read what ${other} shows to people they share hours, plans or things with.`,
  takeBack: 'Take it back',
  goTo: (other: string) => `Go to ${other}`,
  putOff: 'Hidden. Nobody is told.',

  introduce: (name: string) => `Introduce ${name} to someone`,
  introduceTitle: 'Introduce two people',
  withWhom: (name: string) => `Who should meet ${name}?`,
  choose: 'Choose a person',
  why: 'Why? One line is enough',
  whyHint: 'Only the two of them can read it.',
  tellBoth: 'Tell them both',
  told: (one: string, other: string) => `${one} and ${other} will both see it.`,

  ties: 'New ties',
  tiesText: (pairs: number) =>
    plural(pairs, {
      one: '# pair of neighbours has helped each other.',
      other: '# pairs of neighbours have helped each other.',
    }),
  lately: (pairs: number) =>
    plural(pairs, {
      zero: 'None for the first time in the last 30 days.',
      one: '# for the first time in the last 30 days.',
      other: '# for the first time in the last 30 days.',
    }),
};
