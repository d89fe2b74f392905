import { duration, formats } from './hours.ts';

const { plural } = formats;

/** Taking everything along, and opening it again. */
export const archive = {
  title: 'Open an archive',
  lead: 'An archive is a whole community in one file. Any member can download it in Settings. It is checked before anything is saved here.',
  choose: 'Choose the file',
  drop: 'or drop it here',
  dropNow: 'Let go to open it',
  reading: 'Reading and checking…',
  another: 'Choose another file',

  checked: 'Checked: nothing is missing.',
  checkedText:
    'No file has been changed, and every line comes from the person it names.',
  members: (count: number) => plural(count, { one: '# member', other: '# members' }),
  exchanges: (count: number, minutes: number) =>
    `${plural(count, { one: '# exchange', other: '# exchanges' })} · ${duration(minutes)} of help`,
  until: (when: string) => `Up to ${when}`,
  keep: 'Keep it on this device',
  keepText:
    'You can read it right away. You are not a member yet: a neighbour has to let you in.',
  keeping: 'Saving it here…',
  alreadyIn: 'This community is on this device already.',
  alreadyInText:
    'What is missing here is added. Nothing is lost, and nothing is counted twice.',
  addTo: 'Add what is missing',

  readerTitle: 'You are reading',
  readerText:
    'Everything is on this device, and you can read it. You are not a member on this device yet. So you cannot say yes to an hour, and nobody can ask you about one.',
  readerWay:
    'Ask a neighbour for an invitation and open it here. Then write your name in the settings. If you were a member before and have your page with twelve words, you need no invitation.',
  readerAct: 'I have an invitation',
  readable: 'What you can read here',
  everyonesHours: 'Everybody’s hours',

  takeTitle: 'Take everything with you',
  takeText:
    'The whole community as one file. You can keep it, read it in a spreadsheet, or open it on another device. Anyone who has the file can read who helped whom.',
  take: 'Download the community',
  mineText: 'Only what is yours: your hours and notes, your thanks and your profile.',
  mine: 'Download what is mine',
  writing: 'Writing the file…',
  done: 'The file is in your downloads.',
  fileName: (community: string, day: string) => `${community}-${day}`,
  mineFileName: (community: string, day: string) => `my-hours-${community}-${day}`,
};

/** The printable page in “what is mine”, and the heads of its tables. */
export const statement = {
  title: 'Statement of hours',
  lead: (name: string, community: string) => `${name}, in ${community}`,
  asOf: (when: string) => `As of ${when}`,
  notMoney: 'These are hours of help, not money.',
  sum: (given: number, received: number) =>
    `${duration(given)} given · ${duration(received)} received`,
  day: 'Day',
  who: 'Who',
  howLong: 'How long',
  what: 'What',
  standing: 'Where it stands',
  iHelped: 'I helped',
  wasHelped: 'I was helped',
  both: 'Both said yes',
  thanks: (name: string, text: string) => `${name}: “${text}”`,
  readme: (community: string) =>
    `What is yours in ${community}.\n\nstatement.html   your hours as a page to print\nmy-hours.csv     the same for a spreadsheet\nmy-hours.json    the same for programs\nmy-profile.json  what the others see of you\n\nAnyone can read your notes in these files, so keep them to yourself.\nNothing here is money. Nobody can act as you with these files.\n`,
};
