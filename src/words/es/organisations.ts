import { duration, formats } from './hours.ts';

const { number, plural } = formats;

export const organisations = {
  title: 'Organizaciones',
  detail: 'Consultorios, escuelas, el fondo.',
  empty: 'Aún no hay ninguna organización',
  emptyText:
    'Un consultorio, una escuela o una tienda puede dar y recibir horas, como cualquier persona.',
  add: 'Añadir una organización',
  youSign: 'Firmas por ella',
  signedBy: (names: string) => `Firman: ${names}`,
  openedBy: (name: string) => `Iniciativa de ${name}`,
  pot: 'Nuestro fondo',
  potKind: 'Un fondo',
  unknown: 'Este teléfono aún no la conoce',
  unknownText: 'Quizá está en camino. Quédate en línea un momento.',

  step: (at: number, of: number) => `Paso ${number(at)} de ${number(of)}`,
  whatIsIt: '¿Qué es?',
  anOrganisation: 'Una organización',
  aPot: 'Un fondo para todos',
  name: '¿Cómo se llama?',
  nameHint: 'Como lo dice la gente de aquí.',
  words: '¿Qué hace?',
  wordsHint:
    'Qué ofrece, qué le vendría bien, cuándo abre. Puede leerlo toda la comunidad.',
  alike: (name: string) => `Ya hay aquí «${name}»`,
  alikeText:
    'Si es la misma, usa esa. Si no, di en el nombre en qué se distingue la tuya.',
  alikeMember: (name: string) => `También hay una persona que se llama ${name}.`,
  whoSigns: '¿Quién firma?',
  whoSignsText:
    'Dicen que sí en su nombre, como tú dices que sí por ti. Se puede cambiar después.',
  addSigner: 'Añadir a alguien que firme',
  leaveOut: (name: string) => `Quitar a ${name}`,
  howMany: '¿Cuántos «sí» hacen falta?',
  howManyText: 'Para cada hora que da o recibe.',
  takes: (threshold: number, of: number) =>
    of === 1
      ? 'Firma una persona, y basta un sí.'
      : threshold === 1
        ? `Firman ${number(of)} personas, y basta un sí.`
        : `Firman ${number(of)} personas, y hace falta el sí de ${number(threshold)}.`,
  preview: (name: string, names: string) => `${name}: firman ${names}.`,
  previewOne: (name: string, who: string) => `${name}: firma ${who}.`,
  next: 'Siguiente',
  openAct: 'Añadir',

  has: (name: string, minutes: number) =>
    minutes === 0
      ? `${name} ha dado tanto como ha recibido`
      : minutes > 0
        ? `${name} puede pedir`
        : `${name} puede devolver`,
  yearTitle: 'En las últimas 52 semanas',
  given: 'Dado',
  received: 'Recibido',
  potHas: (minutes: number): string =>
    minutes === 0
      ? 'El fondo está vacío'
      : minutes > 0
        ? 'En el fondo'
        : 'El fondo ha dado de más',
  yearText: (given: number, received: number) =>
    `En las últimas 52 semanas dio ${duration(given)} y recibió ${duration(received)}.`,
  onlyReceived: (name: string, since: string) =>
    `${name} solo ha recibido ayuda desde ${since}. ¿A quién le vendría bien lo que tiene: una sala, un asiento, una hora?`,
  signTitle: 'Quién firma',
  contested: 'Dos grupos dicen cosas distintas sobre quién firma',
  contestedText:
    'No se pierde nada. Pueden decidirlo juntas todas las personas de la comunidad.',
  cardChange: 'Cambiar el nombre y las palabras',
  cardSaved: 'Guardado. Ahora se ve así.',
  recordFor: (name: string) => `Anotar una ayuda por ${name}`,
  recordWith: (name: string) => `Anotar una ayuda con ${name}`,
  changeSigners: 'Cambiar quién firma',
  pinFor: (name: string) => `Colgar una tarjeta por ${name}`,
  pinIt: (name: string) => `Colgarla por ${name}`,
  pinnedBy: (name: string) => `la cuelga ${name}`,
  answerLeads: (by: string, name: string) =>
    `Hablarás con ${by}, que firma por ${name}. La hora será con ${name}.`,
  picture: 'Una imagen en su botón',
  pictureHint:
    'La ven todas las personas de aquí. Se hace pequeña, y no dice dónde se tomó.',
  pictureRemove: 'Quitar la imagen',
  pictureIn: 'La imagen está en su botón.',
  pictureOut: 'La imagen está quitada.',
  share: 'Repartir sus horas',
  hoursTitle: 'Lo que entró y salió',
  noHours: 'Aún no hay horas',
  noHoursText: 'Aquí verás la primera hora que dé o reciba.',
  helped: (helper: string, helped: string) => `${helper} ayudó a ${helped}`,
  gave: (from: string, to: string) => `${from} da horas a ${to}`,
  givesYou: (name: string) => `${name} te da horas`,
  asksYou: (name: string) => `${name} te pide horas`,
  corrects: (one: string, other: string) => `${one} y ${other} corrigen una hora`,
  waiting: (list: string) => `Falta un sí: ${list}.`,
  waitingShared: (list: string) => `Repartido, falta un sí: ${list}.`,
  waitsForSigners: (count: number) =>
    plural(count, { one: 'Falta # sí', other: 'Faltan # «sí»' }),
  takeBack: 'Retirar',
  putRight: 'Corregirlo',
  takenBack: 'Retirado. No han cambiado las horas.',
  putRightAsked: 'Preguntado. Cuenta cuando las dos partes digan que sí.',

  signersLead: (count: number) =>
    plural(count, {
      one: 'Con tu sí basta para cambiarlo.',
      other: 'Cambia cuando # de quienes firman ahora digan lo mismo.',
    }),
  suggest: 'Proponer esto',
  changeNow: 'Cambiarlo',
  wantsOthers: (by: string, name: string) => `${by} propone quién firma por ${name}`,
  newSigners: (names: string, takes: string) => `Desde ahora: ${names}. ${takes}`,
  dropped: (names: string) => `Ya no: ${names}.`,
  saidSoFar: (said: number, of: number) =>
    `Han dicho que sí ${number(said)} de ${number(of)}.`,
  agree: 'Decir que sí a esto',
  agreed: 'Has dicho que sí.',
  askedOthers: 'Se pregunta a las demás personas que firman.',

  saysHelpedIt: (by: string, name: string) => `${by} dice: «Ayudé a ${name}».`,
  saysItHelped: (by: string, name: string) => `${by} dice: «${name} me ayudó».`,
  saysForItHelped: (by: string, name: string, other: string) =>
    `${by} dice por ${name}: «Ayudamos a ${other}».`,
  saysForItWasHelped: (by: string, name: string, other: string) =>
    `${by} dice por ${name}: «${other} nos ayudó».`,
  givesIt: (by: string, name: string) => `${by} da horas a ${name}`,
  asksIt: (by: string, name: string) => `${by} pide horas a ${name}`,
  wouldGive: (by: string, name: string, other: string) =>
    `${by} daría a ${other} horas de ${name}`,
  asksPutRight: (by: string, name: string) =>
    `${by} pregunta a ${name}: «¿Podemos corregir esto?».`,
  yesFor: (name: string) => `Decir que sí por ${name}`,
  yesIsEnough: 'Con tu sí basta.',
  moreAfterYours: (count: number) =>
    plural(count, {
      one: 'Después del tuyo falta # sí.',
      other: 'Después del tuyo faltan # «sí».',
    }),
  belowZero: (name: string, minutes: number) =>
    `${name} tendría entonces ${duration(minutes)} por devolver.`,
  saidYes: (name: string) => `Has dicho que sí por ${name}.`,
  saidNo: 'Has dicho que no. No han cambiado las horas.',
  stillSigning: (name: string) =>
    `Has dicho que sí. Cuenta cuando lo diga bastante gente de la que firma por ${name}.`,

  shareTitle: 'Repartir',
  shareLead: '¿Quién hizo el trabajo?',
  nothingToShare: (name: string) => `${name} no tiene ahora horas que repartir.`,
  shareWith: 'Añadir a alguien',
  evenly: 'Lo mismo para cada persona',
  eachHas: (name: string) => `Horas para ${name}`,
  left: (name: string, minutes: number) =>
    minutes === 0
      ? `No le queda nada a ${name}.`
      : `${name} se queda con ${duration(minutes)}.`,
  tooMuch: (name: string, minutes: number) =>
    `Son ${duration(minutes)} más de lo que ${name} tiene para repartir.`,
  sharePreview: (list: string) => `${list}. Se preguntará a cada persona.`,
  shareOne: (name: string, minutes: number) => `${name} ${duration(minutes)}`,
  shareAct: 'Preguntar',
  shareTooFew: (names: string) =>
    `Las horas para ${names} necesitan el sí de otras personas que firmen, y son muy pocas. Antes tiene que firmar alguien más.`,

  potLead:
    'Quien tiene horas de sobra las da aquí. Quien necesita, pide. Se ve todo lo que entra y sale.',
  give: 'Dar horas',
  ask: 'Pedir horas',
  giveHow: '¿Cuánto das?',
  askHow: '¿Cuánto necesitas?',
  why: 'Unas palabras',
  whyHint: 'Puede leerlas toda la comunidad.',
  giveAct: 'Darlas',
  askAct: 'Pedirlas',
  potGiven: 'Gracias. Cuenta cuando diga que sí alguien que firma por el fondo.',
  potAsked: 'Se pregunta a quienes firman por el fondo.',

  asWhom: '¿En nombre de quién?',
  asMyself: 'En el mío',
  forIt: (name: string) => `Por ${name}`,
  itHelped: (name: string) => `Ayudó ${name}`,
  someoneHelpedIt: (name: string) => `Alguien ayudó a ${name}`,
  summary: (
    helper: string,
    helped: string,
    minutes: number,
    when: string,
    ask: string,
  ) =>
    `${helper} ayudó a ${helped}, ${duration(minutes)}, ${when}. Se le preguntará a ${ask}.`,
  askFor: (org: string, name: string) => `Por ${org}: preguntar a ${name}`,
  moreSign: (count: number) =>
    plural(count, {
      one: 'También se pregunta a # persona más que firma por ella.',
      other: 'También se pregunta a # personas más que firman por ella.',
    }),

  byItself: {
    title: 'A qué dice que sí este teléfono por sí mismo',
    none: 'A nada. Cada «sí» lo dices tú.',
    brings: 'A las horas que entran, mientras quien las da no pase de lo acordado.',
    people: (names: string, much: string, until: string) =>
      `A lo que digan ${names}, hasta ${much} por persona en siete días, hasta ${until}.`,
    never:
      'Nunca a quien firma, ni cuando dos grupos dicen cosas distintas sobre quién firma.',
    onlyHere: 'Solo en este teléfono, y solo con la aplicación abierta.',
    let: 'Dejar que diga que sí',
    other: 'Elegir otra cosa',
    stop: 'Pararlo',
    toWhat: '¿A qué?',
    toBrings: 'Horas que entran',
    toWelcome: 'Esas, y las primeras horas de quien llega',
    welcome:
      'A las horas que entran, y a las primeras horas que decidió la comunidad, para quien entró por alguien con voz.',
    toPeople: 'Lo que dicen algunas personas',
    whom: '¿Qué personas?',
    much: '¿Cuánto por persona en siete días?',
    until: '¿Por cuánto tiempo?',
    weeks: (count: number) => plural(count, { one: '# semana', other: '# semanas' }),
    start: 'Desde ahora',
    nobody: 'Elige primero a alguien.',
    said: 'Ha dicho que sí a',
    saidOne: (name: string, much: string, day: string) => `${name}: ${much}, ${day}`,
  },

  grants: {
    asks: (name: string, much: string) => `${name} pide ${much}`,
    shall: (pot: string, name: string, minutes: number) =>
      `¿Le da «${pot}» ${duration(minutes)} a ${name}?`,
    give: 'Yo lo daría',
    not: 'Yo no',
    saidGive: 'Tú lo darías',
    saidNot: 'Tú no lo darías',
    soFar: (yes: number, no: number) =>
      yes + no === 0
        ? 'Nadie ha dicho qué piensa.'
        : `${[
            yes > 0 && plural(yes, { one: '# lo daría', other: '# lo darían' }),
            no > 0 && plural(no, { one: '# no lo daría', other: '# no lo darían' }),
          ]
            .filter(Boolean)
            .join(', ')}.`,
    signersDecide: 'Es un consejo. Decide quien firma por el fondo.',
    welcome: (much: string) => `Te damos la bienvenida: ${much} para ti`,
    welcomeText:
      'Decidimos que quien llega recibe unas primeras horas del fondo. Se pregunta a quien firma por él.',
    welcomeWords: 'Mis primeras horas',
    isNew: (name: string) =>
      `${name} acaba de llegar y aún no tiene horas. Decidimos dar estas a quien llega.`,
  },

  welcome: {
    title: (name: string, much: string) =>
      `${name} acaba de llegar: ¿${much} del fondo?`,
    text: (pot: string) =>
      `La comunidad lo decidió para quien llega. ${pot} tiene horas para ello.`,
    below: (pot: string, much: string) =>
      `${pot} tendría después ${much} por devolver.`,
    letInBy: (name: string) => `Entró por ${name}.`,
    give: (much: string) => `Dar ${much}`,
    not: 'De mi parte, no',
    given: (name: string) => `Se pregunta a ${name}. Cuenta con su sí.`,
  },

  /** A slip that staff hand over: an invite from an organisation. */
  slip: {
    way: (name: string) => `Invitar a alguien de parte de ${name}`,
    title: 'Una hoja para entregar',
    lead: (name: string) =>
      `Para una persona que ${name} nos envía. La escanea y ya está dentro, como el resto del vecindario.`,
    seen: (name: string) =>
      `Solo este teléfono sabe que es de ${name}. Cuando llegue, te avisa.`,
    act: 'Hacer una hoja',
    print: 'Imprimirla',
    another: 'Hacer otra',
    sheet: 'Una hoja',
    from: (name: string) => `De parte de ${name}`,
    head: 'Te invitamos',
    text: 'En este vecindario nos ayudamos y contamos solo horas. La hora de cada persona vale lo mismo. Tú también puedes hacer algo.',
    steps: 'Escanea esto con tu teléfono y escribe tu nombre. Sirve una vez, para ti.',
    sees: (name: string) =>
      `${name} ve de ti lo que ve todo el vecindario, y nada más. Quien te dio esta hoja recibe el aviso de que has llegado.`,
    address: (host: string) =>
      `Lleva a ${host}. ¿No puedes escanearlo? Pregunta a quien te la dio.`,
    given: (name: string) => `De parte de ${name}, nadie la ha usado todavía`,
    arrived: (name: string, from: string) =>
      `${name} ha llegado con una hoja de ${from}`,
    arrivedText: (name: string) =>
      `Una primera hora es un buen comienzo: con ella ${name} puede pedir ayuda.`,
    first: (name: string) => `Dar la primera hora como ${name}`,
    not: 'Ninguna hora de nuestra parte',
    asked: (name: string) => `Hemos preguntado a ${name}.`,
  },
};
