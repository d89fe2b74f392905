import { formats } from './hours.ts';

const { plural, number } = formats;

export const people = {
  title: 'People',
  search: 'Find someone',
  searchHint: 'By name, area, or what they can do.',
  count: (count: number) => plural(count, { one: '# member', other: '# members' }),
  none: (text: string) => `Nobody here is called “${text}”.`,
  more: (count: number) => `${number(count)} more. Write a letter or two to find them.`,
  found: (count: number) =>
    plural(count, { zero: 'Nobody found', one: '# found', other: '# found' }),
  recent: 'Lately',
  everyone: 'Everyone',
  empty: 'Only you so far',
  emptyText: 'Invite a neighbour, and you will see them here.',
  invite: 'Invite someone',
  /** Beneath a name: what binds the two of you. */
  tie: (exchanges: number, since: string) =>
    plural(exchanges, {
      one: `one exchange, ${since}`,
      other: `# exchanges, since ${since}`,
    }),
  noName: 'Somebody without a name yet',
  gone: 'Someone who left',
  paper: 'Without a phone',
  organisation: 'Organisation',
  fromBefore: 'Hours from before',
};

export const person = {
  you: 'This is you',
  since: (when: string) => `Here since ${when}`,
  invitedBy: (name: string) => `Invited by ${name}`,
  founder: 'Started this community',
  met: (when: string) => `You first helped each other ${when}`,
  notMet: 'You two have no hours together yet.',
  between: 'Between you two',
  exchanges: (count: number) =>
    plural(count, { one: '# exchange', other: '# exchanges' }),
  record: (name: string) => `Record help with ${name}`,
  know: (name: string) => `I know ${name}`,
  left: 'This person has left. Name and words are erased; the hours stay.',
  paused:
    'There are two different copies of this person’s hours. Paused until that is cleared up.',
  pausedText:
    'It happens when a copied phone goes on writing. Hours that both people said yes to stay, and helping others still counts.',
  pausedHelped: (name: string) =>
    `There are two different copies of ${name}’s hours. Talk with ${name} before you go on.`,
  devices: (count: number) => plural(count, { one: '# device', other: '# devices' }),
  unknown: 'This phone does not know this person yet.',
};
