import { formats } from './hours.ts';

const { list, plural } = formats;

/** What somebody calls an entry of theirs, as often as there is one. */
const thing = {
  ask: (n: number) =>
    plural(n, {
      one: 'una hora por la que preguntaste',
      other: '# horas por las que preguntaste',
    }),
  yes: (n: number) => plural(n, { one: 'un sí', other: '# síes' }),
  no: (n: number) => plural(n, { one: 'una respuesta', other: '# respuestas' }),
  takenBack: (n: number) =>
    plural(n, { one: 'algo que retiraste', other: '# cosas que retiraste' }),
  thanks: (n: number) =>
    plural(n, { one: 'unas gracias', other: '# mensajes de gracias' }),
  words: (n: number) =>
    plural(n, {
      one: 'palabras que solo leen dos',
      other: '# notas que solo leen dos',
    }),
  profile: () => 'lo que muestras de ti',
  card: (n: number) =>
    plural(n, { one: 'una tarjeta en el tablón', other: '# tarjetas en el tablón' }),
  handed: (n: number) =>
    plural(n, {
      one: 'una cosa que cambió de manos',
      other: '# cosas que cambiaron de manos',
    }),
  gift: (n: number) =>
    plural(n, { one: 'ayuda como regalo', other: '# veces ayuda como regalo' }),
  kind: (n: number) =>
    plural(n, {
      one: 'una clase de ayuda que nombraste',
      other: '# clases de ayuda que nombraste',
    }),
  invite: (n: number) => plural(n, { one: 'una invitación', other: '# invitaciones' }),
  letIn: (n: number) =>
    plural(n, {
      one: 'una persona a la que dejaste entrar',
      other: '# personas a las que dejaste entrar',
    }),
  phone: () => 'lo que decidiste sobre tus teléfonos',
  spare: () => 'lo que dijiste sobre una llave de repuesto',
  erased: () => 'lo que borraste',
  leaving: () => 'que te vas',
  founding: () => 'el acuerdo mismo',
  other: () => 'una cosa pequeña que Manyhands escribió por ti',
} satisfies Record<string, (count: number) => string>;

type Counted = readonly (readonly [keyof typeof thing, number])[];

const things = (counted: Counted): string =>
  list(counted.map(([kind, count]) => thing[kind](count)));

/** The sheet behind the status line: who has what, by their own word. */
export const kept = {
  title: 'Dónde se guardan tus horas',
  open: 'Ver dónde',
  lead: 'En los teléfonos de los miembros, y en ningún otro sitio. Cada uno ha dicho lo que tiene guardado.',

  nowhereTitle: 'Nadie más lo tiene todavía',
  nowhere: (counted: Counted, isMore: boolean) =>
    isMore ? `${things(counted)}, y cosas anteriores` : things(counted),
  nowhereText:
    'Está solo en este teléfono. Pasa a los demás por sí solo en cuanto coincidas con alguien en línea.',
  allThere: 'Todo lo que escribiste lo tiene también alguien más.',

  much: (names: readonly string[]) =>
    `Llegó mucho de ${list(names)} de una vez. Lo demás llega poco a poco.`,
  muchOfMany: 'Llegó mucho de varias personas de una vez. Lo demás llega poco a poco.',

  linkedTitle: 'En línea contigo ahora',
  nobodyLinked:
    'Nadie en este momento. No se ha perdido nada, y todo sigue por sí solo.',

  membersTitle: 'Lo guardan miembros',
  nobody: 'Aún no tiene copia ningún miembro.',
  nobodyText:
    'Coincide en línea una vez con otro miembro. Así también tendrá una copia.',
  all: 'Todo',
  allBut: (counted: Counted, isMore: boolean) =>
    isMore ? 'La parte más antigua' : `Todo menos ${things(counted)}`,
  none: 'Nada tuyo todavía',
  metNow: 'en línea contigo ahora',
  met: (when: string) => `última vez en línea contigo: ${when}`,
  metAt: (when: string, time: string) =>
    `última vez en línea contigo: ${when}, ${time}`,
  metSometime: 'en línea contigo alguna vez',
  otherPhones: (name: string, count: number) =>
    plural(count, {
      one: `# teléfono más de ${name}`,
      other: `# teléfonos más de ${name}`,
    }),
  more: (count: number) => plural(count, { one: '# más', other: '# más' }),
  unmet: (count: number) =>
    plural(count, {
      one: '# miembro aún no ha estado en línea con este teléfono.',
      other: '# miembros aún no han estado en línea con este teléfono.',
    }),

  ownTitle: 'Tus propios teléfonos',
  ownText: 'Te ayudan. No cuentan como una copia de otra persona.',
  ownNone: 'Este es el único. Otro teléfono o una computadora te da una segunda copia.',
  ownAct: 'Tus teléfonos',

  otherWays: 'Otras maneras de pasar horas',
};
