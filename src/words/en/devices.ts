import { formats } from './hours.ts';

const { plural } = formats;

export const devices = {
  title: 'Your phones',
  lead: 'You can record and say yes on each of them, also offline. They tell each other what you did.',
  open: 'Phones and computers',
  openText: (count: number) =>
    plural(count, {
      one: 'You use only this one. With a second one, losing a phone loses nothing.',
      other: 'You use # of them.',
    }),
  thisOne: 'This phone',
  another: 'Another phone',
  since: (when: string) => `Yours since ${when}`,
  lastWrote: (when: string) => `Last wrote ${when}`,
  neverWrote: 'Has not written anything yet',
  works: 'Works',
  off: 'Switched off',
  frozen: 'Not trusted any more',
  forked: 'There are two different copies of it',
  cannotRead: (count: number) =>
    plural(count, {
      one: '# older note cannot be read there yet.',
      other: '# older notes cannot be read there yet.',
    }),
  sealAgain: 'Make them readable there',
  rename: 'What do you call it?',
  renameHint: 'Only this phone knows the name.',
  renameAct: 'Save the name',
  nameIt: 'Give it a name',
  nameWhich: (name: string) => `Give it a name: ${name}`,

  add: 'Add a phone or computer',
  addLead:
    'Open Manyhands on the other one, choose “I have this on another phone”, and scan this code or type the letters.',
  code: 'A code to scan with your other phone',
  typed: 'Or type these letters there',
  link: 'Or send yourself this link',
  valid:
    'It works for ten minutes, for one phone. Keep this open until the other phone is added.',
  making: 'Making the code…',
  expired: 'Ten minutes are over. Nobody can use that code any more.',
  again: 'Show a new code',
  notYet: 'You can add a phone as soon as you have been let in yourself.',
  askTitle: 'Add this phone?',
  askText:
    'A phone asks to act as you. It could do everything that you can do here. Say yes only if you hold it in your hand and it shows the same digits:',
  askYes: 'Same digits: add it',
  askNo: 'No, stop',
  refused: 'It was not added. If that was not your phone, somebody has seen the code.',
  added: 'It is added.',
  addedText: 'Now it gets all hours, from here or from any member.',
  sealing: 'Making your older notes readable there',
  sealingCost:
    'At most the 500 newest. Each takes a little room on every member’s phone, about 300 bytes.',
  done: 'Done',

  hereTitle: (community: string) => `Use ${community} on this phone too?`,
  hereText:
    'You will be the same person here, with the same hours and this mark. Your other phone must say yes.',
  hereKeeper:
    'If you add it as a keeper, it shows the wall, and does nothing in your name.',
  hereMark: 'Your mark',
  hereAct: 'Yes, use it here too',
  hereAlready: (community: string) => `You are in ${community} on this phone already.`,
  hereAnew: 'Add it again anyway',
  working: 'Getting this phone ready…',
  waitTitle: 'Now say yes on your other phone',
  waitText: 'It should show the same digits:',
  waitMore:
    'Keep both open. If ten minutes go by, show a new code there and scan it here.',

  offAct: 'Switch off',
  offWhich: (name: string) => `Switch off ${name}`,
  offTitle: (name: string) => `Switch off ${name}?`,
  offText:
    'What it did so far stays. What it does from now on does not count. You cannot undo this. You can add it again later, as another phone.',
  offKeep: 'Leave it on',
  offByPage:
    'You need your page with the twelve words. Scan its code, or type its words. Do it on one phone only.',
  offWithPage: 'Switch off with my page',
  offAll: 'Trust only this phone',
  offAllText:
    'What your other phones did so far stays. What they do from now on does not count. You cannot undo this. You can add each again later, as another phone.',
  freezeAllText:
    'Warn the others now. Your other phones can read no new notes, and everybody knows that you do not trust these phones. They can still act as you until you switch them off.',
  offAllTitle: 'Trust only this phone?',
  freezeTitle: (name: string) => `Stop trusting ${name}?`,
  freezeText:
    'Warn the others now. It can read no new notes, and everybody knows that you do not trust it. It can still act as you until you switch it off.',
  freezeMoreHere: 'To switch it off for good, use your page.',
  freezeMoreThere:
    'To switch it off for good, use the phone you joined with. There is no other way.',
  freezeDone: 'You have warned the others already.',
  freezeAct: 'Warn the others now',
  frozenText:
    'Everybody knows that you do not trust it. It can still act as you until you switch it off. You cannot take a warning back. If you have the phone again, erase this community there and add it as another phone.',
  frozenHere:
    'Another phone of yours has told everybody not to trust this one. If that was you and this phone is safe, erase this community here and add it again. If it was not you, somebody has that other phone: switch it off.',
  offDone:
    'Nobody connects with it any more. If you have it again, erase this community there and add it as another phone.',
  codeSearching: 'Looking for your other phone…',
  codeNobody: 'No phone shows these letters now. Show new ones there, and try again.',
  codeNoRelay:
    'This phone cannot reach the internet. Go online for a moment, and try again.',
  /** Where whoever has a community on another phone comes in. */
  takeLead:
    'On the phone that has it: Me, then “Your phones”, then add this one. Here, scan the code it shows, or type its letters.',
  takeLabel: 'The letters, or the link',
  codeSlip: 'These letters are not right. One of them is wrong.',
};
