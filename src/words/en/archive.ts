import { duration, formats } from './hours.ts';

const { plural } = formats;

/** Taking everything along, and opening it again. */
export const archive = {
  title: 'Open an archive',
  lead: 'An archive is a whole community in one file, as any member can download it in the settings. It is checked before anything is kept here.',
  choose: 'Choose the file',
  drop: 'or drop it here',
  dropNow: 'Let go to open it',
  reading: 'Reading and checking…',
  another: 'Choose another file',

  checked: 'Checked: nothing is missing.',
  checkedText:
    'Every file is as it was written, and everything in it is by whom it says.',
  members: (count: number) => plural(count, { one: '# member', other: '# members' }),
  exchanges: (count: number, minutes: number) =>
    `${plural(count, { one: '# exchange', other: '# exchanges' })} · ${duration(minutes)} of help`,
  until: (when: string) => `Up to ${when}`,
  keep: 'Keep it on this device',
  keepText:
    'You can read it at once. It does not make you a member: for that a neighbour lets you in.',
  keeping: 'Keeping it here…',
  alreadyIn: 'This community is on this device already.',
  alreadyInText:
    'What the archive has and this device lacks is added. Nothing is lost and nothing is doubled.',
  addTo: 'Add what is missing',

  readerTitle: 'You are reading',
  readerText:
    'The record is on this device, and you can read all of it. With this device you are not a member yet, so you cannot say yes to an hour or be asked for one.',
  readerWay:
    'Ask a neighbour for an invitation and open it here. Then write your name in the settings. If you were a member before and have your page with twelve words, you need no invitation.',
  readerAct: 'I have an invitation',
  readable: 'What can be read here',
  everyonesHours: 'Everybody’s hours',

  takeTitle: 'Take everything with you',
  takeText:
    'The whole record as one file: to keep, to read in a spreadsheet, or to open in an empty browser. Who helped whom can be read by whoever has it.',
  take: 'Download the community',
  mineText:
    'Only what is yours: your hours with your own words about them, thanks, and your profile.',
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
    `What is yours in ${community}.\n\nstatement.html   your hours as a page to print\nmy-hours.csv     the same for a spreadsheet\nmy-hours.json    the same for programs\nmy-profile.json  what the others see of you\n\nYour words about an exchange are readable in these files, so keep them to yourself.\nNothing here is money. Nobody can write as you with it.\n`,
};
