import { duration, formats } from './hours.ts';

const { number, plural } = formats;

/** Leaving a community for good, until it is off this phone. */
export const leaving = {
  settingsTitle: 'Irse',
  settingsText:
    'Tu nombre y tus palabras se borran en todas partes. Las horas se quedan, para que a nadie le fallen sus horas.',
  open: (community: string) => `Irme de ${community}…`,

  title: (community: string) => `Irse de ${community}`,
  lead: 'Puedes irte cuando quieras, y nadie pregunta por qué.',
  goes: 'Lo que se va',
  goesName: 'Tu nombre y lo que muestras de ti',
  goesWords: 'Cada palabra que escribiste: notas y gracias',
  goesInvites: 'Tus invitaciones: ya nadie puede usarlas',
  goesText:
    'Cada teléfono de la comunidad lo borra en cuanto sabe que te fuiste. Lo que alguien haya descargado o impreso se queda.',
  stays: 'Lo que se queda',
  staysHours:
    'Tus horas: cuánto tiempo, qué día, con quién. Sin ellas las horas de los demás estarían mal. En lugar de tu nombre pone «Alguien que se fue».',
  staysTheirs: 'Lo que otras personas te escribieron: es suyo.',

  before: 'Todavía pendiente',
  toGiveBack: (minutes: number) =>
    `Tienes ${duration(minutes)} por devolver. Puedes irte de todos modos. Nadie te las va a pedir.`,
  toAskFor: (minutes: number) =>
    `Todavía puedes pedir ${duration(minutes)}. Cuando te hayas ido, nadie puede usar estas horas.`,
  waiting: (count: number) =>
    plural(count, {
      one: '# hora espera tu respuesta. Cuando te hayas ido, ya no podrás responder.',
      other:
        '# horas esperan tu respuesta. Cuando te hayas ido, ya no podrás responder.',
    }),
  waitingSee: 'Ver lo que espera',
  asked: (count: number) =>
    plural(count, {
      one: 'Has preguntado por # hora y aún no hay respuesta. Todavía pueden decir que sí cuando te hayas ido.',
      other:
        'Has preguntado por # horas y aún no hay respuesta. Todavía pueden decir que sí cuando te hayas ido.',
    }),

  take: 'Llévate lo tuyo',
  takeText:
    'Tus horas y tus notas, en un archivo. Cuando te hayas ido, nadie podrá dártelo.',
  otherPhones:
    'Tus otros teléfonos también se van, en cuanto se enteran. Lo que escribiste allí y nunca se envió se borra también.',
  offline:
    'Estás sin conexión. Puedes irte de todos modos. Los demás lo sabrán la próxima vez que coincidan contigo en línea.',
  act: (community: string) => `Irme de ${community}`,
  sureTitle: '¿Irte para siempre?',
  sureText:
    'No se puede deshacer. Puedes volver con una invitación, pero como alguien nuevo, sin horas.',
  sureAct: 'Irme para siempre',
  stay: 'Quedarme',
  working: 'Borrando tus palabras…',

  left: (community: string) => `Te has ido de ${community}`,
  erased: 'Tu nombre y tus palabras están borrados en este teléfono.',
  notErased: 'En este teléfono aún no se han borrado todas tus palabras.',
  again: 'Seguir borrando',
  toldNobody: 'Todavía no lo sabe nadie',
  told: (told: number, of: number) =>
    plural(told, {
      one: `Lo sabe # de ${number(of)}`,
      other: `Lo saben # de ${number(of)}`,
    }),
  toldText:
    'También han borrado tus palabras, y se lo dicen a los demás. Cuando lo sepan dos, la comunidad se quita de este teléfono por sí sola.',
  waitText:
    'Lo sabrán la próxima vez que coincidan contigo en línea. Hasta entonces conserva Manyhands en este teléfono y ábrelo de vez en cuando. Nada más puede borrar tus palabras en los otros teléfonos.',
  elsewhere:
    'Te fuiste en otro teléfono tuyo. Este tampoco conserva nada de ti. Puedes quitar la comunidad de aquí cuando quieras.',
  comeBack:
    'Puedes volver con una invitación, como alguien nuevo, cuando ya no esté en este teléfono.',
  takeOff: (community: string) => `Quitar ${community} de este teléfono`,
  earlyTitle: '¿Quitarla antes de que se sepa?',
  earlyNobody:
    'Todavía no lo sabe nadie. Si se quita ahora, tu nombre y tus palabras se quedan en los otros teléfonos, y allí ya nada puede borrarlos.',
  earlySome: (told: number, of: number) =>
    plural(told, {
      one: `Hasta ahora lo sabe # de ${number(of)}. Si ese teléfono se pierde antes de decírselo a los demás, tus palabras se quedan en ellos.`,
      other: `Hasta ahora lo saben # de ${number(of)}. Se lo dicen a los demás.`,
    }),
  earlyAct: 'Quitarla de todos modos',
  wait: 'Esperar',

  goneTitle: 'Adiós, y gracias',
  gone: (community: string) =>
    `${community} ya no está en este teléfono. Aquí no se conserva nada de ella.`,
  goneTold: (told: number, of: number) =>
    plural(told, {
      one: `# de ${number(of)} sabe que te fuiste, y se lo dice a los demás.`,
      other: `# de ${number(of)} saben que te fuiste, y se lo dicen a los demás.`,
    }),
  goneToldAll: 'Todo el mundo sabe que te fuiste.',
  goneUntold: 'Nadie sabía todavía que te fuiste.',
  goneBack:
    'Tus horas siguen con los demás, como «Alguien que se fue». Si algún día quieres volver, pide una invitación. Empiezas como alguien nuevo.',
  goneAct: 'Al inicio',
};
