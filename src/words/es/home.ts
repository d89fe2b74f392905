import { duration, formats } from './hours.ts';

const { plural } = formats;

export const home = {
  morning: (name: string) => `Buenos días, ${name}`,
  afternoon: (name: string) => `Buenas tardes, ${name}`,
  evening: (name: string) => `Buenas noches, ${name}`,
  yourHours: 'Tus horas',
  askedTitle: 'Has preguntado',
  asked: (name: string) => `Falta el sí de ${name}`,
  saysHelpedYou: (name: string) => `${name} dice: «Te ayudé».`,
  saysYouHelped: (name: string) => `${name} dice: «Me ayudaste».`,
  details: (minutes: number, when: string, what: string | null) =>
    [duration(minutes), what, when].filter((part) => part !== null).join(' · '),
  saysPutRight: (name: string) => `${name} pregunta: «¿Podemos corregir esto?».`,
  yes: 'Sí, así fue',
  different: 'Algo fue distinto',
  takeBack: 'Retirar',
  pastLimit: (name: string, minutes: number) =>
    `${name} tendría entonces ${duration(minutes)} por devolver. Es más de lo acordado. Tú decides.`,
  pastLimitYou: (minutes: number) =>
    `Tendrías entonces ${duration(minutes)} por devolver. Es más de lo acordado.`,
  alone: 'Eres la primera persona aquí',
  aloneNow: 'Ahora solo estás tú',
  aloneText: 'Un banco de tiempo necesita dos personas. Invita a alguien de cerca.',
  aloneAct: 'Invitar a alguien',
  notAdmittedText:
    'En cuanto un miembro esté en línea, te dejará entrar. Mientras tanto puedes mirar y anotar.',
  draftsTitle: 'Empezado en este teléfono',
  draftsText: 'Aún no se ha preguntado a nadie.',
  draftsWaiting: 'Se guarda aquí. Podrás preguntar en cuanto te hayan dejado entrar.',
  draftOf: (name: string) => (name === '' ? 'Sin nombre todavía' : name),
  draftDrop: (name: string) => `Tirar el borrador con ${name}`,
  draftDropped: 'Tirado.',
  members: (count: number) => plural(count, { one: '# miembro', other: '# miembros' }),
};
