/** What the made-up neighbours of the demo say of themselves, each by their name. */
export const village = {
  community: 'Calle del Canal',
  about: {
    Meg: 'Sé quién puede hacer qué. Pregúntame.',
    Ana: 'Tomates de balcón, y cartas a oficinas.',
    Biel: 'Bicicletas, grifos, estantes.',
    Carme: 'Compañía en los paseos, y escuchar.',
    Didac: 'Deberes, ajedrez, niñas y niños pequeños.',
    Rosa: 'Podo rosales, y explico por qué.',
    Ahmed: 'Llevar y traer, clases de árabe, buen pan.',
    Ivo: 'Computadoras viejas que aún tienen algo que dar.',
    Lina: 'Arreglo todo lo que tenga una costura.',
    Tomas: 'Piano de oído, y mudanzas.',
    ゆき: 'Origami, cocinar con alguien, compañía tranquila.',
  },
  /** What they have pinned to the board. */
  cards: {
    showRound: '¿Acabas de llegar? Te enseño el barrio',
    letters: 'Cartas a oficinas',
    lettersMore: 'Trae el sobre, abierto o no. Primero lo leemos con calma.',
    bicycles: 'Bicicletas y grifos',
    homework: 'Deberes y ajedrez',
    clinic: 'A la clínica de los ojos, ida y vuelta',
    laptop: 'Un portátil lento y honrado',
    sewing: 'Máquina de coser',
    sewingMore: 'Con tres agujas y el manual.',
    piano: 'Dos personas y un piano, un piso abajo',
    safety: 'Estar pendiente de la calle de la escuela',
    minutes: 'Tomar notas en nuestra reunión',
    roses: 'Podo rosales, y explico por qué',
  },
};
