/** Keeping one's hours: the page with twelve words, and the way back by it. */
export const safe = {
  title: 'Keep your hours safe',
  lead: 'Every member keeps your hours. But only this device can act as you. If it is lost or broken, you need a way back. Without one you would have to join again, with no hours.',
  page: 'A page with twelve words',
  pageNone: 'Not made yet.',
  pageOld:
    'Your old page does not work any more, because your neighbours brought you back.',
  pageMade: (when: string) => `Made on ${when}.`,
  pageMadeSome: 'Made.',
  pageUntested: 'Not tried yet. There may be a mistake in it.',
  pageTested: (when: string) => `Tried on ${when}: it works.`,
  pageUnknown: 'This device does not know whether you have tried it.',
  pageElsewhere:
    'Only the device you joined with can make it. This one came later. If that device is lost, you cannot make a page any more. Then add another phone, so that you do not have only this one.',
  make: 'Make the page',
  tryIt: 'Try it',
  makeNew: 'Make a new page',
  phones: 'Phones and computers',
  oldTitle: 'First, the page you have',
  oldLead:
    'A new page replaces the old one. The old words and code then stop working. You need the old page to do this. Do it on one phone only.',
  oldAct: 'Go on',
  oldLost: 'I cannot find it',
  oldLostText:
    'Then you cannot make a new page, on this phone or any other. If you could, a thief could too. Your phones go on as before, and your hours are safe while one of them works. Add another phone, so that losing one does not lock you out. Anyone who finds the page can act as you.',
  oldLostSpare:
    'Your spare-key neighbours can make that page useless. Come back with their help on another phone, under “I have lost everything”. Then make a new page there.',
  notIn: 'You can make a page as soon as you have been let in.',

  paperTitle: 'Your page',
  paperLead:
    'Get it on paper now. We show it only this once, and save it nowhere. It can act for you, and nothing on this device can replace it.',
  paperLeadNew:
    'Get it on paper now. We show it only this once, and save it nowhere. The old page works until you say that this one is on paper.',
  print: 'Print',
  printed: 'It is printed',
  copied: 'I copied it by hand',
  notNow: 'Not now',
  making: 'Making it your way back…',
  made: 'The page is yours now. Let’s check that it works.',

  madeNew:
    'The new page is yours now. The old one does not work any more: tear it up. Let’s check that the new one works.',

  kitHead: 'My way back',
  kitCode: 'The page as a code to scan',
  kitWords: 'The twelve words',
  kitDo: 'If your phone is lost or broken',
  kit1: (address: string) => `Open ${address} on any phone or computer.`,
  kit2: 'Choose “I was here before”.',
  kit3: 'Scan this code. Without a camera: type the twelve words in order, and paste any invitation to your community, even an old one.',
  kit4: 'Look at the name and the mark. Is it you? Then say yes.',
  kit5: 'Another member must have Manyhands open. Ask one to open it.',
  kitCare:
    'Anyone who has this page can act as you. Keep it where you keep your passport, and show it to nobody.',
  kitNewer: 'If you make another page, this one stops working.',
  kitMade: (when: string) => `Made on ${when}`,
  kitMark: (name: string) => `The mark of ${name}`,

  askAll: 'All twelve words, in order',
  tryTitle: 'Try your page',
  tryLead: 'Take the paper. Scan its code, or type the words from it.',
  tryWord: (place: number) => `Word number ${place}`,
  tryAct: 'Does it work?',
  tryScan: 'Scan the code',
  tryWrong:
    'That is not what your page says. Look again, letter by letter. Nothing is lost.',
  tryDone: 'It works. Put the page away safely.',

  nudgeTitle: 'Keep your hours safe',
  nudge: {
    broughtBack:
      'Your neighbours have brought you back. Your old page does not work any more. Make a new one, and choose who keeps a spare key for you.',
    notKept:
      'This browser may erase what it saves. A page with twelve words brings you back. It takes two minutes.',
    thirtyDays:
      'You have been here for a month. A page with twelve words brings you back if this device is lost.',
    fiveHours:
      'You have given five hours. A page with twelve words makes sure they stay yours.',
    firstHour:
      'Your first hour! A page with twelve words brings you back to it if this device is lost.',
  },
  nudgeUntried: 'You have made your page. Try it once, so that you know it works.',
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
  lead: 'Use your page to come back on this device. Scan its code, or type its twelve words.',
  words: 'The twelve words, in order',
  wordsHint: 'With spaces between them. Capital letters do not matter.',
  scan: 'Scan the code on the page',
  wordCount: (count: number) => `There should be twelve words; these are ${count}.`,
  unknownWord: (place: number, word: string, nearest: string) =>
    `Word number ${place}, “${word}”, is not one of our words.${nearest === '' ? '' : ` Did you mean ${nearest}?`}`,
  doNotFit:
    'Each word is right, but together they do not fit. Two may have changed places, or one may be a similar word.',
  notAPage: 'This code is not from one of our pages.',
  invite: 'An invitation to your community',
  inviteHint:
    'Any one will do, even an old or used one. It tells this device where to find your neighbours.',
  inviteNeeded: 'Please paste an invitation first, or scan the code on your page.',
  inviteMissing: 'This does not look like an invitation.',
  act: 'Find me',
  looking: 'Looking for a member whose Manyhands is open…',
  lookingHint: 'Ask one of them to open it. It goes on by itself as soon as one does.',
  unknown:
    'We asked a member’s phone. It knows nobody with these words. Check the words and the community. If you made the page just before your device was lost, wait: another member may know.',
  isThisYou: 'Is this you?',
  inCommunity: (community: string) => `A member of ${community}`,
  nameLater: 'The name has not come yet. Do you know the mark?',
  yesMe: 'Yes, that is me',
  notMe: 'No, that is not me',
  after:
    'Then you get your hours back from the others. The lost device stays on your list until you switch it off.',
  leadHere:
    'All hours are on this device already. Use your page to come back: scan its code, or type its twelve words.',
  afterHere:
    'Your hours are here already. To find the others again, scan the code of your page, or open any invitation to your community here. The lost device stays on your list until you switch it off.',
  nobodyHere:
    'Nobody in this archive has these words. Check them. If you made the page after the archive, use “I was here before” on the first screen.',
  working: 'Making this device yours…',
};
