import { formats } from './hours.ts';

const { plural } = formats;

/** A device of mine that is always on, and does nothing in my name. */
export const keeper = {
  add: 'Añadir un guardián',
  lead: 'Un guardián es una computadora o una tableta vieja que está siempre encendida. Conserva el registro, lo pasa y abre la puerta a quien tenga una invitación, para que se encuentren también dos personas que nunca coinciden. No anota nada y no dice que sí a nada.',
  addLead:
    'Una tableta vieja: escanea allí este código o abre el enlace. Una computadora que hace de guardián: pega allí el enlace o escribe las letras.',
  code: 'El camino al guardián, como código para escanear',
  valid: 'Vale diez minutos, para un guardián. Deja esto abierto hasta que esté allí.',
  askTitle: '¿Añadir este guardián?',
  askText:
    'Pide conservar el registro de tu comunidad. Puede dejar entrar a quien tenga una invitación, y no firma nada más en tu nombre. Di que sí solo si muestra las mismas cifras:',
  added: 'Ya es tu guardián.',
  addedText: 'Déjalo encendido y en línea. Trae el registro por sí solo.',
  thisOne: 'Un guardián',
  does: 'Conserva y pasa. No puede anotar, decir que sí ni leer tus notas.',
  another: 'Un guardián tuyo',
};

/** An old tablet in the hall. */
export const wall = {
  title: 'Una tableta en la pared',
  text: 'Un teléfono o una tableta vieja en el local puede mostrar lo que hacemos en la comunidad, y conservar mientras tanto el registro. Se convierte en un guardián tuyo: quien toque la pantalla no puede hacer nada en tu nombre.',
  add: 'Añadir una',
  see: 'Ver lo que muestra',
  heading: (community: string) => `${community}, en la pared`,
  together: 'Lo que hemos hecho en la comunidad',
  board: 'En nuestro tablón',
  newest: 'Lo último en la comunidad',
  between: (helper: string, helped: string) => `${helper} ayudó a ${helped}`,
  empty: 'Aún no hay puntadas',
  emptyText: 'El primer intercambio aparecerá aquí.',
  here: 'En línea ahora',
  hereCount: (count: number) =>
    plural(count, {
      one: 'Hay # miembro en línea',
      other: 'Hay # miembros en línea',
    }),
  nobodyHere: 'Ahora mismo no hay nadie en línea. El registro se conserva aquí.',
  come: 'Adelante',
  comeText: 'Escanea esto con tu teléfono.',
  code: 'La entrada, como código para escanear',
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
