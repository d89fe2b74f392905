import { formats } from './hours.ts';

const { plural } = formats;

/** Founding: where the phones of the community find each other. */
export const meetingPoints = {
  title: 'Dónde se encuentran los teléfonos',
  lead: 'No tienes que cambiar nada. El repetidor propio de esta aplicación es siempre uno de ellos.',
  relays: 'Más repetidores',
  relaysHint:
    'Uno en cada línea. Si uno falla, los demás siguen funcionando. Un repetidor ve qué teléfonos lo usan, cuándo y desde dónde. No puede leer lo que envían.',
  stun: 'Quién le dice a un teléfono su dirección (STUN)',
  stunHint:
    'Uno en cada línea, como stun:stun.example:3478. Conoce las direcciones de los teléfonos. Sin ninguno, los teléfonos pueden conectarse en la misma red, pero muchas veces no desde redes distintas.',
  turn: 'Quién pasa los mensajes (TURN)',
  turnHint:
    'Uno en cada línea, como turn:nombre:palabra@turn.example:3478. Ve quién habla con quién y cuánto, pero no puede leer nada. Cada miembro puede leer la palabra de esta línea.',
  notARelay: (line: string) => `«${line}» no es la dirección de un repetidor.`,
  notStun: (line: string) => `«${line}» debería ser como stun:stun.example:3478.`,
  notTurn: (line: string) =>
    `«${line}» debería ser como turn:nombre:palabra@turn.example:3478.`,
  tooMany: (most: number) =>
    plural(most, { one: 'Aquí cabe #.', other: 'Aquí caben #.' }),
  tooLong: 'Juntos son demasiado largos. Quita alguno, por favor.',
  fixed: 'No se pueden cambiar más tarde.',
};
