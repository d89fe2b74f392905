import { duration, formats } from './hours.ts';

const { plural } = formats;

export const agents = {
  title: 'Gente sin teléfono',
  detail: 'Quién anota por quién.',
  lead: 'Quien no tiene teléfono también puede dar horas y pedirlas: alguien de aquí anota en su nombre. Guarda una hoja que muestra que las horas son suyas.',
  youWriteFor: 'Anotas por',
  others: 'También sin teléfono',
  nobodyElse: 'Nadie más aquí está sin teléfono.',
  writes: (by: string, of: string) => `${by} anota por ${of}`,
  nobodyWrites: 'Ahora nadie anota en su nombre',
  writesForYou: 'Estas personas anotan por ti',
  endIt: (by: string) => `${by} ya no anota por mí`,
  add: 'Añadir a alguien sin teléfono',
  take: 'Anotar por alguien, con su hoja',
  waits: (count: number) =>
    plural(count, { one: 'Espera una cosa', other: 'Esperan # cosas' }),
  nothingWaits: 'No espera nada',

  newLead: 'Con calma y al lado: son dos minutos.',
  name: '¿Cómo se llama?',
  nameHint: 'Como se le conoce aquí.',
  can: '¿Qué sabe hacer?',
  canHint: 'Pregúntale y toca lo que encaje. Nada también vale.',
  youWrite: (name: string) => `Tú anotas por ${name}. Todos ven cuándo lo hiciste tú.`,
  spare: (names: string, needed: number, of: number) =>
    needed === of
      ? `Si se pierde la hoja: ${names} dicen a la vez quién es.`
      : `Si se pierde la hoja: dos de entre ${names} dicen a la vez quién es.`,
  noSpare:
    'Aún hay muy poca gente aquí para guardar una llave de repuesto. Por eso la hoja no debe perderse.',
  toPage: 'Seguir a la hoja',
  takesMore: 'Aquí no basta una persona para dejar entrar a alguien',
  takesMoreText:
    'En esta comunidad hace falta más de una persona. No ha cambiado nada.',
  paperLead: (name: string) =>
    `Imprime esta hoja y dásela a ${name}. Quien la tiene puede decir que estas horas son suyas.`,
  printed: 'Está impresa: que entre',
  copied: 'He copiado las palabras a mano: que entre',
  keepPaper: 'Guarda la hoja e inténtalo otra vez.',
  messageTo: (name: string) => `Escribir a ${name}`,
  sum: (name: string, minutes: number) =>
    minutes === 0
      ? `${name} aún no tiene nada que dar ni pedir`
      : minutes > 0
        ? `${name} puede pedir ${duration(minutes)}`
        : `A ${name} le quedan ${duration(minutes)} por devolver`,
  kitDo: 'Cuando tengas tu propio teléfono',
  kitHead: 'Mis horas son mías',

  ofThem: (name: string) => `Las horas de ${name}`,
  strip: (name: string) => `Estás anotando por ${name}.`,
  toMine: 'Volver a lo mío',
  record: 'Anotar ayuda',
  post: 'Colgar una tarjeta',
  cards: 'Sus tarjetas',
  profile: 'Lo que muestra de sí',
  allHours: 'Todas sus horas',
  beside: (name: string) =>
    `Pregunta a ${name} antes de decir que sí, y anota solo lo que saben las dos partes.`,
  noMore: 'Ya no anotas en su nombre',
  noMoreText:
    'Ahora lo hace otra persona, o anota por su cuenta. Todas sus horas siguen ahí.',
  waitsTitle: (name: string) => `Algo espera a ${name}`,
  waitsAct: (name: string) => `Anotar por ${name}`,

  takeTitle: 'Anotar por alguien',
  takeLead:
    'Su hoja muestra que lo quiere. Escanea su código o escribe sus doce palabras.',
  takeAct: 'Mirar de quién es la hoja',
  takeWrong: 'Esta hoja no es de nadie de aquí, o hay otra más nueva.',
  takeHasPhone: 'Esta persona tiene teléfono. Ahí puede decir quién anota por ella.',
  takeWhose: (name: string) => `Es la hoja de ${name}`,
  takeNow: (by: string, of: string) => `Ahora ${by} anota por ${of}.`,
  instead: 'Desde ahora yo, y nadie más',
  besides: 'Yo también',
  takeYes: (name: string) => `Anotar por ${name}`,
  lostFold: 'La hoja se ha perdido',
  lostLead:
    'Imprime a su lado una hoja nueva. Quienes guardan una llave de repuesto dicen quién es; entonces cuenta la nueva y la perdida no abre nada.',
  lostWhose: '¿De quién es la hoja perdida?',
  lostPaper: (name: string) => `Imprime esta hoja nueva y dásela a ${name}.`,
  lostPrinted: 'Está impresa',
  lostNobody: (name: string) =>
    `Nadie guarda una llave de repuesto de ${name}. Sin la hoja nadie puede tomar el relevo.`,
  lostShow: (names: string) =>
    `Enséñalo a ${names}. Cada persona dice que sí en su teléfono.`,
  lostDigits: 'Ven las mismas cifras:',
  lostCode: 'Código para quienes guardan una llave de repuesto',
  lostMessage: (name: string, link: string) =>
    `${name} ha perdido su hoja y tiene una nueva. Guardas una llave de repuesto: abre esto y di si es ${name}. ${link}`,
  lostSoFar: (yes: number, needed: number) =>
    `${String(yes)} de ${String(needed)} han dicho que sí`,
  lostWait: 'Puedes cerrar esto. Escanea aquí la hoja nueva cuando hayan dicho que sí.',

  recordedBy: (by: string, of: string) => `Lo anotó ${by}, por ${of}`,
  answeredBy: (by: string, of: string) => `Respondió ${by}, por ${of}`,
  noPhone: (name: string) => `${name} no tiene teléfono.`,
  answersFor: (by: string, of: string) => `${by} responde por ${of}`,
  noWords: (name: string, by: string) =>
    `${name} no tiene teléfono, así que no le llegan mensajes. Habla en persona, o pregunta a ${by}.`,
  noWordsNobody: (name: string) =>
    `${name} no tiene teléfono, así que no le llegan mensajes. Habla en persona.`,
};
