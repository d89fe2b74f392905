import { formats } from './hours.ts';

const { number } = formats;

/** What somebody does not want to see, and whom they tell. */
export const peace = {
  fold: 'Ocultar esta tarjeta o avisar',
  hide: 'Ocultar esta tarjeta',
  hidden: 'La tarjeta está oculta, solo para ti.',
  block: (name: string) => `Ocultar a ${name}`,
  blocked: (name: string) => `Ya no ves a ${name}. Solo lo sabes tú.`,
  unblock: (name: string) => `Mostrar a ${name} otra vez`,
  unblocked: (name: string) => `Ya puedes ver a ${name} otra vez.`,
  isBlocked: (name: string) => `Has ocultado a ${name}.`,
  onlyHere: 'Esto solo lo saben tus propios teléfonos. No se avisa a nadie.',
  hoursStay: (name: string) =>
    `Si ${name} anota una hora contigo, sigue esperando en «Todas las horas».`,
  hiding: (name: string) =>
    `Si ocultas a ${name}, no se avisa a nadie. Las horas que anote contigo siguen esperando en «Todas las horas».`,
  tell: 'Contárselo a alguien',

  tellTitle: 'Contárselo a alguien',
  tellLead:
    'Elige quién debe saberlo. Solo esas personas pueden leer lo que escribas aquí.',
  tellNobody: 'Todavía no hay aquí nadie más a quien contárselo.',
  tellWho: '¿Quién debe saberlo?',
  tellWhat: '¿Qué ha pasado, con tus palabras?',
  tellMost: (most: number) => `Puedes contárselo a ${number(most)} personas a la vez.`,
  tellAct: 'Contárselo',
  tellNeedsWho: 'Elige a alguien, por favor.',
  tellNeedsWhat: 'Escribe de qué se trata, por favor.',
  told: 'Ya lo saben. Puedes retirarlo en Ajustes.',

  askedTo: (name: string) => `${name} te pide que mires algo`,
  askedAbout: (name: string) => `Se trata de ${name}.`,
  askedAboutCard: (name: string, title: string) =>
    `Se trata de la tarjeta «${title}», de ${name}.`,
  askedNote:
    'Leerlo no decide nada, y nadie sabe que lo has leído. Ayuda hablarlo en persona.',
  seePerson: (name: string) => `Ver a ${name}`,
  seeCard: 'Ver la tarjeta',
  haveRead: 'Lo he leído',

  settingsTitle: 'Lo que has ocultado',
  settingsNone: 'No has ocultado nada.',
  settingsPeople: 'Personas',
  settingsCards: 'Tarjetas',
  settingsTold: 'Lo que has contado',
  cardGone: 'Una tarjeta que se quitó',
  showAgain: 'Volver a mostrar',
  takeBack: 'Retirar',
  aboutWhen: (name: string, when: string) => `Sobre ${name}, ${when}`,
};

/** What needs somebody, in one place. */
export const inbox = {
  notice: (community: string) => `Algo te espera en ${community}`,

  tell: 'Avísame cuando algo me espere',
  tellHint:
    'Solo mientras Manyhands está abierto en segundo plano. Sin nombres, porque otros pueden ver tu pantalla.',
  tellRefused:
    'Este navegador no lo permite. Puedes cambiarlo en los ajustes del navegador.',
};
