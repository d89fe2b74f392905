import { duration, formats } from './hours.ts';

const { number, plural } = formats;

const people = (count: number): string =>
  plural(count, { one: '# persona', other: '# personas' });

/** The same help with several people, recorded at once. */
export const several = {
  addAnother: 'Añadir a otra persona',
  whoElse: '¿Con quién más?',
  atMost: (most: number) =>
    `Puedes preguntar a ${number(most)} personas a la vez. Anota a las demás después.`,
  noteHint: 'Esto lo puede leer cada una de esas personas, y nadie más.',
  youHelped: (names: string, minutes: number, when: string) =>
    `Ayudaste a ${names}, ${duration(minutes)} con cada persona, ${when}.`,
  helpedYou: (names: string, minutes: number, when: string) =>
    `Te ayudaron ${names}, ${duration(minutes)} cada persona, ${when}.`,
  between: (helper: string, helped: string, minutes: number, when: string) =>
    `Ayuda de ${helper} a ${helped}, ${duration(minutes)} por persona, ${when}.`,
  willBeAsked: (count: number, altogether: number) =>
    `Se preguntará a ${people(count)}: ${duration(altogether)} en total.`,
  ask: (count: number) => `Preguntar a ${people(count)}`,
  askFor: (org: string, count: number) => `Por ${org}: preguntar a ${people(count)}`,
  asking: 'Se pregunta a cada persona, una tras otra',
  stopAsking: 'Parar',
  cannotAsk: (name: string, why: string) => `No se puede preguntar a ${name}. ${why}`,
  nobodyLeft: 'No se puede preguntar a nadie de esta lista.',

  stopped: 'Lo has parado.',
  asked: (list: string) => `Ya se ha preguntado: ${list}.`,
  notAsked: (list: string) => `Aún no se ha preguntado: ${list}.`,
  askedAlready: 'Ya se ha preguntado',

  askedTitle: (count: number) => `Se ha preguntado a ${people(count)}`,
  askedText: 'Has dicho que sí. Cada hora contará cuando la otra parte diga que sí.',
};
