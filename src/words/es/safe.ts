/** Keeping one's hours: the page with twelve words, and the way back by it. */
export const safe = {
  title: 'Pon tus horas a salvo',
  lead: 'Tus horas las guarda cada miembro. Lo que solo tiene este dispositivo es el poder de escribir en tu nombre. Si se pierde, se rompe o se vacía, las horas siguen siendo tuyas, pero sin un camino de vuelta no podrías usarlas: tendrías que entrar de nuevo, sin nada.',
  waysTitle: 'Tus caminos de vuelta',
  page: 'Una hoja con doce palabras',
  pageNone: 'Sin hacer todavía.',
  pageOld:
    'La hoja que tenías ya no sirve, desde que tus guardallaves te trajeron de vuelta.',
  pageMade: (when: string) => `Hecha el ${when}.`,
  pageMadeSome: 'Hecha.',
  pageUntested:
    'Sin probar todavía. Una hoja que nadie ha probado puede tener un error.',
  pageTested: (when: string) => `Probada el ${when}: funciona.`,
  pageUnknown: 'En este dispositivo no se sabe si se probó alguna vez.',
  pageElsewhere:
    'Hazla en el dispositivo con el que entraste: solo ese puede. Este llegó después. Si aquel se pierde, ya no se puede hacer ninguna hoja: añade otro teléfono, para no depender solo de este.',
  browser: 'Este navegador',
  browserKeeps: 'Ha prometido conservar el registro.',
  browserMayClear: 'Puede borrar el registro cuando le falte espacio.',
  make: 'Hacer la hoja',
  tryIt: 'Probarla',
  makeNew: 'Hacer una hoja nueva',
  phones: 'Teléfonos y computadoras',
  oldTitle: 'Primero, la hoja que tienes',
  oldLead:
    'Una hoja nueva sustituye a la anterior, cuyas palabras y código ya no abren nada. Solo puede hacerlo quien tenga la anterior. Hazlo en un solo teléfono.',
  oldAct: 'Seguir',
  oldLost: 'No la encuentro',
  oldLostText:
    'Entonces no se puede hacer una hoja nueva, ni en este teléfono ni en otro: si se pudiera, también podría un ladrón. Tus teléfonos siguen como antes, y tus horas están a salvo mientras uno funcione. Añade otro teléfono, para que perder uno no te deje fuera. Quien encuentre la hoja puede actuar en tu nombre.',
  oldLostSpare:
    'Tus guardallaves pueden anular esa hoja: vuelve con su ayuda en otro teléfono, en «Lo he perdido todo», y haz allí una nueva.',
  notIn: 'Podrás hacer una hoja en cuanto te hayan dejado entrar.',

  paperTitle: 'Tu hoja',
  paperLead:
    'Pásala ahora a papel: se muestra solo esta vez y no se guarda en ningún sitio. Desde entonces habla por ti, y nada en este dispositivo puede sustituirla.',
  paperLeadNew:
    'Pásala ahora a papel: se muestra solo esta vez y no se guarda en ningún sitio. La hoja anterior vale hasta que digas que esta ya está en papel, y desde entonces no abre nada.',
  print: 'Imprimir',
  printed: 'Ya está impresa',
  copied: 'La copié a mano',
  notNow: 'Ahora no',
  making: 'Convirtiéndola en tu camino de vuelta…',
  made: 'La hoja ya es tuya. Veamos si funciona.',

  madeNew:
    'La hoja nueva ya es tuya. La anterior ya no abre nada: rómpela. Veamos si la nueva funciona.',

  kitHead: 'Mi camino de vuelta',
  kitCode: 'La hoja como código para escanear',
  kitWords: 'Las doce palabras',
  kitDo: 'Si tu teléfono se pierde o se rompe',
  kit1: (address: string) => `Abre ${address} en cualquier teléfono o computadora.`,
  kit2: 'Elige «Ya estuve aquí».',
  kit3: 'Escanea este código. Sin cámara: escribe las doce palabras en su orden y pega cualquier invitación de tu comunidad, por antigua que sea.',
  kit4: 'Mira el nombre y el botón. ¿Eres tú? Entonces di que sí.',
  kit5: 'Funciona mientras otro miembro tenga Manyhands abierto: pídeselo a alguien.',
  kitCare:
    'Quien tenga esta hoja puede actuar en tu nombre. Guárdala donde guardas el pasaporte y no se la enseñes a nadie.',
  kitNewer: 'Si haces otra hoja, esta ya no abre nada.',
  kitMade: (when: string) => `Hecha el ${when}`,
  kitMark: (name: string) => `El botón de ${name}`,

  askAll: 'Las doce palabras, en su orden',
  tryTitle: 'Prueba tu hoja',
  tryLead: 'Toma el papel. Escanea su código o copia lo que pone.',
  tryWord: (place: number) => `Palabra número ${place}`,
  tryAct: '¿Funciona?',
  tryScan: 'Escanear el código',
  tryWrong:
    'Esto no es lo que pone en tu hoja. Mira otra vez, letra por letra: no se ha perdido nada.',
  tryDone: 'Funciona. Guarda la hoja en un lugar seguro.',

  nudgeTitle: 'Pon tus horas a salvo',
  nudge: {
    broughtBack:
      'Tus guardallaves te han traído de vuelta. La hoja que tenías ya no sirve: haz una nueva y elige quién guarda tu llave de repuesto.',
    notKept:
      'Este navegador puede borrar lo que tiene. Una hoja con doce palabras te trae de vuelta: son dos minutos.',
    thirtyDays:
      'Llevas un mes aquí. Una hoja con doce palabras te trae de vuelta si este dispositivo se pierde.',
    fiveHours:
      'Has dado cinco horas. Una hoja con doce palabras hace que sigan siendo tuyas.',
    firstHour:
      '¡Tu primera hora! Una hoja con doce palabras te trae de vuelta a ella si este dispositivo se pierde.',
  },
  nudgeUntried: 'Has hecho tu hoja. Pruébala una vez, para poder confiar en ella.',
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
  lead: 'Con tu hoja vuelves a ser tú, en este dispositivo. Escanea su código o escribe sus doce palabras.',
  words: 'Las doce palabras, en su orden',
  wordsHint: 'Con espacios entre ellas. Da igual si van en mayúsculas.',
  scan: 'Escanear el código de la hoja',
  wordCount: (count: number) => `Tienen que ser doce palabras; estas son ${count}.`,
  unknownWord: (place: number, word: string, nearest: string) =>
    `La palabra número ${place}, «${word}», no está en ninguna hoja.${nearest === '' ? '' : ` ¿Querías decir ${nearest}?`}`,
  doNotFit:
    'Cada una es una palabra válida, pero juntas no son de nadie. Quizá dos han cambiado de sitio, o una es otra palabra que se le parece.',
  notAPage: 'Este código no es de una de nuestras hojas.',
  invite: 'Una invitación de tu comunidad',
  inviteHint:
    'Vale cualquiera, también una antigua o ya usada. Dice dónde se encuentra tu gente.',
  inviteMissing: 'Esto no parece una invitación.',
  act: 'Búscame',
  looking: 'Buscando a un miembro que tenga Manyhands abierto…',
  lookingHint: 'Pide a alguien que lo abra. Sigue por sí solo en cuanto lo haga.',
  unknown:
    'Se preguntó a un miembro y no conoce a nadie con estas palabras. Revisa las palabras, y que esta sea la comunidad correcta. Si hiciste la hoja justo antes de perder tu dispositivo, espera: quizá otro miembro lo sepa.',
  isThisYou: '¿Eres tú?',
  inCommunity: (community: string) => `Miembro de ${community}`,
  nameLater: 'El nombre aún no ha llegado. ¿Conoces el botón?',
  yesMe: 'Sí, soy yo',
  notMe: 'No, no soy yo',
  after:
    'Después se traen tus horas de los demás. El dispositivo perdido sigue en tu lista hasta que lo apagues.',
  leadHere:
    'El registro ya está aquí. Con tu hoja vuelves a ser tú: escanea su código o escribe sus doce palabras.',
  afterHere:
    'Tus horas ya están aquí. A los demás los vuelves a encontrar con el código de tu hoja, o con cualquier invitación de tu comunidad que abras aquí. El dispositivo perdido sigue en tu lista hasta que lo apagues.',
  nobodyHere:
    'En este registro nadie tiene estas palabras. Revísalas; o tu hoja se hizo después que la copia: entonces vuelve por «Ya estuve aquí» en la primera pantalla.',
  working: 'Haciendo tuyo este dispositivo…',
};
