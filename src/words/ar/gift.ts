import { formats } from './hours.ts';

const { plural } = formats;

/** Help for thanks alone: both say yes to it, it is counted, and no hours move. */
export const gift = {
  toggle: 'بلا ساعات، شكرٌ فقط',
  toggleHint: 'مساعدة كهدية: يقول الطرفان نعم، ولا تنتقل أي ساعات.',
  summaryHelped: (name: string, when: string) =>
    `مساعدة منك هديةً إلى ${name}، ${when}. سيصل السؤال إلى ${name}.`,
  summaryWasHelped: (name: string, when: string) =>
    `مساعدة هديةً لك من ${name}، ${when}. سيصل السؤال إلى ${name}.`,

  saysHelped: (name: string) => `من ${name}: «ساعدتك، كهدية.»`,
  saysWasHelped: (name: string) => `من ${name}: «وصلتني مساعدتك، كهدية.»`,

  title: 'المساعدة كهدية',
  iHelped: (name: string, when: string) => `مساعدة منك إلى ${name}، ${when}.`,
  wasHelped: (name: string, when: string) => `مساعدة لك من ${name}، ${when}.`,
  count: (count: number) =>
    plural(count, {
      one: 'مرة واحدة، شكرٌ فقط',
      two: 'مرتان، شكرٌ فقط',
      few: '# مرات، شكرٌ فقط',
      many: '# مرة، شكرٌ فقط',
      other: '# مرة، شكرٌ فقط',
    }),
  countOfUs: (count: number) =>
    plural(count, {
      one: 'مرة واحدة في هذه السنة، شكرٌ فقط',
      two: 'مرتان في هذه السنة، شكرٌ فقط',
      few: '# مرات في هذه السنة، شكرٌ فقط',
      many: '# مرة في هذه السنة، شكرٌ فقط',
      other: '# مرة في هذه السنة، شكرٌ فقط',
    }),
  thanks: 'كلمة شكر؟',
  thanksAct: 'إرسال الشكر',
  reading: 'يستطيع كل من هنا قراءتها.',
  thanksYou: (text: string) => `منك: «${text}»`,
  thanksFrom: (name: string, text: string) => `من ${name}: «${text}»`,
};
