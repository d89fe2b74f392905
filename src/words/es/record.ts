import { duration, formats } from './hours.ts';

const { number } = formats;

export const record = {
  title: 'Anotar una ayuda',
  direction: '¿Quién ayudó?',
  iHelped: 'Ayudé yo',
  someoneHelpedMe: 'Alguien me ayudó',
  withWhom: '¿Con quién?',
  morePeople: (count: number) => `Otra persona… (${number(count)} más)`,
  howLong: '¿Cuánto tiempo?',
  when: '¿Cuándo?',
  today: 'Hoy',
  yesterday: 'Ayer',
  otherDay: 'Otro día',
  whichDay: '¿Qué día?',
  what: '¿Qué fue?',
  more: 'Decir qué fue',
  forElse: 'La ayuda fue para otra persona',
  forElseHint: (helper: string) =>
    helper === ''
      ? 'Se hace con tus horas.'
      : `Se hace con tus horas. Se pregunta a ${helper}.`,
  forWhom: '¿Para quién fue?',
  forThem: (name: string) => `Para ${name}.`,
  note: 'Una nota sobre ello',
  noteHint: 'Esto solo lo leen las dos partes.',
  summaryHelped: (name: string, minutes: number, when: string) =>
    `Ayudaste a ${name}, ${duration(minutes)}, ${when}. Se le preguntará a ${name}.`,
  summaryWasHelped: (name: string, minutes: number, when: string) =>
    `${name} te ayudó, ${duration(minutes)}, ${when}. Se le preguntará a ${name}.`,
  chooseFirst: 'Elige con quién fue.',
  ask: (name: string) => `Preguntar a ${name}`,
  askPlain: 'Preguntar',
  correcting: (name: string) =>
    `Esto es lo que escribió ${name}. Cambia lo que fue distinto. Después se le preguntará otra vez a ${name}.`,
  whomHint: 'Escribe el nombre. Elegirás a la persona cuando te hayan dejado entrar.',
  whomWas: (name: string) => `Escribiste: ${name}`,
  nobody: 'Aún no hay a quién elegir',
  nobodyText: 'Una hora necesita dos personas. Invita antes a alguien de cerca.',
  keep: 'Guardarlo en este teléfono',
  summaryDraft: (name: string, minutes: number, when: string, iHelped: boolean) =>
    iHelped
      ? `Ayudaste a ${name}, ${duration(minutes)}, ${when}.`
      : `${name} te ayudó, ${duration(minutes)}, ${when}.`,
  notInYet: 'Ya puedes anotar. Contará cuando te hayan dejado entrar.',

  askedTitle: (name: string) => `Se le ha preguntado a ${name}`,
  askedText: (name: string) => `Has dicho que sí. Contará cuando lo diga ${name}.`,
  send: (name: string) => `Enviar un mensaje a ${name}`,
  code: (name: string) => `Un código para que lo escanee ${name}`,
  messageHelped: (name: string, minutes: number, link: string) =>
    `He anotado que te ayudé, ${name}: ${duration(minutes)}. ¿Es así?\n${link}`,
  messageWasHelped: (name: string, minutes: number, link: string) =>
    `He anotado que me ayudaste, ${name}: ${duration(minutes)}. ¿Es así?\n${link}`,
  sent: 'Mensaje preparado',
  takenBack: 'Retirado. No han cambiado las horas.',
  another: 'Anotar otra',
  toHome: 'Al inicio',
};

export const confirm = {
  met: (minutes: number) => `${duration(minutes)}: las dos partes han dicho que sí.`,
  metTitle: 'Hecho. Las dos partes están de acuerdo',
  youHave: (minutes: number) => `Puedes pedir ${duration(minutes)}.`,
  youGiveBack: (minutes: number) => `Tienes ${duration(minutes)} por devolver.`,
  youAreEven: 'Has dado tanto como has recibido.',
  thanks: '¿Dar las gracias?',
  /** What one tap says, and the tap. */
  thanksPlain: (name: string) => `¡Gracias, ${name}!`,
  sayThanks: (name: string) => `Decir «¡Gracias, ${name}!»`,
  thanksOwn: 'Con tus palabras',
  thanksAct: 'Enviar las gracias',
  notRight: '¿Al final no era así?',
  putRight: 'Corregirlo',
  putRightText: (name: string, minutes: number) =>
    `Así le pides a ${name} que se anulen ${duration(minutes)}. Cuando ${name} diga que sí, ya no contará.`,
  putRightAct: (name: string) => `Pedir a ${name} que se corrija`,
  tellThem: (name: string) => `Enviar a ${name} un mensaje sobre esto`,
  messageYes: (name: string, link: string) =>
    `Sí, así fue, ${name}. Abre esto y contará también para ti:\n${link}`,

  differentTitle: '¿Qué fue distinto?',
  differentText:
    'No hace falta ningún motivo. No cambian las horas, y puedes anotarlo tal como fue.',
  notMe: 'No era yo',
  saysNo: (name: string) => `${name} verá que dijiste que no.`,
  notMeToo: (name: string) =>
    `«No era yo» también le llega a ${name} como un mensaje tuyo.`,
  /** What is sent then: read long after the day it was written. */
  notMeWord: (minutes: number, when: string) =>
    `${duration(minutes)}, ${when}: no era yo.`,
  saidNo: (name: string) => `Dijiste que no. ${name} lo verá.`,
  putAway: 'Apartarlo',
  isPutAway: 'Apartado. No han cambiado las horas.',
  recordInstead: 'Anotarlo como fue',
  decline: 'Decir que no',
};
