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
