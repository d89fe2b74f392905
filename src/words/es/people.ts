import { formats } from './hours.ts';

const { plural, number } = formats;

export const people = {
  title: 'Gente',
  search: 'Buscar a alguien',
  searchHint: 'Por nombre, zona o lo que sabe hacer.',
  count: (count: number) => plural(count, { one: '# miembro', other: '# miembros' }),
  none: (text: string) => `Aquí nadie se llama «${text}».`,
  more: (count: number) =>
    `${number(count)} más. Escribe una o dos letras para encontrar a quien buscas.`,
  found: (count: number) =>
    plural(count, {
      zero: 'No aparece nadie',
      one: 'Aparece # persona',
      other: 'Aparecen # personas',
    }),
  recent: 'Últimamente',
  everyone: 'Toda la gente',
  empty: 'De momento solo estás tú',
  emptyText: 'Invita a alguien de cerca y aparecerá aquí.',
  invite: 'Invitar a alguien',
  tie: (exchanges: number, since: string) =>
    plural(exchanges, {
      one: `un intercambio, ${since}`,
      other: `# intercambios, desde ${since}`,
    }),
  noName: 'Alguien sin nombre todavía',
  gone: 'Alguien que se fue',
  paper: 'Sin teléfono',
  organisation: 'Organización',
  fromBefore: 'Horas de antes',
};

export const person = {
  you: 'Esta persona eres tú',
  since: (when: string) => `Aquí desde ${when}`,
  invitedBy: (name: string) => `Por invitación de ${name}`,
  founder: 'Creó esta comunidad',
  met: (when: string) => `Primera ayuda entre ambas partes: ${when}`,
  notMet: 'Entre esta persona y tú aún no hay ninguna hora.',
  between: 'Entre esta persona y tú',
  exchanges: (count: number) =>
    plural(count, { one: '# intercambio', other: '# intercambios' }),
  record: (name: string) => `Anotar una ayuda con ${name}`,
  know: (name: string) => `Conozco a ${name}`,
  left: 'Esta persona se fue. Su nombre y sus palabras se han borrado; las horas se quedan.',
  paused:
    'Hay dos copias distintas de las horas de esta persona. En pausa hasta que se aclare.',
  pausedText:
    'Ocurre cuando un teléfono copiado sigue escribiendo. Las horas con el sí de dos personas se quedan, y ayudar a otras sigue contando.',
  pausedHelped: (name: string) =>
    `Hay dos copias distintas de las horas de ${name}. Habla con ${name} antes de seguir.`,
  devices: (count: number) =>
    plural(count, { one: '# dispositivo', other: '# dispositivos' }),
  unknown: 'Este teléfono aún no conoce a esta persona.',
};
