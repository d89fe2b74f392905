import { formats } from './hours.ts';

const { number } = formats;

const strength = {
  care: 'Cuidar de alguien un rato',
  children: 'Cuidar a la infancia',
  company: 'Hacer compañía',
  lift: 'Llevar a alguien en coche',
  garden: 'Ayudar en el jardín',
  food: 'Cocinar para otra gente',
  home: 'Ayudar en casa',
  repair: 'Arreglar cosas',
  learning: 'Explicar y enseñar',
  forms: 'Ayudar con trámites',
  together: 'Arrimar el hombro por la comunidad',
  other: 'Otra cosa',
  safety: 'Estar pendiente de nuestras calles',
  civic: 'Alzar la voz por el barrio',
  language: 'Traducir o practicar un idioma',
  arts: 'Música, pintura, manualidades',
  body: 'Paseos, ejercicio, cortar el pelo',
  errands: 'Hacer recados y la compra',
  digital: 'Ayudar con el teléfono o la computadora',
  pets: 'Pasear un perro, dar de comer a un gato',
};

const wish = {
  care: 'Una mano con los cuidados',
  children: 'Alguien para la infancia de casa',
  company: 'Un poco de compañía',
  lift: 'Que me lleven de vez en cuando',
  garden: 'Una mano en el jardín',
  food: 'Una comida hecha',
  home: 'Una mano en casa',
  repair: 'Que me arreglen algo',
  learning: 'Alguien que me enseñe',
  forms: 'Ayuda con trámites',
  together: 'Hacer algo con más gente',
  other: 'Otra cosa',
  safety: 'Alguien con quien volver a casa',
  civic: 'Alguien que venga a una reunión',
  language: 'Un idioma o una traducción',
  arts: 'Música, pintura, manualidades',
  body: 'Un paseo, ejercicio, un corte de pelo',
  errands: 'Algo de la tienda',
  digital: 'Ayuda con mi teléfono o mi computadora',
  pets: 'Alguien para mi animal',
};

export const joining = {
  strength,
  wish,
  /** What this is, in two sentences. */
  what: 'Aquí la gente del barrio se ayuda y lo cuenta en horas: una hora es una hora, sea la ayuda que sea.',
  whatKept:
    'No hay dinero ni empresa: las horas se guardan en los teléfonos de los propios miembros.',
  agreementLater:
    'Todavía no prometes nada. Después lees lo que ha acordado la comunidad, y ahí dices que sí.',
  agreementOf: (community: string) => `Lo que ha acordado ${community}`,
  agreementByJoining: (community: string) =>
    `${community} empezó con estas palabras. Si entras, les dices que sí. Si han cambiado desde entonces, lo lees en Hoy.`,
  agreementAsked: (community: string) =>
    `Aquí verás lo que ha acordado ${community} en cuanto responda uno de sus teléfonos. Si no responde ninguno, lo lees al entrar, y dices que sí entonces.`,
  agreementCame: (community: string) => `Ya está aquí lo que ha acordado ${community}.`,
  agreementRead: 'Leerlo antes',
  step: (at: number, of: number) => `Paso ${number(at)} de ${number(of)}`,
  next: 'Seguir',
  canDoTitle: (name: string) => `${name}, ¿qué podrías hacer por alguien de aquí?`,
  canDoLead: 'Todo el mundo tiene algo. Toca lo que harías con gusto.',
  canGroups: {
    everyday: 'Cada día',
    core: 'Estar ahí para los demás',
    more: 'Echar una mano',
  },
  wishGroups: {
    everyday: 'Cada día',
    core: 'Alguien que esté ahí',
    more: 'Que me echen una mano',
  },
  ownKinds: 'Nuestras propias clases',
  findOut: 'Todavía no lo sé',
  findOutHint: '¿No se te ocurre nada? No pasa nada. Puedes cambiarlo cuando quieras.',
  wishTitle: '¿Y qué te vendría bien?',
  wishLead:
    'Cuando pides, otra persona puede ayudar. Toca lo que quieras, o déjalo para luego.',
};

export const agreed = {
  act: 'Estoy de acuerdo',
  on: (day: string) => `Dijiste que sí a estas palabras el ${day}.`,
  changed: 'Nuestro acuerdo no es el que aceptaste',
  changedSince: (day: string) =>
    `Estas palabras han cambiado desde que dijiste que sí, el ${day}.`,
};
