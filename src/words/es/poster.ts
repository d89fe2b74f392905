import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { plural } = formats;

/** A poster for walls and chat groups, and the door that it leads to. */
export const poster = {
  // Made and kept by a member.
  title: 'Carteles',
  lead: 'Un cartel es para quien pase por delante. Quien lo escanea puede tocar a la puerta. Ve solo el nombre y el acuerdo hasta que un miembro le deja entrar.',
  whereLabel: '¿Dónde va a estar?',
  whereHint: 'La biblioteca, el chat de la escuela… Te ayuda a distinguirlos.',
  hang: 'Hacer un cartel',
  making: 'Preparando un cartel…',
  notYet: 'Podrás colgar carteles en cuanto te hayan dejado entrar a ti.',
  plain: 'Un cartel',
  came: (count: number) =>
    plural(count, {
      zero: 'Aún no lo ha usado nadie',
      one: '# persona lo ha usado',
      other: '# personas lo han usado',
    }),
  print: 'Imprimirlo',
  share: 'Enviar el enlace',
  shareText: (community: string, link: string) =>
    `${community} es un banco de tiempo: una hora de ayuda es una hora, la dé quien la dé. Toca aquí a la puerta:\n${link}`,
  linkLabel: 'O envía este enlace a un grupo',
  code: (community: string) =>
    `Un código para escanear y tocar a la puerta de ${community}`,
  elsewhere: 'Se hizo en otro teléfono tuyo, y allí se puede imprimir.',
  takeDown: 'Descolgar',
  takeDownWhich: (label: string) => `Descolgar el cartel: ${label}`,
  takeDownTitle: '¿Descolgar este cartel?',
  takeDownText:
    'Nadie podrá tocar a la puerta con él, esté donde esté. Quien entró con él se queda.',
  takeDownAct: 'Descolgarlo',
  takeDownKeep: 'Dejarlo',
  takenDown: 'El cartel está descolgado.',
  fromInvite: 'Colgar un cartel',
  fromInviteText:
    'Para mucha gente a la vez: un cartel para una pared o un grupo de chat.',
  awake:
    'Entra a mirar de vez en cuando: quien toca a la puerta espera a que un miembro le deje entrar.',

  // What stands on it.
  sheetHead: 'Una hora es una hora',
  sheetText:
    'Nos ayudamos y contamos solo horas. La hora de cada persona vale lo mismo. Ven y toca a la puerta:',
  sheetSteps:
    'Escanea esto con tu teléfono, escribe tu nombre y alguien de la comunidad te deja entrar.',
  sheetAddress: (host: string) =>
    `Lleva a ${host}. ¿No puedes escanearlo? Cualquier miembro puede invitarte.`,

  // Somebody who has read it.
  knockTitle: (community: string) => `Tocar a la puerta de ${community}`,
  knockTitlePlain: 'Tocar a la puerta de una comunidad',
  knockLead:
    'Alguien tiene que dejarte entrar. Hasta entonces ves solo el nombre y el acuerdo. De ti se ve solo lo que escribas aquí.',
  lineHint: '«Vivo encima de la panadería». Ayuda a saber quién llama.',
  lineLabel: (optional: string) => `¿Quién eres, en una línea? (${optional})`,
  act: 'Tocar a la puerta',
  knocking: 'Tocando a la puerta…',
  waitingTitle: 'Has tocado a la puerta',
  waitingHeard:
    'Te han oído. Ahora alguien tiene que dejarte entrar. Deja esto abierto, o vuelve más tarde.',
  waitingUnheard:
    'Ahora mismo no hay nadie en línea. Tu llamada está guardada en este teléfono. Se envía otra vez cada vez que abres Manyhands.',

  damaged: inThree(
    'Falta una parte de la dirección de este cartel.',
    'Escanéalo otra vez, o pide el enlace entero.',
  ),
  unknown: inThree(
    'En la comunidad nadie conoce todavía este cartel.',
    'Vuelve a tocar más tarde, o pide a quien lo colgó que abra Manyhands un momento.',
    'Tu llamada se guarda en este teléfono.',
  ),
  goneFromTheWall: inThree(
    'Este cartel se ha descolgado.',
    'Pide una invitación a alguien que conozcas allí.',
  ),

  // A member, at home.
  atDoor: (name: string) => `Hay alguien en la puerta: ${name}`,
  says: (line: string) => `«${line}»`,
  saysNothing: 'No ha escrito nada más.',
  hearsay:
    'Esto lo dice esa persona de sí misma. Déjale entrar solo si le abrirías la puerta de tu casa.',
  letIn: 'Dejar entrar',
  notNow: 'Ahora no',
  moreAtDoor: (count: number) =>
    plural(count, { one: 'y # más en la puerta', other: 'y # más en la puerta' }),
  isIn: (name: string) => `${name} ya está dentro. ¡Salúdale!`,
  isGone: 'Aquí no se muestra más. Otro miembro todavía puede dejarle entrar.',
};
