import { duration, formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { list, number, plural } = formats;

/** Questions to all, what was decided, and what is so since then. */
export const decisions = {
  title: 'Lo que decidimos',
  lead: 'Quien tiene voz puede preguntar a todo el mundo. Vale en cuanto lo apoya suficiente gente, y mientras siga así.',
  row: (open: number) =>
    plural(open, {
      zero: 'Lo que vale, y desde cuándo.',
      one: 'Hay una pregunta abierta.',
      other: 'Hay # preguntas abiertas.',
    }),
  ask: 'Preguntar a todo el mundo',
  open: 'Abiertas',
  openNone: 'No hay nada abierto',
  openNoneText: 'Cuando alguien pregunte a todo el mundo, verás aquí la pregunta.',
  holds: 'Lo que vale',
  holdsNone: 'Aún no se ha decidido nada. Todo es como dice nuestro acuerdo.',
  earlier: 'De antes',
  showAll: (count: number) => `Mostrar las ${number(count)}`,

  asks: {
    limit: (minutes: number) =>
      `¿Puede cada persona recibir hasta ${duration(minutes)} de más antes de un aviso?`,
    unit: (unit: string) => `¿Llamamos «${unit}» a una hora?`,
    unitPlain: '¿Llamamos a una hora simplemente hora?',
    words: '¿Ponemos otras palabras en nuestro acuerdo?',
    circle: (names: readonly string[]) => `¿Será nuestro círculo ${list(names)}?`,
    resting: (names: readonly string[]) => `¿Decidimos sin esperar a ${list(names)}?`,
    restingNone: '¿Esperamos de nuevo a todo el mundo cuando decidimos?',
    kindsOpen: '¿Puede todo el mundo nombrar clases de ayuda nuevas?',
    kindsClosed: '¿Que por ahora nadie nombre clases de ayuda nuevas?',
    kinds: (names: readonly string[]) =>
      `¿Serán estas nuestras propias clases de ayuda: ${list(names)}?`,
    pot: (name: string) => `¿Será «${name}» nuestro fondo de horas?`,
    accountLimit: (name: string, minutes: number) =>
      `¿Puede «${name}» recibir hasta ${duration(minutes)} de más?`,
    signers: (name: string) => `¿Aclaramos quién firma por «${name}»?`,
    roomDays: (days: number) =>
      plural(days, {
        one: '¿Guardamos # día las palabras de las salas?',
        other: '¿Guardamos # días las palabras de las salas?',
      }),
    licence: (terms: string) => `¿Vale esto para nuestro informe del año: ${terms}?`,
    firstHours: (minutes: number) =>
      `¿Que quien llega reciba ${duration(minutes)} del fondo?`,
    firstHoursNone: '¿Que quien llega no reciba horas del fondo?',
    relays: '¿Que nuestros teléfonos se encuentren en otros lugares?',
    ice: '¿Que nuestros teléfonos usen otra ayuda para conectarse?',
    amongUs: (name: string) => `¿Que ${name} esté con el grupo como antes?`,
    paused: (name: string) => `¿Ponemos en pausa a ${name}?`,
    removed: (name: string) => `¿Debe ${name} dejar nuestra comunidad?`,
    linesStand: (count: number) =>
      plural(count, {
        one: '¿Cuenta una hora que está en duda?',
        other: '¿Cuentan # horas que están en duda?',
      }),
    linesFall: (count: number) =>
      plural(count, {
        one: '¿Que no cuente una hora que está en duda?',
        other: '¿Que no cuenten # horas que están en duda?',
      }),
  },
  licences: [
    'solo para la comunidad',
    'cualquiera puede usarlo para todo (CC0 1.0)',
    'cualquiera puede usarlo si dice de dónde viene (CC BY 4.0)',
    'cualquiera puede usarlo si dice de dónde viene y lo comparte igual (CC BY-SA 4.0)',
    'cualquiera puede usar sus cifras si dice de dónde vienen y las comparte igual (ODbL 1.0)',
  ],
  now: 'Ahora',
  then: 'Después',
  before: 'Antes',
  since: 'Desde entonces',
  behind: (minutes: number) => `hasta ${duration(minutes)} de más`,
  plainHour: 'una hora',
  noWords: 'No hay nada escrito.',
  nobody: 'Nadie',
  noCircle: 'No hay círculo.',
  circleIs: (names: readonly string[], threshold: number) =>
    `${list(names)}: hacen falta ${number(threshold)} a la vez`,
  everyoneNames: 'Todo el mundo puede nombrar clases nuevas.',
  nobodyNames: 'Nadie nombra clases nuevas.',
  standing: { amongUs: 'con el grupo', paused: 'en pausa', removed: 'fuera' },
  days: (days: number) => plural(days, { one: '# día', other: '# días' }),
  noneYet: 'No hay nada fijado.',

  asked: (name: string, day: string) => `Preguntó ${name}, ${day}`,
  askedByYou: (day: string) => `Preguntaste tú, ${day}`,
  count: (yes: number, of: number, needed: number) =>
    `${plural(yes, { one: `# de ${number(of)} dice que sí`, other: `# de ${number(of)} dicen que sí` })}; ${plural(needed, { one: 'hace falta #', other: 'hacen falta #' })}`,
  noes: (no: number) => plural(no, { one: '# dice que no', other: '# dicen que no' }),
  yourYes: 'Dijiste que sí',
  yourNo: 'Dijiste que no',
  notYet: 'Falta tu palabra',
  yes: 'Sí',
  no: 'No',
  change: 'Puedes cambiar de opinión cuando quieras.',
  yesElsewhere: 'Dijiste que sí en otro teléfono tuyo. Solo allí puedes retirarlo.',
  noSay:
    'Puedes leerlo todo. Para decir sí o no hace falta tener voz: te la dan en tu página quienes te conocen.',
  holdsSince: (day: string) => `Vale desde: ${day}`,
  holdsFromBefore: 'Ya valía cuando llegó este teléfono',
  actsFrom: (day: string) =>
    `Este teléfono lo aplica desde el ${day}. Así hay tiempo de decir que no.`,
  notTaken: 'Todavía no lo apoya suficiente gente.',
  wentQuiet: 'Se preguntó hace mucho. Aún se puede responder.',
  replaced: 'Ahora vale otra cosa.',
  seeInstead: 'Ver qué vale ahora',
  replaces: 'Tomaría el lugar de:',
  replacedThese: 'Tomó el lugar de:',
  who: 'Quién dice qué',
  whoYes: 'Sí',
  whoNo: 'No',
  whoHint: 'Todo el mundo puede verlo, para siempre.',
  wordsTitle: 'Lo que dice la gente',
  wordsNone: 'Nadie ha escrito nada.',
  wordsYours: 'Tus palabras',
  wordsHint: 'Las puede leer todo el mundo. Puedes borrarlas cuando quieras.',
  wordsSave: 'Guardar',
  wordsSaved: 'Guardado.',
  gone: 'Este teléfono aún no conoce esta pregunta',
  goneText: 'Quédate en línea un momento y mira otra vez.',

  askTitle: 'Preguntar a todo el mundo',
  askWhat: '¿De qué se trata?',
  askNoSay: 'Para preguntar a todo el mundo hace falta tener voz',
  askNoSayText:
    'Te la pueden dar quienes te conocen: en tu página encuentran «Conozco a…».',
  topics: {
    limit: 'Cuánto se puede recibir de más',
    unit: 'Cómo llamamos a una hora',
    words: 'Las palabras de nuestro acuerdo',
    kinds: 'Quién nombra clases de ayuda',
    circle: 'El círculo que cuida la paz',
    resting: 'Quién descansa',
    pot: 'Cuál es nuestro fondo',
    hours: 'Primeras horas del fondo',
    relays: 'Dónde se encuentran nuestros teléfonos',
    ice: 'Qué ayuda a conectar los teléfonos',
    ownKinds: 'Nuestras propias clases de ayuda',
    accountLimit: 'Cuánto puede recibir de más una organización',
    signers: 'Quién firma por una organización',
    pause: 'Poner en pausa a alguien',
    leave: 'Que alguien nos deje',
    back: 'Estar de nuevo con el grupo',
  },
  topicsText: {
    limit: 'Entonces se muestra un aviso. Nunca se impide nada.',
    unit: 'Una palabra nuestra, como bellota.',
    words: 'Lo que nos prometemos.',
    kinds: 'Todo el mundo, o nadie por ahora.',
    circle:
      'Unas pocas personas que pueden pausar a alguien 14 días y tapar una tarjeta.',
    resting: 'Quien está en el hospital o lejos: decidimos sin esperar.',
    pot: 'Donde se dan horas para quien las necesita.',
    hours: 'Una bienvenida para quien llega.',
    leave: 'Cuando nada más ayuda. Hacen falta razones, y una semana.',
    relays: 'Otros lugares, además de los que hay.',
    ice: 'Para teléfonos que no llegan unos a otros.',
    ownKinds: 'Cómo se llaman y cuáles se muestran.',
    accountLimit: 'Una clínica o un fondo puede necesitar más que una persona.',
    signers: 'Donde dos grupos dicen cosas distintas, lo aclaramos.',
  },
  relaysLabel: 'Direcciones, una por línea',
  relaysHint:
    'Cada una empieza por wss://. Se usan la próxima vez que se abre la aplicación.',
  iceLabel: 'Direcciones, una por línea',
  iceHint:
    'Cada una empieza por stun: o turn:. Se usan la próxima vez que se abre la aplicación.',
  waysWrong: 'Una de ellas no es una dirección así, o son más de ocho.',
  kindsShown: '¿Cuáles se muestran?',
  whichOne: '¿Cuál?',
  whoIsIt: '¿Quién firma por ella?',
  signersAre: (names: readonly string[], threshold: number) =>
    `${list(names)}, ${plural(threshold, { one: 'basta # «sí»', other: 'hacen falta # «sí»' })}`,
  accountWrong: 'Elige una y di cómo ha de ser.',
  doubt: {
    former: 'Lo firmó alguien que ya no firma por ella.',
    ask: 'Preguntar al grupo si cuenta',
  },
  hoursBehind: '¿Cuántas horas?',
  hoursHint: 'De 0 a 1600 horas.',
  hoursWrong: 'Escribe un número de horas, por ejemplo 10.',
  unitLabel: 'La palabra para una hora',
  unitHint: 'Déjalo vacío para decir simplemente hora.',
  wordsLabel: 'Las palabras de nuestro acuerdo',
  circleLabel: '¿Quién está en él?',
  leaveOut: (name: string) => `Quitar a ${name}`,
  circleMany: '¿Cuántas personas de él hacen falta?',
  circleWrong: 'Elige al menos dos personas, y no menos de las que hacen falta.',
  restingLabel: '¿Quién descansa?',
  kindsLabel: '¿Quién puede nombrar clases de ayuda nuevas?',
  kindsAll: 'Todo el mundo',
  kindsNone: 'Nadie por ahora',
  potLabel: '¿Cuál?',
  firstLabel: '¿Cuántas horas?',
  firstHint: 'De 0 a 10 horas.',
  pauseText: (name: string) =>
    `Mientras ${name} esté en pausa, nadie más ve sus tarjetas y no se acuerda nada nuevo con ${name}. Sus horas, sus palabras y su voz se quedan.`,
  backText: (name: string) => `Las tarjetas de ${name} las vuelve a ver todo el mundo.`,
  what: '¿Para qué es?',
  whatHint: 'Lo puede leer todo el mundo. Basta con una o dos frases.',
  why: '¿Por qué?',
  send: 'Preguntar a todo el mundo',
  sendPause: 'Pedirlo',
  quietly:
    'Solo lo ve el círculo y quien diga algo sobre ello, hasta que dos digan que sí.',
  otherOpen: 'Sobre lo mismo hay abierto:',

  newsOpen: (count: number) =>
    plural(count, {
      one: 'Una pregunta para todo el mundo',
      other: '# preguntas para todo el mundo',
    }),
  newsHolds: (count: number) =>
    plural(count, { one: 'Hemos decidido algo', other: 'Hemos decidido # cosas' }),
  newsSee: 'Verla',
  newsSeeAll: 'Verlas',
  newsClose: 'Ahora no',

  agreement: {
    title: 'Nuestro acuerdo',
    ways: 'Todas las versiones, y qué cambió',
    nowTitle: 'Como es ahora',
    youAgreed: (day: string) => `Lo aceptaste el ${day}.`,
    youAgreedBefore: (day: string) =>
      `Lo aceptaste el ${day}. Desde entonces algo ha cambiado:`,
    unknownBefore:
      'Este teléfono ya no conoce las palabras que aceptaste. Léelas de nuevo, por favor.',
    talk: 'Quiero hablar de ello',
    history: 'Cómo ha cambiado',
    founded: 'Desde el principio',
    later: 'Se decidió después, y ya no vale',
    decided: 'Ver qué se decidió',
    added: 'Nuevo:',
    left: 'Ya no:',
    names: {
      words: 'Las palabras',
      limit: 'Cuánto de más',
      unit: 'La palabra para una hora',
    },
  },

  refused: {
    noVoice: inThree(
      'Para esto hace falta tener voz.',
      'Te la pueden dar, en tu página, quienes te conocen.',
    ),
    againstOneself: inThree(
      'Nadie puede preguntar esto sobre sí.',
      'Si quieres irte, lo encuentras en los ajustes.',
    ),
    unknown: inThree(
      'Este teléfono aún no conoce esto.',
      'Quédate en línea un momento y prueba otra vez.',
    ),
    outOfRange: inThree('Así no se puede preguntar.', 'Cámbialo un poco.'),
    asItStands: inThree('Ya es así.', 'No tienes que hacer nada.'),
    alreadyAsked: inThree(
      'Esto ya se ha preguntado.',
      'Di que sí allí: está en «Lo que decidimos».',
    ),
    alreadySaid: inThree('Ya lo has dicho.', 'No tienes que hacer nada.'),
    keeper: inThree(
      'Este dispositivo solo guarda horas. Su palabra no contaría.',
      'Dilo en tu teléfono.',
    ),
    paused: inThree(
      'Una de las dos partes está en pausa. No se puede acordar nada nuevo.',
      'Lo que habían empezado las dos partes sigue, y aún es posible escribirse.',
    ),
    kindsClosed: inThree(
      'Hemos decidido que por ahora nadie nombre clases nuevas.',
      'Elige una de las que hay.',
    ),
  },
};
