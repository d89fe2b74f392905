import { formats } from './hours.ts';

const { plural } = formats;

/** When several meet: begun, answered, changed. */
export const gathering = {
  title: 'Encuentros',
  all: 'Todos los encuentros',
  allText: 'Quién queda, cuándo y dónde.',
  none: 'Aún no hay nada previsto',
  noneText: 'Un paseo, una comida, una tarde de arreglos: invita a los demás.',
  noneThen: 'Nada en estos días.',
  begin: 'Invitar a un encuentro',
  beginText: 'Una vez, o cada cierto tiempo.',
  asList: 'Lista',
  asMonth: 'Mes',
  howShown: '¿Cómo quieres verlos?',
  earlierMonth: 'El mes anterior',
  laterMonth: 'El mes siguiente',
  dayWith: (day: string, count: number) =>
    plural(count, { one: `${day}: # encuentro`, other: `${day}: # encuentros` }),
  calendarAll: 'Añadir todos los míos a mi calendario',

  step: (step: string) => `${step} de 3`,
  what: '¿Qué se va a hacer?',
  whatHint: 'Pocas palabras, como «Un paseo al molino».',
  more: 'Cuenta un poco más',
  day: '¿Qué día?',
  time: '¿A qué hora?',
  howLong: '¿Cuánto dura, más o menos?',
  every: '¿Cada cuánto?',
  often: {
    once: 'Una vez',
    weekly: 'Cada semana',
    fortnightly: 'Cada dos semanas',
    monthly: (nth: number, weekday: string) =>
      `Cada mes, el ${['primer', 'segundo', 'tercer', 'cuarto', 'quinto'][nth - 1] ?? ''} ${weekday}`,
    monthlyLast: (weekday: string) => `Cada mes, el último ${weekday}`,
  },
  ends: '¿Hasta cuándo?',
  endless: 'Sin final',
  endsOn: 'Hasta un día',
  endlessText: 'Sigue hasta que lo canceles.',
  lastDay: 'El último día',
  place: '¿Dónde?',
  access: '¿Puede llegar todo el mundo?',
  accessHint: 'Escalones, ascensor, baño, ruido o calma.',
  bring: '¿Qué hay que traer?',
  seats: '¿Cuánta gente cabe?',
  seatsAny: 'Toda la que quiera',
  seatsSome: 'Solo un número',
  seatsCount: (count: number) =>
    plural(count, { one: '# persona', other: '# personas' }),
  fewer: 'Una menos',
  morePeople: 'Una más',
  seatsText: 'Tu teléfono da las plazas en el orden en que recibe cada sí.',
  next: 'Siguiente',
  back: 'Atrás',
  send: 'Decirlo a todos',
  allSee: 'Aquí lo puede leer todo el mundo.',
  yourClock: (zone: string) =>
    `Las horas son las del reloj de este teléfono (${zone}).`,
  faults: {
    NoTitle: 'Di en pocas palabras qué es, por favor.',
    TooLong: 'Algo es demasiado largo. Acórtalo, por favor.',
    Past: 'Según el reloj de este teléfono eso ya ha pasado. Elige una hora futura.',
    TooFar: 'Faltan más de dos años. ¿Es correcto el año?',
    EndsBefore: 'Su último día es anterior al primero.',
    NotOrganiser: 'Solo quien lo organiza puede cambiarlo. No se ha cambiado nada.',
    Gone: 'Esa fecha ya no está. No se ha cambiado nada.',
  },
  clockBehind:
    'Los teléfonos de tu vecindario muestran un día posterior. Revisa el reloj de este teléfono.',

  unknown: 'Esto aún no está aquí',
  unknownText: 'Quizá esté de camino, o lo han retirado. No se pierde nada.',
  by: (names: string) => `Invita ${names}`,
  at: (day: string, from: string, to: string) => `${day}, ${from}\u2060–\u2060${to}`,
  there: (time: string) => `Allí el reloj marca las ${time}.`,
  noZone: 'Este teléfono no conoce ese reloj: la hora puede variar.',
  access1: 'Cómo llegar',
  bring1: 'Para traer',
  isOff: 'Está cancelado',
  dateOff: 'Ese día no hay',
  isMoved: (when: string) => `Se ha movido: iba a ser ${when}.`,
  isOver: 'Ya ha pasado.',
  says: (name: string) => `${name} escribe`,

  answer: '¿Vienes?',
  yes: 'Sí',
  maybe: 'Quizá',
  no: 'No',
  guests: '¿Traes a alguien?',
  guestsCount: (count: number) =>
    plural(count, { zero: 'A nadie', one: '# más', other: '# más' }),
  forAll: 'Lo mismo todos los días',
  forAllDone: 'Tu respuesta vale ahora para todos los días.',
  asked: {
    title: 'Ha cambiado la hora o el lugar',
    text: '¿Sigues viniendo?',
  },
  seat: {
    seated: 'Tienes plaza.',
    places: (count: number) =>
      plural(count, { one: 'Tienes # plaza.', other: 'Tienes # plazas.' }),
    waiting: (turn: number) =>
      turn === 1
        ? 'Está lleno. Eres la siguiente persona en entrar.'
        : `Está lleno. Eres la número ${turn} en la espera.`,
    lost: 'Dos teléfonos habían dado la última plaza a la vez, y la tiene otra persona. Lo sentimos.',
    unheard: (name: string) =>
      `Tendrás plaza cuando el teléfono de ${name} sepa de tu sí.`,
  },
  free: (count: number) =>
    plural(count, {
      zero: 'Está lleno',
      one: 'Queda # plaza',
      other: 'Quedan # plazas',
    }),
  come: (count: number) =>
    plural(count, {
      zero: 'Nadie todavía',
      one: 'Viene # persona',
      other: 'Vienen # personas',
    }),
  who: 'Quién viene',
  whoMaybe: 'Quizá',
  whoWaits: 'En espera de plaza',
  whoAsked: 'Por preguntar otra vez',
  whoNot: 'Esta vez no',
  with: (count: number) => plural(count, { one: 'y # más', other: 'y # más' }),
  moreHidden: (count: number) =>
    plural(count, {
      one: 'y alguien que has bloqueado',
      other: 'y # que has bloqueado',
    }),
  write: (name: string) => `Escribir a ${name}`,
  calendar: 'Añadirlo a mi calendario',
  calendarTaken: 'El archivo para tu calendario está en tus descargas.',
  otherDays: 'Otros días',

  organise: 'Lo organizas tú',
  edit: 'Cambiarlo',
  save: 'Guardarlo',
  move: 'Mover este día',
  moveTo: 'Moverlo',
  leaveOut: 'Saltar este día',
  putBack: 'Al final, como estaba',
  callOff: 'Cancelarlo todo',
  note: '¿Por qué? Unas palabras para quien viene',
  told: 'Se avisa a quien viene.',
  organisers: '¿Quién lo organiza contigo?',
  noLonger: (name: string) => `${name} ya no`,

  newsAgain: (title: string) => `Ha cambiado: ${title}`,
  newsOff: (title: string) => `No hay: ${title}`,
  newsLost: (title: string) => `Sin plaza: ${title}`,
  read: 'Lo he leído',
  see: 'Verlo',
  comingMine: 'Lo organizas tú',
  comingYes: 'Vienes',
  comingMaybe: 'Quizá',
  thisWeek: 'Lo que pasa esta semana',
};
