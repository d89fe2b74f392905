import { formatsFor, splitMinutes } from '../format.ts';

export const formats = formatsFor('es');
const { longDuration: long, number, plural } = formats;

/** "1 h 30", "45 min", "3 h": to be seen, beside its picture. Never broken over lines. */
export function duration(minutes: number): string {
  const { h, m } = splitMinutes(minutes);
  if (h === 0 && m > 0) return `${number(m)}\u00a0min`;
  return m === 0
    ? `${number(h)}\u00a0h`
    : `${number(h)}\u00a0h\u00a0${String(m).padStart(2, '0')}`;
}

/** "1 hora 30 minutos": to be read aloud. */
export const longDuration = long;

const side = (minutes: number): string =>
  minutes > 0
    ? 'Puedes pedir'
    : minutes < 0
      ? 'Puedes devolver'
      : 'Aún no hay nada que dar ni pedir';

export const hours = {
  title: 'Todas las horas',
  empty: 'Aún no hay horas',
  emptyText: 'La primera hora que des o recibas aparecerá aquí.',
  emptyAct: 'Anotar una ayuda',

  /** What stands before the big figure; at nought it says all of it. */
  side,
  balance: (minutes: number) =>
    minutes === 0 ? side(0) : `${side(minutes)} ${long(minutes)}`,
  even: 'Has dado tanto como has recibido.',

  halfSigned: (minutes: number) =>
    `${long(minutes)}: una de las dos partes ha dicho que sí, la otra aún no ha respondido`,
  bothSigned: (minutes: number) => `${long(minutes)}: las dos partes han dicho que sí`,

  quarterLess: '15 minutos menos',
  quarterMore: '15 minutos más',
  typeIt: 'Horas y minutos, por escrito',
  pickerHint: 'Arrastra por los círculos, toca un cuarto o escribe.',
  misread: (min: number, max: number) =>
    `Escribe un tiempo de ${duration(min)} a ${duration(max)}, como 1:30 o 45 min.`,

  filter: 'Mostrar',
  all: 'Todas',
  waiting: 'En espera',
  withWhom: 'Con',
  none: 'No hay horas aquí.',
  shown: (count: number) => plural(count, { one: '# ayuda', other: '# ayudas' }),
  iHelped: 'Ayudé',
  wasHelped: 'Me ayudaron',
  youHelped: (name: string) => `Ayudaste a ${name}`,
  helpedYou: (name: string) => `${name} te ayudó`,
  stateAsked: (name: string) => `Falta el sí de ${name}`,
  stateAsksYou: 'Falta tu respuesta',
  stateGone: 'La otra persona se fue',
  stateDeclined: (name: string) => `${name} dijo que no`,
  stateYouDeclined: 'Dijiste que no',
  /** Recorded once more, the way it was. */
  stateCorrected: (name: string) => `${name} dice que fue distinto`,
  stateYouCorrected: 'Dijiste que fue distinto',
  notCounted: 'No cuenta',
  stateTakenBack: 'Retirada',
  statePutRight: 'Corregida',
  statePutsRight: 'Corrige una hora anterior',
  gift: 'Regalo',
  given: (minutes: number) => `${duration(minutes)} de ayuda dada`,
  received: (minutes: number) => `${duration(minutes)} de ayuda recibida`,
  showMore: (count: number) =>
    plural(count, { one: 'Mostrar # más', other: 'Mostrar # más' }),

  yearTitle: 'Tu año',
  yearPeople: (count: number) =>
    plural(count, { one: '# persona', other: '# personas' }),
  yearText: (helped: number, wasHelped: number) =>
    `En las últimas 52 semanas ayudaste ${long(helped)} y te ayudaron ${long(wasHelped)}.`,
  yearEmpty: 'Este año aún no hay nada.',
  yearGifts: (weeks: number) =>
    plural(weeks, {
      one: 'En una semana alguien ayudó solo por las gracias.',
      other: 'En # semanas alguien ayudó solo por las gracias.',
    }),
  yearTogether: (hours: string, gifts: string) => `${hours} ${gifts}`,
  week: (when: string, helped: number, wasHelped: number, gift: boolean) =>
    gift
      ? `Semana desde: ${when}. Ayudaste ${long(helped)}, te ayudaron ${long(wasHelped)}, y un regalo de ayuda`
      : `Semana desde: ${when}. Ayudaste ${long(helped)}, te ayudaron ${long(wasHelped)}`,
  asList: 'Leerlo como lista',

  tiesTitle: 'Tus lazos',
  tiesText: (count: number) =>
    plural(count, {
      zero: 'Aún no hay lazos.',
      one: 'La ayuda te ha dado # lazo.',
      other: 'La ayuda te ha dado # lazos.',
    }),
  tie: (name: string, exchanges: number, mutual: boolean) =>
    `${name}: ${plural(exchanges, { one: '# intercambio', other: '# intercambios' })}, ` +
    (mutual ? 'en los dos sentidos' : 'en un solo sentido por ahora'),
  tiesShown: (shown: number) =>
    plural(shown, {
      one: 'Se dibuja el primero.',
      other: 'Se dibujan los primeros #.',
    }),
  andMore: (count: number) => `y ${number(count)} más`,

  clothTitle: 'Nuestro tejido',
  clothText: (count: number) =>
    plural(count, {
      one: 'Una puntada: un intercambio en las últimas 52 semanas.',
      other: '# puntadas, una por cada intercambio de las últimas 52 semanas.',
    }),
};
