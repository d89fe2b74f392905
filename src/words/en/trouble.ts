/**
 * When something goes wrong: what happened, whether anything is lost, what to do.
 * `Trouble` keeps the three apart so that none is forgotten.
 */
export interface Trouble {
  what: string;
  lost: string;
  todo: string;
}

const nothingLost = 'Nothing is lost.';

const said = (what: string, todo: string, lost = nothingLost): Trouble => ({
  what,
  lost,
  todo,
});

export const trouble = {
  details: 'For whoever helps you with it',
  retry: 'Try again',
  reload: 'Open it anew',

  bug: said(
    'Something in Manyhands went wrong.',
    'Open it anew. If it happens again, show the lines below to whoever looks after it.',
    'What was saved is still saved.',
  ),
  storageFull: said(
    'This device has no room left.',
    'Make some room, then try again.',
    'What was saved before is safe; the last thing you wrote was not saved.',
  ),
  storageBlocked: said(
    'This browser does not let Manyhands keep anything.',
    'In a private window, open it in a normal one. Otherwise allow this site to store data.',
    'Nothing has been written yet.',
  ),
  storageForgets: said(
    'This browser cannot keep what makes you you.',
    'Please use a newer browser, or another one. Joining here would not last.',
    'Nothing has been written yet.',
  ),
  storageGone: said(
    'This device has forgotten the record.',
    'If you use Manyhands on another device, it is there. If not, ask a neighbour for a new invitation.',
    'The others still have all entries that reached them.',
  ),
  storageDamaged: said(
    'Part of the record on this device cannot be read.',
    'Stay online for a while: the missing part comes back from the others.',
    'What the others have is safe.',
  ),
  storageCut: said(
    'The browser closed our storage for a moment.',
    'Try again. If that does not help, open Manyhands anew.',
    'The last thing you wrote may not be saved.',
  ),
  noCrypto: said(
    'This page was not opened safely.',
    'Its address must begin with https:// (or be on this very computer).',
  ),
  tooOld: said(
    'This browser is too old for Manyhands.',
    'Please update it, or use another one.',
  ),

  inviteDamaged: said(
    'Part of this invitation is missing.',
    'Copy the whole link, or ask for it to be sent again.',
  ),
  inviteUsed: said(
    'Somebody has already joined with this invitation.',
    'Each one is for one person. Ask for one of your own.',
  ),
  inviteTakenBack: said(
    'This invitation has been taken back.',
    'Ask whoever sent it for a new one.',
  ),
  inviteForeign: said(
    'This invitation does not fit the community it names.',
    'Do not go on with it. Ask the person you know for a new one.',
  ),
  inviteNewer: said(
    'This invitation was made by a newer version.',
    'Update Manyhands, then open it again.',
  ),
  notAnInvite: said(
    'This is not an invitation.',
    'Paste the whole link that was sent to you. It holds “#j/”.',
  ),
  nobodyThere: said(
    'Nobody from the community is online just now.',
    'You will be let in as soon as somebody is. You can close this page until then.',
    'Your request has been kept.',
  ),
  relayAway: said(
    'The meeting point does not answer.',
    'It is tried again by itself. A message link or a code works without it.',
  ),

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
  noteTooLong: said('The note is too long.', 'Please shorten it.'),
  alreadySettled: said(
    'This has been answered already.',
    'You need do nothing. If it is not right, use “Put it right”.',
  ),
  alreadyTakenBack: said(
    'This has been taken back in the meantime.',
    'You need do nothing.',
  ),
  notYours: said(
    'Only the person who was asked can answer this.',
    'You need do nothing.',
  ),
  cannotTakeBack: said(
    'It has been said yes to, so it counts.',
    'To undo it, use “Put it right”: it asks the other person.',
  ),
  notAdmitted: said(
    'You have not been let in yet.',
    'It counts as soon as a member who is online lets you in.',
    'What you record is kept.',
  ),
  pageTaken: said('Another tab is writing.', 'Go on in that tab, or use it here.'),
  paused: said(
    'Your page of the record exists in two versions, so it is paused.',
    'Speak with two neighbours who know you: together you can clear it up.',
    'Hours that others confirmed stay.',
  ),
};
