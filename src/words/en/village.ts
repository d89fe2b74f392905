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
  /** What they have pinned to the board. */
  cards: {
    showRound: 'New here? I show you round',
    letters: 'Letters to offices',
    lettersMore: 'Bring the envelope, opened or not. We read it together first.',
    bicycles: 'Bicycles and taps',
    homework: 'Homework and chess',
    clinic: 'To the eye clinic and back',
    laptop: 'A laptop that is slow and honest',
    sewing: 'Sewing machine',
    sewingMore: 'With three needles and the manual.',
    piano: 'Two people and a piano, down one floor',
    safety: 'Keep an eye on the school street',
    minutes: 'Take notes at our meeting',
    roses: 'Roses pruned, and why',
  },
};
