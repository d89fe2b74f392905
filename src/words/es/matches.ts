import type { Reason } from '../en/matches.ts';
import { formats } from './hours.ts';

const { list, number, plural } = formats;

function inCommon({ languages, area }: Reason): string {
  const speak = languages.length > 0 ? `hablan ${list(languages)}` : '';
  const live = area === null ? '' : `conocen ${area}`;
  const both = [speak, live].filter((part) => part !== '');
  return both.length === 0 ? '' : `Ambas partes ${both.join(' y ')}; `;
}

export const matches = {
  title: 'Con quién encajas',
  lead: 'Cada persona está aquí por una razón: una puede hacer lo que a la otra le vendría bien. El orden no significa nada.',
  bothWays: 'En ambos sentidos',
  theyCan: 'Podrían ayudarte',
  iCan: 'Podrías ayudar',
  reason: (reason: Reason): string => {
    const { name, theyCan, iCan } = reason;
    const offers = theyCan.length > 0 ? `puede ayudar con ${list(theyCan)}` : '';
    const wants = iCan.length > 0 ? `le vendría bien ${list(iCan)}` : '';
    const both = [offers, wants].filter((part) => part !== '').join(' y ');
    return `${inCommon(reason)}${name} ${both}.`;
  },
  more: (count: number) => `Mostrar ${number(count)} más`,
  none: 'Aún no encaja nadie',
  noneText: 'Cuando alguien encaje con lo que has dicho, lo verás aquí.',
  blank: 'Di qué puedes hacer y qué te vendría bien',
  blankText: 'Entonces verás aquí con quién encaja, y por qué.',
  link: (count: number) =>
    plural(count, {
      one: '# persona encaja contigo',
      other: '# personas encajan contigo',
    }),
  linkText: 'Ver quién, y por qué',

  youCould: 'Podrías…',
  couldHelp: (languages: readonly string[]) =>
    languages.length === 0
      ? 'ayudar: es una de las cosas que puedes hacer.'
      : `ayudar: es una de las cosas que puedes hacer, y ambas partes hablan ${list(languages)}.`,
  couldIntroduce: (names: readonly string[]) =>
    `presentar a alguien que conoces y que puede hacerlo: ${list(names)}.`,
  introduceTo: (name: string, other: string) => `Presentar a ${name} y ${other}`,

  received: 'Te han ayudado últimamente',
  receivedText: 'A estas personas podrías ayudarlas, cuando te venga bien.',
  given: 'Últimamente has ayudado a los demás',
  givenText: 'Pide algo tú también. Así otra persona puede ayudar.',
  ask: 'Di qué te vendría bien',
  seeAll: 'Ver con quién encajas',
  notNow: 'Ahora no',

  tellMe: 'Avísame de tarjetas nuevas',
  tellMeText: 'Se guarda en este teléfono: nadie ve qué esperas.',
  tellMeKind: (kind: string) => `Avísame de tarjetas nuevas: ${kind}`,
  newCards: 'Nuevo en el tablón para ti',
  look: (title: string) => `Ver «${title}»`,
  seen: 'Visto',

  thinks: (by: string) => `${by} cree que deberían conocerse`,
  gladly: 'Sí, con gusto',
  youSaidYes: (other: string) => `Has dicho que sí. Falta la respuesta de ${other}.`,
  theySaidYes: (other: string) => `${other} ya ha dicho que sí.`,
  bothSaidYes: (other: string) =>
    `Las dos partes han dicho que sí. Ya puedes leer lo que ${other} muestra a las personas con las que comparte horas, planes o cosas.`,
  takeBack: 'Retirarlo',
  goTo: (other: string) => `Ir a ${other}`,
  putOff: 'Oculto. No se avisa a nadie.',

  introduce: (name: string) => `Presentar a ${name} a alguien`,
  introduceTitle: 'Presentar a dos personas',
  withWhom: (name: string) => `¿Quién debería conocer a ${name}?`,
  choose: 'Elige a una persona',
  why: '¿Por qué? Basta una línea',
  whyHint: 'Solo esas dos personas pueden leerlo.',
  tellBoth: 'Decírselo a las dos',
  told: (one: string, other: string) => `${one} y ${other} lo verán.`,

  ties: 'Lazos nuevos',
  tiesText: (pairs: number) =>
    plural(pairs, {
      one: '# pareja de personas se ha ayudado.',
      other: '# parejas de personas se han ayudado.',
    }),
  lately: (pairs: number) =>
    plural(pairs, {
      zero: 'Ninguna por primera vez en los últimos 30 días.',
      one: '# por primera vez en los últimos 30 días.',
      other: '# por primera vez en los últimos 30 días.',
    }),
};
