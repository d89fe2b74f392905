import { duration, formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number, plural } = formats;

const people = (count: number): string =>
  plural(count, { one: '# persona', other: '# personas' });

/** Hours for many at once. */
export const sessions = {
  door: 'Entre varias personas',
  doorText: 'Una noche de cocina o un taller de arreglos: se anota una sola vez.',
  listTitle: 'Lo que hicimos en grupo',
  lead: 'Alguien lo anota. Después, cada persona dice que sí a su propia parte.',
  begin: 'Anotar algo',
  newTitle: '¿Qué hicisteis en grupo?',

  what: '¿Qué fue?',
  whatHint: 'Esto lo puede leer toda la comunidad, y también quién estuvo.',
  choose: 'Elige a las personas',
  whoHelped: '¿Quién ayudó?',
  alike: 'Ayudaron el mismo tiempo',
  howLongOne: (name: string) => `¿Cuánto tiempo ayudó ${name}?`,
  whence: '¿De dónde salen las horas?',
  fromEach: 'De quienes recibieron ayuda',
  fromAccount: 'De una organización o del bote',
  fromNobody: 'De nadie, solo gracias',
  whichAccount: '¿Cuál da las horas?',
  chooseAccount: 'Elige una',
  whoGives: '¿Quién recibió ayuda?',
  whoWasThere: '¿Quién más estuvo?',
  evenly: 'Cada persona da lo mismo',
  partOfOne: (name: string) => `¿Cuánto da ${name}?`,

  who: 'Quién',
  hours: 'Horas',
  preview: 'Esto es lo que resulta',
  together: 'En total',
  comesTo: (minutes: number) =>
    minutes < 0 ? `da ${duration(-minutes)}` : `recibe ${duration(minutes)}`,
  gives: (helped: string, helper: string, minutes: number) =>
    `${helped} da ${duration(minutes)} a ${helper}`,
  nothingYet:
    'Nada cuenta hasta que las dos partes digan que sí. Nadie tiene que esperar a los demás.',
  thanksOnly: 'No se mueve ninguna hora. Dice quién ayudó.',
  ask: (count: number) => `Preguntar a ${people(count)}`,
  keep: 'Anotarlo',

  whyNot: {
    NobodyHelped: 'Elige quién ayudó.',
    NobodyToGive: 'Elige quién recibió ayuda.',
    NoGiver: 'Elige quién da las horas.',
    NoTitle: 'Di en pocas palabras qué fue.',
    NoteTooLong: 'Es demasiado largo. Hazlo más corto.',
    FutureDay: 'Ese día aún no ha llegado. Elige un día que ya haya pasado.',
    TooManyInSession: (count: number) =>
      `Son ${people(count)}. Como mucho pueden ser ${number(64)}: anota a las demás aparte.`,
    TwiceInSession: (name: string) => `${name} aparece dos veces. Quita una de ellas.`,
    LeftBeforeSession: (name: string) =>
      `${name} ya no está en la comunidad. Quita su nombre y se podrá preguntar a las demás personas.`,
    LongerThanADay: (name: string) =>
      `Elige para ${name} un tiempo de 1 minuto a 24 horas: un día no tiene más.`,
    TooFewApart: (name: string) =>
      `${name} firma por quien da las horas, y nadie más podría decir que sí.`,
    tooLittle: (minutes: number) =>
      `Aún faltan ${duration(minutes)}: alguien tiene que darlas.`,
    tooMuch: (minutes: number) => `Se da demasiado: sobran ${duration(minutes)}.`,
  },

  yourPart: (title: string) => `${title}: tu parte`,
  fromOne: (name: string, minutes: number) => `${duration(minutes)} de ${name}`,
  toOne: (name: string, minutes: number) => `${duration(minutes)} a ${name}`,
  youGet: (list: string) => `Ayudaste. Recibes ${list}.`,
  youGive: (list: string) => `Te ayudaron. Das ${list}.`,
  changed: (list: string) => `Esto cambió después de tu sí. Ahora es ${list}.`,
  notNow: 'Ahora no',
  putAway: 'Apartado. Está en «Lo que hicimos en grupo».',
  said: 'Has dicho que sí.',
  saidAhead: 'Has dicho que sí. Tu teléfono lo dirá cuando te pregunten justo eso.',
  ahead: (list: string) =>
    `Has dicho que sí: ${list}. Tu teléfono lo dirá cuando te pregunten justo eso.`,

  writtenBy: (name: string, when: string) => `Lo anotó ${name}. Fue ${when}.`,
  counting: (counting: number, of: number) =>
    plural(of, {
      one: `Cuenta ${number(counting)} de # parte`,
      other: `Cuentan ${number(counting)} de # partes`,
    }),
  standing: {
    waits: (name: string) => `Falta el sí de ${name}`,
    no: (name: string) => `${name} dice que algo es distinto`,
    counts: 'Cuenta',
    undone: 'Corregido después',
    other: 'Se anotó de otra manera',
  },
  twice: 'Esto cuenta dos veces. Una de las dos partes puede corregirlo.',
  awaited: (names: string) => `Faltan por responder: ${names}.`,
  remind: 'Preguntarles otra vez',
  reminded: 'Se les pregunta otra vez.',
  takeBackText:
    'Entonces no se pregunta a nadie más. Lo que tiene el sí de las dos partes se queda.',
  helpedFor: (minutes: number) => `Ayudó ${duration(minutes)}`,
  gone: 'Esto no está aquí',
  goneText: 'Se retiró, o aún no ha llegado a este teléfono.',

  trouble: {
    gone: inThree('Esto se retiró, o no está aquí.', 'Pregunta a quien lo anotó.'),
    said: inThree('Ya has dicho que sí a esto.', 'No hay nada más que hacer.'),
    notNow: inThree(
      'Hoy no se puede decir que sí a esto: el día no ha llegado, o pasó hace mucho.',
      'Anota tu propia ayuda por separado.',
    ),
    plan: inThree(
      'Esto no se puede anotar tal como está.',
      'Repasa quién está, cuánto duró y cuándo fue.',
    ),
  },
};
