import { formats } from './hours.ts';

const { plural } = formats;

export const devices = {
  title: 'Your phones',
  lead: 'Each of them can record and say yes, also offline, and they tell each other what they did.',
  open: 'Phones and computers',
  openText: (count: number) =>
    plural(count, {
      one: 'You are on this one only. With a second one you lose nothing when this one is lost.',
      other: 'You are on # of them.',
    }),
  thisOne: 'This phone',
  another: 'Another phone',
  since: (when: string) => `Yours since ${when}`,
  lastWrote: (when: string) => `Last wrote ${when}`,
  neverWrote: 'Has not written anything yet',
  works: 'Works',
  off: 'Switched off',
  frozen: 'Not trusted any more',
  forked: 'Has two versions of one page',
  cannotRead: (count: number) =>
    plural(count, {
      one: '# older note cannot be read there yet.',
      other: '# older notes cannot be read there yet.',
    }),
  sealAgain: 'Make them readable there',
  rename: 'What do you call it?',
  renameHint: 'Only this phone knows the name.',
  renameAct: 'Keep the name',
  nameIt: 'Give it a name',
  nameWhich: (name: string) => `Give it a name: ${name}`,

  add: 'Add a phone or computer',
  addLead:
    'Open Manyhands on the other one, choose “I have this on another phone”, and scan this code or type the letters.',
  code: 'The way onto your other phone, as a code to scan',
  typed: 'Or type these letters there',
  link: 'Or send yourself this link',
  valid: 'Good for ten minutes, for one phone. Keep this open until it is there.',
  making: 'Making the code…',
  expired: 'Ten minutes are over. Nobody can use that code any more.',
  again: 'Show a new code',
  notYet: 'You can add a phone as soon as you have been let in yourself.',
  askTitle: 'Add this phone?',
  askText:
    'A phone asks to be you, with all that you can do here. Say yes only if it is in your hand and shows the same digits:',
  askYes: 'Same digits: add it',
  askNo: 'No, stop',
  refused: 'It was not added. If that was not your phone, somebody has seen the code.',
  added: 'It is added.',
  addedText: 'It fetches the record now, from here or from any member.',
  sealing: 'Making your older notes readable there',
  sealingCost:
    'Each takes about 300 bytes in every member’s copy: 500 of them, the newest, at most.',
  done: 'Done',

  hereTitle: (community: string) => `Use ${community} on this phone too?`,
  hereText:
    'It will be you here as well, with the same hours and this mark. Your other phone must say yes.',
  hereKeeper:
    'If you add it as a keeper, it shows the wall, and does nothing in your name.',
  hereMark: 'Your mark',
  hereAct: 'Yes, use it here too',
  hereAlready: (community: string) => `You are in ${community} on this phone already.`,
  hereAnew: 'Add it anew all the same',
  working: 'Getting this phone ready…',
  waitTitle: 'Now say yes on your other phone',
  waitText: 'It should show the same digits:',
  waitMore:
    'Keep both open. If ten minutes go by, show a new code there and scan it here.',

  offAct: 'Switch off',
  offWhich: (name: string) => `Switch off ${name}`,
  offTitle: (name: string) => `Switch off ${name}?`,
  offText:
    'What it has done so far stays. What it does from now on counts nowhere. This cannot be taken back; it can be added anew as another phone.',
  offKeep: 'Leave it on',
  offByPage:
    'It takes your page with the twelve words: scan its code, or type its words. Do it on one phone only.',
  offWithPage: 'Switch off with my page',
  offAll: 'Trust this phone alone',
  offAllText:
    'What your other phones have done so far stays. What they do from now on counts nowhere. This cannot be taken back; each can be added anew as another phone.',
  freezeAllText:
    'Warn the others at once: no new notes are sealed for your other phones, and everybody’s Manyhands knows that you do not trust them. They can still write as you until they are switched off.',
  offAllTitle: 'Trust this phone alone?',
  freezeTitle: (name: string) => `Do not trust ${name} any more?`,
  freezeText:
    'Warn the others at once: no new notes are sealed for it, and everybody’s Manyhands knows that you do not trust it. It can still write as you until it is switched off.',
  freezeMoreHere: 'To end it for good, switch off with your page.',
  freezeMoreThere:
    'To end it for good, switch off on the phone on which you began. Nothing else can.',
  freezeDone: 'You have warned the others already.',
  freezeAct: 'Warn the others now',
  frozenText:
    'Everybody knows that you do not trust it. It can still write as you until you switch it off. A warning cannot be taken back: if the phone is in your hands again, erase this community there and add it as another phone.',
  frozenHere:
    'Another phone of yours has told everybody not to trust this one. If that was you and this phone is safe, erase this community here and add it anew. If it was not you, somebody has that other phone: switch it off.',
  offDone:
    'Nobody is linked with it any more. If it is in your hands again, erase this community there and add it as another phone.',
  codeSearching: 'Looking for your other phone…',
  codeNobody: 'No phone shows these letters now. Show new ones there, and try again.',
  codeNoRelay: 'The network is out of reach. Go online for a moment, and try again.',
  /** Where whoever has a community on another phone comes in. */
  takeLead:
    'On the phone that has it: Me, then “Your phones”, then add this one. Here, scan the code it shows, or type its letters.',
  takeLabel: 'The letters, or the link',
  codeSlip: 'These letters are not right: one of them is another one.',
};
