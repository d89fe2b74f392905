/** Why an invite does not open the door. */
export type JoinRefusal = 'InviteUnknown' | 'InviteUsed' | 'InviteClosed';
