import type { WhyAlone } from '@manyhands/community/opened';
import { later } from '../words/later.ts';
import { words } from '../words/words.ts';

/** What the status line says while nobody is linked: nothing that this phone cannot know. */
export function sayWaiting(
  why: WhyAlone,
  isOnline: boolean | undefined,
): { text: string; detail: string } {
  const { status } = words;
  if (isOnline === false) return { text: status.offline, detail: status.waitingDetail };
  switch (why) {
    case 'nobody':
      return { text: status.waiting, detail: status.waitingDetail };
    case 'noWay':
      return { text: status.noWay, detail: status.noWayDetail };
    case 'noLines': {
      const { waiting, waitingDetail } = later().noLines;
      return { text: waiting, detail: waitingDetail };
    }
    case 'looking':
      return { text: status.looking, detail: status.waitingDetail };
  }
}
