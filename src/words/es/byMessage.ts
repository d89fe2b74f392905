import { inThree } from './trouble.ts';

export const byMessage = {
  offer:
    '¿Nunca en línea a la vez? Pide entrar por mensaje: lo que te respondan te deja entrar.',
  ask: 'Pedirlo por mensaje',
  askTitle: 'Tu petición como mensaje',
  askHow:
    'Envíalo a quien te invitó. Abre el enlace en su teléfono; después abre aquí el enlace que te devuelva.',
  askText: (community: string, link: string) =>
    `Déjame entrar en ${community}, por favor. Abre esto donde la tengas:\n${link}`,
  askLabel: 'Tu petición, con su enlace',
  send: 'Enviarlo',
  noInvite: 'Este teléfono no vino con ninguna invitación que se pueda enviar.',

  askedTitle: 'Alguien pide entrar',
  letIn: (name: string) => `${name} ya puede entrar.`,
  letInUnnamed: 'Ya puede entrar.',
  answerHow: 'Ahora devuelve esto. En su teléfono abre la puerta, y en ningún otro.',
  answerText: (community: string, link: string) =>
    `Ya puedes entrar en ${community}. Abre esto en el teléfono con el que lo pediste:\n${link}`,
  answerLabel: 'Tu respuesta, con su enlace',
  welcomedTitle: 'Una respuesta a tu petición',

  foreign: inThree(
    'Este mensaje es para otra comunidad o para otro teléfono.',
    'Ábrelo en el teléfono al que iba dirigido.',
    'Aquí no ha cambiado nada.',
  ),
  unproven: inThree(
    'Esta petición no es lo que dice.',
    'Pide a quien la envió que la envíe otra vez.',
    'Aquí no ha cambiado nada.',
  ),
  notLetIn: inThree(
    'Esta respuesta no deja entrar a este teléfono.',
    'Envía tu petición otra vez a quien te invitó.',
  ),
  busy: inThree(
    'Este teléfono no puede dejar entrar a nadie.',
    'Reenvía el mensaje a otro miembro: su teléfono sí puede.',
  ),
};

export const noLines = {
  title: 'Aquí los teléfonos no pueden encontrarse directamente',
  text: 'Este navegador no abre líneas directas con otros teléfonos. Todo lo demás funciona: enseña un código a quien tengas al lado, envía enlaces por mensaje, lleva paquetes.',
  waiting: 'En espera: este navegador no abre líneas directas',
  waitingDetail:
    'Envía un mensaje, enseña un código o lleva un paquete. No se pierde nada.',
  waitingToJoin:
    'Tu petición está guardada. Este navegador no abre líneas directas: envíala por mensaje.',
  pair: inThree(
    'Este navegador no abre líneas directas con otros teléfonos.',
    'Usa otro navegador, o envía un mensaje o un paquete.',
  ),
};
