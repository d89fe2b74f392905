/**
 * The few records of ZIP that archives are made of (PKWARE APPNOTE 6.3, sections 4.3.7,
 * 4.3.12 and 4.3.16), without ZIP64, encryption or spanning.
 *
 *   header name content │ header name content │ … │ record name │ … │ end │ seal
 *   └── one per file ───┘                         └─ directory ─┘
 *
 * The seal is the comment that ZIP allows at the very end: `sha256:` and the hash of every
 * byte before it. It finds what ZIP itself would not miss, such as a changed date.
 */
export const signatures = {
  header: 0x04034b50,
  record: 0x02014b50,
  end: 0x06054b50,
};
export const headerLength = 30;
export const recordLength = 46;
export const endLength = 22;

export const methods = { stored: 0, deflated: 8 } as const;
export type Method = (typeof methods)[keyof typeof methods];

/** 1 January 1980, midnight: equal content gives equal bytes, whenever it is written. */
export const fixedTime = 0;
export const fixedDate = 0x0021;

export const sealPrefix = 'sha256:';
export const sealLength = sealPrefix.length + 64;
