import type { OpenIntroducer } from './introducer.ts';

/** Finds others by y-webrtc over relays. Its code arrives when it is first needed. */
export const byRelays =
  (rtc: RTCConfiguration | undefined): OpenIntroducer =>
  async (place, onintroduction) => {
    const { openYWebrtcRoom } = await import('./rtc/yWebrtcRoom.ts');
    return openYWebrtcRoom({ ...place, ...(rtc ? { rtc } : {}) }, onintroduction);
  };
