import { inThree } from './trouble.ts';

/** Why something that was asked for did not happen, on screens that come later. */
export const refused = {
  inviteDamaged: inThree(
    'Part of this invitation is missing.',
    'Copy the whole link, or ask for it to be sent again.',
  ),
  inviteUsed: inThree(
    'Somebody has already joined with this invitation.',
    'Each one is for one person. Ask for one of your own.',
  ),
  inviteUnknown: inThree(
    'Nobody in the community knows this invitation yet.',
    'Ask the person who sent it to open Manyhands while somebody else is online, or to send a new one.',
  ),
  inviteTakenBack: inThree(
    'This invitation has been taken back.',
    'Ask the person who sent it for a new one.',
  ),
  messageDamaged: inThree(
    'Part of this message is missing.',
    'It may have been cut off on the way. Copy the whole link, or ask for it to be sent again.',
  ),
  messageForeign: inThree(
    'This message comes from a community that is not on this device.',
    'If you have joined it elsewhere, open the link there. If you are still waiting to be let in, open it again afterwards.',
    'Nothing has changed here.',
  ),
  messageNotYours: inThree(
    'This message is about an hour between two other people.',
    'Only they can answer it. You do not have to do anything.',
    'Nothing has changed here.',
  ),
  messageEmpty: inThree(
    'There is nothing in this message.',
    'Ask the person who sent it to send it again.',
    'Nothing has changed here.',
  ),
  messageOfUnknown: inThree(
    'This phone does not know yet who wrote this.',
    'Scan the code under “Show my code” on their phone first, then this one again. When you are online, this happens by itself.',
    'Nothing has changed here.',
  ),
  messageWaits: inThree(
    'This message answers something that has not arrived here yet.',
    'Stay online for a while. You will see it when the rest has arrived.',
    'The message is saved.',
  ),
  nothingToSend: inThree(
    'You have not answered on this device, so it has nothing to send.',
    'Send it from the phone on which you answered.',
  ),
  notAnArchive: inThree(
    'This file cannot be read as an archive.',
    'Choose the file that was downloaded in the settings: its name ends in “.zip”.',
    'Nothing has changed here.',
  ),
  archiveNewer: inThree(
    'This archive was written by a newer version.',
    'Update Manyhands, then open it again.',
    'Nothing has changed here.',
  ),
  archiveTooLarge: inThree(
    'This archive is larger than this app can open.',
    'If you know where it comes from, open it on a computer with a newer version.',
    'Nothing has changed here.',
  ),
  archiveDamaged: (file: string) =>
    inThree(
      `“${file}” has been changed.`,
      'Copy or download the archive again. If it happens again, take another copy: any member can make one.',
      'Nothing of it was saved here.',
    ),
  archiveCut: inThree(
    'The archive has been changed, or a part of it is missing.',
    'Copy or download it again. If it happens again, take another copy: any member can make one.',
    'Nothing of it was saved here.',
  ),
  archiveMissing: (file: string) =>
    inThree(
      `“${file}” is missing.`,
      'Copy or download the archive again, and leave it as it is.',
      'Nothing of it was saved here.',
    ),
  archiveForeign: (file: string) =>
    inThree(
      `“${file}” does not belong in it.`,
      'Somebody has put something into the archive. Take another copy.',
      'Nothing of it was saved here.',
    ),
  archiveUnproven: (file: string) =>
    inThree(
      `“${file}” has lines that do not come from the person they name.`,
      'Somebody has changed this archive on purpose. Take a copy from a neighbour you trust.',
      'Nothing of it was saved here.',
    ),
  archiveDiffers: inThree(
    'The archive does not add up: something is missing in it.',
    'Take another copy: any member can make one.',
    'Nothing of it was saved here.',
  ),
  calledOff: inThree('You stopped it.', 'You can begin again at any time.'),
  nobodyNamed: inThree('An hour needs two people.', 'Choose who it was with.'),
  tooManyPeople: inThree('That is too many people at once.', 'Record it in two parts.'),
  samePersonTwice: inThree('One person is named twice.', 'Choose each person once.'),
  withOneself: inThree('An hour needs two people.', 'Choose somebody else.'),
  wrongMinutes: inThree(
    'That length of time cannot be recorded.',
    'Choose from 1 minute to 100 hours.',
  ),
  wrongDay: inThree('That day lies in the future.', 'Choose today or an earlier day.'),
  unknownMember: inThree(
    'This phone does not know this person yet.',
    'Stay online for a moment, then try again.',
  ),
  otherHasLeft: inThree(
    'This person has left, and cannot say yes to it any more.',
    'The hours stay as they are.',
  ),
  noteTooLong: inThree('The note is too long.', 'Please shorten it.'),
  unknownHour: inThree(
    'This phone does not have this hour yet.',
    'Stay online for a moment, then try again.',
  ),
  writesForThem: inThree(
    'Whoever writes for somebody cannot be on the other side too.',
    'Ask another neighbour to write this one down, or to say the yes.',
    'Nothing has changed.',
  ),
  writesNoMore: inThree(
    'That phone no longer writes for the person it names.',
    'Ask the person themself to write it down once more, or to choose somebody who may.',
    'Nothing has changed.',
  ),
  noPhoneToAsk: inThree(
    'There is no phone of theirs that can be asked.',
    'They may have none, or you told that one never to write for you again. Choose somebody else.',
    'Nothing has changed.',
  ),
  noHoursLeft: inThree(
    'There are no hours left to give.',
    'What was offered already waits for a yes.',
    'Nothing has changed.',
  ),
  hourUnsigned: inThree(
    'This hour cannot be checked.',
    'Ask the person who wrote it to record it once more.',
    'Nothing has changed here.',
  ),
  alreadySettled: inThree(
    'This has been answered already.',
    'You do not have to do anything. If it is not right, use “Put it right”.',
  ),
  notYours: inThree(
    'Only the person who was asked can answer this.',
    'You do not have to do anything.',
  ),
  doesNotCountYet: inThree(
    'You have not both said yes to this, so there is nothing to put right.',
    'Take it back, or say that something is different.',
  ),
  alreadyPutRight: inThree(
    'This has been put right already.',
    'You do not have to do anything.',
  ),
  notAdmitted: inThree(
    'You have not been let in yet.',
    'It counts as soon as a member who is online lets you in.',
    'What you record is kept.',
  ),
  deviceOff: inThree(
    'This phone has been switched off from another phone of yours.',
    'If that was you, erase this community here. If it was not, tell your neighbours, and add this phone again from one that works.',
    'Your hours are safe. What you write here from now on does not count.',
  ),
  oldPageUsed: inThree(
    'An old page of yours was used.',
    'Make a new one, and tear up the old one.',
    'Your hours are safe. What was let in with it does not count.',
  ),
  onlyCopy: inThree(
    'There is no way back: only this device can act as you.',
    'Make your page first, or add another phone.',
    'Your hours stay with the others, but you could not use them. You would have to join again, with no hours.',
  ),
  lockRefused: inThree(
    'This device did not open it.',
    'Try again, and let it look at your finger or face. If it cannot, “I cannot open it” shows other ways.',
  ),
  noPasskey: inThree(
    'This device has no fingerprint or face that can lock Manyhands.',
    'Choose a PIN instead.',
    'Nothing has changed.',
  ),
  deviceDone: inThree('That has been done already.', 'There is nothing more to do.'),
  deviceUnknown: inThree(
    'This phone does not know that one as yours.',
    'Wait until both have been online, and look again.',
  ),
  deviceLast: inThree(
    'Then you would have no phone that can act as you.',
    'Add another one first.',
  ),
  deviceKey: inThree(
    'This phone cannot switch that one off by itself.',
    'Do it with your page of twelve words or, if you have made none, on the phone you joined with.',
  ),
  deviceContested: inThree(
    'Two of your phones have said different things about you at once.',
    'Ask your spare-key neighbours to decide which is right.',
  ),
  deviceMany: inThree(
    'You have too many phones to switch them all off at once.',
    'Warn the others instead.',
  ),
  sparePage: inThree(
    'You have not made your page yet.',
    'Make it first. You choose your neighbours at the same time.',
  ),
  spareNotKept: inThree(
    'You keep no spare key for them any more.',
    'Tell them: they have chosen other neighbours, and those can bring them back.',
  ),
  spareSaid: inThree('You have said yes already.', 'There is nothing more to do.'),
  paused: inThree(
    'There are two different copies of your hours, so you are paused.',
    'Tell your neighbours. Manyhands cannot join the two copies yet. To go on, ask one of them for a new invitation.',
    'Hours that others said yes to stay.',
  ),
  /** Of organisations and the pot. */
  notASigner: inThree(
    'You do not sign for it.',
    'Ask one of the people who do. Its page says who they are.',
  ),
  signedAlready: inThree(
    'You have said yes for it already.',
    'Somebody else who signs for it is asked now.',
  ),
  onBothSides: inThree(
    'These are your own hours with it.',
    'Somebody else who signs for it has to say yes.',
  ),
  tooFewApart: inThree(
    'Too few people sign for it who are not on the other side as well.',
    'Let one more neighbour sign for it first.',
  ),
  nobodySigns: inThree('Nobody would sign for it.', 'Choose at least one person.'),
  tooManySign: inThree('That is too many people.', 'Choose sixteen at most.'),
  signsTwice: inThree('One person is named twice.', 'Choose each person once.'),
  signerUnknown: inThree(
    'One of them is not a member here any more.',
    'Choose somebody who is.',
  ),
  wrongThreshold: inThree(
    'So many yeses cannot come together.',
    'Choose at least one, and no more than there are people.',
  ),
  sameSigners: inThree(
    'That is how it is already.',
    'Choose somebody else, or go back.',
  ),
  noSuchChange: inThree(
    'This has been settled already, or has not arrived here.',
    'You do not have to do anything.',
  ),
  unknownOrganisation: inThree(
    'This phone does not know it yet.',
    'Stay online for a moment, then try again.',
  ),
  tooManyPhones: inThree(
    'The people who sign for it have too many phones.',
    'Ask them to switch off old ones first.',
  ),
  nameMissing: inThree('It has no name.', 'Write what people here call it.'),
};
