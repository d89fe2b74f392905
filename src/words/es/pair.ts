import { formats } from './hours.ts';

const { plural } = formats;

/** Two phones beside each other that link by showing each other a code. */
export const pair = {
  title: 'Conectar dos teléfonos',
  open: 'Conectar aquí dos teléfonos',
  waiting:
    '¿No se alcanza a nadie? Quizá tienes un miembro al lado. Prueba a conectar los dos teléfonos.',
  inviting: '¿No hay internet donde estás?',
  lead: 'Abre esta pantalla en los dos teléfonos. Los dos tienen que estar en la misma wifi, o uno en la zona wifi del otro. No hace falta internet.',

  making: 'Preparando el código…',
  show: '1. Enseña este código al otro teléfono',
  code: 'Un código para que lo escanee el otro teléfono',
  copy: 'O envíalo',
  share: 'Enviarlo',
  shareText: (link: string) =>
    `Abre esto en tu teléfono y luego enséñame el código que aparece: ${link}`,
  scan: '2. Después escanea lo que muestre el otro teléfono',
  scanAct: 'Escanear su código',
  pasteFold: '¿Sin cámara? Pega lo que te han enviado',
  paste: 'Lo que te han enviado',
  pasteAct: 'Usarlo',
  pasteMissing: 'Pega antes su código, por favor.',
  validFor: (minutes: number) =>
    plural(minutes, {
      one: 'Vale # minuto, para un teléfono.',
      other: 'Vale # minutos, para un teléfono.',
    }),

  read: 'Su código se ha leído.',
  answer: 'Ahora enséñale este',
  answerShareText: (link: string) => `Y este es mi código: ${link}`,
  answerHint: 'En cuanto el otro teléfono lo haya escaneado, los dos están conectados.',
  bothRead:
    '¿Ya se ha escaneado también el tuyo? Entonces escanea lo que muestra ahora.',
  linking: 'Conectando los dos teléfonos…',

  linked: (name: string) => `Tienes conexión con ${name}.`,
  linkedUnnamed: 'Los dos teléfonos están conectados.',
  linkedOwn: 'Este tiene conexión con tu otro teléfono.',
  cameHere: (hours: number) =>
    plural(hours, {
      zero: 'De allí no han llegado horas nuevas.',
      one: 'De allí ha llegado # intercambio.',
      other: 'De allí han llegado # intercambios.',
    }),
  goesOn:
    'Siguen conectados mientras los dos tengan abierta la aplicación, en cualquier pantalla.',
  another: 'Conectar otro teléfono',
  home: 'Al inicio',

  again: 'Mostrar un código nuevo',
  useOld: 'Probar de todos modos',
  elsewhere: 'Un código de otro teléfono',
  opening: 'Leyendo el código…',
};

const kept = 'No se ha perdido nada.';

/** Why it did not work, and what is wrong with a code. */
export const pairTrouble = {
  Unreachable: {
    what: 'Este teléfono no está en ninguna red.',
    lost: kept,
    todo: 'Entra en la misma wifi que el otro teléfono, o enciende la zona wifi de uno y conecta el otro a ella. No hace falta internet.',
  },
  NoConnection: {
    what: 'Los dos teléfonos no se han encontrado.',
    lost: kept,
    todo: 'Mira que los dos estén en la misma wifi, o uno en la zona wifi del otro. Después enseña en cada uno un código nuevo.',
  },
  NotLetIn: {
    what: 'Uno de los dos no deja entrar al otro.',
    lost: kept,
    todo: 'Solo se conectan miembros, y quien tenga una invitación que aún vale. Pide una nueva a quien te invitó.',
  },
  Oneself: {
    what: 'Ese es el código de este mismo teléfono.',
    lost: kept,
    todo: 'Escanea el código del otro teléfono.',
  },
  Expired: {
    what: 'El tiempo de este código se acabó.',
    lost: kept,
    todo: 'Enseña en cada teléfono un código nuevo.',
  },
  Malformed: {
    what: 'Este no es el código de otro teléfono.',
    lost: kept,
    todo: 'En el otro teléfono abre «Conectar dos teléfonos» y escanea lo que muestra.',
  },
  AnotherCommunity: {
    what: 'Este código viene de una comunidad que no está en este dispositivo.',
    lost: kept,
    todo: 'Abre en los dos teléfonos la misma comunidad, y enseña en cada uno un código nuevo.',
  },
  Stale: {
    what: 'Este código responde a uno anterior.',
    lost: kept,
    todo: 'Deja que el otro teléfono escanee el código que ves aquí, y escanea después lo que muestra.',
  },
  Own: {
    what: 'Ese es el código de este mismo teléfono.',
    lost: kept,
    todo: 'Escanea el código del otro teléfono.',
  },
  Old: {
    what: 'Este código parece antiguo.',
    lost: kept,
    todo: 'Pide uno nuevo. Si se acaba de hacer, los relojes de los dos teléfonos no coinciden.',
  },
};
