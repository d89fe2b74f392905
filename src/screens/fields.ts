import { textBytes } from '@manyhands/community/opened';

/** What fits in a charter and in a profile, in bytes of UTF-8 (formats §4, §9). */
export const limits = { community: 64, person: 96, unit: 24, agreement: 1_500 };

export const isBlank = (text: string): boolean => text.trim() === '';

/** Whether something was written, and not more than there is room for. */
export const fits = (text: string, limitBytes: number): boolean =>
  !isBlank(text) && textBytes(text) <= limitBytes;
