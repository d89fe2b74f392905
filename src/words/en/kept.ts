import { formats } from './hours.ts';

const { list, plural } = formats;

/** What somebody calls an entry of theirs, as often as there is one. */
const thing = {
  ask: (n: number) =>
    plural(n, { one: 'an hour you asked about', other: '# hours you asked about' }),
  yes: (n: number) => plural(n, { one: 'a yes', other: '# yeses' }),
  no: (n: number) => plural(n, { one: 'an answer', other: '# answers' }),
  takenBack: (n: number) =>
    plural(n, { one: 'something you took back', other: '# things you took back' }),
  thanks: (n: number) => plural(n, { one: 'a thanks', other: '# thanks' }),
  words: (n: number) =>
    plural(n, { one: 'words only two can read', other: '# notes only two can read' }),
  profile: () => 'what you show of yourself',
  card: (n: number) =>
    plural(n, { one: 'a card on the board', other: '# cards on the board' }),
  handed: (n: number) =>
    plural(n, {
      one: 'a thing that changed hands',
      other: '# things that changed hands',
    }),
  gift: (n: number) =>
    plural(n, { one: 'help as a gift', other: '# times help as a gift' }),
  kind: (n: number) =>
    plural(n, { one: 'a kind of help you named', other: '# kinds of help you named' }),
  invite: (n: number) => plural(n, { one: 'an invitation', other: '# invitations' }),
  letIn: (n: number) =>
    plural(n, { one: 'a neighbour you let in', other: '# neighbours you let in' }),
  phone: () => 'what you decided about your phones',
  spare: () => 'what you said about a spare key',
  erased: () => 'what you erased',
  leaving: () => 'that you are leaving',
  founding: () => 'the agreement itself',
  other: () => 'a small thing Manyhands wrote for you',
} satisfies Record<string, (count: number) => string>;

type Counted = readonly (readonly [keyof typeof thing, number])[];

const things = (counted: Counted): string =>
  list(counted.map(([kind, count]) => thing[kind](count)));

/** The sheet behind the status line: who has what, by their own word. */
export const kept = {
  title: 'Where your hours are kept',
  open: 'See where',
  lead: 'On the phones of the members, and nowhere else. Each phone says itself what it has saved.',

  nowhereTitle: 'Nobody else has this yet',
  nowhere: (counted: Counted, isMore: boolean) =>
    isMore ? `${things(counted)}, and older things` : things(counted),
  nowhereText:
    'It is only on this phone. It goes to the others by itself as soon as you are online together.',
  allThere: 'Somebody else has a copy of everything you wrote.',

  much: (names: readonly string[]) =>
    `A lot came from ${list(names)} at once. The rest comes bit by bit.`,
  muchOfMany: 'A lot came from several people at once. The rest comes bit by bit.',

  linkedTitle: 'Online with you now',
  nobodyLinked: 'Nobody right now. Nothing is lost, and everything goes on by itself.',

  membersTitle: 'Kept by members',
  nobody: 'No member has a copy yet.',
  nobodyText:
    'Be online once at the same time as another member. Then they have a copy too.',
  all: 'Everything',
  allBut: (counted: Counted, isMore: boolean) =>
    isMore ? 'The older part' : `Everything except ${things(counted)}`,
  none: 'Nothing of yours yet',
  metNow: 'online with you now',
  met: (when: string) => `last online together ${when}`,
  metAt: (when: string, time: string) => `last online together ${when} at ${time}`,
  metSometime: 'online together before',
  otherPhones: (name: string, count: number) =>
    plural(count, {
      one: `# more phone of ${name}`,
      other: `# more phones of ${name}`,
    }),
  more: (count: number) => plural(count, { one: '# more', other: '# more' }),
  unmet: (count: number) =>
    plural(count, {
      one: '# member has not been online with this phone yet.',
      other: '# members have not been online with this phone yet.',
    }),

  ownTitle: 'Your own phones',
  ownText: 'They help you. They do not count as a copy with somebody else.',
  ownNone:
    'This is the only one. A second phone or a computer gives you a second copy.',
  ownAct: 'Your phones',

  otherWays: 'Other ways to pass hours on',
};
