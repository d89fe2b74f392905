import { formats } from './hours.ts';

const { plural } = formats;

/** Help for thanks alone: both say yes to it, it is counted, and no hours move. */
export const gift = {
  toggle: 'بلا ساعات، شكر فقط',
  toggleHint: 'مساعدة هدية: تأتي «نعم» منكما معًا، ولا تُحتسب ساعات.',
  summaryHelped: (name: string, when: string) =>
    `مساعدة هدية منك إلى ${name}، ${when}. سيصل السؤال إلى ${name}.`,
  summaryWasHelped: (name: string, when: string) =>
    `مساعدة هدية من ${name} إليك، ${when}. سيصل السؤال إلى ${name}.`,

  /** What the other of the two says, above a yes. */
  saysHelped: (name: string) => `من ${name}: «أنا ساعدتك، هديةً.»`,
  saysWasHelped: (name: string) => `من ${name}: «أنت ساعدتني، هديةً.»`,

  title: 'مساعدة هدية',
  iHelped: (name: string, when: string) => `مساعدة منك إلى ${name}، ${when}.`,
  wasHelped: (name: string, when: string) => `مساعدة من ${name} إليك، ${when}.`,
  count: (count: number) =>
    plural(count, {
      one: 'مرة واحدة، مقابل الشكر وحده',
      two: 'مرتان، مقابل الشكر وحده',
      few: '# مرات، مقابل الشكر وحده',
      many: '# مرة، مقابل الشكر وحده',
      other: '# مرة، مقابل الشكر وحده',
    }),
  countOfUs: (count: number) =>
    plural(count, {
      one: 'مرة واحدة في هذه السنة، مقابل الشكر وحده',
      two: 'مرتان في هذه السنة، مقابل الشكر وحده',
      few: '# مرات في هذه السنة، مقابل الشكر وحده',
      many: '# مرة في هذه السنة، مقابل الشكر وحده',
      other: '# مرة في هذه السنة، مقابل الشكر وحده',
    }),
};
