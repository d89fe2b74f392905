/** Keeping one's hours: the page with twelve words, and the way back by it. */
export const safe = {
  title: 'Pon tus horas a salvo',
  lead: 'Tus horas las guarda cada miembro. Pero solo este dispositivo puede actuar en tu nombre. Si se pierde o se rompe, necesitas un camino de vuelta. Sin él tendrías que entrar de nuevo, sin horas.',
  page: 'Una hoja con doce palabras',
  pageNone: 'Sin hacer todavía.',
  pageOld:
    'Tu hoja anterior ya no sirve, porque tus guardallaves te trajeron de vuelta.',
  pageMade: (when: string) => `Hecha el ${when}.`,
  pageMadeSome: 'Hecha.',
  pageUntested: 'Sin probar todavía. Puede tener un error.',
  pageTested: (when: string) => `Probada el ${when}: funciona.`,
  pageUnknown: 'Este dispositivo no sabe si la has probado.',
  pageElsewhere:
    'Solo puede hacerla el dispositivo con el que entraste. Este llegó después. Si aquel se pierde, ya no puedes hacer una hoja. Entonces añade otro teléfono, para no tener solo este.',
  make: 'Hacer la hoja',
  tryIt: 'Probarla',
  makeNew: 'Hacer una hoja nueva',
  phones: 'Teléfonos y computadoras',
  oldTitle: 'Primero, la hoja que tienes',
  oldLead:
    'Una hoja nueva sustituye a la anterior. Las palabras y el código anteriores dejan de servir. Para esto necesitas la hoja anterior. Hazlo en un solo teléfono.',
  oldAct: 'Seguir',
  oldLost: 'No la encuentro',
  oldLostText:
    'Entonces no puedes hacer una hoja nueva, ni en este teléfono ni en otro. Si pudieras, también podría un ladrón. Tus teléfonos siguen como antes, y tus horas están a salvo mientras uno funcione. Añade otro teléfono, para que perder uno no te deje fuera. Quien encuentre la hoja puede actuar en tu nombre.',
  oldLostSpare:
    'Tus guardallaves pueden hacer que esa hoja no sirva. Vuelve con su ayuda en otro teléfono, en «Lo he perdido todo». Después haz allí una nueva.',
  notIn: 'Podrás hacer una hoja en cuanto te hayan dejado entrar.',

  paperTitle: 'Tu hoja',
  paperLead:
    'Pásala ahora a papel. Se muestra solo esta vez y no se guarda en ningún sitio. Puede actuar por ti, y nada en este dispositivo puede sustituirla.',
  paperLeadNew:
    'Pásala ahora a papel. Se muestra solo esta vez y no se guarda en ningún sitio. La hoja anterior vale hasta que digas que esta ya está en papel.',
  print: 'Imprimir',
  printed: 'Ya está impresa',
  copied: 'La copié a mano',
  notNow: 'Ahora no',
  making: 'Convirtiéndola en tu camino de vuelta…',
  made: 'La hoja ya es tuya. Veamos si funciona.',

  madeNew:
    'La hoja nueva ya es tuya. La anterior ya no sirve: rómpela. Veamos si la nueva funciona.',

  kitHead: 'Mi camino de vuelta',
  kitCode: 'La hoja como código para escanear',
  kitWords: 'Las doce palabras',
  kitDo: 'Si tu teléfono se pierde o se rompe',
  kit1: (address: string) => `Abre ${address} en cualquier teléfono o computadora.`,
  kit2: 'Elige «Ya estuve aquí».',
  kit3: 'Escanea este código. Sin cámara: escribe las doce palabras en orden y pega cualquier invitación a tu comunidad, aunque sea antigua.',
  kit4: 'Mira el nombre y el botón. ¿Eres tú? Entonces di que sí.',
  kit5: 'Otro miembro tiene que tener Manyhands abierto. Pídeselo a alguien.',
  kitCare:
    'Quien tenga esta hoja puede actuar en tu nombre. Guárdala donde guardas el pasaporte y no se la enseñes a nadie.',
  kitNewer: 'Si haces otra hoja, esta deja de servir.',
  kitMade: (when: string) => `Hecha el ${when}`,
  kitMark: (name: string) => `El botón de ${name}`,

  askAll: 'Las doce palabras, todas en orden',
  tryTitle: 'Prueba tu hoja',
  tryLead: 'Toma el papel. Escanea su código o escribe sus palabras.',
  tryWord: (place: number) => `Palabra número ${place}`,
  tryAct: '¿Funciona?',
  tryScan: 'Escanear el código',
  tryWrong:
    'Eso no es lo que dice tu hoja. Mira otra vez, letra por letra. No se ha perdido nada.',
  tryDone: 'Funciona. Guarda la hoja en un lugar seguro.',

  nudgeTitle: 'Pon tus horas a salvo',
  nudge: {
    broughtBack:
      'Tus guardallaves te han traído de vuelta. Tu hoja anterior ya no sirve. Haz una nueva y elige quién guarda tu llave de repuesto.',
    notKept:
      'Este navegador puede borrar lo que guarda. Una hoja con doce palabras te trae de vuelta. Son dos minutos.',
    thirtyDays:
      'Llevas un mes aquí. Una hoja con doce palabras te trae de vuelta si este dispositivo se pierde.',
    fiveHours:
      'Has dado cinco horas. Una hoja con doce palabras hace que sigan siendo tuyas.',
    firstHour:
      '¡Tu primera hora! Una hoja con doce palabras te trae de vuelta a ella si este dispositivo se pierde.',
  },
  nudgeUntried: 'Has hecho tu hoja. Pruébala una vez, para saber que funciona.',
  nudgeAct: 'Echar un vistazo',
  later: 'Más tarde',
  noFirst: {
    what: 'La hoja no se pudo hacer aquí.',
    lost: 'No se ha perdido nada y no ha cambiado nada.',
    todo: 'Hazla en el dispositivo con el que entraste. Lo que tengas en papel de este intento no sirve: tíralo.',
  },
  keepPaper:
    'Conserva el papel hasta entonces. Solo sirve si esta pantalla dice que se hizo una hoja.',
};

