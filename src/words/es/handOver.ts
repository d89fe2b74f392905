import { inThree } from './trouble.ts';

/** Things that change hands: no hours move, and both say that it was so. */
export const handOver = {
  title: '¿Quién la tiene?',
  noHours: 'Las dos partes dicen que así fue. No se cuentan horas.',

  whom: {
    give: '¿A quién se la diste?',
    lend: '¿A quién se la prestaste?',
    swap: '¿Con quién la cambiaste?',
  },
  chooseFirst: 'Elige quién fue.',
  out: {
    give: (name: string) => `Se la di a ${name}`,
    lend: (name: string) => `Se la presté a ${name}`,
    swap: (name: string) => `La cambié con ${name}`,
  },
  got: {
    give: 'Me la han dado',
    lend: 'Me la han prestado',
    swap: 'La hemos cambiado',
  },
  /** Of a swap, what of the other's cards. */
  gotFor: '¿Qué recibiste a cambio?',
  gaveFor: '¿Qué diste a cambio?',
  nothingHere: 'Algo sin tarjeta',
  saysSwap: (name: string) => `${name} dice: «Hemos cambiado estas cosas».`,
  swappedThese: (name: string) => `Cambiaste estas cosas con ${name}`,
  yours: 'De tu parte',
  theirs: (name: string) => `De ${name}`,
  isBack: 'Ya la tengo otra vez',
  broughtBack: 'La he devuelto',

  saysOut: {
    give: (name: string) => `${name} dice: «Te di esto».`,
    lend: (name: string) => `${name} dice: «Te presté esto».`,
    swap: (name: string) => `${name} dice: «Cambiamos esto».`,
  },
  saysGot: {
    give: (name: string) => `${name} dice: «Me diste esto».`,
    lend: (name: string) => `${name} dice: «Me prestaste esto».`,
    swap: (name: string) => `${name} dice: «Cambiamos esto».`,
  },
  saysBack: (name: string) => `${name} dice: «Ya la tengo otra vez».`,
  saysBroughtBack: (name: string) => `${name} dice: «Te la he devuelto».`,

  lentTo: (name: string, when: string) =>
    `La tiene ${name} en préstamo. Desde: ${when}.`,
  lentToMe: (name: string, when: string) =>
    `La tienes en préstamo de ${name}. Desde: ${when}.`,
  lentNow: 'Ahora está prestada. Puedes pedirla cuando vuelva.',
  lentJustNow: 'Prestada ahora',
  gone: {
    give: 'Se ha regalado.',
    lend: 'Se ha regalado.',
    swap: 'Se ha cambiado.',
  },
  goneTo: {
    give: (name: string, when: string) => `Se la diste a ${name}, ${when}.`,
    lend: (name: string, when: string) => `Se la diste a ${name}, ${when}.`,
    swap: (name: string, when: string) => `La cambiaste con ${name}, ${when}.`,
  },
  goneToMe: {
    give: (name: string, when: string) => `${name} te la dio, ${when}.`,
    lend: (name: string, when: string) => `${name} te la dio, ${when}.`,
    swap: (name: string, when: string) => `${name} la cambió contigo, ${when}.`,
  },

  asked: (name: string) =>
    `Se le ha preguntado a ${name}. Vale cuando las dos partes lo hayan dicho.`,
  askNext: (name: string) => `Pedírselo a ${name} para después`,
  wouldLikeNext: (title: string) =>
    `Cuando «${title}» vuelva a estar libre, me gustaría tenerlo.`,
  takeBack: 'Retirar',
  takenBack: 'Retirado. Nada ha cambiado.',
  yes: 'Sí, así fue',
  notSo: 'No, así no fue',
  putAside: 'Nada ha cambiado, y nadie se entera.',
  changed: inThree(
    'Mientras tanto algo ha cambiado.',
    'Míralo otra vez. Después prueba de nuevo, si todavía quieres.',
  ),
  nobody: 'Aún no hay a quién elegir.',
};
