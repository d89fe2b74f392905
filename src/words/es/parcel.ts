import type { Trouble } from '../en/trouble.ts';
import { formats } from './hours.ts';
import { size } from './size.ts';

const { number, plural } = formats;

const refused = (what: string, todo: string): Trouble => ({
  what,
  lost: 'Aquí no ha cambiado nada.',
  todo,
});

/** Carrying the record by hand: packed here, opened there. */
export const parcel = {
  size,

  cardPack: 'Hacer un paquete',
  open: 'Abrir un paquete',

  title: 'Llevarse un paquete',
  lead: (community: string) =>
    `Un paquete es un archivo con lo que otras personas quizá no tienen aún. Solo pueden abrirlo miembros de ${community}.`,
  whom: '¿Para quién es?',
  everybody: 'Para todo el mundo',
  member: 'Para una persona',
  sinceLast: 'Lo nuevo desde el último',
  everybodyText: 'Todo lo que hay en este teléfono.',
  memberText:
    'No lleva lo que esa persona ya tenía la última vez que coincidió contigo, así que ocupa menos.',
  sinceLastText: 'Solo lo nuevo desde tu último paquete para todo el mundo.',
  memberLegend: '¿Quién?',
  pack: 'Hacerlo',
  packing: 'Haciendo el paquete…',
  nothingNew: 'No hay nada que meter: ya tienen todo lo que hay aquí.',
  packed: 'Tu paquete está hecho',
  packedText: (entries: number, bytes: number) =>
    `${plural(entries, { one: '# anotación', other: '# anotaciones' })} · ${size(bytes)}`,
  packedFor: (name: string) => `Para ${name}`,
  give: 'Enviar o compartir',
  download: 'Guardar como archivo',
  saved: 'El archivo está en tus descargas. Envíalo como quieras.',
  shared: 'Enviado.',
  notShared: 'No se envió. Todavía puedes guardarlo como archivo.',
  again: 'Hacer otro',
  fileName: (community: string, day: string) => `paquete-${community}-${day}`,

  show: 'Mostrarlo como código en movimiento',
  showText:
    'Para un teléfono que está al lado: abre allí Manyhands, elige «Abrir un paquete» y apunta su cámara a esta pantalla.',
  tooLargeToShow: (most: number) =>
    `Es demasiado grande para mostrarlo como código en movimiento, que llega hasta ${size(most)}.`,
  moving: 'Un paquete como código en movimiento, para otro teléfono',
  part: (at: number, of: number) => `Parte ${number(at)} de ${number(of)}`,
  stop: 'Pararlo',
  go: 'Dejar que se mueva',
  next: 'Parte siguiente',
  hide: 'Ocultarlo',
  twin: 'O como texto, para pegarlo en el otro teléfono',

  openTitle: 'Abrir un paquete',
  openLead:
    'Elige el archivo, o pega lo que te han enviado. Ves lo que hay dentro antes de que aquí cambie nada.',
  choose: 'Elegir el archivo',
  drop: 'o suéltalo en cualquier parte de esta página',
  pasteLabel: 'El paquete como texto',
  pasteAct: 'Abrir el texto',
  pasteMissing: 'Pega antes el texto entero, de la primera línea a la última.',
  scan: 'Mirar un código en movimiento',
  scanLead: 'Pon la cámara delante hasta que estén aquí todas las partes.',
  scanning: 'Partes del código',
  reading: 'Abriendo…',
  weighing: 'Comprobando…',

  from: (name: string) => `Un paquete de ${name}`,
  fromYou: 'Un paquete tuyo',
  fromNew: 'Un paquete de alguien que acaba de llegar',
  forCommunity: (community: string) => `Para ${community}`,
  hours: (count: number) =>
    plural(count, { one: '# hora nueva', other: '# horas nuevas' }),
  answers: (count: number) =>
    plural(count, { one: '# respuesta nueva', other: '# respuestas nuevas' }),
  people: (count: number) =>
    plural(count, { one: '# persona nueva', other: '# personas nuevas' }),
  others: (count: number) =>
    plural(count, { one: '# línea nueva más', other: '# líneas nuevas más' }),
  notYet: 'No cambia nada hasta que lo añadas.',
  take: 'Añadirlo aquí',
  leave: 'Dejarlo',
  taking: 'Añadiéndolo aquí…',
  nothingInIt: 'No trae nada nuevo',
  nothingInItText: 'Todo lo de este paquete ya está en este teléfono.',

  taken: 'Está añadido',
  takenText: (added: number) =>
    plural(added, {
      zero: 'No había nada nuevo.',
      one: 'Ahora hay aquí # línea nueva.',
      other: 'Ahora hay aquí # líneas nuevas.',
    }),
  stopped: 'Lo paraste a medias',
  stoppedText: (added: number) =>
    `${plural(added, {
      zero: 'Aún no se había añadido nada.',
      one: 'Se ha añadido # línea nueva y se queda.',
      other: 'Se han añadido # líneas nuevas y se quedan.',
    })} Ábrelo otra vez para añadir el resto.`,
  unproven: 'Solo se pudo añadir una parte',
  unprovenText: (added: number) =>
    `${plural(added, {
      zero: 'No se ha añadido nada.',
      one: 'Se ha añadido # línea nueva y se queda.',
      other: 'Se han añadido # líneas nuevas y se quedan.',
    })} El resto no está como se hizo: alguien lo ha cambiado. Pide otro paquete.`,
  gap: 'Una parte necesita algo que este teléfono no tiene. Pide un paquete con todo.',
  home: 'Ver tus horas',
  another: 'Abrir otro',

  refused: {
    damaged: refused(
      'El paquete ha cambiado por el camino, o le falta una parte.',
      'Cópialo entero, o pídelo otra vez.',
    ),
    noParcel: refused(
      'Esto no es un paquete.',
      'Elige el archivo que se hizo en Manyhands, o pega el texto de la primera línea a la última.',
    ),
    newer: refused(
      'Este paquete lo hizo una versión más nueva.',
      'Actualiza Manyhands y ábrelo otra vez.',
    ),
    tooLarge: refused(
      'Esto es más de lo que cabe en un paquete.',
      'Hazlo para una persona: lo que ya tiene queda fuera.',
    ),
    foreign: refused(
      'Este paquete no se puede abrir aquí.',
      'Es para una comunidad que no está en este teléfono, o se hizo en otro momento. Pide uno nuevo.',
    ),
    stranger: refused(
      'En la comunidad nadie conoce a quien hizo este paquete.',
      'Pide uno a un miembro que conozcas.',
    ),
    switchedOff: refused(
      'Este paquete se hizo en un teléfono que ya se apagó.',
      'Pide uno, a esa persona o a otro miembro, de un teléfono en uso.',
    ),
    removed: refused(
      'Hemos decidido que quien hizo este paquete ya no está entre nosotros.',
      'Pide uno a otro miembro.',
    ),
    notLetIn: refused(
      'Aún no te han dejado entrar.',
      'En cuanto alguien te deje entrar, podrás hacer paquetes.',
    ),
    calledOff: refused('Lo has parado.', 'Puedes empezar otra vez cuando quieras.'),
    diskFull: {
      what: 'En este dispositivo no queda espacio.',
      lost: 'Puedes ver lo que trae el paquete, pero aún no está guardado aquí.',
      todo: 'Conserva el archivo, haz un poco de sitio y ábrelo otra vez.',
    },
    diskRefused: {
      what: 'Este dispositivo no ha guardado lo que trae el paquete.',
      lost: 'Lo que se guardó antes está a salvo.',
      todo: 'Conserva el archivo. Cierra Manyhands, ábrelo, y abre el paquete otra vez.',
    },
  },
};
