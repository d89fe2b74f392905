import type { WordState } from '@manyhands/community';
import type { IconName } from '../ui/icons.ts';
import { later } from '../words/later.ts';

/** How far a word of mine has come, in a word and its drawing. */
export function stateWords(
  state: WordState,
  name: string,
): { readonly icon: IconName; readonly text: string } {
  const { talk } = later();
  switch (state.is) {
    case 'read':
      return { icon: 'confirmed', text: talk.read };
    case 'kept':
      return {
        icon: 'check-twice',
        text: state.isThere ? talk.hasIt(name) : talk.keptBy(state.by),
      };
    case 'written':
      return { icon: 'check', text: talk.written };
  }
}
