/** What kind of help it was: coarse on purpose, and always optional. */
export const category = {
  care: 'Care',
  children: 'Children',
  company: 'Company',
  lift: 'A lift',
  garden: 'Garden',
  food: 'Food',
  home: 'At home',
  repair: 'Repairs',
  learning: 'Learning',
  forms: 'Forms and phone',
  together: 'For all of us',
  other: 'Something else',
};

export type Category = keyof typeof category;
