import { formats } from './hours.ts';
import { size } from './size.ts';

const { plural } = formats;

/** The status line. It says what other devices acknowledged, never what is hoped. */
export const status = {
  saved: 'محفوظ على هذا الهاتف',
  kept: (members: number) =>
    plural(members, {
      zero: 'لا نسخة عند عضو آخر بعد',
      one: 'ومحفوظ عند عضو آخر',
      two: 'ومحفوظ عند عضوين آخرين',
      few: 'ومحفوظ عند # أعضاء آخرين',
      many: 'ومحفوظ عند # عضوًا آخر',
      other: 'ومحفوظ عند # عضو آخر',
    }),
  keptOnce: 'مع نسخة أخرى لا يضيع شيء إن ضاع هاتف.',
  keptOwn: (devices: number) =>
    plural(devices, {
      zero: 'وليس على جهاز آخر لك',
      one: 'وعلى جهاز آخر لك',
      two: 'وعلى جهازين آخرين لك',
      few: 'وعلى # أجهزة أخرى لك',
      many: 'وعلى # جهازًا آخر لك',
      other: 'وعلى # جهاز آخر لك',
    }),
  confirmed: (name: string) => `بتأكيد من ${name}`,
  waiting: 'بالانتظار: لا أحد متصل',
  waitingDetail: 'يُستأنف ذلك وحده حالما يتصل أحد.',
  looking: 'يجري البحث عن الآخرين…',
  noWay: 'بالانتظار: لا يمكن الوصول إلى الآخرين من هنا',
  noWayDetail:
    'ربما تطلب هذه الشبكة تسجيل الدخول أولًا، أو أن محطة الوصل متوقفة. يمكنك المتابعة، ولم يضع شيء.',
  meeting: (members: number) =>
    plural(members, {
      zero: 'لا أحد متصل الآن',
      one: 'عضو واحد متصل الآن',
      two: 'عضوان متصلان الآن',
      few: '# أعضاء متصلون الآن',
      many: '# عضوًا متصلون الآن',
      other: '# عضو متصلون الآن',
    }),
  attention: 'يحتاج إلى نظرة منك',
  ownLinked: 'هاتفك الآخر متصل. لم يحفظها أي عضو آخر بعد.',
  onlyHere: 'على هذا الهاتف وحده حتى الآن. لا ينبغي محوه قبل أن يصل إلى عضو آخر أيضًا.',
  receiving: 'تصل كل الساعات الآن',
  receivedBytes: (bytes: number, of: number) => `${size(bytes)} من نحو ${size(of)}`,
  stopReceiving: 'التوقف مؤقتًا',
  toFetch: (bytes: number) => `للتنزيل نحو ${size(bytes)}`,
  toFetchText:
    'حسب هذا الهاتف قد يكون للاتصال ثمن. ما يخصك يأتي أولًا وهو صغير. والباقي يمكن أن ينتظر الواي فاي.',
  fetchNow: 'التنزيل الآن',
  fetchLater: 'تركه إلى وقت آخر',
  fetchWaits: (bytes: number) =>
    `نحو ${size(bytes)} لم تُنزَّل بعد. وما يستجدّ يصل كالمعتاد.`,
  offline: 'لا اتصال الآن. يمكنك المتابعة، ولم يضع شيء.',
};
