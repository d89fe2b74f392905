/** Two people with their phones side by side: one shows a code, the other scans it. */
export const beside = {
  // At home, and wherever somebody is looked for.
  title: 'Beside someone?',
  scanAct: 'Scan a code',
  showAct: 'Show my code',

  /** My code: who I am, for a phone that has never heard of me. */
  myTitle: 'My code',
  myLead:
    'Let the other phone scan it. Then you are in its list, and the two of you can record an hour, with no network at all.',
  myCode: (name: string) => `The code of ${name}, to be scanned`,
  myOther: 'Scan their code',
  myNot: 'You have a code as soon as you have been let in.',

  /** A code in several parts. */
  part: (at: number, of: number) => `Code ${String(at)} of ${String(of)}`,
  partLead: 'Let them scan one after the other.',
  next: 'The next code',
  first: 'From the first again',

  /** The same without a camera. */
  noCamera: 'No camera there?',
  noCameraText:
    'Copy this text to the other phone, any way you have, and paste it under “Scan a code”.',
  textLabel: 'The code as text',
  share: 'Hand it over with…',

  /** Scanning. */
  scanTitle: 'Scan a code',
  scanLead: 'Hold your phone over the code on the other one.',
  scanNotIn:
    'You have not been let in yet. Invitations can be scanned; hours and people as soon as you are in.',
  pasteLabel: 'Or paste it as text',
  pasteOpen: 'Open it',
  gotPart: 'Got it. Now scan the next one.',
  own: 'This is the code of this very phone. Scan the one on the other phone.',
  notOurs: 'This is no code of Manyhands.',
  here: (name: string) => `${name} is in your list now.`,

  /** While an hour is recorded. */
  notInList: 'Not in the list, and beside you?',
  notInListAct: 'Scan their code',
  notInListHint: 'On their phone: “Show my code”.',
  anHour: 'This code is about an hour. Open it from “Scan a code” at home.',

  /** On the page of an hour. */
  showHour: (name: string) => `${name} is beside me`,
  hourTitle: (name: string) => `Let ${name} scan this`,
  hourCode: (name: string) => `This hour as a code, for ${name} to scan`,
  hourHow: (name: string) =>
    `On ${name}’s phone: “Scan a code”. Then the yes, and a code comes back.`,
  hourThen: (name: string) => `Scan ${name}’s answer`,
  yesTitle: (name: string) => `Now let ${name} scan this`,
  yesHow: (name: string) =>
    `With it the hour counts on ${name}’s phone too. Without it, the phones tell each other later.`,
};
