import { duration, exchanges, members } from './hours.ts';

export const us = {
  title: 'نحن',
  members,
  exchanges,
  hoursMoved: (minutes: number) => `${duration(minutes)} من المساعدة`,
  agreement: 'اتفاقنا',
  noAgreement: 'لم يُكتب شيء. الساعة ساعة.',
  limit: (minutes: number) =>
    `يمكنك تلقّي ${duration(minutes)} أكثر مما قدّمت قبل أن يُذكَّر أحد`,
  unit: (unit: string) => `اسم الساعة عندنا «${unit}»`,
  invite: 'دعوة شخص',
  settings: 'الإعدادات',
  kept: 'أين تُحفظ ساعاتنا',
  keptText: 'على هواتف الأعضاء. لا مكان غيرها.',
  empty: 'لا غرز بعد',
  emptyText: 'كل تبادل يصير غرزة في نسيجنا.',
};
