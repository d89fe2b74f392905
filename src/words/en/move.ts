/** On an iPhone a tab is a trial: how to go from it into the app on the home screen. */
export const move = {
  trial: 'This is a trial, until it is on your home screen',
  trialText:
    'Safari clears what a page keeps when you have not come for a week. Your hours stay with the others; what goes is what makes you you. On your home screen it stays.',
  act: 'Move into the app',
  title: 'Move into the app',
  lead: 'Three steps, two minutes. Until the last one nothing changes here.',
  step1: '1. Put it on your home screen',
  share: 'Tap the square with the arrow, at the foot of Safari.',
  add: 'Choose “Add to Home Screen”, then “Add”.',
  open: 'Now there is a button for it among your apps.',
  pageText:
    'First your page: only this tab can make it, and it brings you back if your phone is lost. Then come here again.',
  step2: '2. Bring yourself there',
  step2Text:
    'Open the app from the home screen, choose “I have this on another phone”, and type the letters that you see here. Come back here to say yes.',
  step2Act: 'Show the letters',
  step3: '3. Close the trial',
  step3Wait: 'As soon as the app is yours, this tab can be switched off.',
  step3Text:
    'The app is yours. Look whether it shows your hours; then this tab forgets you, and cannot write as you any more. On your list of phones it stays until you switch it off there.',
  step3Act: 'Switch this tab off',
  closing: 'Handing over…',
  notYet:
    'Nobody has fetched yet what this tab wrote last. Leave it open, open the app beside it, and try again. Nothing is lost.',
};
