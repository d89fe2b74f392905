import { duration, formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number, plural } = formats;

export const groups = {
  title: 'Grupos',
  detail: 'Gente del vecindario que hace algo en común.',
  mineOf: (count: number) =>
    plural(count, { one: 'Estás en uno.', other: 'Estás en #.' }),
  empty: 'Aún no hay ningún grupo',
  emptyText: 'Caminatas, un huerto, una mesa de arreglos: crea el primero.',
  found: 'Crear un grupo',
  mine: 'Tus grupos',
  others: 'Otros grupos de aquí',
  people: (count: number) => plural(count, { one: '# persona', other: '# personas' }),
  youOrganise: 'Lo organizas tú',
  youAsked: 'Has pedido entrar',
  isOver: 'Ha terminado',
  unknown: 'Este teléfono no conoce este grupo',
  unknownText: 'Quizá está en camino. Quédate en línea un momento.',

  name: '¿Cómo se llama?',
  nameHint: 'Como lo dice la gente de aquí.',
  words: '¿De qué trata?',
  wordsHint: 'Una frase. Puede leerla toda la comunidad.',
  colour: 'Su color',
  colours: {
    blue: 'Azul',
    violet: 'Violeta',
    teal: 'Turquesa',
    pink: 'Rosa',
    orange: 'Naranja',
    green: 'Verde',
  },
  door: '¿Quién puede entrar?',
  doorOpen: 'Toda la comunidad',
  doorAsks: 'Quien lo pida antes',
  openAct: 'Crearlo',
  picture: 'Una imagen en lugar del color',
  pictureHint: 'Pequeña: está junto al nombre. La ve toda la comunidad.',
  pictureChoose: 'Elegir una imagen',
  pictureIn: 'La imagen está puesta. Cuenta cuando guardes.',
  pictureOut: 'Quitar la imagen',

  open: 'Abierto: viene quien quiera.',
  asks: 'Quien quiera entrar lo pide, y alguien que lo organiza dice que sí.',
  foundedBy: (name: string) => `Iniciativa de ${name}`,
  join: 'Unirme',
  ask: 'Pedir entrar',
  joined: 'Ya estás dentro.',
  asked: 'Lo has pedido. Alguien que lo organiza dirá que sí.',
  takeBack: 'Retirarlo',
  wantsIn: (name: string) => `${name} quiere entrar`,
  letIn: (name: string) => `Dejar entrar a ${name}`,
  isIn: (name: string) => `${name} está dentro.`,
  whoIsIn: 'Quién está dentro',
  organises: 'Lo organiza',
  helped: (minutes: number) =>
    minutes === 0
      ? 'Este año su gente aún no se ha ayudado entre sí.'
      : `En las últimas 52 semanas su gente se ayudó ${duration(minutes)}.`,
  helpedTitle: 'Lo que ha salido de ahí',

  forOrganisers: 'Para quienes lo organizan',
  change: 'Cambiar su aspecto',
  saved: 'Guardado. Ahora todo el mundo lo ve así.',
  share: 'Que alguien más lo organice',
  shareText: 'Podrá hacer todo lo que tú puedes hacer aquí.',
  shareNobody: 'Aún no hay nadie más dentro.',
  shared: (name: string) => `${name} también puede organizarlo.`,
  named: (name: string) => `Lo organiza ${name} porque tú quisiste`,
  unshare: (name: string) => `${name} ya no`,
  unshared: (name: string) => `${name} ya no lo organiza, ni a quienes eligió.`,
  layDown: 'Dejar de organizarlo',
  layDownText: (names: string) => `Lo organizará: ${names}. Tú sigues en el grupo.`,
  layDownBack:
    'Sigue siendo tu iniciativa, y puedes volver a cambiar su aspecto mientras estés en la comunidad.',
  layDownAct: 'Entregarlo',
  laidDown: 'Ya no lo organizas.',
  close: 'Cerrar el grupo',
  closeText:
    'Todo el mundo ve que ha terminado. No se borra nada, y puedes abrirlo otra vez.',
  closeAct: 'Cerrarlo',
  closed: 'Está cerrado.',
  reopen: 'Abrirlo otra vez',
  reopened: 'Está abierto otra vez.',
  leave: 'Dejar el grupo',
  left: 'Has dejado el grupo.',

  lost: (name: string) => `${name} no tiene a nadie que lo organice`,
  lostText:
    'Quien lo creó se ha ido, y sus palabras también. Puedes seguir con el resto.',
  goOn: 'Seguir con él',
  goesOn: (who: string, name: string) => `${who} sigue: ${name}`,
  comeAlong: 'Ir también',

  refused: {
    tooLong: inThree('Es demasiado largo.', 'Acorta el nombre o la frase.'),
    notOrganising: inThree(
      'Eso solo puede hacerlo quien lo organiza.',
      'Pídeselo. Su página dice quiénes son.',
    ),
    notHere: inThree(
      'Este teléfono ya no conoce este grupo.',
      'Quédate en línea un momento y mira otra vez.',
    ),
    lastOrganiser: inThree(
      'Solo tú lo organizas.',
      'Deja antes que alguien más lo organice, o ciérralo.',
    ),
    tooMany: inThree(
      `Puedes elegir a ${number(7)} personas como mucho.`,
      'Ellas pueden elegir a más.',
    ),
    tooLarge: inThree('La imagen es demasiado grande.', 'Elige otra.'),
  },
};
