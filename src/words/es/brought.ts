import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number, plural } = formats;

export const brought = {
  title: 'Horas de antes',
  detail: 'Lo que trajo la gente de otro banco de tiempo',
  open: 'Verlas o traer algunas',
  empty: 'Nadie ha traído horas',
  emptyText:
    '¿Llevaban sus horas antes en otro sitio? Tres personas de aquí pueden anotar lo que trae cada una, y cada una dice si es así.',
  bring: 'Traemos horas',

  newLead:
    'Firman tres personas. Lo que trae alguien necesita a dos de las tres, y su propio sí.',
  who: '¿Quién firma contigo?',
  whoText:
    'Elige a dos personas o más. Nadie firma sus propias horas, ni las de alguien por quien anota.',
  tooFew: 'Elige al menos a otras dos personas.',
  total: '¿Cuántas horas traen en total?',
  totalHint: 'Suma lo que la gente puede pedir. Deja fuera las horas por devolver.',
  totalWrong: 'Escribe un número mayor que 0, como 240 o 37,5.',
  atOnce:
    'Vale desde ahora, porque tu comunidad acaba de empezar. Lo ve toda la comunidad.',
  asksAll: 'Se pregunta a toda la comunidad. Vale en cuanto bastantes digan que sí.',
  replaces: 'Ocupa el lugar de lo que se acordó antes.',
  noSay: 'Solo quien tiene voz puede preguntar a toda la comunidad',
  noSayText: 'Pide a alguien a quien muchos conocen que empiece.',
  why: '¿De dónde vienen las horas?',
  whyHint: 'Unas palabras para toda la comunidad. Las puede leer quien esté aquí.',
  begin: 'Empezar',
  askAll: 'Preguntar a toda la comunidad',

  shall: (much: string, names: string) =>
    `¿Traemos hasta ${much} de antes? Firman ${names}.`,
  shallNothing:
    '¿Entran horas de antes? Lo que se nombra aquí no puede repartir ninguna.',
  value: (much: string, names: string) => `hasta ${much}, con la firma de ${names}`,
  upTo: (much: string, names: string) => `Hasta ${much}. Firman ${names}.`,
  valueNothing: 'algo que no puede repartir horas',

  agreed: 'Acordado en total',
  given: 'Traído hasta ahora',
  waiting: 'A la espera de un sí',
  left: 'Queda',
  taken: 'Por devolver',
  takenText: (much: string) => `Traído por devolver: ${much}.`,
  beyond: (much: string) =>
    `Son ${much} más de lo acordado. Esas horas cuentan, y aquí las ve toda la comunidad.`,
  signTitle: 'Quién firma',
  signText: (names: string, many: number) =>
    `${names}. Hacen falta ${number(many)}, y quien trae las horas.`,
  asked: 'Se está preguntando a toda la comunidad',
  askedText: 'Mientras no haya bastantes «sí», no se reparte nada.',
  seeQuestion: 'Ver la pregunta',
  unasked: 'Nadie ha acordado esto',
  unaskedText:
    'Lo que salió de aquí son horas como las demás. Las ve toda la comunidad.',
  askNow: 'Preguntar ahora a toda la comunidad',
  before: 'Otro ha ocupado su lugar',
  holdsFounding: 'Vale desde que empezó la comunidad.',
  holdsDecided: 'Lo decidió la comunidad.',
  others: 'Otros',
  linesTitle: 'Lo que trae cada persona',
  noLines: 'Aún no hay nada anotado',
  noLinesText: 'Quienes firman anotan lo que trae cada persona.',
  toAsk: (much: string) => `${much} por pedir`,
  toGive: (much: string) => `${much} por devolver`,
  takesAway: (much: string) => `Lo corrige: ${much}`,
  waitsSign: (count: number) =>
    plural(count, { one: 'Falta # firma más', other: 'Faltan # firmas más' }),
  waitsThem: (name: string) => `Falta la respuesta de ${name}`,
  counts: 'Todas las partes de acuerdo',
  different: (name: string) => `${name} dice que fue distinto`,
  out: 'Retirado',
  signedBy: (names: string) => `Con la firma de ${names}`,
  showMore: (count: number) =>
    plural(count, { one: 'Mostrar # más', other: 'Mostrar # más' }),
  write: 'Escribir la lista',
  look: 'Mirar la lista y firmar',
  another: 'Pedir otro total',
  takeBack: 'Retirar',
  takenBack: 'Retirado. No ha cambiado ninguna hora.',
  putRight: 'Corregirlo',
  putRightAsked:
    'Preguntado. Cuenta cuando digan que sí otra persona que firma y quien las trajo.',

  listTitle: 'La lista',
  listLead:
    'Una persona en cada línea: el nombre y después las horas. Escríbelas o pégalas.',
  lines: 'Nombres y horas',
  linesHint:
    'Por ejemplo, «Didac – 12 h 30». Un número solo son horas. Las horas por devolver llevan un menos: «Carme -2».',
  keptHere: 'Se queda en este teléfono hasta que la vacíes. Nadie más la ve.',
  read: 'Leerla',
  change: 'Cambiar las líneas',
  sum: (plus: string, total: string) => `${plus} por pedir, de ${total} acordadas.`,
  sumBack: (minus: string) => `${minus} por devolver.`,
  over: (much: string) =>
    `Son ${much} más de lo que acordó la comunidad. Cambia la lista o pide otro total.`,
  rest: (much: string) => `Sobran ${much}, que no son de nadie de esta lista.`,
  states: {
    ready: 'Se puede anotar',
    written: 'Está anotado',
    other: 'Hay otra cosa anotada. Retírala primero.',
    different: 'Dice que fue distinto. Pregunta y cambia las horas.',
    away: 'Aún no es miembro. La línea espera aquí hasta que venga.',
    which: '¿Quién es?',
    twice: 'Ya está más arriba',
    alone: 'Firman muy pocas personas que no sean esta',
    nothing: 'Ninguna hora',
    tooMuch: 'Más de 1.000 horas: compruébalo',
    unread: 'Aquí falta un nombre o faltan las horas',
  },
  whichNone: 'Nadie todavía',
  writeAct: (count: number) =>
    plural(count, {
      one: 'Anotar las horas de # persona',
      other: 'Anotar las horas de # personas',
    }),
  writing: 'Anotando',
  wrote: (count: number) =>
    plural(count, {
      one: 'Están anotadas las horas de # persona. Ahora las mira otra persona que firma.',
      other:
        'Están anotadas las horas de # personas. Ahora las mira otra persona que firma.',
    }),
  stopped: 'En pausa. Lo anotado se queda. Sigue cuando quieras.',
  nothingToWrite: 'Ahora no hay nada que anotar.',

  signHead: 'Mirar y firmar',
  signLead: 'Compáralo con lo que tienes. Deja fuera lo que no sea así.',
  signNothing: 'Aquí no te espera nada',
  signNothingText:
    'Cuando otra persona que firma haya escrito una lista, la encontrarás aquí.',
  wroteIt: (names: string) => `Lo escribió ${names}.`,
  leaveOut: (name: string) => `Dejar fuera a ${name}`,
  signAct: (count: number) =>
    plural(count, { one: 'Sí a esta línea', other: 'Sí a estas # líneas' }),
  signing: 'Firmando',
  signed: (count: number) =>
    plural(count, {
      one: 'Dijiste que sí a # línea. Ahora se pregunta a cada persona.',
      other: 'Dijiste que sí a # líneas. Ahora se pregunta a cada persona.',
    }),
  more: 'Mientras tanto se ha anotado más',
  showNew: 'Mostrar todo',

  youBring: (much: string) => `Traes ${much} de antes`,
  youBringBack: (much: string) => `Traes de antes ${much} por devolver`,
  brings: (name: string, much: string) => `${name} trae ${much} de antes`,
  bringsBack: (name: string, much: string) =>
    `${name} trae de antes ${much} por devolver`,
  youPutRight: (much: string) => `Lo que trajiste se corrige en ${much}`,
  right: '¿Es así?',
  no: 'Fue distinto',
  saidYes: 'Todas las partes de acuerdo. Ya cuenta.',
  saidNo: (names: string) => `Dijiste que fue distinto. Cuenta a ${names} cómo fue.`,
  toSign: (count: number) =>
    plural(count, {
      one: 'Te esperan las horas que trae # persona',
      other: 'Te esperan las horas que traen # personas',
    }),
  toSignText: 'Eres una de las personas que firman.',

  inHours: 'Traídas de antes',
  backInHours: 'Por devolver, de antes',
  claimed: (from: string, to: string) =>
    `${from} da horas a ${to}, según dice, de antes`,
  refused: {
    TooFewSigners: inThree(
      'Hacen falta tres personas que firmen.',
      'Elige al menos a otras dos, cada una una vez.',
    ),
    Total: inThree('Eso no es un número de horas.', 'Escribe uno de 1 a 100.000.'),
    BeyondTotal: inThree(
      'Es más de lo que acordó la comunidad.',
      'Cambia la lista o pide otro total.',
      'No se ha anotado nada.',
    ),
    OpeningNotCounted: inThree(
      'Mientras tanto la comunidad ha acordado otra cosa, o nada.',
      'Abre «Horas de antes» otra vez.',
      'Lo anotado se queda.',
    ),
  },
};
