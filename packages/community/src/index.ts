export { comingUp, countOf, inboxOf } from './inbox.ts';
export type { Need } from './inbox.ts';
export { OpenedCommunity } from './openedCommunity.ts';
