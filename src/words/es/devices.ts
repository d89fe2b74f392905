import { formats } from './hours.ts';

const { plural } = formats;

export const devices = {
  title: 'Tus teléfonos',
  lead: 'Con cada uno puedes anotar y decir que sí, también sin conexión. Se cuentan entre ellos lo que hiciste.',
  open: 'Teléfonos y computadoras',
  openText: (count: number) =>
    plural(count, {
      one: 'Usas solo este. Con otro más, perder un teléfono no te hace perder nada.',
      other: 'Usas # de ellos.',
    }),
  thisOne: 'Este teléfono',
  another: 'Otro teléfono',
  since: (when: string) => `Tuyo desde: ${when}`,
  lastWrote: (when: string) => `Escribió por última vez: ${when}`,
  neverWrote: 'Aún no ha escrito nada',
  works: 'Funciona',
  off: 'Apagado',
  frozen: 'Ya no es de fiar',
  forked: 'Hay dos copias distintas de él',
  cannotRead: (count: number) =>
    plural(count, {
      one: '# nota anterior aún no se puede leer allí.',
      other: '# notas anteriores aún no se pueden leer allí.',
    }),
  sealAgain: 'Hacer que se puedan leer allí',
  rename: '¿Cómo lo llamas?',
  renameHint: 'Solo este teléfono conoce el nombre.',
  renameAct: 'Guardar el nombre',
  nameIt: 'Ponerle un nombre',
  nameWhich: (name: string) => `Ponerle un nombre: ${name}`,

  add: 'Añadir un teléfono o una computadora',
  addLead:
    'Abre Manyhands en el otro, elige «Tengo esto en otro teléfono» y escanea este código o escribe las letras.',
  code: 'Un código para escanear con tu otro teléfono',
  typed: 'O escribe allí estas letras',
  link: 'O envíate este enlace',
  valid:
    'Vale diez minutos, para un teléfono. Deja esto abierto hasta que el otro esté añadido.',
  making: 'Preparando el código…',
  expired: 'Han pasado diez minutos. Nadie puede usar ya ese código.',
  again: 'Mostrar un código nuevo',
  notYet: 'Podrás añadir un teléfono en cuanto te hayan dejado entrar a ti.',
  askTitle: '¿Añadir este teléfono?',
  askText:
    'Un teléfono pide actuar en tu nombre. Podría hacer todo lo que puedes hacer aquí. Di que sí solo si lo tienes en la mano y muestra las mismas cifras:',
  askYes: 'Las mismas cifras: añadirlo',
  askNo: 'No, parar',
  refused: 'No se ha añadido. Si no era tu teléfono, alguien ha visto el código.',
  added: 'Está añadido.',
  addedText: 'Ahora recibe todas las horas, de aquí o de cualquier miembro.',
  sealing: 'Haciendo que tus notas anteriores se lean allí',
  sealingCost:
    'Como mucho las 500 más recientes. Cada una ocupa un poco en el teléfono de cada miembro, unos 300 bytes.',
  done: 'Listo',

  hereTitle: (community: string) => `¿Usar ${community} también en este teléfono?`,
  hereText:
    'Aquí serás la misma persona, con las mismas horas y este botón. Tu otro teléfono tiene que decir que sí.',
  hereKeeper:
    'Si lo añades como guardián, muestra la pared y no hace nada en tu nombre.',
  hereMark: 'Tu botón',
  hereAct: 'Sí, usarlo aquí también',
  hereAlready: (community: string) => `Ya estás en ${community} en este teléfono.`,
  hereAnew: 'Añadirlo de nuevo de todos modos',
  working: 'Preparando este teléfono…',
  waitTitle: 'Ahora di que sí en tu otro teléfono',
  waitText: 'Debería mostrar las mismas cifras:',
  waitMore:
    'Deja los dos abiertos. Si pasan diez minutos, muestra allí un código nuevo y escanéalo aquí.',

  offAct: 'Apagar',
  offWhich: (name: string) => `Apagar «${name}»`,
  offTitle: (name: string) => `¿Apagar «${name}»?`,
  offText:
    'Lo que hizo hasta ahora se queda. Lo que haga desde ahora no cuenta. No se puede deshacer. Puedes añadirlo otra vez más tarde, como otro teléfono.',
  offKeep: 'Dejarlo encendido',
  offByPage:
    'Hace falta tu hoja con las doce palabras. Escanea su código o escribe sus palabras. Hazlo en un solo teléfono.',
  offWithPage: 'Apagar con mi hoja',
  offAll: 'Confiar solo en este teléfono',
  offAllText:
    'Lo que tus otros teléfonos hicieron hasta ahora se queda. Lo que hagan desde ahora no cuenta. No se puede deshacer. Puedes añadir cada uno otra vez más tarde, como otro teléfono.',
  freezeAllText:
    'Avisa ahora a los demás. Tus otros teléfonos no pueden leer notas nuevas, y todo el mundo sabe que no te fías de ellos. Todavía pueden actuar en tu nombre hasta que los apagues.',
  offAllTitle: '¿Confiar solo en este teléfono?',
  freezeTitle: (name: string) => `¿Ya no te fías de «${name}»?`,
  freezeText:
    'Avisa ahora a los demás. No puede leer notas nuevas, y todo el mundo sabe que no te fías de él. Todavía puede actuar en tu nombre hasta que lo apagues.',
  freezeMoreHere: 'Para apagarlo del todo, usa tu hoja.',
  freezeMoreThere:
    'Para apagarlo del todo, usa el teléfono con el que entraste. No hay otra manera.',
  freezeDone: 'Ya avisaste a los demás.',
  freezeAct: 'Avisar ahora a los demás',
  frozenText:
    'Todo el mundo sabe que no te fías de él. Todavía puede actuar en tu nombre hasta que lo apagues. Un aviso no se puede retirar. Si vuelves a tener el teléfono, borra allí esta comunidad y añádelo como otro teléfono.',
  frozenHere:
    'Otro teléfono tuyo ha dicho a todo el mundo que no se fíe de este. Si lo hiciste tú y este teléfono está a salvo, borra aquí esta comunidad y añádelo otra vez. Si no lo hiciste tú, alguien tiene aquel teléfono: apágalo.',
  offDone:
    'Ya nadie se conecta con él. Si lo vuelves a tener, borra allí esta comunidad y añádelo como otro teléfono.',
  codeSearching: 'Buscando tu otro teléfono…',
  codeNobody:
    'Ahora ningún teléfono muestra estas letras. Muestra allí unas nuevas y prueba otra vez.',
  codeNoRelay:
    'Este teléfono no llega a internet. Conéctate un momento y prueba otra vez.',
  /** Where whoever has a community on another phone comes in. */
  takeLead:
    'En el teléfono que ya lo tiene: Yo, luego «Tus teléfonos», y añade este. Aquí, escanea el código que muestra o escribe sus letras.',
  takeLabel: 'Las letras o el enlace',
  codeSlip: 'Estas letras no son correctas. Una de ellas está mal.',
};
