import { formats } from './hours.ts';

const { number } = formats;

/** "I know them", which gives a say. */
export const know = {
  what: (name: string) =>
    `Cuando suficiente gente conoce a ${name}, ${name} tiene voz en lo que decidimos.`,
  soFar: (count: number, needed: number) =>
    `Lo han dicho ${number(count)} de ${number(needed)}.`,
  said: (name: string) => `Dijiste que conoces a ${name}.`,
  hasSay: (name: string) => `${name} tiene voz en lo que decidimos.`,
  youHave: 'Tienes voz en lo que decidimos.',
  youHaveNot: 'Cuando suficiente gente diga que te conoce, tendrás voz.',
  offer: (name: string) => `Dos ayudas ya entre ${name} y tú`,
  notNow: 'Ahora no',
  done: (name: string) => `Gracias. ${name} lo puede ver.`,
};

/** What is shown of a pause, and of a covered card. */
export const pausing = {
  ask: (name: string) => `Pedir una pausa para ${name}`,
  until: (name: string, day: string) => `${name} está en pausa hasta el ${day}`,
  open: (name: string) => `${name} está en pausa`,
  byCircle:
    'Lo ha pedido el círculo. Acaba por sí sola, o cuando más gente dice que no que sí.',
  byAll: 'Lo decidimos en común. Acaba cuando decidamos otra cosa.',
  stays:
    'Las horas, las palabras y la voz se quedan. No se acuerda nada nuevo, y sus tarjetas no las ve nadie más.',
  why: 'Ver quién lo pidió, y por qué',
  askBack: (name: string) => `Pedir que ${name} esté de nuevo con el grupo`,
  you: 'Estás en pausa',
  youUntil: (day: string) => `Estás en pausa hasta el ${day}`,
  youText:
    'Nadie más ve tus tarjetas, y no se acuerda nada nuevo contigo. Tus horas y tus palabras se quedan, puedes escribir a todo el mundo y puedes decir que no.',
  covered: 'El círculo ha tapado esta tarjeta',
  coveredText: 'Quizá no todo el mundo quiera verla. No se ha borrado nada.',
  show: 'Mostrarla',
  cover: 'Tapar esta tarjeta',
  coverText: (by: number, needed: number) =>
    by === 0
      ? `Se tapa cuando lo dicen ${number(needed)} del círculo. Quien quiera la ve con un toque.`
      : `Lo dicen ${number(by)} de las ${number(needed)} personas que hacen falta. Quien quiera la ve con un toque.`,
  uncover: 'No taparla',
};
