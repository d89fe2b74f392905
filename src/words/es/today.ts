import { formats } from './hours.ts';

const { list, plural } = formats;

/** The first page: what now? */
export const today = {
  fits: 'En el tablón, para ti',
  /** Why a card stands there. */
  canHelp: (languages: readonly string[]) =>
    languages.length === 0
      ? 'Esto sabes hacerlo.'
      : `Esto sabes hacerlo, y compartís idioma: ${list(languages)}.`,
  wished: 'Dijiste que te vendría bien.',
  near: (area: string) => `Vivís en la misma zona: ${area}.`,
  fresh: 'Nuevo en el tablón.',

  newcomers: 'Gente nueva',
  hello: 'Saludar',
  helloTo: (name: string) => `Saludar a ${name}`,
  moreNew: (count: number) =>
    plural(count, { one: 'Una persona nueva más', other: '# personas nuevas más' }),

  since: 'Desde la última vez',
  newCards: (count: number) =>
    plural(count, { one: '# tarjeta nueva', other: '# tarjetas nuevas' }),
  newPeople: (count: number) =>
    plural(count, { one: '# persona nueva', other: '# personas nuevas' }),
  newHours: (count: number) =>
    plural(count, { one: '# ayuda más', other: '# ayudas más' }),

  offline: '¿Sin internet?',
  offlineText: 'Con dos teléfonos juntos no hace falta.',

  firstWeek: 'Tu primera semana',
  firstHello: 'Saluda a alguien',
  firstOffer: 'Cuelga algo que sepas hacer',
  firstAsk: 'Pide algo',
  firstSafe: 'Pon tus horas a salvo',
  done: 'Hecho',
};

/** The button in the middle: three doors. */
export const add = {
  title: '¿Qué quieres añadir?',
  record: 'Anotar una ayuda',
  recordText: 'Ayudaste a alguien, o alguien te ayudó.',
  offer: 'Ofrecer algo',
  offerText: 'Lo que sabes hacer, das o prestas.',
  ask: 'Pedir algo',
  askText: 'Lo que te vendría bien.',
  offlineText: 'Todo lo que funciona sin internet.',
  scanText: 'Del teléfono que tienes al lado.',
  codeText: 'Para el teléfono que tienes al lado.',
};

/** What is mine, and the way to it. */
export const me = {
  seenAs: 'Mira cómo te ven los demás',
  cards: 'Mis tarjetas',
  cardsText: 'Lo que ofreces, pides y prestas.',
  profile: 'Mi perfil',
  profileText: 'Tu nombre, lo que sabes hacer, cómo encontrarte.',
  together: 'Mi año y mis lazos',
  togetherText: 'En dibujos, para guardar o imprimir.',
  safeText: 'Para que perder el teléfono no sea perder nada.',
  phonesText: 'Añade uno o apaga otro.',
  settingsText: 'Aspecto, idioma, avisos y más.',
};

/** Everybody: the community, then its members. */
export const street = {
  all: (community: string) => `Todo sobre ${community}`,
  inside: 'Nuestro acuerdo, los lazos y la tela.',
  order: '¿En qué orden?',
  byName: 'A–Z',
  byHours: 'Conozco',
  byArrival: 'Gente nueva',
  nobodyKnown: 'Nadie todavía. La primera hora que compartas será el comienzo.',
  nobodyNew: 'Nadie nuevo en las últimas semanas.',
};
