import { formats } from './hours.ts';

const { number, plural } = formats;

export const general = {
  appName: 'Manyhands',
  language: 'Language',
  tagline: 'A time bank that belongs to nobody but its members.',
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  more: 'More…',
  undo: 'Undo',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'That did not copy. Press and hold the text to copy it yourself.',
  paste: 'Paste',
  optional: 'optional',
  loading: 'One moment…',
  opening: 'Reading from this device…',
  skipToContent: 'Go to the content',
  counted: (done: number, all: number) => `${number(done)} of ${number(all)}`,
  roomLeft: (left: number) =>
    plural(left, { one: 'Room for # more letter', other: 'Room for # more letters' }),
  tooLong: 'This is too long to send. Please shorten it.',
  scan: 'Scan a code',
  scanHint: 'Hold the code inside the frame.',
  scanNoCamera:
    'There is no camera here, or it may not be used. Paste the link instead.',
  scanStarting: 'Starting the camera…',
};

export const nav = {
  label: 'The way around',
  today: 'Today',
  board: 'Board',
  add: 'Add',
  people: 'People',
  me: 'Me',
  record: 'Record help',
  waiting: (count: number) =>
    plural(count, { one: '# waits for your answer', other: '# wait for your answer' }),
};

/** Lines above the page: what concerns the whole app, not this screen. */
export const notice = {
  secondTab: 'Manyhands is open in another tab',
  secondTabText:
    'Only one tab at a time can write, so that your page of the record stays in one piece. Nothing is lost.',
  secondTabAct: 'Use it here',
  secondTabTaken: 'Manyhands has moved to another tab',
  secondTabTakenText: 'You can close this one, or take it back. Nothing is lost.',
  update: 'There is a new version',
  updateText: 'It takes a second. What you have written stays.',
  updateAct: 'Use the new version',
  outdated: 'A newer version is open in another tab',
  outdatedText: 'This one still shows the old one. What you have written stays.',
  damaged: 'Part of what this device kept was damaged',
  damagedText:
    'It was put aside. What you wrote yourself is whole; the rest comes back from the others when you are online with them.',
  updateNeeded: 'Update to see all hours',
  updateNeededText:
    'Somebody uses a newer version, with kinds of entries this one cannot read. Until you update, some sums may be missing something.',
  install: 'Keep Manyhands on this phone',
  installText:
    'As an app it opens without a connection, and the phone keeps your record longer.',
  installAct: 'Install',
  later: 'Not now',
};

export const demo = {
  banner: 'This is a demo. Nobody here is real.',
  leave: 'Leave the demo',
  guest: 'Guest',
  left: 'The demo is gone from this device.',
  answers: 'Record help with anybody: the answer comes within moments.',
};
