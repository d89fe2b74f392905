/** Keeping one's hours: the page with twelve words, and the way back by it. */
export const safe = {
  title: 'Keep your hours safe',
  lead: 'Your hours are kept by every member. What only this device has is the power to write as you. If it is lost, broken or cleared, the hours are still yours, and without a way back you could not use them: you would have to join anew, with nothing.',
  waysTitle: 'Your ways back',
  page: 'A page with twelve words',
  pageNone: 'Not made yet.',
  pageOld: 'The page you had works no more, since your neighbours brought you back.',
  pageMade: (when: string) => `Made on ${when}.`,
  pageMadeSome: 'Made.',
  pageUntested: 'Not tried yet. A page nobody has tried may have a slip in it.',
  pageTested: (when: string) => `Tried on ${when}: it works.`,
  pageUnknown: 'Whether it was ever tried is not known on this device.',
  pageElsewhere:
    'Make it on the device you joined with: only that one can. This one came later. If that one is lost, no page can be made any more: add a further phone, so that you do not depend on this one alone.',
  browser: 'This browser',
  browserKeeps: 'It has promised to keep the record.',
  browserMayClear: 'It may clear the record when it is short of room.',
  make: 'Make the page',
  tryIt: 'Try it',
  makeNew: 'Make a new page',
  phones: 'Phones and computers',
  oldTitle: 'First, the page you have',
  oldLead:
    'A new page takes the place of the old one, whose words and code then open nothing. Only whoever has the old one can do that. Do it on one phone only.',
  oldAct: 'Go on',
  oldLost: 'I cannot find it',
  oldLostText:
    'Then no new page can be made, on this phone or any other: if it could, so could a thief. Your phones go on as before, and your hours are safe while one of them works. Add a further phone, so that losing one does not shut you out. Whoever finds the page can act as you.',
  oldLostSpare:
    'Your spare-key neighbours can end that page: come back through them on another phone, under “I have lost everything”, and make a new one there.',
  notIn: 'You can make a page as soon as you have been let in.',

  paperTitle: 'Your page',
  paperLead:
    'Get it on paper now: it is shown this once, and kept nowhere. From then on it speaks for you, and nothing on this device can replace it.',
  paperLeadNew:
    'Get it on paper now: it is shown this once, and kept nowhere. The old page holds until you say that this one is on paper, and opens nothing from then on.',
  print: 'Print',
  printed: 'It is printed',
  copied: 'I copied it by hand',
  notNow: 'Not now',
  making: 'Making it your way back…',
  made: 'The page is yours now. Let us see whether it works.',

  madeNew:
    'The new page is yours now. The old one opens nothing any more: tear it up. Let us see whether the new one works.',

  kitHead: 'My way back',
  kitCode: 'The page as a code to scan',
  kitWords: 'The twelve words',
  kitDo: 'If your phone is lost or broken',
  kit1: (address: string) => `Open ${address} on any phone or computer.`,
  kit2: 'Choose “I was here before”.',
  kit3: 'Scan this code. Without a camera: type the twelve words in their order, and paste any invitation of your community, however old.',
  kit4: 'Look at the name and the mark. Is it you? Then say yes.',
  kit5: 'It works while another member has Manyhands open: ask one to.',
  kitCare:
    'Whoever has this page can act as you. Keep it where you keep your passport, and show it to nobody.',
  kitNewer: 'If you make another page, this one opens nothing any more.',
  kitMade: (when: string) => `Made on ${when}`,
  kitMark: (name: string) => `The mark of ${name}`,

  askAll: 'All twelve words, in their order',
  tryTitle: 'Try your page',
  tryLead: 'Take the paper. Scan its code, or type from it.',
  tryWord: (place: number) => `Word number ${place}`,
  tryAct: 'Does it work?',
  tryScan: 'Scan the code',
  tryWrong:
    'This is not what stands on your page. Look again, letter by letter: nothing has been lost.',
  tryDone: 'It works. Put the page away safely.',

  nudgeTitle: 'Keep your hours safe',
  nudge: {
    broughtBack:
      'Your neighbours have brought you back. The page you had works no more: make a new one, and choose who keeps a spare key for you.',
    notKept:
      'This browser may clear what it holds. A page with twelve words brings you back: it takes two minutes.',
    thirtyDays:
      'You have been here for a month. A page with twelve words brings you back if this device is lost.',
    fiveHours:
      'You have given five hours. A page with twelve words makes sure they stay yours.',
    firstHour:
      'Your first hour! A page with twelve words brings you back to it if this device is lost.',
  },
  nudgeUntried: 'You have made your page. Try it once, so that you can rely on it.',
  nudgeAct: 'Have a look',
  later: 'Later',
  noFirst: {
    what: 'The page could not be made here.',
    lost: 'Nothing is lost, and nothing has changed.',
    todo: 'Make it on the device you joined with. What you have on paper from this try does not work: throw it away.',
  },
  keepPaper:
    'Keep the paper until then. It works only if this screen says that a page was made.',
};

export const back = {
  lead: 'With your page you are yourself again, on this device. Scan its code, or type its twelve words.',
  words: 'The twelve words, in their order',
  wordsHint: 'With spaces between them. Capital letters do not matter.',
  scan: 'Scan the code on the page',
  wordCount: (count: number) => `There should be twelve words; these are ${count}.`,
  unknownWord: (place: number, word: string, nearest: string) =>
    `Word number ${place}, “${word}”, is on no page.${nearest === '' ? '' : ` Did you mean ${nearest}?`}`,
  doNotFit:
    'Each is a right word, but together they are nobody’s. Two may have changed places, or one is another word that looks like it.',
  notAPage: 'This code is not one of our pages.',
  invite: 'An invitation of your community',
  inviteHint:
    'Any one will do, also an old or used one. It says where your neighbours meet.',
  inviteMissing: 'This does not look like an invitation.',
  act: 'Find me',
  looking: 'Looking for a member whose Manyhands is open…',
  lookingHint: 'Ask one of them to open it. It goes on by itself as soon as one does.',
  unknown:
    'A member was asked and knows nobody with these words. Check the words, and that this is the right community. If you made the page just before your device was lost, wait: another member may know.',
  isThisYou: 'Is this you?',
  inCommunity: (community: string) => `A member of ${community}`,
  nameLater: 'The name has not come yet. Do you know the mark?',
  yesMe: 'Yes, that is me',
  notMe: 'No, that is not me',
  after:
    'Then your hours are fetched from the others. The lost device stays on your list until you switch it off.',
  leadHere:
    'The record is here already. With your page you are yourself again: scan its code, or type its twelve words.',
  afterHere:
    'Your hours are here already. You meet the others again by the code of your page, or by any invitation of your community that you open here. The lost device stays on your list until you switch it off.',
  nobodyHere:
    'In this record nobody has these words. Check them; or your page was made after the archive was: then come back by “I was here before” on the first screen.',
  working: 'Making this device yours…',
};
