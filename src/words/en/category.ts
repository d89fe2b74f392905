/** What kind of help it was: coarse on purpose, and always optional. */
export const category = {
  care: 'Caring for someone',
  children: 'Raising children',
  company: 'Family and company',
  lift: 'Rides',
  garden: 'Garden',
  food: 'Food',
  home: 'At home',
  repair: 'Repairs',
  learning: 'Learning',
  forms: 'Standing up for someone',
  together: 'Looking after all of us',
  other: 'Something else',
  safety: 'Safe streets',
  civic: 'Democracy and civic life',
  language: 'Languages',
  arts: 'Arts and music',
  body: 'Body and health',
};

export type CategoryWord = keyof typeof category;
