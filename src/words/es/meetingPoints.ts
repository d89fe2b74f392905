import { formats } from './hours.ts';

const { plural } = formats;

/** Founding: where the phones of the community find each other. */
export const meetingPoints = {
  title: 'Dónde se encuentran los teléfonos',
  lead: 'No tienes que cambiar nada: el repetidor que acompaña a esta aplicación es siempre uno de ellos.',
  relays: 'Más repetidores',
  relaysHint:
    'Uno en cada línea. Con varios, puede fallar uno. Un repetidor ve qué teléfonos llaman, cuándo y desde dónde, y ni una palabra de lo que dicen.',
  stun: 'Quién le dice a un teléfono cómo se le ve desde fuera (STUN)',
  stunHint:
    'Uno en cada línea, como stun:stun.example:3478. Conoce las direcciones de los teléfonos. Sin ninguno, los teléfonos se encuentran en la misma red, y en muchas otras no.',
  turn: 'Quién pasa lo que no encuentra camino directo (TURN)',
  turnHint:
    'Uno en cada línea, como turn:nombre:palabra@turn.example:3478. Ve quién habla con quién y cuánto, y ni una palabra de ello. Cada miembro puede leer la palabra.',
  notARelay: (line: string) => `«${line}» no es la dirección de un repetidor.`,
  notStun: (line: string) => `«${line}» debería ser como stun:stun.example:3478.`,
  notTurn: (line: string) =>
    `«${line}» debería ser como turn:nombre:palabra@turn.example:3478.`,
  tooMany: (most: number) =>
    plural(most, { one: 'Aquí cabe #.', other: 'Aquí caben #.' }),
  tooLong: 'Juntos son demasiado largos. Quita alguno, por favor.',
  fixed: 'Quedan como están: cambiarlos más tarde aún no es posible.',
};
