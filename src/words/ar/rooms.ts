import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { number } = formats;

export const rooms = {
  all: 'كلنا',
  link: 'غرفة المجموعة',
  forAll: 'يقرأ هذا كل من هنا.',
  forGroup: 'لا يقرأ هذا إلا من في المجموعة.',
  forgets: (days: number) =>
    `يزول ما مضى عليه أكثر من هذا العدد من الأيام: ${number(days)}.`,
  empty: 'لم يُقل شيء بعد',
  emptyText: 'إعلان أو سؤال أو شكر: تكفي كلمة قصيرة.',
  list: (room: string) => `ما قيل في ${room}`,
  writeIn: (room: string) => `كتابة في ${room}`,
  onlyRead: 'يكتب هنا من في المجموعة.',
  unknown: 'هذه الغرفة ليست هنا',
  unknownText: 'قد تكون في الطريق، أو ليست مجموعتها من مجموعاتك.',
  answers: (name: string, text: string) => `إلى ${name}: ${text}`,
  answer: 'رد',
  answering: (name: string) => `رد على ${name}.`,
  noAnswer: 'دون رد على أحد',
  about: 'هذه الرسالة',
  pinned: 'مثبت',
  pin: 'تثبيتها للجميع',
  unpin: 'إزالة التثبيت',
  keep: 'طلب حفظها',
  unkeep: 'لا حاجة إلى حفظها',
  keptFor: (names: string) => `محفوظة من أجل ${names}`,
  hide: 'إخفاؤها عني',
  hidden: 'لن تظهر لك بعد الآن.',
  erase: 'محوها عند الجميع',
  erased: 'تم المحو.',
  signs: {
    thanks: 'شكرًا',
    joy: 'ما أجمل هذا',
    meToo: 'وأنا أيضًا',
    withYou: 'قلبي معك',
  },
  given: (sign: string, names: string) => `${sign}: ${names}`,
  mute: 'إسكات هذه الغرفة',
  unmute: 'التنبيه إلى الجديد هنا',
  muted: 'هذه الغرفة ساكتة عندك الآن.',
  unmuted: 'يظهر لك الجديد هنا من جديد.',
  notInIt: inThree('لا يمكن الكتابة هنا الآن.', 'يُرجى الانضمام إلى المجموعة أولًا.'),
};
