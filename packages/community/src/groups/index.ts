export {
  changeGroup,
  closeGroup,
  foundGroup,
  joinGroup,
  layDownOrganising,
  leaveGroup,
  letInGroup,
  namedByMe,
  shareOrganising,
  takeOrganisingBack,
} from './acts.ts';
export type { GroupRefused, GroupSaid } from './acts.ts';
export {
  goingOnFrom,
  groupHere,
  groupsHere,
  groupsOfMine,
  lostGroups,
} from './groups.ts';
export type { Group, LostGroup } from './groups.ts';
export { helpAmong } from './helpAmong.ts';
