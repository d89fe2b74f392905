import type { Parting } from '@manyhands/community/decisions';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';
import { dayOfMinute } from './decisionWords.ts';

/** What somebody is told of whom it is asked, or decided, that they leave. */
export function sayParting({ stage, from }: Parting): {
  readonly title: string;
  readonly text: string;
} {
  const { parting: say } = later();
  if (stage === 'asked') return { title: say.youAsked, text: say.youAskedText };
  if (stage === 'done' || from === null)
    return { title: say.youHave, text: say.youHaveText };
  return {
    title: say.youWill(words.longDay(dayOfMinute(from))),
    text: say.youWillText,
  };
}
