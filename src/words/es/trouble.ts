import type { Trouble } from '../en/trouble.ts';

const nothingLost = 'No se ha perdido nada.';

/** The three parts; nothing is lost unless it is said. */
export const inThree = (what: string, todo: string, lost = nothingLost): Trouble => ({
  what,
  lost,
  todo,
});

export const trouble = {
  details: 'Para alguien que te ayude',
  lines: 'Lo que hay que enseñarle',
  retry: 'Probar otra vez',
  reload: 'Abrirlo de nuevo',
  forget: 'Quitarla de este dispositivo',
  bug: inThree(
    'Algo en Manyhands ha fallado.',
    'Ábrelo de nuevo. Si vuelve a pasar, enseña las líneas de abajo a alguien que pueda ayudar.',
    'Lo que se guardó sigue guardado.',
  ),
  slip: inThree(
    'Algo ha fallado.',
    'Puedes seguir. Si lo último que hiciste no está, hazlo otra vez.',
    'Lo que se guardó sigue guardado.',
  ),
  partMissing: inThree(
    'Una parte de Manyhands no ha llegado.',
    'Conéctate un momento y ábrelo de nuevo.',
    'Lo que se guardó sigue guardado.',
  ),
  storageFull: inThree(
    'En este dispositivo no queda espacio.',
    'Haz un poco de sitio y prueba otra vez.',
    'Lo que se guardó antes está a salvo; lo último que escribiste no se guardó.',
  ),
  storageFullAtOpening: inThree(
    'En este dispositivo no queda espacio.',
    'Haz un poco de sitio, por ejemplo borrando fotos, y prueba otra vez.',
    'Lo que se guardó antes está a salvo: abrirlo también ocupa un poco.',
  ),
  storageBlocked: inThree(
    'Este navegador no deja que Manyhands guarde nada.',
    'Si es una ventana privada, ábrelo en una normal. Si no, permite que este sitio guarde datos.',
    'Aún no se ha escrito nada.',
  ),
  storageForgets: inThree(
    'Este navegador no puede recordar quién eres.',
    'Usa un navegador más nuevo, u otro. Si entraras aquí, no duraría.',
    'Aún no se ha escrito nada.',
  ),
  storageFullNow: inThree(
    'En este dispositivo no queda espacio.',
    'Haz un poco de sitio, por ejemplo borrando fotos. Manyhands sigue por sí solo.',
    'Lo que se guardó está a salvo. Lo que llegue ahora se queda solo mientras esta ventana esté abierta.',
  ),
  storageSilent: inThree(
    'La memoria de este dispositivo no responde.',
    'Prueba otra vez en un momento. Si sigue igual, abre Manyhands de nuevo y mira si está lo último que escribiste.',
    'Lo que se guardó antes sigue guardado.',
  ),
  storageSilentNow: inThree(
    'La memoria de este dispositivo no responde.',
    'Manyhands vuelve a probar por sí solo. Si sigue igual, ábrelo de nuevo.',
    'Lo que se guardó sigue guardado. Lo que llegue ahora se queda solo mientras esta ventana esté abierta.',
  ),
  storageCleared: inThree(
    'Se ha borrado lo que Manyhands guardaba en este dispositivo.',
    'Deja abierta esta ventana hasta que otras personas guarden también tus horas. Para volver a escribir aquí, pide a alguien de tu comunidad una invitación nueva.',
    'Esta ventana muestra todavía tus horas y las pasa a los demás mientras esté abierta. Lo que los demás guardan se queda con ellos.',
  ),
  keyLost: inThree(
    'Este dispositivo ya no puede actuar en tu nombre en esa comunidad.',
    'Pide a alguien de tu comunidad una invitación nueva. Puedes quitar de este dispositivo lo que queda de ella.',
    'Tus horas siguen con los demás.',
  ),
  pageBehind: inThree(
    'Este dispositivo ha perdido parte de lo que escribió, por eso ya no escribe.',
    'Usa otro dispositivo tuyo, o pide a alguien de tu comunidad una invitación nueva.',
    'Tus horas siguen con los demás, y aquí puedes seguir leyendo.',
  ),
  notHere: inThree(
    'Este dispositivo no tiene esa comunidad.',
    'Elige una de las que hay, abre otra vez tu invitación o pide una nueva.',
    'Si alguna vez estuvo aquí, se ha vaciado este navegador. Tus horas siguen con los demás.',
  ),
  updateNeeded: inThree(
    'Alguien usa una versión más nueva de Manyhands. La tuya no puede leerlo todo.',
    'Actualiza Manyhands para ver todas las horas.',
  ),
  noCrypto: inThree(
    'Esta página no se abrió de forma segura.',
    'Su dirección tiene que empezar por https:// (o estar en esta misma computadora).',
  ),
  pageTaken: inThree(
    'Está escribiendo otra pestaña.',
    'Sigue en esa pestaña, o úsalo aquí.',
  ),
};
