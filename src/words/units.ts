/** What an hour is called where nobody has given it a name of their own. */
export const plainUnits = { en: 'hour', es: 'hora', ar: 'ساعة' };

/** Founded in any of our languages: such a name says nothing that a reader does not know. */
export const isPlainUnit = (unit: string): boolean =>
  unit === '' || Object.values(plainUnits).includes(unit);
