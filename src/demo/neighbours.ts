/** The eleven people of the demo. They are made up, and the app says so all the time. */
export const neighbours: readonly { readonly name: string; readonly about: string }[] =
  [
    { name: 'Meg', about: 'I know who can do what. Ask me.' },
    { name: 'Ana', about: 'Balcony tomatoes, and letters to offices.' },
    { name: 'Biel', about: 'Bicycles, taps, shelves.' },
    { name: 'Carme', about: 'Company on walks, and an ear.' },
    { name: 'Didac', about: 'Homework, chess, small children.' },
    { name: 'Rosa', about: 'Roses pruned, and why.' },
    { name: 'Ahmed', about: 'Lifts, Arabic lessons, good bread.' },
    { name: 'Ivo', about: 'Old computers that still have something to give.' },
    { name: 'Lina', about: 'Mends whatever has a seam.' },
    { name: 'Tomas', about: 'Piano by ear, and moving house.' },
    { name: 'ゆき', about: 'Origami, cooking together, quiet company.' },
  ];

export const founderOfDemo = 0;
export const demoCommunity = 'Canal Street';
