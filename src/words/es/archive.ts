import { duration, formats } from './hours.ts';

const { plural } = formats;

/** Taking everything along, and opening it again. */
export const archive = {
  title: 'Abrir una copia completa',
  lead: 'Una copia completa es toda una comunidad en un solo archivo. Cualquier miembro puede descargarla en Ajustes. Se comprueba antes de guardar nada aquí.',
  choose: 'Elegir el archivo',
  drop: 'o suéltalo aquí',
  dropNow: 'Suelta para abrirlo',
  reading: 'Leyendo y comprobando…',
  another: 'Elegir otro archivo',

  checked: 'Comprobado: no falta nada.',
  checkedText: 'Ningún archivo ha cambiado, y cada línea es de la persona que dice.',
  members: (count: number) => plural(count, { one: '# miembro', other: '# miembros' }),
  exchanges: (count: number, minutes: number) =>
    `${plural(count, { one: '# intercambio', other: '# intercambios' })} · ${duration(minutes)} de ayuda`,
  until: (when: string) => `Hasta el ${when}`,
  keep: 'Guardarla en este dispositivo',
  keepText:
    'Puedes leerla enseguida. Todavía no eres miembro: alguien tiene que dejarte entrar.',
  keeping: 'Guardándola aquí…',
  alreadyIn: 'Esta comunidad ya está en este dispositivo.',
  alreadyInText:
    'Se añade lo que falta aquí. No se pierde nada, y nada se cuenta dos veces.',
  addTo: 'Añadir lo que falta',

  readerTitle: 'Estás leyendo',
  readerText:
    'Todo está en este dispositivo y puedes leerlo. En este dispositivo aún no eres miembro. Por eso no puedes decir que sí a una hora, y nadie puede preguntarte por una.',
  readerWay:
    'Pide una invitación a alguien y ábrela aquí. Luego escribe tu nombre en los ajustes. Si ya eras miembro y tienes tu hoja de doce palabras, no necesitas invitación.',
  readerAct: 'Tengo una invitación',
  readable: 'Lo que puedes leer aquí',
  everyonesHours: 'Las horas de toda la gente',

  takeTitle: 'Llévatelo todo',
  takeText:
    'Toda la comunidad en un solo archivo. Puedes guardarlo, leerlo en una hoja de cálculo o abrirlo en otro dispositivo. Quien lo tenga puede leer quién ayudó a quién.',
  take: 'Descargar la comunidad',
  mineText: 'Solo lo tuyo: tus horas y notas, las gracias y lo que muestras de ti.',
  mine: 'Descargar lo mío',
  writing: 'Escribiendo el archivo…',
  done: 'El archivo está en tus descargas.',
  fileName: (community: string, day: string) => `${community}-${day}`,
  mineFileName: (community: string, day: string) => `mis-horas-${community}-${day}`,
};

/** The printable page in what is mine, and the heads of its tables. */
export const statement = {
  title: 'Resumen de horas',
  lead: (name: string, community: string) => `${name}, en ${community}`,
  asOf: (when: string) => `A fecha de ${when}`,
  notMoney: 'Estas son horas de ayuda, no dinero.',
  sum: (given: number, received: number) =>
    `${duration(given)} de ayuda dada · ${duration(received)} de ayuda recibida`,
  day: 'Día',
  who: 'Quién',
  howLong: 'Cuánto tiempo',
  what: 'Qué',
  standing: 'Cómo está',
  iHelped: 'Ayudé',
  wasHelped: 'Me ayudaron',
  both: 'Ambas partes dijeron que sí',
  thanks: (name: string, text: string) => `${name}: «${text}»`,
  readme: (community: string) =>
    `Lo que es tuyo en ${community}.\n\nstatement.html   tus horas como página para imprimir\nmy-hours.csv     lo mismo para una hoja de cálculo\nmy-hours.json    lo mismo para programas\nmy-profile.json  lo que los demás ven de ti\n\nEn estos archivos se pueden leer tus notas: guárdalos para ti.\nNada de esto es dinero. Con esto nadie puede actuar en tu nombre.\n`,
};
