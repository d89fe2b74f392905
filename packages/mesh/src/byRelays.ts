import type { OpenIntroducer } from './introducer.ts';

/** Finds others by y-webrtc over relays. Its code arrives when it is first needed. */
export const byRelays =
  (rtc: RTCConfiguration | undefined): OpenIntroducer =>
  async (place, onintroduction, onreach) => {
    const { openYWebrtcRoom } = await import('./rtc/yWebrtcRoom.ts');
    const where = { ...place, ...(rtc ? { rtc } : {}) };
    return openYWebrtcRoom(where, onintroduction, onreach);
  };
