import type { Profile } from '@manyhands/ledger';

/** Who one is, as briefly as a board takes it. */
export const profileSaying = (name: string, rev: number): Profile => ({
  type: 'profile',
  rev,
  name,
  about: '',
  skills: [],
  languages: [],
  area: '',
  reach: null,
  blob: null,
});
