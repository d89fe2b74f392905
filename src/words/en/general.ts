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
  tooLong: (letters: number) =>
    `Too long: please use fewer than ${number(letters)} letters.`,
  /** Of several fields together; each says how many letters are too many for it. */
  tooLongSomewhere: 'Something here is too long. Please make it shorter.',
  scan: 'Scan a code',
  scanHint: 'Hold the code inside the frame.',
  scanNoCamera:
    'There is no camera here, or it may not be used. Paste the link instead.',
  scanStarting: 'Starting the camera…',
};

export const nav = {
  switchFrom: (community: string) => `${community}: go to another community`,
  label: 'Main menu',
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
    'Only one tab at a time can write, so that nothing gets mixed up. Nothing is lost.',
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
    'What you wrote yourself is all there. The rest comes back from the others when you are online together.',
  updateNeeded: 'Update to see all hours',
  updateNeededText:
    'Somebody uses a newer version of Manyhands. Yours cannot read everything from it. Until you update, some hours may be missing.',
  install: 'Keep Manyhands on this phone',
  installText:
    'As an app it opens without a connection, and the phone keeps your hours longer.',
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
