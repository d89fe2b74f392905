/** My year, my ties and the community's cloth on one sheet. */
export const seen = {
  title: 'Todo en dibujos',
  text: 'Tu año, tus lazos y lo que ha hecho la comunidad, en dibujos y en palabras. Se puede imprimir.',
  open: 'Verlo todo junto',
  print: 'Imprimir',
  of: (name: string, community: string) => `${name} en ${community}`,
  on: (day: string) => `Tal como estaba el ${day}`,
  year: 'Mi año',
  ties: 'Mis lazos',
  cloth: 'Nuestro tejido',
  empty: 'Aún no hay nada que ver',
  emptyText:
    'La primera hora a la que dos personas digan que sí será la primera puntada.',
  counted: (members: string, exchanges: string, hours: string) =>
    `${members}, ${exchanges}, ${hours}.`,
  noTies: 'Nadie todavía. Cada intercambio une a dos personas.',
};
