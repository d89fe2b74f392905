import { languageNames } from '../languageName.ts';

/** What somebody shows of themself, and to whom. */
export const profile = {
  title: 'What others see of you',
  lead: 'You decide how much. All of it can be changed or emptied, and what was there before is erased.',
  open: 'Change what others see',
  saved: 'Saved. The others see it as soon as you meet.',
  unsaved: 'Not saved yet.',

  aboutYou: 'You',
  name: 'Your name',
  markHint: 'Your button is drawn by the app. It stays the same for ever.',
  about: 'About you',
  aboutHint: 'What you enjoy, in a line or two. All members can read it.',
  area: 'Where you live, roughly',
  areaHint: 'As people here say it. It tells two of one name apart.',
  areaTaken: 'As others here say it',
  languages: 'Languages you speak',
  languagesHint: 'Tap yours, or find another one.',
  languageFind: 'Another language',
  languageMore: 'Choose a language',
  languageName: languageNames('en-GB'),
  canDo: 'What you can do for others',
  canDoHint: 'Members see it beside your name.',
  wishes: 'What would be good to have',
  wishesHint: 'Neighbours who can do it will find you.',

  guarded: 'When, where and how',
  guardedLead:
    'This is for people you share hours or plans with. Nobody else can open it, unless you say so below each.',
  freeAsk: 'When you have time',
  itDepends: 'It depends',
  access: 'What makes it easier for you to take part',
  accessHint: 'A ramp, large print, a slow voice, a place to sit.',
  contact: 'How and where to reach you',
  contactHint: 'A telephone number, the bell to ring, after six.',
  forAll: {
    free: 'All members may see when I have time',
    access: 'All members may read what makes it easier',
    contact: 'All members may read how to reach me',
  },
  everybody: 'Everybody here can read it.',
  onlyPartners: 'Only those you share hours or plans with can open it.',
  settingsText:
    'Name, what you can do, how to reach you: what each of it is for, you say.',

  reading: 'Reading what you have said…',

  // On somebody's page.
  canHelp: 'Can help with',
  wouldLike: 'Would be glad of',
  onBoard: 'On the board',
  speaks: (languages: string) => `Speaks ${languages}`,
  findingOut: (name: string) =>
    `${name} is finding out what to offer. You could ask what ${name} enjoys.`,
  youFindingOut: 'You have not said yet what you could do. Everybody has something.',
  free: 'Has time',
  needs: 'Good to know',
  reach: 'To reach',
  forPartners: (name: string) =>
    `${name} shows this only to people with shared hours or plans.`,
  yoursForPartners: 'Only people you share hours or plans with can open this.',
};
