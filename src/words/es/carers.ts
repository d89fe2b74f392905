import { formats } from './hours.ts';

const { plural } = formats;

export const carers = {
  title: 'Alguien que anota por mí',
  detail: 'Cuando te cuesta anotar.',
  lead: 'Alguien de confianza puede anotar horas, tarjetas y planes por ti en su propio teléfono. Todos ven quién lo anotó, y aquí se te avisa.',
  add: 'Pedírselo a alguien',
  whom: '¿Quién puede anotar por ti?',
  nobody: 'Aún no hay nadie más aquí a quien pedírselo.',
  means: (name: string) =>
    `Lo que ${name} anota por ti cuenta como tuyo. ${name} lee lo que planeas con otras personas y lo que se anota junto a tus horas, pero ningún mensaje para ti.`,
  stopAnyTime: 'Puedes pararlo cuando quieras, en cada uno de tus teléfonos.',
  ask: (name: string) => `Pedírselo a ${name}`,
  withPage: 'Tu hoja muestra que eres tú quien lo pide.',
  asked: (name: string) => `Se lo has pedido a ${name}. Aún no ha respondido.`,
  writes: (name: string) => `${name} anota por ti.`,
  no: (name: string) => `${name} no anota por ti ahora.`,
  ended: (name: string) => `Lo has parado. ${name} ya no puede anotar por ti.`,
  endedSure: 'Con tu hoja lo aseguras, aunque su teléfono no sea honrado.',
  takeBack: 'Retirarlo',
  makeSure: 'Asegurarlo con mi hoja',
  endLead: 'Todo lo anotado por ti hasta ahora se queda.',
  endPage: 'Con tu hoja es seguro, y más adelante puedes volver a pedirlo.',
  endNow: 'Pararlo ya, sin la hoja',
  endNowText: 'A ese teléfono no se le podrá pedir nunca más.',

  asks: (of: string) => `${of} te pide que anotes en su nombre`,
  asksText: (of: string) =>
    `Anotarías horas, tarjetas y planes por ${of} en este teléfono, solo lo que saben las dos partes. Todos ven que fuiste tú. Puedes parar cuando quieras.`,
  yes: (of: string) => `Sí, anoto por ${of}`,
  notMe: 'No, prefiero no hacerlo',
  saidYes: (of: string) => `Ahora anotas por ${of}.`,
  saidNo: (of: string) => `${of} sabrá que prefieres no hacerlo.`,
  stopped: 'Ahora no anotas por',
  again: (of: string) => `Anotar por ${of}, después de todo`,
  onlyThem: (name: string) =>
    `Los mensajes los escribe solo ${name}, en su propio teléfono.`,
  stop: (of: string) => `Ya no anoto por ${of}`,
  stopText: 'Todo lo que has anotado se queda. Más adelante puedes volver a empezar.',

  writesNow: (by: string) => `${by} anota por ti desde ahora`,
  rather: (by: string) => `${by} prefiere no anotar por ti`,
  ratherText: 'Puedes pedírselo a otra persona.',
  noLonger: (by: string) => `${by} ya no anota por ti`,
  over: (of: string) => `Ya no anotas por ${of}`,
  overText: (of: string) =>
    `Lo ha parado ${of}, o alguien con la hoja de ${of}. Todo lo que has anotado se queda.`,
  wrote: (by: string) => `${by} anotó esto por ti`,
  notRight: 'No es así',
  card: 'Una tarjeta en el tablón',
  plans: (count: number, by: string) =>
    plural(count, {
      one: `${by} también dijo algo sobre un plan tuyo.`,
      other: `${by} también dijo # cosas sobre planes tuyos.`,
    }),
  more: (count: number) => plural(count, { one: 'Una cosa más', other: '# cosas más' }),
  seen: 'Lo he visto',
  alsoWrites: (by: string, of: string) => `${by} también anota por ${of}.`,
};
