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

/** The three parts; nothing is lost unless it is said. */
export const inThree = (what: string, todo: string, lost = nothingLost): Trouble => ({
  what,
  lost,
  todo,
});

export const trouble = {
  details: 'For someone who helps you',
  lines: 'What to show them',
  retry: 'Try again',
  reload: 'Open it again',
  forget: 'Take it off this device',
  bug: inThree(
    'Something in Manyhands went wrong.',
    'Open it again. If it happens once more, show the lines below to someone who can help.',
    'What was saved is still saved.',
  ),
  slip: inThree(
    'Something went wrong.',
    'You can go on. If the last thing you did is not there, do it once more.',
    'What was saved is still saved.',
  ),
  partMissing: inThree(
    'Part of Manyhands did not arrive.',
    'Go online for a moment and open it again.',
    'What was saved is still saved.',
  ),
  storageFull: inThree(
    'This device has no room left.',
    'Make some room, then try again.',
    'What was saved before is safe; the last thing you wrote was not saved.',
  ),
  storageFullAtOpening: inThree(
    'This device has no room left.',
    'Make some room, for example by deleting pictures, then try again.',
    'What was saved before is safe: opening it takes a little room as well.',
  ),
  storageBlocked: inThree(
    'This browser does not let Manyhands keep anything.',
    'In a private window, open it in a normal one. Otherwise allow this site to store data.',
    'Nothing has been written yet.',
  ),
  storageForgets: inThree(
    'This browser cannot remember who you are.',
    'Please use a newer browser, or another one. Joining here would not last.',
    'Nothing has been written yet.',
  ),
  storageFullNow: inThree(
    'This device has no room left.',
    'Make some room, for example by deleting pictures. Manyhands goes on by itself.',
    'What was saved is safe. What comes in now stays only while this window is open.',
  ),
  storageSilent: inThree(
    'The storage of this device does not answer.',
    'Try again in a moment. If it still does not, open Manyhands again and look whether the last thing you wrote is there.',
    'What was saved before is still saved.',
  ),
  storageSilentNow: inThree(
    'The storage of this device does not answer.',
    'Manyhands tries again by itself. If it still does not, open it again.',
    'What was saved is still saved. What comes in now stays only while this window is open.',
  ),
  storageCleared: inThree(
    'What Manyhands kept on this device has been cleared.',
    'Leave this window open until others keep your hours too. To write here again, ask a neighbour for a new invitation.',
    'This window still shows your hours, and passes them on while it is open. What the others keep stays with them.',
  ),
  keyLost: inThree(
    'This device cannot act as you any more in that community.',
    'Ask a neighbour for a new invitation. You can take what is left of it off this device.',
    'Your hours stay with the others.',
  ),
  pageBehind: inThree(
    'This device has lost part of what it wrote, so it no longer writes.',
    'Use another device of yours, or ask a neighbour for a new invitation.',
    'Your hours stay with the others, and you can go on reading here.',
  ),
  notHere: inThree(
    'This device does not hold that community.',
    'Choose one of those on it, open your invitation again, or ask for a new one.',
    'If it was here once, this browser has been cleared. Your hours stay with the others.',
  ),
  updateNeeded: inThree(
    'Somebody uses a newer version of Manyhands. Yours cannot read everything from it.',
    'Update Manyhands to see all hours.',
  ),
  noCrypto: inThree(
    'This page was not opened safely.',
    'Its address must begin with https:// (or be on this very computer).',
  ),
  pageTaken: inThree('Another tab is writing.', 'Go on in that tab, or use it here.'),
};
