import { formats } from './hours.ts';

const { plural } = formats;

/** Help for thanks alone: both say yes to it, it is counted, and no hours move. */
export const gift = {
  toggle: 'Sin horas, solo las gracias',
  toggleHint: 'Ayuda como regalo: las dos partes dicen que sí, y no se cuentan horas.',
  summaryHelped: (name: string, when: string) =>
    `Ayudaste a ${name} como regalo, ${when}. Se le preguntará a ${name}.`,
  summaryWasHelped: (name: string, when: string) =>
    `${name} te ayudó como regalo, ${when}. Se le preguntará a ${name}.`,

  saysHelped: (name: string) => `${name} dice: «Te ayudé, como regalo».`,
  saysWasHelped: (name: string) => `${name} dice: «Me ayudaste, como regalo».`,

  title: 'Ayuda como regalo',
  iHelped: (name: string, when: string) => `Ayudaste a ${name}, ${when}.`,
  wasHelped: (name: string, when: string) => `${name} te ayudó, ${when}.`,
  count: (count: number) =>
    plural(count, {
      one: 'Una vez, solo por las gracias',
      other: '# veces, solo por las gracias',
    }),
  countOfUs: (count: number) =>
    plural(count, {
      one: 'Una vez este año, solo por las gracias',
      other: '# veces este año, solo por las gracias',
    }),
};
