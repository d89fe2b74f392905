/** On an iPhone a tab is a trial: how to go from it into the app on the home screen. */
export const move = {
  trial: 'This is a trial, until it is on your home screen',
  trialText:
    'If you do not open it for a week, Safari erases what this page has saved. The others still have your hours, but this phone could not act as you any more. On your home screen it stays.',
  act: 'Move into the app',
  title: 'Move into the app',
  lead: 'Three steps, two minutes. Until the last one nothing changes here.',
  step1: '1. Put it on your home screen',
  share: 'Tap the square with the arrow, at the foot of Safari.',
  add: 'Choose “Add to Home Screen”, then “Add”.',
  open: 'Now there is a button for it among your apps.',
  pageText:
    'Make your page first. Only this tab can make it. It brings you back if your phone is lost. Then come back here.',
  step2: '2. Bring yourself there',
  step2Text:
    'Open the app from the home screen, choose “I have this on another phone”, and type the letters that you see here. Come back here to say yes.',
  step2Act: 'Show the letters',
  step3: '3. Close the trial',
  step3Wait: 'As soon as the app is yours, this tab can be switched off.',
  step3Text:
    'The app is yours. Check that it shows your hours. Then this tab forgets you, and cannot act as you any more. It stays on your list of phones until you switch it off there.',
  step3Act: 'Switch this tab off',
  closing: 'Handing over…',
  notYet:
    'Nobody has what this tab wrote last. Leave it open, open the app too, and try again. Nothing is lost.',
};
