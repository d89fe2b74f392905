import { size } from './size.ts';
import { inThree } from './trouble.ts';

/** Pictures of listings: chosen, made small, and looked at. */
export const picture = {
  label: 'Una foto',
  hint: 'Se dibuja de nuevo y en pequeño. No dice dónde ni cuándo se hizo.',
  choose: 'Elegir una foto',
  another: 'Elegir otra',
  drop: 'O suelta una aquí.',
  dropNow: 'Suéltala aquí.',
  takeOut: 'Quitarla',
  takenOut: 'La foto está fuera.',
  putBack: 'Volver a ponerla',
  making: 'Haciéndola pequeña…',
  chosen: 'La foto que has elegido',
  isIn: 'La foto está puesta.',
  stopped: 'Detenido. No se ha tomado ninguna foto.',
  noRoom: 'Tus palabras no dejan sitio para la foto. Acórtalas un poco.',

  fileTooLarge: inThree(
    'Este archivo es demasiado grande para ser una foto.',
    'Elige otro. Una foto de tu teléfono sirve.',
  ),
  notAPicture: inThree(
    'Este archivo no se puede dibujar aquí como foto.',
    'Elige otro, o haz una foto nueva.',
  ),

  fetching: 'Trayendo la foto entera…',
  costs: (bytes: number) =>
    `La foto entera ocupa hasta ${size(bytes)}. Tu conexión puede costar, así que no se ha traído.`,
  fetch: 'Traerla ahora',
  nobodyThere: (name: string) =>
    `Esta es la foto pequeña. La entera llega cuando coincidas en línea con ${name}, o con alguien que la haya visto.`,
  nobodyThereMine:
    'Esta es la foto pequeña. La entera llega cuando coincidas en línea con el teléfono donde la hiciste, o con alguien que la haya visto.',
  again: 'Probar otra vez',
  cannotShow: 'Aquí hay una foto que no se puede mostrar.',
};
