/** Whether this browser makes direct lines to other phones at all (WebRTC). */
export const canMeet = (): boolean => typeof RTCPeerConnection !== 'undefined';
