import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { plural } = formats;

export const rooms = {
  all: 'Toda la comunidad',
  link: 'La sala del grupo',
  forAll: 'Esto puede leerlo toda la comunidad.',
  forGroup: 'Esto solo lo lee quien está en el grupo.',
  forgets: (days: number) =>
    `Lo que tiene más de ${plural(days, { one: '# día', other: '# días' })} se borra.`,
  empty: 'Aún no se ha dicho nada',
  emptyText: 'Un aviso, una pregunta, un gracias: basta con una palabra.',
  list: (room: string) => `Lo dicho en ${room}`,
  writeIn: (room: string) => `Escribe en ${room}`,
  onlyRead: 'Aquí escribe quien está en el grupo.',
  unknown: 'Esta sala no está aquí',
  unknownText: 'Quizá está en camino, o no estás en su grupo.',
  answers: (name: string, text: string) => `A ${name}: ${text}`,
  answer: 'Responder',
  answering: (name: string) => `Respondes a ${name}.`,
  noAnswer: 'No responder a nadie',
  about: 'Este mensaje',
  pinned: 'Fijado',
  pin: 'Fijarlo para todo el mundo',
  unpin: 'Quitar la chincheta',
  keep: 'Pedir que se guarde',
  unkeep: 'No hace falta guardarlo',
  keptFor: (names: string) => `Se guarda para ${names}`,
  hide: 'No verlo más',
  hidden: 'Ya no lo ves.',
  erase: 'Borrarlo para todo el mundo',
  erased: 'Está borrado.',
  signs: {
    thanks: 'Gracias',
    joy: 'Qué alegría',
    meToo: 'Yo también',
    withYou: 'Lo siento contigo',
  },
  given: (sign: string, names: string) => `${sign}: ${names}`,
  mute: 'No avisar de esta sala',
  unmute: 'Avisar de lo nuevo aquí',
  muted: 'Esta sala calla para ti.',
  unmuted: 'Vuelves a ver lo nuevo aquí.',
  notInIt: inThree('Ahora no puedes escribir aquí.', 'Únete antes al grupo.'),
};
