import type { Channel, LinkSide } from '../channel.ts';
import { guardedPeerConnectionClass } from '../rtc/yWebrtc/guardedPeerConnection.ts';
import type { GuardedPeerConnection } from '../rtc/yWebrtc/guardedPeerConnection.ts';

interface End {
  readonly channel: Channel;
  readonly role: LinkSide;
}

const opened: RTCPeerConnection[] = [];

/** Ends what tests opened. */
export function closeConnections(): void {
  for (const connection of opened.splice(0)) connection.close();
}

export function openConnection(): GuardedPeerConnection {
  const Connection = guardedPeerConnectionClass();
  const connection = new Connection({ iceServers: [] });
  opened.push(connection);
  return connection;
}

/** The connection's link, once it is there. */
export const linked = (connection: GuardedPeerConnection): Promise<End> =>
  new Promise((resolve, reject) => {
    connection.onlink = (channel, role) => resolve({ channel, role });
    connection.onend = () => reject(new Error('ended'));
  });

function passCandidates(from: RTCPeerConnection, to: RTCPeerConnection): void {
  from.addEventListener('icecandidate', ({ candidate }) => {
    // Candidates of a connection that has ended meanwhile are nobody's business.
    if (to.signalingState !== 'closed') void to.addIceCandidate(candidate ?? undefined);
  });
}

/** Introduces two connections to each other, as y-webrtc does, by offer and answer. */
export async function introduce(
  a: RTCPeerConnection,
  b: RTCPeerConnection,
  change: (sdp: string) => string = (sdp) => sdp,
): Promise<void> {
  passCandidates(a, b);
  passCandidates(b, a);
  await a.setLocalDescription(await a.createOffer());
  await b.setRemoteDescription({
    type: 'offer',
    sdp: change(a.localDescription?.sdp ?? ''),
  });
  await b.setLocalDescription(await b.createAnswer());
  await a.setRemoteDescription({
    type: 'answer',
    sdp: change(b.localDescription?.sdp ?? ''),
  });
}

/** Two ends of one link over real WebRTC, and the connections below. */
export async function meet(): Promise<
  [End, End, GuardedPeerConnection, GuardedPeerConnection]
> {
  const [a, b] = [openConnection(), openConnection()];
  const both = Promise.all([linked(a), linked(b)]);
  await introduce(a, b);
  const [here, there] = await both;
  return [here, there, a, b];
}
