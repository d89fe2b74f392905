/** Tries, for a person who asks why nobody is met, what a link would need. */

/** `silent`: it opens, or swallows, and says nothing. `blocked`: there is no way to it. */
export type RelayAnswer = 'answers' | 'silent' | 'blocked';

/** Within this a relay answers, and a line stands, wherever they can. */
const probeFor = 6_000;

/** Whether a relay answers a ping, through the same door as y-webrtc's. */
export function probeRelay(url: string, signal: AbortSignal): Promise<RelayAnswer> {
  return new Promise((resolve) => {
    const socket = openSocket(url);
    if (socket === null) {
      resolve('blocked');
      return;
    }
    const end = (answer: RelayAnswer) => {
      clearTimeout(alarm);
      signal.removeEventListener('abort', stop);
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
      resolve(answer);
    };
    const stop = () => end('silent');
    const alarm = setTimeout(stop, probeFor);
    signal.addEventListener('abort', stop);
    socket.onopen = () => socket.send('{"type":"ping"}');
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isPong(data)) end('answers');
    };
    // Why, no browser says; that it has closed is said as well.
    socket.onerror = () => undefined;
    socket.onclose = () => end('blocked');
    if (signal.aborted) stop();
  });
}

function openSocket(url: string): WebSocket | null {
  try {
    return new WebSocket(url);
  } catch {
    return null; // not an address, or one that this page may not dial
  }
}

function isPong(data: unknown): boolean {
  if (typeof data !== 'string' || data.length > 100) return false;
  try {
    return (JSON.parse(data) as { type?: unknown } | null)?.type === 'pong';
  } catch {
    return false;
  }
}

/** What the two ends of a line within one page found out. */
export interface DirectLine {
  /** Whether this browser makes lines at all; some are told not to. */
  readonly can: boolean;
  /** Whether one stood, and bytes came through. */
  readonly stood: boolean;
  /** The ways that were found to this phone: within its network, as seen from outside, passed on. */
  readonly ways: ReadonlySet<RTCIceCandidateType>;
}

/**
 * Opens a line from this page to itself, as to another phone. `for` says what is waited
 * for beside the line itself: a way of that kind.
 */
export async function probeDirect(
  rtc: RTCConfiguration,
  signal: AbortSignal,
  waitFor: RTCIceCandidateType | null = null,
): Promise<DirectLine> {
  const ways = new Set<RTCIceCandidateType>();
  const ends = connect(rtc);
  if (ends === null) return { can: false, stood: false, ways };
  const [here, there] = ends;
  try {
    const stood = await new Promise<boolean>((resolve, reject) => {
      let isOpen = false;
      const settle = () => {
        if (isOpen && (waitFor === null || ways.has(waitFor))) resolve(true);
      };
      setTimeout(() => resolve(isOpen), probeFor);
      signal.addEventListener('abort', () => resolve(isOpen));
      if (signal.aborted) resolve(false);
      tell(here, there, ways, settle);
      tell(there, here, ways, settle);
      const channel = here.createDataChannel('probe');
      channel.onopen = () => channel.send('?');
      channel.onmessage = () => {
        isOpen = true;
        settle();
      };
      there.ondatachannel = ({ channel: other }) => {
        other.onmessage = () => other.send('!');
      };
      shake(here, there).catch(reject);
    });
    return { can: true, stood, ways };
  } catch {
    return { can: true, stood: false, ways }; // its own descriptions do not suit it
  } finally {
    here.close();
    there.close();
  }
}

function connect(rtc: RTCConfiguration): [RTCPeerConnection, RTCPeerConnection] | null {
  try {
    return [new RTCPeerConnection(rtc), new RTCPeerConnection(rtc)];
  } catch {
    return null; // switched off, or no such thing here
  }
}

/** Tells the other end each way there is to this one. */
function tell(
  from: RTCPeerConnection,
  to: RTCPeerConnection,
  ways: Set<RTCIceCandidateType>,
  settle: () => void,
): void {
  from.onicecandidate = ({ candidate }) => {
    if (!candidate) return;
    if (candidate.type) ways.add(candidate.type);
    // One that the other end cannot use is none; the line itself says how it ends.
    void to.addIceCandidate(candidate).catch(() => undefined);
    settle();
  };
}

async function shake(here: RTCPeerConnection, there: RTCPeerConnection): Promise<void> {
  await here.setLocalDescription(await here.createOffer());
  if (here.localDescription) await there.setRemoteDescription(here.localDescription);
  await there.setLocalDescription(await there.createAnswer());
  if (there.localDescription) await here.setRemoteDescription(there.localDescription);
}
