import { formats } from './hours.ts';
import { inThree } from './trouble.ts';

const { plural } = formats;

/** A poster for walls and chat groups, and the door that it leads to. */
export const poster = {
  // Made and kept by a member.
  title: 'الملصقات',
  lead: 'الملصق لكل من يمرّ. من يمسحه يستطيع طرق الباب. ولا يرى إلا الاسم والاتفاق إلى أن يفتح له أحد الأعضاء.',
  whereLabel: 'أين سيُعلّق؟',
  whereHint: 'المكتبة، مجموعة أولياء الأمور… يساعدك ذلك على التمييز بين الملصقات.',
  hang: 'إعداد ملصق',
  making: 'يجري إعداد الملصق…',
  notYet: 'يمكنك تعليق الملصقات حالما يُفتح لك الباب.',
  plain: 'ملصق',
  came: (count: number) =>
    plural(count, {
      zero: 'لم يأت به أحد بعد',
      one: 'جاء به شخص واحد',
      two: 'جاء به شخصان',
      few: 'جاء به # أشخاص',
      many: 'جاء به # شخصًا',
      other: 'جاء به # شخص',
    }),
  print: 'طباعة',
  share: 'إرسال الرابط',
  shareText: (community: string, link: string) =>
    `${community} بنك وقت: ساعة المساعدة ساعة، أيًّا كان من يقدّمها. الباب هنا:\n${link}`,
  linkLabel: 'أو إرسال هذا الرابط إلى مجموعة',
  code: (community: string) => `رمز للمسح، لطرق باب ${community}`,
  elsewhere: 'أُعدّ على هاتف آخر لك، ويمكن طبعه هناك.',
  takeDown: 'إنزال',
  takeDownWhich: (label: string) => `إنزال الملصق: ${label}`,
  takeDownTitle: 'هل يُنزل هذا الملصق؟',
  takeDownText: 'لا يستطيع أحد طرق الباب به بعد ذلك، حيثما بقي معلّقًا. ومن دخل به يبقى.',
  takeDownAct: 'إنزال الملصق',
  takeDownKeep: 'تركه',
  takenDown: 'أُنزل الملصق.',
  fromInvite: 'تعليق ملصق',
  fromInviteText: 'لكثيرين معًا: ملصق لجدار أو لمجموعة دردشة.',
  awake: 'تُستحسن نظرة بين حين وآخر: من يطرق الباب ينتظر إلى أن يفتح له أحد الأعضاء.',

  // What stands on it.
  sheetHead: 'الساعة ساعة',
  sheetText:
    'نساعد بعضنا بعضًا، ولا نعدّ إلا الساعات. وساعة كل شخص لها القيمة نفسها. أهلًا بك على بابنا:',
  sheetSteps: 'يكفي مسح هذا بهاتفك وكتابة اسمك، ثم يفتح لك الباب واحد منا.',
  sheetAddress: (host: string) =>
    `يقود إلى ${host}. تعذّر مسحه؟ يستطيع أي واحد منا دعوتك.`,

  // Somebody who has read it.
  knockTitle: (community: string) => `طرق باب ${community}`,
  knockTitlePlain: 'طرق باب مجتمع',
  knockLead:
    'يلزم أن يفتح لك أحد الباب. إلى ذلك الحين لا يظهر لك إلا الاسم والاتفاق. ولا يظهر منك إلا ما يُكتب هنا.',
  lineHint: '«أسكن فوق المخبز.» يساعدهم ذلك على معرفة من يطرق الباب.',
  lineLabel: (optional: string) => `من أنت، في سطر؟ (${optional})`,
  act: 'طرق الباب',
  knocking: 'يجري طرق الباب…',
  waitingTitle: 'طرقت الباب',
  waitingHeard:
    'سُمع طرقك. والآن يلزم أن يفتح لك أحد الأعضاء الباب. يمكنك ترك هذا مفتوحًا، أو الرجوع إليه لاحقًا.',
  waitingUnheard:
    'لا أحد متصل في هذه اللحظة. طرقك محفوظ على هذا الهاتف. ويُرسل مرة أخرى كلما فُتح Manyhands.',

  damaged: inThree(
    'ينقص عنوان هذا الملصق جزء.',
    'يُرجى مسحه مرة أخرى، أو طلب الرابط كله.',
  ),
  unknown: inThree(
    'لا أحد في المجتمع يعرف هذا الملصق بعد.',
    'يُرجى طرق الباب لاحقًا، أو طلب فتح Manyhands لحظة ممن علّقه.',
    'طرقك محفوظ على هذا الهاتف.',
  ),
  goneFromTheWall: inThree('أُنزل هذا الملصق.', 'يمكنك طلب دعوة من شخص معروف لك هناك.'),

  // A member, at home.
  atDoor: (name: string) => `شخص عند الباب: ${name}`,
  says: (line: string) => `«${line}»`,
  saysNothing: 'لم يُكتب شيء آخر.',
  hearsay: 'هذا ما يقوله الشخص عن نفسه. ويُستحسن ألا يدخل إلا من يُفتح له باب بيتك أيضًا.',
  letIn: 'إدخال',
  notNow: 'ليس الآن',
  moreAtDoor: (count: number) =>
    plural(count, {
      one: 'وواحد آخر عند الباب',
      two: 'واثنان آخران عند الباب',
      few: 'و# غيرهم عند الباب',
      many: 'و# غيرهم عند الباب',
      other: 'و# غيرهم عند الباب',
    }),
  isIn: (name: string) => `${name} معنا الآن. كلمة ترحيب في محلّها!`,
  isGone: 'لن يظهر هنا مرة أخرى. وقد يفتح له الباب عضو آخر.',
};
