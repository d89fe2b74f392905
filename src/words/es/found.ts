import { duration } from './hours.ts';
import { plainUnits } from '../units.ts';

/** Starting a community. */
export const found = {
  title: 'Crear una comunidad',
  name: '¿Cómo se llama?',
  nameHint: 'La calle, el barrio, el club…',
  yourName: '¿Y tu nombre?',
  yourNameHint: 'Como te llama la gente de cerca.',
  unit: '¿Qué palabra se usa para una hora?',
  unitHint: 'Casi siempre «hora». Hay quien dice «mano» o «bellota».',
  unitDefault: plainUnits.es,
  more: 'La palabra para una hora, el límite, el acuerdo',
  limit: '¿Cuántas horas de más puede recibir alguien?',
  limitHint: 'Después, la persona a la que se pregunta ve un aviso. Nunca impide nada.',
  limitChoice: (minutes: number) => duration(minutes),
  agreement: 'Nuestro acuerdo en pocas palabras',
  agreementHint: 'Todos los miembros pueden leerlo. Puede quedar vacío.',
  agreementDefault:
    'Una hora es una hora, sea cual sea la ayuda. Nadie tiene que explicar por qué dice que no.',
  fixed:
    'El nombre se queda como está. El acuerdo se puede cambiar más tarde, entre toda la comunidad.',
  canDoLead:
    'Toca lo que te gustaría, o déjalo para después. Con un toque será una tarjeta.',
  act: 'Crearla',
  working: 'Creando tu comunidad…',
  nameMissing: 'Ponle un nombre, por favor.',
  yourNameMissing: 'Escribe tu nombre, por favor.',
};
