import { formats } from './hours.ts';

const { plural } = formats;

export const agents = {
  title: 'Vecinos sin móvil',
  detail: 'Quién apunta por quién',
  lead: 'Quien no tiene móvil también puede dar horas y pedirlas: alguien de aquí apunta en su nombre. Guarda una hoja que muestra que las horas son suyas.',
  youWriteFor: 'Apuntas por',
  others: 'También sin móvil',
  nobodyElse: 'Nadie más aquí está sin móvil.',
  writes: (by: string, of: string) => `${by} apunta por ${of}`,
  nobodyWrites: 'Ahora nadie apunta en su nombre',
  writesForYou: 'Estas personas apuntan por ti',
  writesForYouText: (by: string) =>
    `Lo que ${by} apunta por ti cuenta como tuyo. Puedes acabarlo con tu hoja.`,
  endIt: (by: string) => `${by} ya no apunta por mí`,
  ended: (by: string) => `${by} ya no apunta por ti.`,
  add: 'Añadir a alguien sin móvil',
  take: 'Apuntar por alguien, con su hoja',
  waits: (count: number) =>
    plural(count, { one: 'Espera una cosa', other: 'Esperan # cosas' }),
  nothingWaits: 'No espera nada',

  newLead: 'Sentaos juntos: son dos minutos.',
  name: '¿Cómo se llama?',
  nameHint: 'Como se le conoce aquí.',
  can: '¿Qué sabe hacer?',
  canHint: 'Pregúntale y toca lo que encaje. Nada también vale.',
  youWrite: (name: string) => `Tú apuntas por ${name}. Todos ven cuándo lo hiciste tú.`,
  spare: (names: string, needed: number, of: number) =>
    needed === of
      ? `Si se pierde la hoja: ${names} dicen a la vez quién es.`
      : `Si se pierde la hoja: dos de entre ${names} dicen a la vez quién es.`,
  noSpare:
    'Aún hay muy poca gente aquí para guardar una llave de repuesto. Por eso la hoja no debe perderse.',
  toPage: 'Seguir a la hoja',
  takesMore: 'Aquí no puedes abrir a alguien tú solo',
  takesMoreText: 'En esta comunidad hace falta más de una persona. No ha cambiado nada.',
  paperLead: (name: string) =>
    `Imprime esta hoja y dásela a ${name}. Quien la tiene puede decir que estas horas son suyas.`,
  printed: 'Está impresa: que entre',
  copied: 'He copiado las palabras a mano: que entre',
  keepPaper: 'Guarda la hoja e inténtalo otra vez.',
  kitHead: 'Mis horas son mías',

  ofThem: (name: string) => `Las horas de ${name}`,
  strip: (name: string) => `Estás apuntando por ${name}.`,
  toMine: 'Volver a lo mío',
  record: 'Apuntar ayuda',
  post: 'Colgar una tarjeta',
  cards: 'Sus tarjetas',
  profile: 'Lo que muestra de sí',
  allHours: 'Todas sus horas',
  beside: (name: string) =>
    `Pregunta a ${name} antes de decir que sí, y apunta solo lo que sabéis los dos.`,
  noMore: 'Ya no apuntas en su nombre',
  noMoreText: 'Ahora lo hace otra persona, o ya tiene móvil. Todas sus horas siguen ahí.',
  waitsTitle: (name: string) => `Algo espera a ${name}`,
  waitsAct: (name: string) => `Apuntar por ${name}`,

  takeTitle: 'Apuntar por alguien',
  takeLead: 'Su hoja muestra que lo quiere. Escanea su código o escribe sus doce palabras.',
  takeAct: 'Mirar de quién es la hoja',
  takeWrong: 'Esta hoja no es de nadie de aquí, o hay otra más nueva.',
  takeHasPhone: 'Esta persona tiene móvil. Ahí puede decir quién apunta por ella.',
  takeWhose: (name: string) => `Es la hoja de ${name}`,
  takeNow: (by: string, of: string) => `Ahora ${by} apunta por ${of}.`,
  instead: 'Desde ahora yo, y nadie más',
  besides: 'Yo también',
  takeYes: (name: string) => `Apuntar por ${name}`,
  lostFold: 'La hoja se ha perdido',
  lostLead:
    'Imprimid juntos una hoja nueva. Quienes guardan una llave de repuesto dicen quién es; entonces cuenta la nueva y la perdida no abre nada.',
  lostWhose: '¿De quién es la hoja perdida?',
  lostPaper: (name: string) => `Imprime esta hoja nueva y dásela a ${name}.`,
  lostPrinted: 'Está impresa',
  lostNobody: (name: string) =>
    `Nadie guarda una llave de repuesto de ${name}. Sin la hoja nadie puede tomar el relevo.`,
  lostShow: (names: string) => `Enséñalo a ${names}. Cada persona dice que sí en su móvil.`,
  lostDigits: 'Ven las mismas cifras:',
  lostCode: 'Código para quienes guardan una llave de repuesto',
  lostMessage: (name: string, link: string) =>
    `${name} ha perdido su hoja y tiene una nueva. Guardas una llave de repuesto: abre esto y di si es ${name}. ${link}`,
  lostSoFar: (yes: number, needed: number) =>
    `${String(yes)} de ${String(needed)} han dicho que sí`,
  lostWait: 'Puedes cerrar esto. Escanea aquí la hoja nueva cuando hayan dicho que sí.',

  recordedBy: (by: string, of: string) => `Lo apuntó ${by}, por ${of}`,
  answeredBy: (by: string, of: string) => `Respondió ${by}, por ${of}`,
  noPhone: (name: string) => `${name} no tiene móvil.`,
  answersFor: (by: string, of: string) => `${by} responde por ${of}`,
  noWords: (name: string, by: string) =>
    `${name} no tiene móvil, así que no se pueden mandar palabras. Hablad en persona o pregunta a ${by}.`,
  noWordsNobody: (name: string) =>
    `${name} no tiene móvil, así que no se pueden mandar palabras. Hablad en persona.`,
};
