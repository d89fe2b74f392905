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
    'Escanea antes el código de «Mostrar mi código» en su teléfono, y luego este otra vez. Cuando estés en línea, se arregla por sí solo.',
    nothingChanged,
  ),
  messageWaits: inThree(
    'Este mensaje responde a algo que aún no ha llegado aquí.',
    'Quédate un rato en línea. Lo verás cuando haya llegado lo demás.',
    'El mensaje está guardado.',
  ),
  nothingToSend: inThree(
    'No has respondido en este dispositivo, así que no tiene nada que enviar.',
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
      `«${file}» ha cambiado.`,
      'Copia o descarga la copia otra vez. Si vuelve a pasar, toma otra: cualquier miembro puede hacer una.',
      nothingKept,
    ),
  archiveCut: inThree(
    'La copia se ha cambiado, o le falta una parte.',
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
      `«${file}» tiene líneas que no son de la persona que dicen.`,
      'Alguien ha cambiado esta copia a propósito. Toma una de alguien de tu confianza.',
      nothingKept,
    ),
  archiveDiffers: inThree(
    'La copia no cuadra: le falta algo.',
    'Toma otra: cualquier miembro puede hacer una.',
    nothingKept,
  ),
  calledOff: inThree('Lo has parado.', 'Puedes empezar otra vez cuando quieras.'),
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
    'Elige entre 1 minuto y 100 horas.',
  ),
  wrongDay: inThree('Ese día está en el futuro.', 'Elige hoy o un día anterior.'),
  unknownMember: inThree(
    'Este teléfono aún no conoce a esta persona.',
    'Quédate un momento en línea y prueba otra vez.',
  ),
  otherHasLeft: inThree(
    'Esta persona se fue y ya no puede decir que sí.',
    'Las horas quedan como están.',
  ),
  noteTooLong: inThree('La nota es demasiado larga.', 'Acórtalo, por favor.'),
  unknownHour: inThree(
    'Este teléfono aún no tiene esta hora.',
    'Quédate un momento en línea y prueba otra vez.',
  ),
  writesForThem: inThree(
    'Quien anota por alguien no puede estar también al otro lado.',
    'Pide a otra persona que lo anote, o que diga que sí.',
    'No ha cambiado nada.',
  ),
  writesNoMore: inThree(
    'Ese teléfono ya no anota por esa persona.',
    'Pide a la propia persona que lo anote otra vez, o que elija quién puede hacerlo.',
    'No ha cambiado nada.',
  ),
  noPhoneToAsk: inThree(
    'No hay ningún teléfono suyo al que pedírselo.',
    'Quizá no tiene, o le dijiste a ese que no anotara nunca más por ti. Elige a otra persona.',
    'No ha cambiado nada.',
  ),
  noHoursLeft: inThree(
    'No quedan horas para dar.',
    'Lo que ya se ofreció espera un sí.',
    'No ha cambiado nada.',
  ),
  hourUnsigned: inThree(
    'Esta hora no se puede comprobar.',
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
    'Las dos partes no han dicho que sí a esto, así que no hay nada que corregir.',
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
    'Tus horas están a salvo. Lo que escribas aquí desde ahora no cuenta.',
  ),
  oldPageUsed: inThree(
    'Se usó una hoja vieja tuya.',
    'Haz una nueva, y rompe la vieja.',
    'Tus horas están a salvo. Lo que entró con ella no cuenta.',
  ),
  onlyCopy: inThree(
    'No hay camino de vuelta: solo este dispositivo puede actuar en tu nombre.',
    'Haz antes tu hoja, o añade otro teléfono.',
    'Tus horas siguen con los demás, pero no podrías usarlas. Tendrías que entrar de nuevo, sin horas.',
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
    'Este teléfono no sabe que ese sea tuyo.',
    'Espera a que los dos hayan estado en línea y mira otra vez.',
  ),
  deviceLast: inThree(
    'Así no te quedaría ningún teléfono que pueda actuar en tu nombre.',
    'Añade antes otro.',
  ),
  deviceKey: inThree(
    'Este teléfono no puede apagar aquel por sí solo.',
    'Hazlo con tu hoja de doce palabras o, si no la has hecho, en el teléfono con el que entraste.',
  ),
  deviceContested: inThree(
    'Dos de tus teléfonos han dicho a la vez cosas distintas sobre ti.',
    'Pide a tus guardallaves que decidan qué es correcto.',
  ),
  deviceMany: inThree(
    'Tienes demasiados teléfonos para apagarlos todos de una vez.',
    'Avisa a los demás en su lugar.',
  ),
  sparePage: inThree(
    'Aún no has hecho tu hoja.',
    'Hazla primero. Al mismo tiempo eliges a tus guardallaves.',
  ),
  spareNotKept: inThree(
    'Ya no guardas la llave de repuesto de esta persona.',
    'Díselo: ha elegido a otra gente, y esa gente puede traerla de vuelta.',
  ),
  spareSaid: inThree('Ya has dicho que sí.', 'No hay nada más que hacer.'),
  paused: inThree(
    'Hay dos copias distintas de tus horas, por eso estás en pausa.',
    'Cuéntaselo a tu gente. Manyhands aún no puede juntar las dos copias. Para seguir, pide a alguien una invitación nueva.',
    'Las horas a las que otras personas dijeron que sí se quedan.',
  ),
  /** Of organisations and the pot. */
  notASigner: inThree(
    'No firmas por ella.',
    'Pídeselo a alguien que sí. En su página pone quién es.',
  ),
  signedAlready: inThree(
    'Ya has dicho que sí en su nombre.',
    'Ahora se pregunta a otra persona que firma por ella.',
  ),
  onBothSides: inThree(
    'Son tus propias horas con ella.',
    'Tiene que decir que sí otra persona que firme por ella.',
  ),
  tooFewApart: inThree(
    'Firma muy poca gente por ella que no esté también al otro lado.',
    'Antes, haz que firme por ella una persona más.',
  ),
  nobodySigns: inThree('Nadie firmaría por ella.', 'Elige al menos a una persona.'),
  tooManySign: inThree('Es demasiada gente.', 'Elige 16 personas como mucho.'),
  signsTwice: inThree('Una persona está dos veces.', 'Elige a cada una una sola vez.'),
  signerUnknown: inThree(
    'Una de esas personas ya no está en la comunidad.',
    'Elige a alguien que esté.',
  ),
  wrongThreshold: inThree(
    'No se pueden juntar tantos «sí».',
    'Elige al menos uno, y no más que personas.',
  ),
  sameSigners: inThree('Ya está así.', 'Elige a otra persona, o vuelve atrás.'),
  noSuchChange: inThree(
    'Esto ya está resuelto, o aún no ha llegado aquí.',
    'No tienes que hacer nada.',
  ),
  unknownOrganisation: inThree(
    'Este teléfono aún no la conoce.',
    'Quédate en línea un momento e inténtalo otra vez.',
  ),
  tooManyPhones: inThree(
    'La gente que firma por ella tiene demasiados teléfonos.',
    'Pídeles que antes apaguen los viejos.',
  ),
  nameMissing: inThree('No tiene nombre.', 'Escribe cómo la llama la gente de aquí.'),
};
