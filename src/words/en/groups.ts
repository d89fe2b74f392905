import { duration, formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number, plural } = formats;

/** Groups of neighbours: founded, joined, organised, left. */
export const groups = {
  title: 'Groups',
  detail: 'Neighbours who do something together.',
  mineOf: (count: number) =>
    plural(count, { one: 'You are in one.', other: 'You are in #.' }),
  empty: 'No group yet',
  emptyText: 'Walkers, a garden, a repair table: found the first one.',
  found: 'Found a group',
  mine: 'Your groups',
  others: 'Other groups here',
  people: (count: number) => plural(count, { one: '# person', other: '# people' }),
  youOrganise: 'You organise it',
  youAsked: 'You asked to come in',
  isOver: 'It is over',
  unknown: 'This phone does not know this group',
  unknownText: 'It may still be on its way. Stay online for a moment.',

  name: 'What is it called?',
  nameHint: 'As people here say it.',
  words: 'What is it about?',
  wordsHint: 'A sentence. Everybody here can read it.',
  colour: 'Its colour',
  colours: {
    blue: 'Blue',
    violet: 'Violet',
    teal: 'Teal',
    pink: 'Pink',
    orange: 'Orange',
    green: 'Green',
  },
  door: 'Who can come in?',
  doorOpen: 'Everybody here',
  doorAsks: 'Who asks first',
  openAct: 'Found it',
  picture: 'A picture in place of the colour',
  pictureHint: 'Small: it stands beside the name. Everybody here sees it.',
  pictureChoose: 'Choose a picture',
  pictureIn: 'The picture is in. It counts once you save.',
  pictureOut: 'Take the picture away',

  open: 'Open: whoever likes comes along.',
  asks: 'Whoever would like to come in asks, and somebody who organises it says yes.',
  foundedBy: (name: string) => `Founded by ${name}`,
  join: 'Join',
  ask: 'Ask to come in',
  joined: 'You are in.',
  asked: 'You asked. Somebody who organises it says yes.',
  takeBack: 'Take it back',
  wantsIn: (name: string) => `${name} would like to come in`,
  letIn: (name: string) => `Let ${name} in`,
  isIn: (name: string) => `${name} is in.`,
  whoIsIn: 'Who is in it',
  organises: 'Organises it',
  helped: (minutes: number) =>
    minutes === 0
      ? 'Its people have not helped one another this year yet.'
      : `In the last 52 weeks its people helped one another ${duration(minutes)}.`,
  helpedTitle: 'What came of it',

  forOrganisers: 'For those who organise it',
  change: 'Change how it looks',
  saved: 'Saved. Everybody sees it like this now.',
  share: 'Let somebody organise it too',
  shareText: 'They can do all that you can do here.',
  shareNobody: 'Nobody else is in it yet.',
  shared: (name: string) => `${name} can organise it too.`,
  named: (name: string) => `You let ${name} organise it`,
  unshare: (name: string) => `${name} no longer`,
  unshared: (name: string) =>
    `${name} organises it no longer, nor do those ${name} chose.`,
  layDown: 'Organise it no longer',
  layDownText: (names: string) => `${names} will organise it. You stay in the group.`,
  layDownBack:
    'You stay the founder, and can change how it looks again as long as you are a member.',
  layDownAct: 'Hand it over',
  laidDown: 'You no longer organise it.',
  close: 'Close the group',
  closeText:
    'Everybody sees that it is over. Nothing is erased, and you can open it again.',
  closeAct: 'Close it',
  closed: 'It is closed.',
  reopen: 'Open it again',
  reopened: 'It is open again.',
  leave: 'Leave the group',
  left: 'You have left the group.',

  lost: (name: string) => `${name} has nobody who organises it`,
  lostText:
    'Whoever founded it has left, and their words went with them. You can go on with the others.',
  goOn: 'Go on with it',
  goesOn: (who: string, name: string) => `${who} goes on: ${name}`,
  comeAlong: 'Come along',

  refused: {
    tooLong: inThree('That is too long.', 'Make the name or the sentence shorter.'),
    notOrganising: inThree(
      'Only who organises it can do that.',
      'Ask one of them. The page says who they are.',
    ),
    notHere: inThree(
      'This phone does not know this group any more.',
      'Stay online for a moment, then look again.',
    ),
    lastOrganiser: inThree(
      'You alone organise it.',
      'Let somebody else organise it first, or close it.',
    ),
    tooMany: inThree(
      `You can choose ${number(7)} people at most.`,
      'Those can choose more.',
    ),
    tooLarge: inThree('The picture is too large.', 'Choose another one.'),
  },
};
