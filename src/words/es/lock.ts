import { formats } from './hours.ts';

const { plural } = formats;

/** Several people on one phone, each behind their own door. */
export const lock = {
  who: '¿Quién está aquí?',
  whoText: 'Cada persona tiene en este teléfono sus propias horas y sus mensajes.',
  noName: 'Alguien nuevo',
  locked: 'Con candado',
  open: 'Sin candado',
  somebodyElse: 'Otra persona',
  adding: 'Haciendo sitio…',

  hello: (name: string) => `Hola, ${name}`,
  helloNew: 'Hola',
  pin: 'Tu PIN',
  enter: 'Abrir',
  opening: 'Abriendo…',
  passkey: 'Abrir con la huella o la cara',
  wrongPin: 'Ese no es el PIN. No se ha perdido nada; prueba otra vez.',
  wait: (seconds: number) =>
    seconds < 90
      ? plural(seconds, {
          one: 'Demasiados intentos.  Prueba otra vez en # segundo.',
          other: 'Demasiados intentos.  Prueba otra vez en # segundos.',
        })
      : plural(Math.ceil(seconds / 60), {
          one: 'Demasiados intentos.  Prueba otra vez en # minuto.',
          other: 'Demasiados intentos.  Prueba otra vez en # minutos.',
        }),
  notMe: 'Soy otra persona',
  forgot: 'No puedo abrirlo',

  forgotTitle: 'Cuando no se abre',
  forgotText:
    'Nadie puede abrirlo por ti. Pero tus horas están a salvo: las guarda cada miembro. Puedes volver a ellas de otra manera:',
  forgotDevice:
    'Con otro teléfono tuyo: elige allí «Teléfonos y computadoras» y añade este.',
  forgotPage: 'Con tu hoja de doce palabras: elige «Ya estuve aquí».',
  forgotNeighbours:
    'Sin estas cosas: pregunta a alguien de tu comunidad. Te conocen y pueden invitarte de nuevo.',
  beside: 'Empezar aquí de nuevo',
  remove: 'Quitarlo de este teléfono',
  removeTitle: (name: string) => `¿Quitar a ${name} de este teléfono?`,
  removeText:
    'Se borra todo lo que este teléfono guarda de esta persona. No se puede recuperar. Los demás conservan las horas. Si no hay otro teléfono ni hoja, ya nadie podrá actuar en nombre de esta persona.',
  removeAct: 'Quitar',
  removing: 'Quitando…',

  card: 'Quién lo abre',
  cardNone:
    'Quien tenga este teléfono en la mano puede abrir Manyhands y actuar en tu nombre.',
  cardPin: 'Se abre con tu PIN.',
  cardPasskey: 'Se abre con tu huella o tu cara.',
  set: 'Ponerle un candado',
  change: 'Cambiar el candado',
  lockNow: 'Cerrar ahora',
  shared: 'Compartir este teléfono',

  title: 'Un candado para ti',
  lead: 'Para un teléfono que usan varias personas, o que anda por ahí.',
  how: '¿Cómo quieres abrirlo?',
  byPin: 'Con un PIN',
  byPasskey: 'Huella o cara',
  byNothing: 'Sin candado',
  newPin: 'Un PIN nuevo',
  newPinHint: 'Seis cifras o más.',
  shorter: 'Un PIN más corto',
  shorterHint:
    'Cuatro o cinco cifras. Detienen a quien toma este teléfono en la mano. No detienen a quien lo copia en una computadora: puede probar todos los PIN de cuatro cifras en horas, o en segundos con tarjetas gráficas potentes.',
  again: 'El mismo otra vez',
  pinShort: 'Usa al menos seis cifras, por favor.',
  shorterShort: 'Usa al menos cuatro cifras, por favor.',
  pinDigits: 'Solo cifras, por favor.',
  pinDiffers: 'Los dos no son iguales.',
  passkeyHint:
    'El dispositivo te lo pide, como cuando lo desbloqueas. Nadie puede probarlo en otra computadora.',
  does: 'Lo que hace: sin él nadie puede actuar en tu nombre en este teléfono, leer las notas que son solo para ti ni entrar con tu nombre.',
  doesNot:
    'Lo que no hace: quien copia este teléfono en una computadora puede leer nombres y horas. También puede probar PIN. Seis cifras aguantan horas o días en una computadora, o minutos con tarjetas gráficas potentes. Nadie puede probar una huella o una cara.',
  away: 'Se cierra por sí solo cinco minutos después de salir de Manyhands.',
  wayBack:
    'Haz antes tu hoja, o añade otro teléfono. Te traen de vuelta si olvidas el PIN.',
  act: 'Cerrarlo',
  actNone: 'Quitar el candado',
  working: 'Cerrando…',
  done: 'Está cerrado con lo que elegiste.',
  doneNone: 'El candado está quitado.',
  older: (names: string) =>
    `Solo en parte para ${names}: entraste antes de que hubiera candados. Manyhands sigue cerrado, pero alguien con las herramientas adecuadas podría actuar allí en tu nombre. Para cambiarlo, añade otra vez este teléfono desde otro.`,
};
