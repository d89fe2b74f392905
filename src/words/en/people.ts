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
  emptyText: 'Invite a neighbour, and they will stand here.',
  invite: 'Invite someone',
  waitingToJoin: 'Waiting to be let in',
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
};

export const person = {
  you: 'This is you',
  since: (when: string) => `Here since ${when}`,
  invitedBy: (name: string) => `Invited by ${name}`,
  founder: 'Started this community',
  met: (when: string) => `You first helped each other ${when}`,
  notMet: 'You two have not exchanged an hour yet.',
  between: 'Between you two',
  exchanges: (count: number) =>
    plural(count, { one: '# exchange', other: '# exchanges' }),
  record: (name: string) => `Record help with ${name}`,
  know: (name: string) => `I know ${name}`,
  left: 'This person has left. Name and words are erased; the hours stay.',
  paused: 'Two versions of one page: paused until it is cleared up.',
  pausedText:
    'It happens when a copy of a phone writes on. Hours that two people signed stay, and helping others still counts.',
  pausedHelped: (name: string) =>
    `There are two versions of ${name}’s page. Speak with ${name} before you go on.`,
  devices: (count: number) => plural(count, { one: '# device', other: '# devices' }),
  unknown: 'This person is not in your copy of the record yet.',
};
