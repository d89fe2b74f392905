import { formats } from './hours.ts';

const { plural } = formats;

export const devices = {
  title: 'Tus teléfonos',
  lead: 'Con cada uno puedes anotar y decir que sí, también sin conexión, y se cuentan entre ellos lo que hicieron.',
  open: 'Teléfonos y computadoras',
  openText: (count: number) =>
    plural(count, {
      one: 'De momento, solo en este. Con un segundo no pierdes nada si este se pierde.',
      other: 'Estás en # de ellos.',
    }),
  thisOne: 'Este teléfono',
  another: 'Otro teléfono',
  since: (when: string) => `Tuyo desde: ${when}`,
  lastWrote: (when: string) => `Escribió por última vez: ${when}`,
  neverWrote: 'Aún no ha escrito nada',
  works: 'Funciona',
  off: 'Apagado',
  frozen: 'Ya no es de fiar',
  forked: 'Tiene dos versiones de una página',
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
  code: 'El camino a tu otro teléfono, como código para escanear',
  typed: 'O escribe allí estas letras',
  link: 'O envíate este enlace',
  valid: 'Vale diez minutos, para un teléfono. Deja esto abierto hasta que esté allí.',
  making: 'Preparando el código…',
  expired: 'Han pasado diez minutos. Nadie puede usar ya ese código.',
  again: 'Mostrar un código nuevo',
  notYet: 'Podrás añadir un teléfono en cuanto te hayan dejado entrar a ti.',
  askTitle: '¿Añadir este teléfono?',
  askText:
    'Un teléfono pide ser tú, con todo lo que puedes hacer aquí. Di que sí solo si está en tu mano y muestra las mismas cifras:',
  askYes: 'Las mismas cifras: añadirlo',
  askNo: 'No, parar',
  refused: 'No se ha añadido. Si no era tu teléfono, alguien ha visto el código.',
  added: 'Está añadido.',
  addedText: 'Ahora trae el registro, de aquí o de cualquier miembro.',
  sealing: 'Haciendo que tus notas anteriores se lean allí',
  sealingCost:
    'Cada una ocupa unos 300 bytes en la copia de cada miembro: como mucho 500, las más recientes.',
  done: 'Listo',

  hereTitle: (community: string) => `¿Usar ${community} también en este teléfono?`,
  hereText:
    'Aquí también serás tú, con las mismas horas y este botón. Tu otro teléfono tiene que decir que sí.',
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
    'Lo que ha hecho hasta ahora se queda. Lo que haga desde ahora no cuenta en ninguna parte. No se puede deshacer; se puede añadir de nuevo como otro teléfono.',
  offKeep: 'Dejarlo encendido',
  offByPage:
    'Hace falta tu hoja con las doce palabras: escanea su código o escribe sus palabras. Hazlo en un solo teléfono.',
  offWithPage: 'Apagar con mi hoja',
  offAll: 'Confiar solo en este teléfono',
  offAllText:
    'Lo que tus otros teléfonos han hecho hasta ahora se queda. Lo que hagan desde ahora no cuenta en ninguna parte. No se puede deshacer; cada uno se puede añadir de nuevo como otro teléfono.',
  freezeAllText:
    'Avisa enseguida a los demás: no se cierran notas nuevas para tus otros teléfonos, y el Manyhands de cada cual sabe que no te fías de ellos. Todavía pueden escribir en tu nombre hasta que se apaguen.',
  offAllTitle: '¿Confiar solo en este teléfono?',
  freezeTitle: (name: string) => `¿Ya no te fías de «${name}»?`,
  freezeText:
    'Avisa enseguida a los demás: no se cierran notas nuevas para él, y el Manyhands de cada cual sabe que no te fías. Todavía puede escribir en tu nombre hasta que se apague.',
  freezeMoreHere: 'Para acabar del todo, apágalo con tu hoja.',
  freezeMoreThere:
    'Para acabar del todo, apágalo en el teléfono en el que empezaste. No hay otra manera.',
  freezeDone: 'Ya avisaste a los demás.',
  freezeAct: 'Avisar ahora a los demás',
  frozenText:
    'Todo el mundo sabe que no te fías de él. Todavía puede escribir en tu nombre hasta que lo apagues. Un aviso no se puede retirar: si el teléfono vuelve a estar en tus manos, borra allí esta comunidad y añádelo como otro teléfono.',
  frozenHere:
    'Otro teléfono tuyo ha dicho a todo el mundo que no se fíe de este. Si lo hiciste tú y este teléfono está a salvo, borra aquí esta comunidad y añádelo de nuevo. Si no lo hiciste tú, alguien tiene aquel teléfono: apágalo.',
  offDone:
    'Ya nadie se conecta con él. Si vuelve a estar en tus manos, borra allí esta comunidad y añádelo como otro teléfono.',
  codeSearching: 'Buscando tu otro teléfono…',
  codeNobody:
    'Ahora ningún teléfono muestra estas letras. Muestra allí unas nuevas y prueba otra vez.',
  codeNoRelay: 'La red no se alcanza. Conéctate un momento y prueba otra vez.',
  /** Where whoever has a community on another phone comes in. */
  takeLead:
    'En el teléfono que ya lo tiene: Yo, luego «Tus teléfonos», y añade este. Aquí, escanea el código que muestra o escribe sus letras.',
  takeLabel: 'Las letras o el enlace',
  codeSlip: 'Estas letras no son correctas: una de ellas es otra.',
};
