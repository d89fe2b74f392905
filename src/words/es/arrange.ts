import { duration } from './hours.ts';

/** What two people plan about a card of the board. */
export const arrange = {
  answer: {
    need: 'Puedo ayudar',
    offer: 'Me gustaría',
    thing: 'Me gustaría tenerlo',
  },
  answerHint: 'Solo las dos partes pueden leer el plan.',
  answered: 'Quién ha respondido',
  seePlan: 'El plan',

  titleNew: {
    need: (name: string) => `Ofrecer tu ayuda a ${name}`,
    offer: (name: string) => `Pedírselo a ${name}`,
    thing: (name: string) => `Pedírselo a ${name}`,
  },
  titleChange: 'Proponer otra cosa',
  unknown: 'Esto todavía no está aquí',
  unknownText:
    'Puede que aún esté en camino, o que la tarjeta se haya quitado. No se pierde nada.',

  what: '¿Qué?',
  when: '¿Qué día?',
  today: 'Hoy',
  tomorrow: 'Mañana',
  otherDay: 'Otro día',
  openDay: 'Ya veremos',
  whichDay: '¿Cuál?',
  time: '¿A qué hora?',
  timeHint: 'Puede quedar vacío, para hablarlo antes.',
  howLong: '¿Cuánto tiempo, más o menos?',
  where: '¿Dónde?',
  /** Asking for a thing that its owner swaps. */
  give: '¿Qué das a cambio?',
  giveHint: 'Una de tus tarjetas, o unas palabras.',
  giveElse: 'Otra cosa',
  giveWhat: '¿Qué es?',
  inReturn: 'A cambio',
  /** Both things, as what the two agree on. */
  forThat: (what: string, inReturn: string) => `${what} · a cambio: ${inReturn}`,
  wordTo: (name: string) => `Una nota para ${name}`,
  wordHint: 'Esto solo lo leen las dos partes.',
  ask: (name: string) => `Preguntar a ${name}`,
  suggest: (name: string) => `Proponérselo a ${name}`,
  needsWhat: 'Escribe de qué se trata, por favor.',
  sameAsBefore: 'Todavía no hay nada distinto. Cambia algo primero.',

  dayAt: (day: string, time: string) => `${day}, ${time}`,
  about: (minutes: number) => `unos ${duration(minutes)}`,
  dayOpen: 'Aún sin día',

  asksYou: (name: string) => `${name} responde a tu tarjeta`,
  suggestsTo: (name: string) => `${name} propone esto`,
  waitsFor: (name: string) => `Esperando a ${name}`,
  waitsForText: (name: string) =>
    `Le llegará a ${name} cuando los dos teléfonos estén en línea, o por el teléfono de otro miembro.`,
  agreed: 'Hay acuerdo',
  agreedText: 'Cualquiera de las dos partes puede cambiarlo o anularlo todavía.',
  overTitle: (name: string) => `¿Se hizo, con ${name}?`,
  overText: 'Si es así, anótalo para que cuente.',
  off: 'Anulado',
  offByThem: (name: string) => `${name} lo ha anulado. No hace falta un motivo.`,
  offByYou: 'Lo has anulado. No hace falta un motivo.',
  done: 'Hecho',
  doneText: 'Está anotado, o una de las dos partes ha dicho que está hecho.',

  yes: 'Sí, me va bien',
  change: 'Proponer otra cosa',
  changeAgreed: 'Cambiarlo',
  callOff: 'Anularlo',
  calendar: 'Ponerlo en mi calendario',
  calendarTaken: 'El archivo para tu calendario está en tus descargas.',
  calendarTitle: (what: string, name: string) => `${what}, con ${name}`,
  record: 'Anotar las horas',
  handedOver: 'Ya ha cambiado de manos',
  onlyDone: 'Está hecho, no hay nada que anotar',
  openCard: 'Cambiarlo o decir que no',
  again: 'Planearlo otra vez',
  keep: 'Dejarlo como está',

  saysThey: (name: string) => `${name} escribe`,
  saysYou: 'Has escrito',

  comingTitle: 'Lo que has planeado',
};
