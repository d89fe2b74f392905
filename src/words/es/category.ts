/** What kind of help it was: coarse on purpose, and always optional. */
export const category = {
  care: 'Cuidados',
  children: 'Infancia',
  company: 'Compañía',
  lift: 'Llevar a alguien',
  garden: 'Jardín',
  food: 'Comida',
  home: 'En casa',
  repair: 'Arreglos',
  learning: 'Aprender',
  forms: 'Trámites y teléfono',
  together: 'Para la comunidad',
  other: 'Otra cosa',
};
