/** What the made-up neighbours of the demo say of themselves, each by their name. */
export const village = {
  community: 'Canal Street',
  about: {
    Meg: 'I know who can do what. Ask me.',
    Ana: 'Balcony tomatoes, and letters to offices.',
    Biel: 'Bicycles, taps, shelves.',
    Carme: 'Company on walks, and an ear.',
    Didac: 'Homework, chess, small children.',
    Rosa: 'Roses pruned, and why.',
    Ahmed: 'Lifts, Arabic lessons, good bread.',
    Ivo: 'Old computers that still have something to give.',
    Lina: 'Mends whatever has a seam.',
    Tomas: 'Piano by ear, and moving house.',
    ゆき: 'Origami, cooking together, quiet company.',
  },
};
