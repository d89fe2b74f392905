import { duration } from './hours.ts';

/** One hour's own page. */
export const hour = {
  title: 'Una hora de ayuda',
  unknown: 'Esta hora aún no está aquí',
  unknownText: 'Quizá esté en camino. No se ha perdido nada.',
  between: (helper: string, helped: string) => `${helper} ayudó a ${helped}`,
  was: (minutes: number) =>
    minutes === 0
      ? 'Antes no tenías nada que dar ni pedir.'
      : minutes < 0
        ? `Antes tenías ${duration(minutes)} por devolver.`
        : `Antes podías pedir ${duration(minutes)}.`,
  goneAsked:
    'Preguntaste a alguien que se fue y ya no puede responder. No han cambiado las horas. Puedes retirarlo.',
  goneAsks:
    'Quien pregunta esto se fue después. Si es correcto, todavía puedes decir que sí. Si no, apártalo.',
  note: 'Esto solo lo leen las dos partes',
  reading: 'Puede leerlo toda la comunidad.',
  putRightAsked: (name: string) => `Le has pedido a ${name} que esto se corrija.`,
  putRightAsksYou: (name: string) => `${name} te pide que esto se corrija.`,
  carried:
    'Hay dos copias distintas de las horas de alguien. Una de las dos partes conservó esta hora, así que cuenta.',
  putRightSee: 'Ver lo que se pidió',
  declinedText: 'No han cambiado las horas. Puedes anotarlo tal como fue.',
  youDeclinedText: 'No han cambiado las horas. Si al final era correcto, dilo.',
  keptByThem: (name: string) => `${name} ya lo tiene`,
  messageTitle: (name: string) => `Un mensaje para ${name}`,
  messageText: (name: string) =>
    `Envíaselo a ${name} como quieras. Abre solo esta hora, y solo ${name} puede responder.`,
  messageTextYes: (name: string) =>
    `Envíaselo a ${name} como quieras. Con esto, la hora cuenta también en su teléfono.`,
  messageLabel: 'El mensaje, con su enlace',
  messageShare: 'Enviar con…',
  messageNot: 'Se puede enviar en cuanto te hayan dejado entrar.',
};
