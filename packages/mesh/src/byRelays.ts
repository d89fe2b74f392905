import { hasWebRtc } from './browserConnector.ts';
import type { OpenIntroducer } from './introducer.ts';

/**
 * Finds others by y-webrtc over relays. Its code arrives when it is first needed, and is not
 * fetched where this browser has no WebRTC: then nobody can be introduced, and it rejects.
 */
export const byRelays =
  (rtc: RTCConfiguration | undefined): OpenIntroducer =>
  async (place, onintroduction, onreach) => {
    if (!hasWebRtc()) throw new Error('this browser has no WebRTC');
    const { openYWebrtcRoom } = await import('./rtc/yWebrtc/yWebrtcRoom.ts');
    const where = { ...place, ...(rtc ? { rtc } : {}) };
    return openYWebrtcRoom(where, onintroduction, onreach);
  };
