import { duration } from './hours.ts';
import { inThree } from './trouble.ts';

export const farewell = {
  died: (name: string) => `${name} ha fallecido`,
  sorry: 'Lo sentimos mucho.',
  slow: 'Tómate tu tiempo. Con tu palabra sola no pasa nada, y ninguna hora se pierde.',
  pageTitle: (name: string) => `Con la hoja de ${name}`,
  pageText: (name: string) =>
    `Quien tiene la hoja impresa puede decirlo por ${name}, y adónde van las horas.`,
  pageAct: 'Mirar la hoja',
  pageWrong: (name: string) => `No es la hoja de ${name}, o hay otra más nueva.`,
  withoutTitle: 'Sin la hoja',
  withoutText: (name: string) =>
    `Todo el mundo puede decidir que ${name} descansa: así nadie espera su respuesta al decidir. Todo lo demás sigue igual.`,
  withoutAct: 'Preguntar a todo el mundo',
  phonesEnd: (name: string) =>
    `Nadie podrá escribir nada más en los teléfonos de ${name}.`,
  cardsEnd: (name: string) =>
    `Las tarjetas se quitan, y tus palabras quedan en la página de ${name} para todo el mundo.`,
  hoursStay: (name: string) =>
    `Las horas se quedan. Después puedes dar las que quedan a quien ${name} quería.`,
  words: (name: string) => `Unas palabras sobre ${name}`,
  wordsHint: 'Por ejemplo, lo que todo el mundo va a recordar.',
  wordsMissing: 'Escribe unas palabras, por favor.',
  goOn: 'Seguir',
  sure: (name: string) => `¿Ha fallecido ${name}?`,
  sureText: (name: string) =>
    `Lo leerá todo el mundo. Si es un error, puedes retirarlo, y ${name} puede volver con la hoja.`,
  yes: (name: string) => `Sí, ${name} ha fallecido`,
  inMemory: 'En memoria',
  memory: (name: string) => `En memoria de ${name}`,
  writtenBy: (by: string, of: string) => `Lo anotó ${by}, por la familia de ${of}`,
  kindWords: 'Lo que dicen los demás',
  yourWords: (name: string) => `Tus palabras sobre ${name}`,
  rests: (name: string) =>
    `Todo el mundo decidió que ${name} descansa. Nadie espera una respuesta.`,
  left: (name: string, minutes: number) =>
    `Quedan ${duration(minutes)} de ${name}. ¿Adónde quería ${name} que fueran?`,
  toPot: 'Al fondo',
  toSomebody: 'A alguien',
  whom: '¿A quién?',
  offered: 'Ofrecido. Contará cuando la otra parte diga que sí.',
  owesNothing: (name: string, minutes: number) =>
    `${name} había recibido ${duration(minutes)} más de lo dado. Eso queda así, y nadie lo debe.`,
  mistake: (name: string) => `Fue un error: ${name} vive`,
  mistakeText: (name: string) =>
    `Las palabras se quitan de la página de ${name}. Con la hoja, ${name} puede volver a usar un teléfono.`,

  /** On their own phone. */
  here: inThree(
    'Tu hoja dice que has muerto; por eso este teléfono ya no escribe.',
    'Si es un error, vuelve con tu hoja de doce palabras y avisa en la comunidad. Quien lo dijo puede retirarlo.',
    'Tus horas siguen ahí, y aquí puedes seguir leyendo.',
  ),
  hereAct: 'Volver con mi hoja',
};
