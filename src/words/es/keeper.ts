import { formats } from './hours.ts';

const { plural } = formats;

/** A device of mine that is always on, and does nothing in my name. */
export const keeper = {
  add: 'Añadir un guardián',
  lead: 'Un guardián es una computadora o una tableta vieja que está siempre encendida. Guarda todas las horas y las pasa, también entre dos personas que nunca coinciden en línea. Deja entrar a quien tenga una invitación. No puede anotar ni decir que sí por ti.',
  addLead:
    'Una tableta vieja: escanea allí este código o abre el enlace. Una computadora que hace de guardián: pega allí el enlace o escribe las letras.',
  code: 'Un código para escanear con el guardián',
  valid:
    'Vale diez minutos, para un guardián. Deja esto abierto hasta que esté añadido.',
  askTitle: '¿Añadir este guardián?',
  askText:
    'Pide guardar las horas de tu comunidad. Puede dejar entrar a quien tenga una invitación. No puede hacer nada más en tu nombre. Di que sí solo si muestra las mismas cifras:',
  added: 'Ya es tu guardián.',
  addedText: 'Déjalo encendido y en línea. Recibe todas las horas por sí solo.',
  thisOne: 'Un guardián',
  does: 'Guarda las horas y las pasa. No puede anotar, decir que sí ni leer tus notas.',
  another: 'Un guardián tuyo',
};

/** An old tablet in the hall. */
export const wall = {
  title: 'Una tableta en la pared',
  text: 'Un teléfono o una tableta vieja en el local puede mostrar lo que hacemos en la comunidad. También guarda una copia de todas las horas. Se convierte en tu guardián. Quien toque la pantalla no puede hacer nada en tu nombre.',
  see: 'Ver lo que muestra',
  heading: (community: string) => `${community}, en la pared`,
  together: 'Lo que hemos hecho en la comunidad',
  board: 'En nuestro tablón',
  newest: 'Lo más nuevo',
  between: (helper: string, helped: string) => `${helper} ayudó a ${helped}`,
  empty: 'Aún no hay puntadas',
  emptyText: 'El primer intercambio aparecerá aquí.',
  here: 'En línea ahora',
  hereCount: (count: number) =>
    plural(count, {
      one: 'Hay # miembro en línea',
      other: 'Hay # miembros en línea',
    }),
  nobodyHere: 'Ahora mismo no hay nadie en línea. Todas las horas se guardan aquí.',
  come: 'Adelante',
  comeText: 'Escanea esto con tu teléfono.',
  code: 'Un código para escanear y entrar',
  leave: 'Mantén pulsado para salir de la pared',
  leaveTitle: '¿Salir de la pared?',
  stay: 'Quedarse en la pared',
  goOn: 'Ir a la aplicación',
  others: 'Otras comunidades en esta tableta',
  keeperText:
    'Esta tableta es un guardián: muestra la pared y nada más de esta comunidad.',
  names: 'Mostrar nombres',
  namesText: 'Quien pase puede leerlos. Sin nombres solo se ven los botones.',
  link: 'Un enlace para mostrar como código',
  linkHint:
    'Lo mejor es un cartel: quien lo escanea toca a la puerta. Con una invitación entra la primera persona que llegue.',
  linkAct: 'Mostrarlo',
  linkWrong: 'Esto no es un cartel ni una invitación, o le falta una parte.',
  linkGone: 'No mostrar ningún código',
  awake: 'La pantalla se queda encendida por sí sola.',
  asleep:
    'Este navegador deja que la pantalla se apague. Ajusta la tableta para que no apague nunca la pantalla.',
};
