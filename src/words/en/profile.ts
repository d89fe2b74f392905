import { languageNames } from '../languageName.ts';

/** What somebody shows of themself, and to whom. */
export const profile = {
  title: 'What others see of you',
  lead: 'You decide how much. You can change or empty all of it. What was there before is erased.',
  open: 'Change what others see',
  saved: 'Saved. The others see it when you are online together.',
  unsaved: 'Not saved yet.',

  aboutYou: 'You',
  name: 'Your name',
  markHint: 'Your button is drawn by the app. It stays the same for ever.',
  portrait: 'A photo in your button',
  portraitHint:
    'Only if you like. All members can see it, small. Removed here, it goes from their phones too.',
  portraitChoose: 'Add a photo',
  portraitAnother: 'Choose another photo',
  portraitRemove: 'Remove my photo',
  portraitIn: 'Your photo is in your button.',
  portraitOut: 'Your photo is removed.',
  about: 'About you',
  aboutHint: 'What you enjoy, in a line or two. All members can read it.',
  area: 'Where you live, roughly',
  areaHint: 'The way people here say it. It helps when two people have the same name.',
  areaTaken: 'What others here write',
  languages: 'Languages you speak',
  languagesHint: 'Tap yours, or find another one.',
  languageFind: 'Another language',
  languageMore: 'Choose a language',
  languageName: languageNames('en-GB'),
  canDo: 'What you can do for others',
  canDoHint: 'Members see it beside your name.',
  wishes: 'What would help you',
  wishesHint: 'Neighbours who can do it will find you.',

  guarded: 'When, where and how',
  guardedLead:
    'This is for people you share hours, plans or things with. Nobody else can read it, unless you allow it below.',
  freeAsk: 'When you have time',
  itDepends: 'It depends',
  access: 'What makes it easier for you to take part',
  accessHint: 'A ramp, large print, a slow voice, a place to sit.',
  contact: 'How and where to reach you',
  contactHint: 'A phone number, which bell to ring, which time is best.',
  forAll: {
    free: 'All members may see when I have time',
    access: 'All members may read what makes it easier',
    contact: 'All members may read how to reach me',
  },
  everybody: 'Everybody here can read it.',
  onlyPartners: 'Only people you share hours, plans or things with can read it.',

  reading: 'Opening what you have said…',

  // On somebody's page.
  canHelp: 'Can help with',
  wouldLike: 'Would like',
  onBoard: 'On the board',
  speaks: (languages: string) => `Speaks ${languages}`,
  findingOut: (name: string) =>
    `${name} is finding out what to offer. You could ask what ${name} enjoys.`,
  youFindingOut: 'You have not said yet what you could do. Everybody has something.',
  free: 'Has time',
  needs: 'Good to know',
  reach: 'How to reach them',
  forPartners: (name: string) =>
    `${name} shows this only to people they share hours, plans or things with.`,
  yoursForPartners: 'Only people you share hours, plans or things with can read this.',
};
