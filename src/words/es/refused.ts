import { inThree } from './trouble.ts';

const nothingChanged = 'Aquí no ha cambiado nada.';
const nothingKept = 'Aquí no se ha guardado nada de ella.';

/** Why something that was asked for did not happen, on screens that come later. */
export const refused = {
  inviteDamaged: inThree(
    'Falta una parte de esta invitación.',
    'Copia el enlace entero, o pide que te lo envíen otra vez.',
  ),
  inviteUsed: inThree(
    'Alguien ya entró con esta invitación.',
    'Cada una es para una sola persona. Pide una para ti.',
  ),
  inviteUnknown: inThree(
    'En la comunidad nadie conoce todavía esta invitación.',
    'Pide a quien la envió que abra Manyhands mientras haya alguien más en línea, o que envíe otra.',
  ),
  inviteTakenBack: inThree(
    'Esta invitación se ha retirado.',
    'Pide otra a quien la envió.',
  ),
  messageDamaged: inThree(
    'Falta una parte de este mensaje.',
    'Quizá se cortó por el camino. Copia el enlace entero, o pide que te lo envíen otra vez.',
  ),
  messageForeign: inThree(
    'Este mensaje viene de una comunidad que no está en este dispositivo.',
    'Si entraste en ella en otro sitio, abre allí el enlace. Si aún esperas a que te dejen entrar, ábrelo otra vez después.',
    nothingChanged,
  ),
  messageNotYours: inThree(
    'Este mensaje trata de una hora entre otras dos personas.',
    'Solo ellas pueden responder. No tienes que hacer nada.',
    nothingChanged,
  ),
  messageEmpty: inThree(
    'En este mensaje no hay nada.',
    'Pide a quien lo envió que lo mande otra vez.',
    nothingChanged,
  ),
  messageOfUnknown: inThree(
    'Este teléfono no sabe todavía quién escribió esto.',
    'Escanea antes el código de «Mostrar mi código» en su teléfono, y luego este otra vez. En línea se arregla solo.',
    nothingChanged,
  ),
  messageWaits: inThree(
    'Este mensaje responde a algo que aún no ha llegado aquí.',
    'Quédate un rato en línea. Aparecerá por sí solo cuando llegue lo demás.',
    'Lo que trae está guardado.',
  ),
  nothingToSend: inThree(
    'Este dispositivo no ha firmado nada sobre esta hora, así que no tiene nada que enviar.',
    'Envíalo desde el teléfono en el que respondiste.',
  ),
  notAnArchive: inThree(
    'Este archivo no se puede leer como copia completa.',
    'Elige el archivo que se descargó en los ajustes: su nombre termina en «.zip».',
    nothingChanged,
  ),
  archiveNewer: inThree(
    'Esta copia la escribió una versión más nueva.',
    'Actualiza Manyhands y ábrela otra vez.',
    nothingChanged,
  ),
  archiveTooLarge: inThree(
    'Esta copia es más grande de lo que esta aplicación puede abrir.',
    'Si sabes de dónde viene, ábrela en una computadora con una versión más nueva.',
    nothingChanged,
  ),
  archiveDamaged: (file: string) =>
    inThree(
      `«${file}» no está como se escribió.`,
      'Copia o descarga la copia otra vez. Si vuelve a pasar, toma otra: cualquier miembro puede hacer una.',
      nothingKept,
    ),
  archiveCut: inThree(
    'La copia se cambió o se cortó entre sus archivos.',
    'Copia o descarga otra vez. Si vuelve a pasar, toma otra: cualquier miembro puede hacer una.',
    nothingKept,
  ),
  archiveMissing: (file: string) =>
    inThree(
      `Falta «${file}».`,
      'Copia o descarga otra vez la copia, y déjala como está.',
      nothingKept,
    ),
  archiveForeign: (file: string) =>
    inThree(
      `«${file}» no tiene que estar en ella.`,
      'Alguien ha metido algo en la copia. Toma otra.',
      nothingKept,
    ),
  archiveUnproven: (file: string) =>
    inThree(
      `En «${file}» hay anotaciones que no son de quien dicen.`,
      'Alguien ha cambiado esta copia a propósito. Toma una de alguien de tu confianza.',
      nothingKept,
    ),
  archiveDiffers: inThree(
    'La copia no cuadra: le falta algo.',
    'Toma otra: cualquier miembro puede hacer una.',
    nothingKept,
  ),
  calledOff: inThree('Lo has cancelado.', 'Puedes empezar otra vez cuando quieras.'),
  nobodyNamed: inThree('Una hora necesita dos personas.', 'Elige con quién fue.'),
  tooManyPeople: inThree(
    'Son demasiadas personas de una vez.',
    'Anótalo en dos partes.',
  ),
  samePersonTwice: inThree(
    'Una persona aparece dos veces.',
    'Elige a cada persona una sola vez.',
  ),
  withOneself: inThree('Una hora necesita dos personas.', 'Elige a otra persona.'),
  wrongMinutes: inThree(
    'Ese tiempo no se puede anotar.',
    'Elige entre 15 minutos y 12 horas.',
  ),
  wrongDay: inThree('Ese día está en el futuro.', 'Elige hoy o un día anterior.'),
  unknownMember: inThree(
    'Esta persona no está en tu copia del registro.',
    'Quédate un momento en línea y prueba otra vez.',
  ),
  otherHasLeft: inThree(
    'Esta persona se fue y ya no puede decir que sí.',
    'Las horas quedan como están.',
  ),
  noteTooLong: inThree('Lo que escribiste es demasiado largo.', 'Acórtalo, por favor.'),
  unknownHour: inThree(
    'Esta hora no está en tu copia del registro.',
    'Quédate un momento en línea y prueba otra vez.',
  ),
  hourUnsigned: inThree(
    'Esta hora no se puede comprobar por sí sola.',
    'Pide a quien la escribió que la anote otra vez.',
    nothingChanged,
  ),
  alreadySettled: inThree(
    'Esto ya tiene respuesta.',
    'No tienes que hacer nada. Si no es correcto, usa «Corregirlo».',
  ),
  notYours: inThree(
    'Esto solo puede responderlo la persona a la que se preguntó.',
    'No tienes que hacer nada.',
  ),
  doesNotCountYet: inThree(
    'Nadie ha dicho que sí a esto, así que no hay nada que corregir.',
    'Retíralo, o di que algo fue distinto.',
  ),
  alreadyPutRight: inThree('Esto ya se corrigió.', 'No tienes que hacer nada.'),
  notAdmitted: inThree(
    'Aún no te han dejado entrar.',
    'Contará en cuanto te deje entrar un miembro que esté en línea.',
    'Lo que anotas se guarda.',
  ),
  deviceOff: inThree(
    'Este teléfono se apagó desde otro teléfono tuyo.',
    'Si lo hiciste tú, borra aquí esta comunidad. Si no, avisa a tu gente y añade otra vez este teléfono desde uno que funcione.',
    'Tus horas están a salvo. Lo que se escriba aquí desde ahora no cuenta en ninguna parte.',
  ),
  oldPageUsed: inThree(
    'Se usó una hoja vieja tuya.',
    'Haz una nueva, y rompe la vieja.',
    'Tus horas están a salvo. Lo que entró con ella no cuenta en ninguna parte.',
  ),
  onlyCopy: inThree(
    'No hay camino de vuelta: este dispositivo es el único que puede escribir en tu nombre.',
    'Haz antes tu hoja, o añade otro teléfono.',
    'Tus horas quedan en el registro, pero no podrías usarlas. Tendrías que entrar de nuevo, sin nada.',
  ),
  lockRefused: inThree(
    'Este dispositivo no lo abrió.',
    'Prueba otra vez y deja que mire tu dedo o tu cara. Si no puede, «No puedo abrirlo» muestra otros caminos.',
  ),
  noPasskey: inThree(
    'Este dispositivo no tiene huella ni cara con la que cerrar Manyhands.',
    'Elige un PIN en su lugar.',
    'No ha cambiado nada.',
  ),
  deviceDone: inThree('Eso ya está hecho.', 'No hay nada más que hacer.'),
  deviceUnknown: inThree(
    'Ese teléfono no es tuyo, que este sepa.',
    'Espera a que los dos hayan estado en línea y mira otra vez.',
  ),
  deviceLast: inThree(
    'Así no te quedaría ningún teléfono que pueda escribir en tu nombre.',
    'Añade antes otro.',
  ),
  deviceKey: inThree(
    'Este teléfono no puede apagar aquel por sí solo.',
    'Hazlo con tu hoja de doce palabras o, si no la has hecho, en el teléfono en el que empezaste.',
  ),
  deviceContested: inThree(
    'Dos de tus teléfonos han dicho a la vez cosas distintas sobre ti.',
    'Pide a tus guardallaves que decidan cuál vale.',
  ),
  deviceMany: inThree(
    'Aquí tienes más teléfonos de los que caben en una sola declaración.',
    'Avisa a los demás en su lugar.',
  ),
  sparePage: inThree(
    'Aún no has hecho tu hoja.',
    'Hazla: de paso eliges a tus guardallaves.',
  ),
  spareNotKept: inThree(
    'Ya no guardas la llave de repuesto de esta persona.',
    'Díselo: ha elegido a otra gente, y esa gente puede traerla de vuelta.',
  ),
  spareSaid: inThree('Tu sí ya está en el registro.', 'No hay nada más que hacer.'),
  paused: inThree(
    'Tu página del registro existe en dos versiones, por eso está en pausa.',
    'Cuéntaselo a tu gente, para que nadie se extrañe. Esta versión aún no sabe juntar las dos: para seguir, pide a alguien una invitación nueva.',
    'Las horas a las que otras personas dijeron que sí se quedan.',
  ),
};
