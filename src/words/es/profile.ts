import { languageNames } from '../languageName.ts';

export const profile = {
  title: 'Lo que se ve de ti',
  lead: 'Tú decides cuánto. Puedes cambiarlo o vaciarlo todo. Lo que había antes se borra.',
  open: 'Cambiar lo que ven los demás',
  saved: 'Guardado. Los demás lo verán cuando coincidan contigo en línea.',
  unsaved: 'Aún sin guardar.',

  aboutYou: 'Tú',
  name: 'Tu nombre',
  markHint: 'La aplicación dibuja tu botón. Será siempre el mismo.',
  portrait: 'Una foto en tu botón',
  portraitHint:
    'Solo si quieres. Todos los miembros la ven, en pequeño. Si la quitas aquí, desaparece también de sus teléfonos.',
  portraitChoose: 'Añadir una foto',
  portraitAnother: 'Elegir otra foto',
  portraitRemove: 'Quitar mi foto',
  portraitIn: 'Tu foto está en tu botón.',
  portraitOut: 'Tu foto está quitada.',
  about: 'Sobre ti',
  aboutHint: 'Lo que te gusta, en una o dos líneas. Todos los miembros pueden leerlo.',
  area: 'Dónde vives, más o menos',
  areaHint: 'Como se dice aquí. Ayuda cuando dos personas tienen el mismo nombre.',
  areaTaken: 'Lo que escriben otras personas aquí',
  languages: 'Idiomas que hablas',
  languagesHint: 'Toca los tuyos, o busca otro.',
  languageFind: 'Otro idioma',
  languageMore: 'Elige un idioma',
  languageName: languageNames('es'),
  canDo: 'Lo que puedes hacer por los demás',
  canDoHint: 'Los miembros lo ven junto a tu nombre.',
  wishes: 'Lo que te vendría bien',
  wishesHint: 'Quien pueda hacerlo te encontrará.',

  guarded: 'Cuándo, dónde y cómo',
  guardedLead:
    'Esto es para las personas con las que compartes horas, planes o cosas. Nadie más puede leerlo, salvo que lo permitas abajo.',
  freeAsk: 'Cuándo tienes tiempo',
  itDepends: 'Depende',
  access: 'Qué te facilita participar',
  accessHint: 'Una rampa, letra grande, una voz pausada, un sitio para sentarse.',
  contact: 'Cómo y dónde encontrarte',
  contactHint: 'Un número de teléfono, qué timbre tocar, a qué hora es mejor.',
  forAll: {
    free: 'Todos los miembros pueden ver cuándo tengo tiempo',
    access: 'Todos los miembros pueden leer qué me lo facilita',
    contact: 'Todos los miembros pueden leer cómo encontrarme',
  },
  everybody: 'Aquí todo el mundo puede leerlo.',
  onlyPartners:
    'Solo pueden leerlo las personas con las que compartes horas, planes o cosas.',

  reading: 'Abriendo lo que has dicho…',

  canHelp: 'Puede ayudar con',
  wouldLike: 'Le vendría bien',
  onBoard: 'En el tablón',
  speaks: (languages: string) => `Habla ${languages}`,
  findingOut: (name: string) =>
    `${name} está descubriendo qué ofrecer. Podrías preguntar qué le gusta hacer.`,
  youFindingOut: 'Aún no has dicho qué podrías hacer. Todo el mundo tiene algo.',
  free: 'Tiene tiempo',
  needs: 'Conviene saber',
  reach: 'Para encontrar a esta persona',
  forPartners: (name: string) =>
    `${name} lo muestra solo a las personas con las que comparte horas, planes o cosas.`,
  yoursForPartners:
    'Solo pueden leerlo las personas con las que compartes horas, planes o cosas.',
};
