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
  lead: 'Each stands here for a reason: what one can do is what the other would be glad of. Nobody comes first.',
  bothWays: 'Both ways',
  theyCan: 'Could be of use to you',
  iCan: 'Could use you',
  /** Nobody's gender is guessed: the name is said again. */
  reason: (reason: Reason): string => {
    const { name, theyCan, iCan } = reason;
    const offers = theyCan.length > 0 ? `can help with ${list(theyCan)}` : '';
    const wants = iCan.length > 0 ? `would be glad of ${list(iCan)}` : '';
    const both = [offers, wants].filter((part) => part !== '').join(' and ');
    return `${inCommon(reason)}${name} ${both}.`;
  },
  more: (count: number) => `Show ${number(count)} more`,
  none: 'Nobody fits yet',
  noneText:
    'As soon as a neighbour says something that fits with what you have said, it stands here.',
  blank: 'Say what you can do, and what would be good to have',
  blankText: 'Then neighbours with whom it fits stand here, with the reason.',
  link: (count: number) =>
    plural(count, {
      one: '# neighbour fits with you',
      other: '# neighbours fit with you',
    }),
  linkText: 'See who, and why',

  youCould: 'You could…',
  couldHelp: (languages: readonly string[]) =>
    languages.length === 0
      ? 'help: it is among what you can do.'
      : `help: it is among what you can do, and you both speak ${list(languages)}.`,
  couldIntroduce: (names: readonly string[]) =>
    `bring someone along whom you know and who can do it: ${list(names)}.`,
  introduceTo: (name: string, other: string) => `Introduce ${name} to ${other}`,

  received: 'You have been helped lately',
  receivedText: 'Help goes round. Here is who could use you, whenever it suits.',
  given: 'You have been there for others lately',
  givenText: 'Asking is a gift too: it lets somebody else be of use.',
  ask: 'Say what would be good to have',
  seeAll: 'See all who fit',
  notNow: 'Not now',

  tellMe: 'Tell me when a new card hangs',
  tellMeText: 'It is kept on this phone: nobody sees what you wait for.',
  tellMeKind: (kind: string) => `Tell me of new cards: ${kind}`,
  newCards: 'New on the board for you',
  look: (title: string) => `Look at “${title}”`,
  seen: 'Seen',

  thinks: (by: string) => `${by} thinks you two should meet`,
  youAnd: (other: string) => `You and ${other}`,
  gladly: 'Yes, gladly',
  youSaidYes: (other: string) => `You have said yes. ${other} has not answered yet.`,
  theySaidYes: (other: string) => `${other} has said yes already.`,
  bothSaidYes: (other: string) =>
    `You have both said yes. What ${other} shows to people with shared hours or plans, you can read now.`,
  takeBack: 'Take it back',
  goTo: (other: string) => `Go to ${other}`,
  putOff: 'Put away. Nobody is told.',

  introduce: (name: string) => `Introduce ${name} to someone`,
  introduceTitle: 'Bring two together',
  withWhom: (name: string) => `Who should meet ${name}?`,
  choose: 'Choose a person',
  why: 'Why, in a line',
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
