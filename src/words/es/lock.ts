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
          one: 'Ha fallado demasiadas veces. Prueba otra vez en # segundo.',
          other: 'Ha fallado demasiadas veces. Prueba otra vez en # segundos.',
        })
      : plural(Math.ceil(seconds / 60), {
          one: 'Ha fallado demasiadas veces. Prueba otra vez en # minuto.',
          other: 'Ha fallado demasiadas veces. Prueba otra vez en # minutos.',
        }),
  notMe: 'Soy otra persona',
  forgot: 'No puedo abrirlo',

  forgotTitle: 'Cuando no se abre',
  forgotText:
    'Nadie puede abrirlo por ti, pero tus horas no están en este teléfono: las guarda cada miembro. Vuelves a ellas por otra puerta, al lado de la cerrada:',
  forgotDevice:
    'Con otro teléfono tuyo: elige allí «Teléfonos y computadoras» y añade este.',
  forgotPage: 'Con tu hoja de doce palabras: elige «Ya estuve aquí».',
  forgotNeighbours:
    'Sin ninguna de las dos cosas: pregunta a alguien de tu comunidad. Te conocen y pueden invitarte de nuevo.',
  beside: 'Empezar al lado',
  remove: 'Quitarlo de este teléfono',
  removeTitle: (name: string) => `¿Quitar a ${name} de este teléfono?`,
  removeText:
    'Se va todo lo que este teléfono guarda de esta persona, y no se puede recuperar. Los demás conservan el registro y las horas. Sin otro teléfono ni la hoja, esto era lo único que podía escribir en su nombre.',
  removeAct: 'Quitar',
  removing: 'Quitando…',

  card: 'Quién lo abre',
  cardNone:
    'Quien tenga este teléfono en la mano puede abrir Manyhands y escribir en tu nombre.',
  cardPin: 'Se abre con tu PIN.',
  cardPasskey: 'Se abre con tu huella o tu cara.',
  set: 'Ponerle un candado',
  change: 'Cambiar el candado',
  lockNow: 'Cerrar ahora',
  shared: 'Este teléfono lo usa también otra persona',

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
    'Cuatro o cinco cifras. Detienen a quien toma este teléfono en la mano. Quien copia lo que hay en él prueba todas las de cuatro en minutos u horas, y en segundos con tarjetas gráficas potentes.',
  again: 'El mismo otra vez',
  pinShort: 'Usa al menos seis cifras, por favor.',
  shorterShort: 'Usa al menos cuatro cifras, por favor.',
  pinDigits: 'Solo cifras, por favor.',
  pinDiffers: 'Los dos no son iguales.',
  passkeyHint:
    'El dispositivo mismo te lo pide, como cuando lo desbloqueas. Nadie puede probarlo en otro sitio.',
  does: 'Lo que hace: sin él nadie puede escribir en tu nombre desde este teléfono, leer las palabras que son para dos ni entrar con tu nombre.',
  doesNot:
    'Lo que no hace: quien copia lo que hay en este teléfono puede leer el registro, nombres y horas, y probar PIN: seis cifras aguantan horas o días en una computadora y minutos con tarjetas gráficas potentes. Una huella o una cara no se pueden probar.',
  away: 'Se cierra por sí solo cinco minutos después de salir de Manyhands.',
  wayBack:
    'Haz antes tu hoja, o añade otro teléfono: si olvidas el PIN, te traen de vuelta.',
  act: 'Cerrarlo',
  actNone: 'Quitar el candado',
  working: 'Cerrando…',
  done: 'Está cerrado con lo que elegiste.',
  doneNone: 'El candado está quitado.',
  older: (names: string) =>
    `Solo en parte para ${names}: entraste antes de que hubiera candados. Manyhands sigue cerrado, pero alguien con las herramientas adecuadas podría escribir allí en tu nombre. Para cambiarlo, añade de nuevo este teléfono desde otro.`,
};
