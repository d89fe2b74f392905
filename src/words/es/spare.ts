import type { Trouble } from '../en/trouble.ts';
import { formats } from './hours.ts';

const { number, plural } = formats;

/** Spare-key neighbours: naming them, being one, and coming back by them. */
export const spare = {
  title: 'Tus guardallaves',
  why: 'Si pierdes todos tus teléfonos y también la hoja, hay gente que te conoce y puede traerte de vuelta. Cada guardallaves dice en su propio teléfono que de verdad eres tú.',
  nobody: 'Aún nadie guarda tu llave de repuesto.',
  anyOf: (needed: number, of: number, names: string) =>
    needed === of
      ? of === 1
        ? `Para traerte de vuelta hace falta el sí de ${names}.`
        : `Para traerte de vuelta hace falta el sí de todos: ${names}.`
      : `Pueden traerte de vuelta ${number(needed)} de estas ${number(of)} personas: ${names}.`,
  died: (names: string) =>
    `En memoria de ${names}. Elige a alguien más, para que haya bastante gente que pueda traerte de vuelta.`,
  withPage: 'Los eliges cuando haces tu hoja.',
  choose: 'Elegir a tus guardallaves',
  change: 'Cambiarlos',

  chooseTitle: '¿Quién guarda tu llave de repuesto?',
  chooseLead: (most: number) =>
    `Elige hasta ${number(most)} personas que conozcan tu cara y tu voz. No ven de ti más que antes.`,
  pick: 'Añadir a alguien',
  chosen: 'Has elegido',
  leaveOut: (name: string) => `Quitar a ${name}`,
  full: 'Con eso basta: más personas serían más difíciles de encontrar.',
  alone: 'Aquí no hay nadie más todavía. Puedes elegirlos más tarde.',
  needed: (count: number, needed: number) =>
    count === 2
      ? 'Hace falta el sí de las dos: si una no está, nadie te trae de vuelta. Mejor tres o más.'
      : plural(count, {
          zero: 'Sin guardallaves, si se pierden el teléfono y la hoja, tendrías que entrar de nuevo, sin horas.',
          one: 'Solo una: esta persona por sí sola podría traerte de vuelta, o hacerse pasar por ti. Mejor tres o más.',
          other: `Pueden traerte de vuelta ${number(needed)} de estas # personas. Menos no pueden hacer nada.`,
        }),
  goOn: 'Seguir con la hoja',
  notNow: 'De momento nadie',
  told: 'Lo sabrán enseguida. Puedes cambiarlos más tarde, con tu hoja.',
  prove:
    'Demuestra que eres tú: escribe las doce palabras de tu hoja o escanea su código.',
  act: 'Elegir a estos guardallaves',
  actNobody: 'No elegir a nadie',
  named: 'Hecho. Tus guardallaves ya lo saben.',

  keeps: (name: string) => `Guardas la llave de repuesto de ${name}`,
  keepsText: (name: string, needed: number, of: number) =>
    `Si un día ${name} lo pierde todo, se te preguntará si de verdad es ${name}. Hace falta el sí de ${number(needed)} de ${number(of)} guardallaves. Hasta entonces no tienes que hacer nada. No ves más que antes.`,
  understood: 'Entendido',

  askTitle: (name: string) => `¿${name} lo ha perdido todo?`,
  askText: (by: string, name: string) =>
    `Lo dice ${by}, y que de verdad es ${name} quien pide volver. Compruébalo tú y después responde.`,
  askAct: (name: string) => `Ver si es ${name}`,
  aboutMe: (by: string): Trouble => ({
    what: `${by} ha dicho que lo perdiste todo y usas un teléfono nuevo.`,
    lost: 'Aún no ha cambiado nada.',
    todo: 'Si no es verdad, llama ahora a tus guardallaves: alguien se hace pasar por ti. Si suficientes dicen que sí, este teléfono se apaga.',
  }),

  isIt: (name: string) => `¿De verdad es ${name}?`,
  says: (name: string) =>
    `Alguien con un teléfono nuevo dice: «Soy ${name}. Lo he perdido todo».`,
  meet: (name: string) =>
    `Llama a ${name} al número de siempre, o queda en persona. Un mensaje no demuestra nada: cualquiera puede escribirlo.`,
  compare: 'Pide que te lea las cifras del teléfono nuevo. Deberían ser estas:',
  effect: (name: string, needed: number) =>
    `En cuanto hayan dicho que sí ${number(needed)}, el teléfono nuevo actúa por ${name}, y los perdidos se apagan. Un sí no se puede retirar.`,
  yes: (name: string) => `Sí, es ${name}`,
  no: 'No, es otra persona',
  soFar: (yes: number, needed: number) =>
    plural(yes, {
      zero: `Nadie ha dicho que sí todavía; hacen falta ${number(needed)}`,
      one: `Ha dicho que sí # de ${number(needed)}`,
      other: `Han dicho que sí # de ${number(needed)}`,
    }),
  saidYes: 'Has dicho que sí.',
  saidYesText: (name: string) =>
    `${name} lo verá en cuanto el teléfono nuevo esté en línea contigo o con otro miembro. Puedes cerrar esto.`,
  isBack: (name: string) => `${name} está de vuelta.`,
  isBackText: 'Los teléfonos perdidos están apagados. Todas las horas siguen ahí.',
  saidNo: 'Has dicho que no.',
  saidNoText: (name: string) =>
    `No ha cambiado nada. Avisa a ${name} y a los otros guardallaves: quizá alguien finge.`,
  thinkAgain: 'Me equivoqué, pregúntame otra vez',

  openTitle: 'Alguien pide volver',
  whoIsIt: (name: string) => `«${name}» lo ha perdido todo. ¿Quién de esta gente es?`,
  notYours: (name: string): Trouble => ({
    what: `No guardas ninguna llave de repuesto de ${name}.`,
    lost: 'No ha pasado nada.',
    todo: 'Solo pueden traer a alguien de vuelta los guardallaves que eligió. Dile que se lo envíe a ellos.',
  }),
  notHere: {
    what: 'Este dispositivo no está en la comunidad de la que trata el enlace.',
    lost: 'No ha pasado nada.',
    todo: 'Abre el enlace en el dispositivo que usas para ella.',
  },
  damaged: {
    what: 'Falta una parte de este enlace.',
    lost: 'No se ha perdido nada.',
    todo: 'Pide que te lo envíen otra vez, o escanea el código.',
  },

  lostAct: 'Lo he perdido todo, también la hoja',
  lostTitle: 'Cuando se ha perdido todo',
  lost1: 'Ve a ver a cualquier miembro que tenga Manyhands, o llama.',
  lost2:
    'En su teléfono: Gente, tu nombre, y allí «Ayudar a … a volver a entrar». Aparece un código.',
  lost3: 'Escanéalo aquí. O pide que te envíen el enlace, o que te lean las letras.',
  lost4: 'Después tus guardallaves dicen que eres tú.',
  lostNobody:
    'Si no elegiste guardallaves, nadie puede traerte de vuelta. Entonces entras de nuevo, con una invitación. Empiezas sin horas. Las antiguas quedan bajo tu antiguo nombre.',
  lostOpen: 'Escanearlo, pegarlo o escribirlo',

  hasLost: (name: string) => `Ayudar a ${name} a volver a entrar`,
  hasLostLead:
    'En cualquier teléfono: abre Manyhands, elige «Ya estuve aquí» y luego «Lo he perdido todo». Después escanea este código.',
  hasLostWho: (needed: number, of: number, name: string, names: string) =>
    needed === of
      ? `Después hace falta que digan que es ${name}: ${names}.`
      : `Después hace falta que ${number(needed)} de estas personas digan que es ${name}: ${names}.`,
  hasLostNobody: (name: string) =>
    `${name} no ha elegido guardallaves. Con la hoja de doce palabras hay un camino de vuelta: «Ya estuve aquí». Sin ella, ${name} solo puede entrar de nuevo, con una invitación.`,
  code: (name: string) => `Un código para escanear y traer de vuelta a ${name}`,
  typed: 'O escribe allí estas letras',
  moreLetters: 'Mostrar letras nuevas',
  lettersGone: 'Estas letras ya se usaron, o han pasado diez minutos.',
  link: 'O envía este enlace',
  send: 'Enviar el enlace',
  hasLostMessage: (name: string, link: string) =>
    `${name}, este es tu camino de vuelta. Ábrelo en el teléfono que tienes ahora:\n${link}`,

  returnNeeds: (needed: number, of: number, names: string) =>
    needed === of
      ? `Después hace falta que digan que eres tú: ${names}.`
      : `Después hace falta que ${number(needed)} de estas ${number(of)} personas digan que eres tú: ${names}.`,
  anewTitle: 'Nadie puede traerte de vuelta',
  anew: 'No elegiste guardallaves. Con tu hoja todavía puedes volver.',
  anewText:
    'Sin la hoja solo puedes entrar de nuevo, con una invitación. Entonces empiezas sin horas. Las antiguas quedan bajo tu antiguo nombre, y nadie puede usarlas.',
  anewPage: 'Sí que tengo mi hoja',
  anewAct: 'Entrar de nuevo',
  here: (name: string) => `Este dispositivo ya espera a los guardallaves de ${name}.`,

  backTitle: (name: string) => `${name} está volviendo`,
  backWho: (needed: number, of: number, names: string) =>
    needed === of
      ? `Pregunta a ${names}. Llama, o ve en persona.`
      : `Pregunta a ${number(needed)} de estas ${number(of)} personas: ${names}. Llama, o ve en persona.`,
  backShow: 'Que lo escaneen con Manyhands, cada cual en su propio teléfono.',
  backCode: 'Pides volver: un código para escanear',
  backDigits: 'Te preguntarán estas cifras. Léelas en voz alta:',
  backMessage: (name: string, link: string) =>
    `Soy ${name}. Lo he perdido todo, y te pido que digas que soy yo. Antes de hacerlo, llámame:\n${link}`,
  backRest:
    'No hay prisa. Puedes cerrar esto y volver. Las respuestas de tus guardallaves están guardadas. Para que te lleguen, tú y otro miembro tienen que tener Manyhands abierto a la vez.',
  backDone: 'Ya han dicho que sí suficientes personas. Recibiendo tus horas…',
  stop: 'Dejar de intentarlo aquí',
  stopTitle: '¿Dejar de intentarlo aquí?',
  stopText:
    'Lo que dijeron tus guardallaves vale solo para este dispositivo. En otro tendrán que decirlo todos otra vez. Tus horas se quedan donde están.',
  stopAct: 'Dejarlo, y olvidarlo aquí',
  stopKeep: 'Seguir',
};
