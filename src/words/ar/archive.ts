import { duration, exchanges, members } from './hours.ts';

/** Taking everything along, and opening it again. */
export const archive = {
  title: 'فتح أرشيف',
  lead: 'الأرشيف مجتمع كامل في ملف واحد، يستطيع أي عضو تنزيله من الإعدادات. ويجري التحقق منه قبل حفظ أي شيء هنا.',
  choose: 'اختيار الملف',
  drop: 'أو إفلاته هنا',
  dropNow: 'يُفتح عند الإفلات',
  reading: 'تجري القراءة والتحقق…',
  another: 'اختيار ملف آخر',

  checked: 'جرى التحقق: لا ينقص شيء.',
  checkedText: 'لم يتغيّر أي ملف، وكل سطر من صاحب الاسم المكتوب فيه.',
  members,
  exchanges: (count: number, minutes: number) =>
    `${exchanges(count)} · ${duration(minutes)} من المساعدة`,
  until: (when: string) => `حتى ${when}`,
  keep: 'حفظه على هذا الجهاز',
  keepText: 'يمكنك قراءته فورًا. ولست من الأعضاء بعد: يلزم أن يفتح لك الباب أحد الجيران.',
  keeping: 'يجري حفظه هنا…',
  alreadyIn: 'هذا المجتمع على هذا الجهاز بالفعل.',
  alreadyInText: 'يُضاف ما ينقص هنا. لا يضيع شيء، ولا يُحتسب شيء مرتين.',
  addTo: 'إضافة ما ينقص',

  readerTitle: 'هذا للقراءة',
  readerText:
    'كل شيء على هذا الجهاز، ويمكنك قراءته. لكنك لست من الأعضاء على هذا الجهاز بعد. فلا يمكنك قول «نعم» عن ساعة، ولا يمكن سؤالك عنها.',
  readerWay:
    'يلزمك طلب دعوة من أحد الجيران وفتحها هنا، ثم كتابة اسمك في الإعدادات. وإن كنت من الأعضاء من قبل وعندك ورقتك التي فيها 12 كلمة، فلا حاجة إلى دعوة.',
  readerAct: 'عندي دعوة',
  readable: 'ما يمكن قراءته هنا',
  everyonesHours: 'ساعات الجميع',

  takeTitle: 'أخذ نسخة من كل شيء',
  takeText:
    'المجتمع كله في ملف واحد. يمكن الاحتفاظ به، أو قراءته في جدول بيانات، أو فتحه على جهاز آخر. ومن عنده الملف يستطيع قراءة من ساعد من.',
  take: 'تنزيل المجتمع',
  mineText: 'ما يخصك وحده: ساعاتك وكلماتك الخاصة، والشكر، وما يراه الآخرون عنك.',
  mine: 'تنزيل ما يخصني',
  writing: 'تجري كتابة الملف…',
  done: 'الملف في التنزيلات.',
  fileName: (community: string, day: string) => `${community}-${day}`,
  mineFileName: (community: string, day: string) => `ساعاتي-${community}-${day}`,
};

/** The printable page in “what is mine”, and the heads of its tables. */
export const statement = {
  title: 'بيان الساعات',
  lead: (name: string, community: string) => `${name}، في ${community}`,
  asOf: (when: string) => `حتى ${when}`,
  notMoney: 'هذه ساعات مساعدة، وليست مالًا.',
  sum: (given: number, received: number) =>
    `${duration(given)} قُدّمت · ${duration(received)} وردت`,
  day: 'اليوم',
  who: 'مع من',
  howLong: 'المدة',
  what: 'ماذا كانت',
  standing: 'إلى أين وصلت',
  iHelped: 'أنا ساعدت',
  wasHelped: 'غيري ساعدني',
  both: 'جاءت «نعم» من الطرفين',
  thanks: (name: string, text: string) => `${name}: «${text}»`,
  readme: (community: string) =>
    `ما يخصك في ${community}.\n\nساعاتك في صفحة للطباعة:   statement.html\nالساعات نفسها في جدول بيانات:   my-hours.csv\nالساعات نفسها من أجل البرامج:   my-hours.json\nما يراه الآخرون عنك:   my-profile.json\n\nكلماتك الخاصة مقروءة في هذه الملفات، فيُستحسن ألا يراها غيرك.\nلا شيء هنا من المال. ولا يستطيع أحد فعل شيء باسمك بها.\n`,
};
