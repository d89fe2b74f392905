import { said } from './trouble.ts';

/** Why something that was asked for did not happen, on screens that come later. */
export const refused = {
  inviteDamaged: said(
    'Part of this invitation is missing.',
    'Copy the whole link, or ask for it to be sent again.',
  ),
  inviteUsed: said(
    'Somebody has already joined with this invitation.',
    'Each one is for one person. Ask for one of your own.',
  ),
  inviteUnknown: said(
    'Nobody in the community knows this invitation yet.',
    'Ask whoever sent it to open Manyhands while somebody else is online, or to send a new one.',
  ),
  inviteTakenBack: said(
    'This invitation has been taken back.',
    'Ask whoever sent it for a new one.',
  ),
  messageDamaged: said(
    'Part of this message is missing.',
    'It may have been cut off on the way. Copy the whole link, or ask for it to be sent again.',
  ),
  messageForeign: said(
    'This message comes from a community that is not on this device.',
    'If you have joined it elsewhere, open the link there. If you are still waiting to be let in, open it again afterwards.',
    'Nothing has changed here.',
  ),
  messageNotYours: said(
    'This message is about an hour between two other people.',
    'Only they can answer it. You need do nothing.',
    'Nothing has changed here.',
  ),
  messageEmpty: said(
    'There is nothing in this message.',
    'Ask whoever sent it to send it again.',
    'Nothing has changed here.',
  ),
  messageOfUnknown: said(
    'This phone does not know yet who wrote this.',
    'Scan the code under “Show my code” on their phone first, then this one again. Online, it settles by itself.',
    'Nothing has changed here.',
  ),
  messageWaits: said(
    'This message answers something that has not arrived here yet.',
    'Stay online for a while. It shows by itself once the rest has come.',
    'What it brings is kept.',
  ),
  nothingToSend: said(
    'This device has signed nothing about this hour, so it has nothing to send.',
    'Send it from the phone on which you answered.',
  ),
  notAnArchive: said(
    'This file cannot be read as an archive.',
    'Choose the file that was downloaded in the settings: its name ends in “.zip”.',
    'Nothing has changed here.',
  ),
  archiveNewer: said(
    'This archive was written by a newer version.',
    'Update Manyhands, then open it again.',
    'Nothing has changed here.',
  ),
  archiveTooLarge: said(
    'This archive is larger than this app can open.',
    'If you know where it comes from, open it on a computer with a newer version.',
    'Nothing has changed here.',
  ),
  archiveDamaged: (file: string) =>
    said(
      `“${file}” is not as it was written.`,
      'Copy or download the archive again. If it happens again, take another copy: any member can make one.',
      'Nothing of it has been kept here.',
    ),
  archiveCut: said(
    'The archive has been changed or cut off between its files.',
    'Copy or download it again. If it happens again, take another copy: any member can make one.',
    'Nothing of it has been kept here.',
  ),
  archiveMissing: (file: string) =>
    said(
      `“${file}” is missing.`,
      'Copy or download the archive again, and leave it as it is.',
      'Nothing of it has been kept here.',
    ),
  archiveForeign: (file: string) =>
    said(
      `“${file}” does not belong in it.`,
      'Somebody has put something into the archive. Take another copy.',
      'Nothing of it has been kept here.',
    ),
  archiveUnproven: (file: string) =>
    said(
      `There are entries in “${file}” that are not by whom they say.`,
      'Somebody has changed this archive on purpose. Take a copy from a neighbour you trust.',
      'Nothing of it has been kept here.',
    ),
  archiveDiffers: said(
    'The archive does not add up: something is missing in it.',
    'Take another copy: any member can make one.',
    'Nothing of it has been kept here.',
  ),
  calledOff: said('You called it off.', 'You can begin again at any time.'),
  nobodyNamed: said('An hour needs two people.', 'Choose who it was with.'),
  tooManyPeople: said('That is too many people at once.', 'Record it in two parts.'),
  samePersonTwice: said('One person is named twice.', 'Choose each person once.'),
  withOneself: said('An hour needs two people.', 'Choose somebody else.'),
  wrongMinutes: said(
    'That length of time cannot be recorded.',
    'Choose from 15 minutes to 12 hours.',
  ),
  wrongDay: said('That day lies in the future.', 'Choose today or an earlier day.'),
  unknownMember: said(
    'This person is not in your copy of the record.',
    'Stay online for a moment, then try again.',
  ),
  otherHasLeft: said(
    'This person has left, and cannot say yes to it any more.',
    'The hours stay as they are.',
  ),
  noteTooLong: said('The word about it is too long.', 'Please shorten it.'),
  unknownHour: said(
    'This hour is not in your copy of the record.',
    'Stay online for a moment, then try again.',
  ),
  hourUnsigned: said(
    'This hour cannot be checked by itself.',
    'Ask whoever wrote it to record it once more.',
    'Nothing has changed here.',
  ),
  alreadySettled: said(
    'This has been answered already.',
    'You need do nothing. If it is not right, use “Put it right”.',
  ),
  notYours: said(
    'Only the person who was asked can answer this.',
    'You need do nothing.',
  ),
  doesNotCountYet: said(
    'This has not been said yes to, so there is nothing to put right.',
    'Take it back, or say that something is different.',
  ),
  alreadyPutRight: said('This has been put right already.', 'You need do nothing.'),
  notAdmitted: said(
    'You have not been let in yet.',
    'It counts as soon as a member who is online lets you in.',
    'What you record is kept.',
  ),
  deviceOff: said(
    'This phone has been switched off from another phone of yours.',
    'If that was you, erase this community here. If it was not, tell your neighbours, and add this phone anew from one that works.',
    'Your hours are safe. What is written here from now on counts nowhere.',
  ),
  oldPageUsed: said(
    'An old page of yours was used.',
    'Make a new one, and tear up the old one.',
    'Your hours are safe. What was let in with it counts nowhere.',
  ),
  onlyCopy: said(
    'There is no way back: this device is the only one that can write as you.',
    'Make your page first, or add another phone.',
    'Your hours stay in the record, but you could not use them. You would have to join anew, with nothing.',
  ),
  lockRefused: said(
    'This device did not open it.',
    'Try again, and let it look at your finger or face. If it cannot, “I cannot open it” shows other ways.',
  ),
  noPasskey: said(
    'This device has no fingerprint or face that can lock Manyhands.',
    'Choose a PIN instead.',
    'Nothing has changed.',
  ),
  deviceDone: said('That has been done already.', 'There is nothing more to do.'),
  deviceUnknown: said(
    'That phone is none of yours, as far as this one knows.',
    'Wait until both have been online, and look again.',
  ),
  deviceLast: said(
    'That would leave you no phone that can write as you.',
    'Add another one first.',
  ),
  deviceKey: said(
    'This phone cannot switch that one off by itself.',
    'Do it with your page of twelve words or, if you have made none, on the phone on which you began.',
  ),
  deviceContested: said(
    'Two of your phones have said different things about you at once.',
    'Ask the neighbours you have chosen for it to decide which holds.',
  ),
  deviceMany: said(
    'You have more phones here than one statement can name.',
    'Warn the others instead.',
  ),
  sparePage: said(
    'You have not made your page yet.',
    'Make it: you choose your neighbours in the same go.',
  ),
  spareNotKept: said(
    'You keep no spare key for them any more.',
    'Tell them: they have chosen other neighbours, and those can bring them back.',
  ),
  spareSaid: said('Your yes is in the record already.', 'There is nothing more to do.'),
  paused: said(
    'Your page of the record exists in two versions, so it is paused.',
    'Tell your neighbours, so that nobody wonders. This version cannot bring the two together yet: to go on, ask one of them for a new invitation.',
    'Hours that others confirmed stay.',
  ),
};
