import { formats } from './hours.ts';
import { size } from './size.ts';
import type { Trouble } from './trouble.ts';

const { number, plural } = formats;

const refused = (what: string, todo: string): Trouble => ({
  what,
  lost: 'Nothing has changed here.',
  todo,
});

/** Carrying the record by hand: packed here, opened there. */
export const parcel = {
  size,

  cardPack: 'Pack a parcel',
  open: 'Open a parcel',

  title: 'Take a parcel along',
  lead: (community: string) =>
    `A parcel is a file with what others may not have yet. Only members of ${community} can open it.`,
  whom: 'Who is it for?',
  everybody: 'Everybody',
  member: 'One person',
  sinceLast: 'New since my last one',
  everybodyText: 'Everything that is on this phone.',
  memberText:
    'It leaves out what that person had when you were last connected, so it is smaller.',
  sinceLastText: 'Only what is new since your last parcel for everybody.',
  memberLegend: 'Who?',
  pack: 'Pack it',
  packing: 'Packing…',
  nothingNew: 'There is nothing to pack: they have everything that is here.',
  packed: 'Your parcel is packed',
  packedText: (entries: number, bytes: number) =>
    `${plural(entries, { one: '# entry', other: '# entries' })} · ${size(bytes)}`,
  packedFor: (name: string) => `For ${name}`,
  give: 'Send or share',
  download: 'Save as a file',
  saved: 'The file is in your downloads. Send it any way you like.',
  shared: 'Sent.',
  notShared: 'It was not sent. You can still save it as a file.',
  again: 'Pack another one',
  fileName: (community: string, day: string) => `parcel-${community}-${day}`,

  show: 'Show it as a moving code',
  showText:
    'For a phone beside you: open Manyhands there, choose “Open a parcel”, and point its camera at this screen.',
  tooLargeToShow: (most: number) =>
    `It is too large to be shown as a moving code, which works up to ${size(most)}.`,
  moving: 'A parcel as a moving code, for another phone',
  part: (at: number, of: number) => `Part ${number(at)} of ${number(of)}`,
  stop: 'Hold it still',
  go: 'Let it move',
  next: 'Next part',
  hide: 'Hide it',
  twin: 'Or as text, to paste on the other phone',

  openTitle: 'Open a parcel',
  openLead:
    'Choose the file, or paste what you were sent. You see what is in it before anything changes here.',
  choose: 'Choose the file',
  drop: 'or drop it anywhere on this page',
  pasteLabel: 'The parcel as text',
  pasteAct: 'Open the text',
  pasteMissing: 'Paste the whole text first, from its first line to its last.',
  scan: 'Look at a moving code',
  scanLead: 'Hold the camera in front of it until all parts are here.',
  scanning: 'Parts of the code',
  reading: 'Opening…',
  weighing: 'Checking it…',

  from: (name: string) => `A parcel from ${name}`,
  fromYou: 'A parcel of your own',
  fromNew: 'A parcel from somebody who is new here',
  forCommunity: (community: string) => `For ${community}`,
  hours: (count: number) => plural(count, { one: '# new hour', other: '# new hours' }),
  answers: (count: number) =>
    plural(count, { one: '# new answer', other: '# new answers' }),
  people: (count: number) =>
    plural(count, { one: '# new person', other: '# new people' }),
  others: (count: number) =>
    plural(count, { one: '# other new line', other: '# other new lines' }),
  notYet: 'Nothing changes until you add it.',
  take: 'Add it here',
  leave: 'Leave it',
  taking: 'Adding it here…',
  nothingInIt: 'There is nothing new in it',
  nothingInItText: 'Everything in this parcel is on this phone already.',

  taken: 'It is added',
  takenText: (added: number) =>
    plural(added, {
      zero: 'Nothing was new.',
      one: '# new line is here now.',
      other: '# new lines are here now.',
    }),
  stopped: 'You stopped half way',
  stoppedText: (added: number) =>
    `${plural(added, {
      zero: 'Nothing had been added yet.',
      one: '# new line was added and stays.',
      other: '# new lines were added and stay.',
    })} Open it again to add the rest.`,
  unproven: 'Only a part could be added',
  unprovenText: (added: number) =>
    `${plural(added, {
      zero: 'Nothing was added.',
      one: '# new line was added and stays.',
      other: '# new lines were added and stay.',
    })} The rest is not as it was packed: somebody has changed it. Ask for another parcel.`,
  gap: 'Part of it needs something that this phone does not have. Ask for a parcel with everything.',
  home: 'See your hours',
  another: 'Open another one',

  refused: {
    damaged: refused(
      'The parcel has been changed on its way, or a part of it is missing.',
      'Copy all of it, or ask for it once more.',
    ),
    noParcel: refused(
      'This is no parcel.',
      'Choose the file that was packed in Manyhands, or paste the text from its first line to its last.',
    ),
    newer: refused(
      'This parcel was packed by a newer version.',
      'Update Manyhands, then open it again.',
    ),
    tooLarge: refused(
      'This is more than one parcel can hold.',
      'Pack it for one person: what they have stays out.',
    ),
    foreign: refused(
      'This parcel cannot be opened here.',
      'It is for a community that is not on this phone, or it was packed at another time. Ask for a new one.',
    ),
    stranger: refused(
      'Nobody in the community knows who packed this parcel.',
      'Ask a member you know for one of theirs.',
    ),
    switchedOff: refused(
      'This parcel was packed on a phone that its owner has switched off.',
      'Ask them, or another member, for one from a phone in use.',
    ),
    removed: refused(
      'We have decided that whoever packed this parcel is no longer one of us.',
      'Ask another member for one.',
    ),
    notLetIn: refused(
      'You have not been let in yet.',
      'As soon as a neighbour has let you in, you can pack parcels.',
    ),
    calledOff: refused('You stopped it.', 'You can begin again at any time.'),
    diskFull: {
      what: 'This device has no room left.',
      lost: 'You can see what is in the parcel, but it is not saved here yet.',
      todo: 'Keep the file, make some room, then open it again.',
    },
    diskRefused: {
      what: 'This device did not save what is in the parcel.',
      lost: 'What was saved before is safe.',
      todo: 'Keep the file. Close Manyhands, open it, then open the parcel again.',
    },
  },
};
