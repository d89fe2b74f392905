import { formats } from './hours.ts';

const { plural } = formats;

/** The five rows of Settings, each with a line of how things stand. */
export const settingRows = {
  profile: 'Mi perfil',
  safe: 'Poner mis horas a salvo',
  kept: (others: number) =>
    plural(others, {
      one: 'Guardado en este teléfono y en # más',
      other: 'Guardado en este teléfono y en # más',
    }),
  onlyHere: 'Por ahora solo en este teléfono',
  look: 'Avisos y aspecto',
  told: 'Los avisos están activados',
  untold: 'Los avisos están desactivados',
  lookText: 'Idioma, claro u oscuro',
  data: 'Comunidad y datos',
  dataText: 'Tu propia copia, lo que ocultaste, irte',
  communities: (count: number) =>
    plural(count, {
      one: '# comunidad en este teléfono',
      other: '# comunidades en este teléfono',
    }),

  advanced: 'Avanzado',
  advancedLead: 'Casi nadie necesita esto.',
  pointsLead: 'Se decidió al crear la comunidad. No se puede cambiar.',
  relays: 'Repetidores',
  ownRelay: 'El repetidor de esta aplicación se usa siempre.',
  servers: 'Estos ayudan a los teléfonos a conectarse (STUN y TURN)',
};

/** One screen for whoever has no internet: with whom, what for, and the way. */
export const noInternet = {
  lead: 'También funciona sin internet. Di qué necesitas.',
  who: '¿Con quién es?',
  beside: 'Alguien que está a mi lado',
  far: 'Alguien que está lejos',
  newcomer: 'Alguien nuevo',
  what: '¿Qué quieres hacer?',
  finish: 'Terminar un intercambio',
  news: 'Llevar novedades',
  way: 'Así se hace',

  finishBeside:
    'Una persona anota la ayuda y enseña un código. La otra lo escanea y dice que sí.',
  record: 'Anotar la ayuda',
  recordText: 'Después toca que la otra persona está a tu lado.',
  scanText: 'Cuando el otro teléfono enseña uno.',
  codeText: 'Cuando aún no estás en la lista del otro teléfono.',
  newsBeside: 'Dos teléfonos que están juntos pueden pasárselo todo.',
  linkText: 'En la misma wifi, o uno en la zona wifi del otro.',
  showMoving: 'Enseñar un código en movimiento',
  showMovingText: 'Haz un paquete. Después, que la otra cámara mire tu pantalla.',
  seeMoving: 'Mirar un código en movimiento',
  seeMovingText: 'Cuando el otro teléfono enseña uno.',
  finishFar:
    'La hora puede viajar en un mensaje: por SMS, por correo o en papel. Mándalo cuando puedas.',
  choose: 'Elegir la hora',
  chooseText: 'Ábrela y manda el mensaje.',
  gotMessage: 'He recibido un mensaje',
  gotMessageText: 'Pégalo aquí.',
  newsFar:
    'Un paquete es un archivo con todo lo nuevo. Puede viajar por correo, por mensaje o en una memoria USB.',
  packText: 'Para todo el mundo o para una persona.',
  openText: 'Cuando alguien te dio uno.',
  newcomerText:
    'Haz una invitación. Quien está a tu lado la escanea, y después se enlazan los dos teléfonos. Desde lejos puede pedírtelo por mensaje.',
  invite: 'Hacer una invitación',
  inviteText: 'Para una persona.',
  linkNewcomerText: 'Así puedes dejarle entrar.',
  askedText: 'Cuando te lo ha pedido por mensaje.',
  waitingText:
    'Aún no te han dejado entrar. Un miembro que esté a tu lado puede hacerlo sin internet.',
  answeredText: 'Cuando un miembro te ha respondido.',
};

/** Said once, after the first hour that both have signed. */
export const offers = {
  title: 'Tu primera hora está hecha',
  installed: 'Puedes poner Manyhands entre tus aplicaciones. Así se abre sin internet.',
  told: 'Manyhands puede avisarte cuando algo te espera. Solo mientras está abierto en segundo plano.',
  tellAct: 'Avísame',
  findAgain: 'Lo encuentras otra vez en Ajustes, «Avisos y aspecto».',
};
