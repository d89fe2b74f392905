import { formats } from './hours.ts';
import { size } from './size.ts';

const { plural } = formats;

/** The status line. It says what other devices acknowledged, never what is hoped. */
export const status = {
  saved: 'Guardado en este teléfono',
  kept: (members: number) =>
    plural(members, {
      one: 'También lo guarda # miembro',
      other: 'También lo guardan # miembros',
    }),
  keptOnce: 'Con una copia más, perder un teléfono no hace perder nada.',
  keptOwn: (devices: number) =>
    plural(devices, {
      one: 'Y en # dispositivo tuyo más',
      other: 'Y en # dispositivos tuyos más',
    }),
  confirmed: (name: string) => `${name} dijo que sí`,
  waiting: 'En espera: no hay nadie en línea',
  waitingDetail: 'Sigue por sí solo en cuanto haya alguien.',
  looking: 'Buscando a los demás…',
  noWay: 'En espera: desde aquí no se alcanza a los demás',
  noWayDetail:
    'Quizá esta red pide que te identifiques antes, o el repetidor está apagado. Puedes continuar; no se ha perdido nada.',
  meeting: (members: number) =>
    plural(members, {
      one: 'Hay # miembro en línea',
      other: 'Hay # miembros en línea',
    }),
  attention: 'Pide tu atención',
  ownLinked: 'Tu otro teléfono está conectado. Ningún otro miembro lo tiene aún.',
  onlyHere:
    'De momento solo en este teléfono. No lo borres hasta que lo tenga también otro miembro.',
  receiving: 'Recibiendo todas las horas',
  receivedBytes: (bytes: number, of: number) => `${size(bytes)} de unos ${size(of)}`,
  stopReceiving: 'Parar por ahora',
  toFetch: (bytes: number) => `Unos ${size(bytes)} por descargar`,
  toFetchText:
    'Este teléfono dice que su conexión puede costar dinero. Lo que trata de ti llega primero y es poco. El resto puede esperar hasta que tengas wifi.',
  fetchNow: 'Descargarlo ahora',
  fetchLater: 'Dejarlo para después',
  fetchWaits: (bytes: number) =>
    `Faltan por descargar unos ${size(bytes)}. Lo nuevo sigue llegando.`,
  offline: 'Estás sin conexión. Puedes continuar; no se ha perdido nada.',
};
