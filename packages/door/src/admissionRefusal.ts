/** Why an invite does not open the door. */
export type AdmissionRefusal = 'InviteUnknown' | 'InviteUsed' | 'InviteClosed';
