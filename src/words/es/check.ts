import { formats } from './hours.ts';

const { plural } = formats;

/** One finding: whether it is well, what was found, and what to try next if it is not. */
interface Said {
  readonly mood: 'good' | 'fair' | 'bad';
  readonly what: string;
  readonly todo?: string;
}

const good = (what: string): Said => ({ mood: 'good', what });
const fair = (what: string, todo: string): Said => ({ mood: 'fair', what, todo });
const bad = (what: string, todo: string): Said => ({ mood: 'bad', what, todo });

/** The connection check: what works here, and what to try next. */
export const check = {
  title: '¿Funciona la conexión?',
  open: 'Comprobar la conexión',
  offer:
    'Prueba si puedes conectar con los demás desde aquí, y dice qué intentar después.',
  lead: 'No se pierde nada. Lo que escribes se guarda en este teléfono y pasa a los demás más tarde.',
  working: 'Probando la conexión',
  again: 'Comprobar otra vez',
  stopped: 'Parado. Lo que se ha visto hasta ahora está abajo.',
  results: 'Lo que se ha visto',
  moods: { good: 'Funciona', fair: 'Conviene saber', bad: 'No funciona' },

  app: {
    ready: good('Manyhands se abre aquí también sin internet.'),
    notYet: fair(
      'Manyhands aún no está guardado en este teléfono.',
      'Déjalo abierto un momento con conexión, y ábrelo otra vez.',
    ),
    cannot: fair(
      'Este navegador no puede guardar aplicaciones, así que Manyhands solo se abre en línea.',
      'Prueba otro navegador, o una ventana que no sea privada.',
    ),
  },
  storage: {
    promised: good('El navegador ha prometido conservar tus horas.'),
    notPromised: fair(
      'El navegador puede borrar tus horas cuando le falte espacio.',
      'Pídele que las conserve, en Ajustes. O pon Manyhands en la pantalla de inicio.',
    ),
    unknown: fair(
      'Este navegador no dice si conserva tus horas.',
      'Asegúrate de que otro miembro tenga una copia.',
    ),
  },
  network: {
    online: good('Este teléfono dice que tiene conexión.'),
    offline: bad(
      'Este teléfono dice que no tiene conexión.',
      'Enciende la wifi o los datos móviles. Hasta entonces puedes continuar, y pasar horas en persona o por mensaje.',
    ),
  },
  relay: {
    answers: (host: string) => good(`El repetidor ${host} responde.`),
    silent: (host: string) =>
      bad(
        `El repetidor ${host} se alcanza, pero no responde.`,
        'Algunas redes piden identificarse antes. Abre cualquier página web, identifícate y comprueba otra vez.',
      ),
    blocked: (host: string) =>
      bad(
        `Desde aquí no se alcanza el repetidor ${host}.`,
        'Puede estar apagado, o esta red lo bloquea. Prueba otra red: datos móviles en vez de wifi, o al revés.',
      ),
  },
  direct: {
    works: good('Este navegador puede conectarse directamente con otros teléfonos.'),
    fails: bad(
      'Este navegador no puede conectarse directamente, ni siquiera consigo mismo.',
      'Algo en este teléfono o en esta red lo bloquea. Desactiva el relevo privado o el bloqueador de anuncios, o prueba otra red.',
    ),
    cannot: bad(
      'Las conexiones directas están desactivadas en este navegador.',
      'Actívalas en sus ajustes (se llaman WebRTC), o usa otro navegador.',
    ),
  },
  stun: {
    works: (host: string) => good(`${host} le dice a este teléfono su dirección.`),
    fails: (host: string) =>
      fair(
        `${host} no le ha dicho a este teléfono su dirección.`,
        'Quizá no se alcanza. En la misma casa o sala nadie lo necesita.',
      ),
  },
  turn: {
    works: (host: string) =>
      good(
        `${host} pasa los mensajes cuando dos teléfonos no pueden conectarse directamente.`,
      ),
    fails: (host: string) =>
      fair(
        `${host} no pasa nada desde aquí.`,
        'Dos teléfonos que no puedan conectarse directamente no se encontrarán. Otra red puede ayudar.',
      ),
  },
  others: {
    some: (count: number) =>
      good(
        plural(count, {
          one: 'Ahora hay # miembro en línea contigo.',
          other: 'Ahora hay # miembros en línea contigo.',
        }),
      ),
    none: fair(
      'Ahora no hay nadie en línea contigo.',
      'Pide a alguien que abra Manyhands al mismo tiempo. Si aquí funciona todo lo demás, quizá las dos redes no dejan conectar. Usa una misma wifi, o envía un mensaje.',
    ),
  },

  seesTitle: 'Quién puede ver qué',
  sees: [
    'Un repetidor ve qué teléfonos lo usan, cuándo, desde qué dirección y cuánto envían para encontrarse. No puede leer nada y no conserva nada.',
    'Quien le dice a un teléfono su dirección (STUN) conoce esa dirección, y cuándo.',
    'Quien pasa los mensajes (TURN) ve las dos direcciones y cuánto se envía. No puede leer nada.',
    'El teléfono de otro miembro ve tu dirección mientras hay conexión entre los dos.',
  ],
  seesNone: 'Esta comunidad usa solo repetidores. A nadie más se le pide tu dirección.',

  copyTitle: 'Para quien te ayude',
  copyLabel: 'Lo que se ha visto, como texto',
  copyHead: (version: string) => `Manyhands ${version}, comprobación de la conexión:`,
};