export const back = {
  lead: 'Usa tu hoja para volver en este dispositivo. Escanea su código o escribe sus doce palabras.',
  words: 'Las doce palabras, en orden',
  wordsHint: 'Con espacios entre ellas. Da igual si van en mayúsculas.',
  scan: 'Escanear el código de la hoja',
  wordCount: (count: number) => `Tienen que ser doce palabras; estas son ${count}.`,
  unknownWord: (place: number, word: string, nearest: string) =>
    `La palabra número ${place}, «${word}», no es una de nuestras palabras.${nearest === '' ? '' : ` ¿Querías decir ${nearest}?`}`,
  doNotFit:
    'Cada palabra es válida, pero juntas no encajan. Quizá dos han cambiado de sitio, o una es otra palabra parecida.',
  notAPage: 'Este código no es de una de nuestras hojas.',
  invite: 'Una invitación a tu comunidad',
  inviteHint:
    'Vale cualquiera, también una antigua o ya usada. Le dice a este dispositivo dónde encontrar a tu gente.',
  inviteNeeded: 'Pega antes una invitación, o escanea el código de tu hoja.',
  inviteMissing: 'Esto no parece una invitación.',
  act: 'Búscame',
  looking: 'Buscando a un miembro que tenga Manyhands abierto…',
  lookingHint: 'Pide a alguien que lo abra. Sigue por sí solo en cuanto lo haga.',
  unknown:
    'Preguntamos al teléfono de un miembro. No conoce a nadie con estas palabras. Revisa las palabras y la comunidad. Si hiciste la hoja justo antes de perder tu dispositivo, espera: quizá otro miembro lo sepa.',
  isThisYou: '¿Eres tú?',
  inCommunity: (community: string) => `Miembro de ${community}`,
  nameLater: 'El nombre aún no ha llegado. ¿Conoces el botón?',
  yesMe: 'Sí, soy yo',
  notMe: 'No, no soy yo',
  after:
    'Después recuperas tus horas de los demás. El dispositivo perdido sigue en tu lista hasta que lo apagues.',
  leadHere:
    'Todas las horas ya están en este dispositivo. Usa tu hoja para volver: escanea su código o escribe sus doce palabras.',
  afterHere:
    'Tus horas ya están aquí. Para encontrar otra vez a los demás, escanea el código de tu hoja, o abre aquí cualquier invitación a tu comunidad. El dispositivo perdido sigue en tu lista hasta que lo apagues.',
  nobodyHere:
    'En esta copia nadie tiene estas palabras. Revísalas. Si hiciste la hoja después de la copia, usa «Ya estuve aquí» en la primera pantalla.',
  working: 'Haciendo tuyo este dispositivo…',
};
