import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { plural } = formats;

/** What two people say to each other, and what stands between their words. */
export const talk = {
  title: 'Mensajes',
  message: 'Escribir',
  askHelp: 'Pedir ayuda',
  with: (name: string) => `Escribir a ${name}`,
  all: 'Todas las conversaciones',

  empty: (name: string) => `Saluda a ${name}`,
  /** What one tap says, and the tap. */
  hello: (name: string) => `¡Hola, ${name}!`,
  sayHello: (name: string) => `Decir «¡Hola, ${name}!»`,
  emptyText: 'Lo que escribas aquí solo lo leen las dos partes.',
  list: (name: string) => `Lo dicho y hecho entre ${name} y tú`,
  earlier: 'Mostrar lo anterior',
  newHere: 'Nuevo',
  toNew: 'Hay mensajes nuevos abajo',

  writeTo: (name: string) => `Escribe a ${name}`,
  send: 'Enviar',
  askStart: '¿Me podrías ayudar con ',
  youSay: 'Tú:',
  theySay: (name: string) => `${name}:`,

  written: 'Escrito',
  keptBy: (members: number) =>
    plural(members, { one: 'Lo guarda #', other: 'Lo guardan #' }),
  hasIt: (name: string) => `${name} ya lo tiene`,
  read: 'Leído',

  takeBack: 'Retirarlo',
  more: 'Más sobre este mensaje',
  yours: 'Tu mensaje',
  onlyHere: 'Está en tus propios teléfonos. Que este sepa, nadie más lo tiene todavía.',
  keepers: (count: number, names: string) =>
    count === 1
      ? `Se guarda en el teléfono de ${names}. Solo lo leen las dos partes.`
      : `Se guarda en los teléfonos de ${names}. Solo lo leen las dos partes.`,
  isRead: (name: string) => `${name} ya ha respondido.`,
  erase: 'Borrarlo para las dos partes',
  eraseText:
    'Se va de todos los teléfonos en cuanto se encuentren. No se puede recuperar. Lo leído, leído está.',

  few: (name: string, left: number) =>
    plural(left, {
      one: `Todavía no hay nada en común: un mensaje más hasta que ${name} responda.`,
      other: `Todavía no hay nada en común: # mensajes hasta que ${name} responda.`,
    }),
  waits: (name: string) => `Podrás escribir más cuando ${name} responda.`,
  closed: (name: string) =>
    `${name} solo recibe mensajes de gente con horas, planes o cosas en común.`,
  closedText: (name: string) =>
    `Responde a una tarjeta de ${name}, o pide a alguien una presentación.`,
  told: 'Ya lo saben. Puedes retirarlo en Ajustes.',

  menu: (name: string) => `Más sobre ${name}`,
  page: (name: string) => `Ver la página de ${name}`,

  none: 'Nada dicho todavía',
  noneText: 'Elige a alguien en Gente y di hola.',
  noneAct: 'Ir a Gente',
  you: (text: string) => `Tú: ${text}`,
  unread: (count: number) => plural(count, { one: '# nuevo', other: '# nuevos' }),
  unreadTitle: 'Mensajes nuevos',

  strangers: 'Puede escribirme gente con quien no comparto nada',
  strangersHint:
    'Sin horas, planes, cosas ni encuentros todavía. Ves sus tres primeros mensajes, y más cuando respondes.',

  youThanked: (name: string) => `Diste las gracias a ${name}`,
  thanksYou: (name: string) => `${name} te da las gracias`,
  handed: {
    out: {
      give: {
        mine: (name: string) => `Se lo diste a ${name}`,
        theirs: (name: string) => `${name} te lo dio`,
      },
      lend: {
        mine: (name: string) => `Se lo prestaste a ${name}`,
        theirs: (name: string) => `${name} te lo prestó`,
      },
      swap: {
        mine: (name: string) => `Lo cambiaste con ${name}`,
        theirs: (name: string) => `${name} lo cambió contigo`,
      },
    },
    back: {
      mine: (name: string) => `${name} lo devolvió`,
      theirs: (name: string) => `Se lo devolviste a ${name}`,
    },
  },

  noWords: inThree('Todavía no hay nada escrito.', 'Escribe antes una línea.'),
  tooLong: inThree('Este mensaje es demasiado largo.', 'Haz dos, por favor.'),
  notNow: inThree(
    'Ahora no puedes escribir a esta persona.',
    'Vuelve atrás y mira otra vez.',
  ),
  isClosed: inThree(
    'Esta persona solo recibe mensajes de gente con horas, planes o cosas en común.',
    'Responde a una de sus tarjetas, o pide a alguien una presentación.',
    'Lo que escribiste se guarda aquí.',
  ),
  isWaiting: inThree(
    'Tus primeros mensajes todavía no tienen respuesta.',
    'Podrás escribir más cuando la haya.',
    'Lo que escribiste se guarda aquí.',
  ),
};

/** How to reach somebody, as buttons beside what they wrote. */
export const contact = {
  call: 'Llamar',
  text: 'SMS',
  whatsApp: 'WhatsApp',
  mail: 'Correo',
};
