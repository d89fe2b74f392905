import { duration } from './hours.ts';

/** Lo que dos personas planean sobre una tarjeta del tablón. */
export const arrange = {
  answer: {
    need: 'Puedo ayudar',
    offer: 'Me gustaría',
    thing: 'Me gustaría tenerlo',
  },
  answerHint: 'Solo lo pueden leer las dos personas.',
  answered: 'Quién ha respondido',
  seePlan: 'El plan entre dos',

  titleNew: {
    need: (name: string) => `Ofrecer tu ayuda a ${name}`,
    offer: (name: string) => `Pedírselo a ${name}`,
    thing: (name: string) => `Pedírselo a ${name}`,
  },
  titleChange: 'Proponer otra cosa',
  titleWith: (name: string) => `Con ${name}`,
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
  timeHint: 'Déjalo vacío si falta hablarlo por teléfono.',
  howLong: '¿Cuánto tiempo, más o menos?',
  where: '¿Dónde?',
  wordTo: (name: string) => `Unas palabras para ${name}`,
  wordHint: 'Solo las dos personas pueden leer esto.',
  ask: (name: string) => `Preguntar a ${name}`,
  suggest: (name: string) => `Proponérselo a ${name}`,
  needsWhat: 'Escribe de qué se trata, por favor.',
  sameAsBefore: 'Este es el plan que ya hay. Cambia algo primero.',

  dayAt: (day: string, time: string) => `${day}, ${time}`,
  about: (minutes: number) => `unos ${duration(minutes)}`,
  dayOpen: 'Día por acordar',

  asksYou: (name: string) => `${name} responde a tu tarjeta`,
  suggestsTo: (name: string) => `${name} propone esto`,
  waitsFor: (name: string) => `Esperando a ${name}`,
  waitsForText: (name: string) =>
    `${name} lo verá en cuanto se encuentren los dos teléfonos, o el de alguien del vecindario.`,
  agreed: 'Hay acuerdo',
  agreedText: 'Cualquiera de las dos personas puede cambiarlo o anularlo todavía.',
  overTitle: (name: string) => `¿Ha ocurrido, entre ${name} y tú?`,
  overText: 'Entonces anótalo, para que cuente.',
  off: 'Anulado',
  offByThem: (name: string) => `${name} lo ha anulado. No hace falta un motivo.`,
  offByYou: 'Lo has anulado. No hace falta un motivo.',
  done: 'Hecho',
  doneText: 'Está anotado, o alguien ha dicho que está hecho.',

  yes: 'Sí, me va bien',
  change: 'Proponer otra cosa',
  changeAgreed: 'Cambiarlo',
  callOff: 'Anularlo',
  calendar: 'Ponerlo en mi calendario',
  calendarTaken: 'El archivo para tu calendario está en tus descargas.',
  calendarTitle: (what: string, name: string) => `${what}, con ${name}`,
  record: 'Anotar las horas',
  onlyDone: 'Está hecho, no hay nada que anotar',
  openCard: 'Verlo entero',
  again: 'Otra vez',
  keep: 'Dejarlo como está',

  saysThey: (name: string) => `${name} escribe`,
  saysYou: 'Has escrito',

  comingTitle: 'Lo que has planeado',
};
