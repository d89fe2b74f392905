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
    'Prueba lo que hace falta para encontrar a los demás desde aquí, y dice qué intentar después.',
  lead: 'Mientras tanto no se pierde nada: lo que escribes se guarda en este teléfono y pasa a los demás más tarde.',
  working: 'Probando qué funciona desde aquí',
  again: 'Comprobar otra vez',
  stopped: 'Parado. Lo que se ha visto hasta ahora está abajo.',
  results: 'Lo que se ha visto',
  moods: { good: 'Funciona', fair: 'Para saber', bad: 'No funciona' },

  app: {
    ready: good('Manyhands se abre aquí también sin red.'),
    notYet: fair(
      'Manyhands aún no está guardado en este teléfono.',
      'Déjalo abierto un momento con conexión, y ábrelo otra vez.',
    ),
    cannot: fair(
      'Este navegador no guarda aplicaciones, así que Manyhands solo se abre con red.',
      'Prueba otro navegador, y que no sea una ventana privada.',
    ),
  },
  storage: {
    promised: good('El navegador ha prometido conservar tu registro.'),
    notPromised: fair(
      'El navegador puede borrar tu registro cuando le falte espacio.',
      'Pídele que conserve el registro, en Ajustes, o pon Manyhands en la pantalla de inicio.',
    ),
    unknown: fair(
      'Este navegador no dice si conserva tu registro.',
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
        `El repetidor ${host} descuelga y no dice nada.`,
        'Suele ser una red que pide identificarse antes: abre cualquier página web, identifícate y comprueba otra vez.',
      ),
    blocked: (host: string) =>
      bad(
        `Desde aquí no hay camino al repetidor ${host}.`,
        'Puede estar apagado, o esta red no deja pasar a nadie. Prueba otra red: datos móviles en vez de wifi, o al revés.',
      ),
  },
  direct: {
    works: good('Este navegador abre líneas directas a otros teléfonos.'),
    fails: bad(
      'Este navegador no abre ninguna línea directa, ni siquiera consigo mismo.',
      'Algo en este teléfono o en esta red lo impide: prueba sin relevo privado ni bloqueador, o en otra red.',
    ),
    cannot: bad(
      'Las líneas directas están desactivadas en este navegador.',
      'Actívalas en sus ajustes (se llaman WebRTC), o usa otro navegador.',
    ),
  },
  stun: {
    works: (host: string) => good(`${host} dice cómo se ve este teléfono desde fuera.`),
    fails: (host: string) =>
      fair(
        `${host} no ha dicho cómo se ve este teléfono desde fuera.`,
        'Puede estar fuera de alcance, o no hacer falta aquí. En la misma casa o sala nadie lo necesita.',
      ),
  },
  turn: {
    works: (host: string) => good(`${host} pasa lo que no encuentra camino directo.`),
    fails: (host: string) =>
      fair(
        `${host} no pasa nada desde aquí.`,
        'Donde dos teléfonos no encuentren camino directo, no coincidirán. Otra red puede ayudar.',
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
      'Pide a alguien que abra Manyhands al mismo tiempo. Si aquí funciona todo lo demás y aun así no hay coincidencia, es que las dos redes la impiden: prueba en una misma wifi, o envía un mensaje.',
    ),
  },

  seesTitle: 'Quién puede ver qué',
  sees: [
    'Un repetidor ve qué teléfonos lo llaman, cuándo, desde qué dirección y cuánto se dicen para encontrarse. No lee nada y no conserva nada.',
    'Quien le dice a un teléfono cómo se ve desde fuera (STUN) conoce su dirección, y cuándo.',
    'Quien pasa lo que no encuentra camino directo (TURN) ve las dos direcciones y cuánto pasa. Va cerrado todo el camino.',
    'El teléfono de otro miembro ve tu dirección mientras hay conexión entre los dos.',
  ],
  seesNone:
    'Esta comunidad no nombra más que repetidores: a nadie más se le pregunta dónde estás.',

  copyTitle: 'Para quien te ayude',
  copyLabel: 'Lo que se ha visto, como texto',
  copyHead: (version: string) => `Manyhands ${version}, comprobación de la conexión:`,
};
