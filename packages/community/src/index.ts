export {
  conversationsOf,
  conversationWith,
  unreadConversations,
} from './conversation.ts';
export type {
  ConversationInShort,
  ConversationItem,
  WordState,
} from './conversation.ts';
export { gatheringsNext, hasGatherings, tellGatherings } from './gatheringPart.ts';
export { comingUp, countOf, inboxOf } from './inbox.ts';
export type { InboxItem } from './inbox.ts';
export { cardsForMe, newcomersOf, newsSince, keepLook } from './today.ts';
export type { Look, RecentMember, News } from './today.ts';
export { OpenedCommunity } from './openedCommunity.ts';
export { firstStepsOf, isInFirstWeek, isNewcomer } from './firstWeek.ts';
export type { FirstSteps } from './firstWeek.ts';
export { putNewcomerAway, welcome, welcomeForMe } from './firstHours.ts';
export type { ToWelcome } from './firstHours.ts';
export { slipsOf } from './slips.ts';
export type { SentHere, SlipRefused } from './slips.ts';
