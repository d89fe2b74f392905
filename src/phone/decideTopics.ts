/** What all can be asked about; the last three are about a member. */
export const decideTopics = [
  'limit',
  'unit',
  'words',
  'kinds',
  'circle',
  'resting',
  'pot',
  'hours',
  'relays',
  'ice',
  'ownKinds',
  'accountLimit',
  'signers',
  'pause',
  'leave',
  'back',
] as const;
export type DecideTopic = (typeof decideTopics)[number];
