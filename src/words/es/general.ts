import { formats } from './hours.ts';

const { number, plural } = formats;

export const general = {
  appName: 'Manyhands',
  language: 'Idioma',
  tagline: 'Un banco de tiempo que no es de nadie más que de sus miembros.',
  back: 'Atrás',
  close: 'Cerrar',
  cancel: 'Cancelar',
  save: 'Guardar',
  more: 'Más…',
  undo: 'Deshacer',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'No se ha podido copiar. Mantén pulsado el texto para copiarlo a mano.',
  paste: 'Pegar',
  optional: 'opcional',
  loading: 'Un momento…',
  opening: 'Leyendo de este dispositivo…',
  skipToContent: 'Ir al contenido',
  counted: (done: number, all: number) => `${number(done)} de ${number(all)}`,
  roomLeft: (left: number) =>
    plural(left, { one: 'Cabe # letra más', other: 'Caben # letras más' }),
  tooLong: (letters: number) =>
    `Demasiado largo: usa menos de ${number(letters)} letras, por favor.`,
  tooLongSomewhere: 'Algo aquí es demasiado largo. Acórtalo, por favor.',
  scan: 'Escanear código',
  scanHint: 'Mantén el código dentro del marco.',
  scanNoCamera: 'Aquí no hay cámara, o no se puede usar. Pega el enlace en su lugar.',
  scanStarting: 'Encendiendo la cámara…',
};

export const nav = {
  switchFrom: (community: string) => `${community}: ir a otra comunidad`,
  label: 'Menú principal',
  today: 'Hoy',
  board: 'Tablón',
  add: 'Añadir',
  people: 'Gente',
  me: 'Yo',
  record: 'Anotar una ayuda',
  waiting: (count: number) =>
    plural(count, { one: '# espera tu respuesta', other: '# esperan tu respuesta' }),
};

export const notice = {
  secondTab: 'Manyhands está abierto en otra pestaña',
  secondTabText:
    'Solo puede escribir una pestaña a la vez, para que no se mezcle nada. No se ha perdido nada.',
  secondTabAct: 'Usarlo aquí',
  secondTabTaken: 'Manyhands se ha pasado a otra pestaña',
  secondTabTakenText: 'Puedes cerrar esta o volver a usarla. No se ha perdido nada.',
  update: 'Hay una versión nueva',
  updateText: 'Tarda un segundo. Lo que has escrito se queda.',
  updateAct: 'Usar la versión nueva',
  outdated: 'Hay una versión más nueva abierta en otra pestaña',
  outdatedText: 'Esta muestra todavía la anterior. Lo que has escrito se queda.',
  damaged: 'Parte de lo que guardaba este dispositivo estaba dañada',
  damagedText:
    'Lo que escribiste tú está todo. El resto vuelve de los demás cuando estés en línea con ellos.',
  updateNeeded: 'Actualiza para ver todas las horas',
  updateNeededText:
    'Alguien usa una versión más nueva de Manyhands. La tuya no puede leerlo todo. Hasta que actualices, pueden faltar algunas horas.',
  install: 'Guarda Manyhands en este teléfono',
  installText:
    'Como aplicación se abre sin conexión, y el teléfono conserva tus horas por más tiempo.',
  installAct: 'Instalar',
  later: 'Ahora no',
};

export const demo = {
  banner: 'Esto es una prueba. Aquí nadie es real.',
  leave: 'Salir de la prueba',
  guest: 'Visita',
  left: 'La prueba ya no está en este dispositivo.',
  answers: 'Anota una ayuda con quien quieras: la respuesta llega en un momento.',
};
