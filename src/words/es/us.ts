import { duration, formats } from './hours.ts';

const { plural } = formats;

export const us = {
  title: 'Nuestro grupo',
  members: (count: number) => plural(count, { one: '# miembro', other: '# miembros' }),
  exchanges: (count: number) =>
    plural(count, { one: '# intercambio', other: '# intercambios' }),
  hoursMoved: (minutes: number) => `${duration(minutes)} de ayuda`,
  agreement: 'Nuestro acuerdo',
  noAgreement: 'No se escribió nada. Una hora es una hora.',
  limit: (minutes: number) =>
    `Puedes recibir ${duration(minutes)} de más antes de que se avise a nadie`,
  unit: (unit: string) => `A una hora la llamamos «${unit}»`,
  invite: 'Invitar a alguien',
  settings: 'Ajustes',
  kept: 'Dónde se guardan nuestras horas',
  keptText: 'En los teléfonos de los miembros. No hay ningún otro lugar.',
  empty: 'Aún no hay puntadas',
  emptyText: 'Cada intercambio es una puntada de nuestro tejido.',
};

export const settings = {
  title: 'Ajustes',
  others: 'Dónde se guardan tus horas',
  keptAct: 'Ver dónde',
  communities: 'Comunidades en este dispositivo',
  communitiesText:
    'Puedes ser parte de varias. Cada una tiene sus propias horas y su propio botón para ti, y no sabe nada de las otras.',
  communitiesAct: 'Ir a otra o añadir una',
  openNow: 'Abierta ahora',
  switchFrom: (community: string) => `${community}: ir a otra comunidad`,
  addFound: 'Crear otra',
  addJoin: 'Tengo una invitación',
  about: 'Sobre Manyhands',
  look: 'Aspecto',
  lookSystem: 'Como el teléfono',
  lookLight: 'Claro',
  lookDark: 'Oscuro',
  device: 'Este dispositivo',
  storage: 'Guardado de forma duradera',
  storageOn: 'Este dispositivo ha prometido conservar tus horas.',
  storageOff: 'Este dispositivo puede borrar tus horas cuando le falte espacio.',
  storageAsk: 'Pedirle que conserve tus horas',
  storageRefused:
    'El navegador no lo ha prometido. Ayuda añadir Manyhands a la pantalla de inicio.',
  storageUsed: (megabytes: string) => `${megabytes} MB en uso`,
  storageUnknown: 'Este navegador no dice cuánto conserva.',
  vibrate: 'Una pequeña vibración cuando las dos partes dicen que sí',
  version: (version: string) => `Versión ${version}`,
  licence: 'Software libre, licencia MIT',
  eraseTitle: 'Borrar de este dispositivo',
  erase: 'Borrar esta comunidad de este dispositivo',
  eraseText:
    'Los demás conservan tus horas. La copia de este dispositivo se borra, y el dispositivo ya no puede actuar en tu nombre.',
  eraseTake:
    '¿Quieres antes una copia tuya? Entonces consérvala por ahora y usa «Llévatelo todo», justo arriba.',
  waysBack: 'Puedes volver:',
  backByPage: 'con tu hoja de doce palabras',
  backByDevice: 'desde otro teléfono o computadora tuya',
  backByNeighbours: 'con los guardallaves que elegiste',
  eraseAct: 'Borrar de este dispositivo',
  eraseKeep: 'Conservarla',
  eraseDemo: 'Borrar la prueba',
  eraseDemoText: 'Aquí nadie es real, y nada de esto está en ningún otro sitio.',
};
