import { formats } from './hours.ts';

const { number } = formats;

/** What somebody does not want to see, and whom they tell. */
export const peace = {
  fold: 'Esto no es para mí',
  foldPerson: (name: string) => `Quiero estar en paz con ${name}`,
  hide: 'Ocultar esta tarjeta',
  hidden: 'La tarjeta está oculta, solo para ti.',
  block: (name: string) => `No ver nada más de ${name}`,
  blocked: (name: string) => `Ya no ves nada de ${name}.`,
  unblock: (name: string) => `Volver a ver a ${name}`,
  isBlocked: (name: string) => `Has elegido no ver nada de ${name}.`,
  onlyHere: 'Esto se guarda en tus propios teléfonos, y nadie lo sabe.',
  hoursStay: (name: string) =>
    `Lo que ${name} anote contigo sigue esperando en «Todas las horas», todo el tiempo que quieras.`,
  tell: 'Contárselo a alguien',

  tellTitle: 'Contárselo a alguien',
  tellLead:
    'Elige quién debe saberlo. Reciben lo que escribas aquí, y nadie más puede leerlo.',
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
    'Con leerlo no decides nada, y nadie sabe que lo has leído. Ayuda hablarlo en persona.',
  seePerson: (name: string) => `Ver a ${name}`,
  seeCard: 'Ver la tarjeta',
  haveRead: 'Lo he leído',

  settingsTitle: 'Lo que no ves',
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
