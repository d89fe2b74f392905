/** Two people with their phones side by side: one shows a code, the other scans it. */
export const beside = {
  // At home, and wherever somebody is looked for.
  title: 'Is somebody beside you?',
  scanAct: 'Scan a code',
  showAct: 'Show my code',

  /** My code: who I am, for a phone that has never heard of me. */
  myTitle: 'My code',
  myLead:
    'Let the other phone scan this. Then you are in its list. You two can record an hour, even without internet.',
  myCode: (name: string) => `The code of ${name}, for another phone to scan`,
  myOther: 'Scan their code',
  myNot: 'You have a code as soon as you have been let in.',

  /** A code in several parts. */
  part: (at: number, of: number) => `Code ${String(at)} of ${String(of)}`,
  partLead: 'Let them scan these one by one.',
  next: 'The next code',
  first: 'Back to the first',

  /** The same without a camera. */
  noCamera: 'No camera on that phone?',
  noCameraText:
    'Send this text to the other phone. Paste it there under “Scan a code”.',
  textLabel: 'The code as text',
  share: 'Send it with…',

  /** Scanning. */
  scanTitle: 'Scan a code',
  scanLead: 'Hold your phone over the code on the other one.',
  scanNotIn:
    'You have not been let in yet. You can scan an invitation now. You can scan hours and people once you are in.',
  pasteLabel: 'Or paste it as text',
  pasteOpen: 'Open it',
  gotPart: 'Got it. Now scan the next one.',
  own: 'That is the code of this phone. Scan the one on the other phone.',
  notOurs: 'This is not a Manyhands code.',
  here: (name: string) => `${name} is in your list now.`,

  /** While an hour is recorded. */
  notInList: 'Beside you, but not in the list?',
  notInListAct: 'Scan their code',
  notInListHint: 'On their phone: “Show my code”.',
  anHour: 'This code is about an hour. Open it from “Scan a code” at home.',

  /** On the page of an hour. */
  showHour: (name: string) => `${name} is beside me`,
  hourTitle: (name: string) => `Let ${name} scan this`,
  hourCode: (name: string) => `This hour as a code, for ${name} to scan`,
  hourHow: (name: string) =>
    `On ${name}’s phone, tap “Scan a code” and say yes. Then that phone shows a code for you.`,
  hourThen: (name: string) => `Scan ${name}’s answer`,
  yesTitle: (name: string) => `Now let ${name} scan this`,
  yesHow: (name: string) =>
    `Then the hour counts on ${name}’s phone too. If you skip this, the phones tell each other later.`,
};
