import { formats } from './hours.ts';

const { plural } = formats;

/** Addresses are read from left to right, also within a sentence that is not. */
const stunExample = '\u2066stun:stun.example:3478\u2069';
const turnExample = '\u2066turn:name:word@turn.example:3478\u2069';

/** Founding: where the phones of the community find each other. */
export const meetingPoints = {
  title: 'أين تلتقي الهواتف',
  lead: 'لا يلزم تغيير شيء. محطة الوصل الخاصة بهذا التطبيق واحدة منها دائمًا.',
  relays: 'محطات وصل أخرى',
  relaysHint:
    'واحدة في كل سطر. إن تعطلت واحدة تعمل الأخرى. ترى محطة الوصل أي الهواتف يستعملها ومتى ومن أين. ولا تستطيع قراءة ما يُرسل.',
  stun: 'من يخبر الهاتف بعنوانه (STUN)',
  stunHint: `واحد في كل سطر، مثل ${stunExample}. يعرف عناوين هواتف المجتمع. ومن دونه تتصل الهواتف في الشبكة نفسها، وكثيرًا ما لا تتصل من شبكتين مختلفتين.`,
  turn: 'من ينقل الرسائل (TURN)',
  turnHint: `واحد في كل سطر، مثل ${turnExample}. يرى من يتحدث مع من وكم، ولا يستطيع قراءة شيء من ذلك. ويستطيع كل عضو قراءة الكلمة التي في هذا السطر.`,
  notARelay: (line: string) => `«${line}» ليس عنوان محطة وصل.`,
  notStun: (line: string) => `ينبغي أن يكون «${line}» على هذا الشكل: ${stunExample}.`,
  notTurn: (line: string) => `ينبغي أن يكون «${line}» على هذا الشكل: ${turnExample}.`,
  tooMany: (most: number) =>
    plural(most, {
      zero: 'لا مكان هنا.',
      one: 'المكان هنا يسع واحدًا.',
      two: 'المكان هنا يسع اثنين.',
      few: 'المكان هنا يسع #.',
      many: 'المكان هنا يسع #.',
      other: 'المكان هنا يسع #.',
    }),
  tooLong: 'هذه معًا أطول مما يمكن. يُرجى حذف بعضها.',
  fixed: 'لا يمكن تغييرها لاحقًا.',
};
