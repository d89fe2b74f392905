import { err, ok } from '@manyhands/base';
import type { Result } from '@manyhands/base';
import { malformed } from '@manyhands/codec';
import type { Malformed } from '@manyhands/codec';
import type { Channel } from '../channel.ts';
import type { Connector, Dialling, Half, Unreachable } from '../connector.ts';
import { decodeDescription, encodeDescription, readSdp, sdpOf } from './description.ts';
import { linkConnectionClass } from './linkConnection.ts';
import type { LinkConnection } from './linkConnection.ts';

/** Addresses that a STUN server has not told by then are done without. */
const gatherWithin = 2_000;

/** Connections of the browser, whose descriptions fit into a QR code. */
export const rtcConnector = (rtc: RTCConfiguration = {}): Connector => {
  const Connection = linkConnectionClass();
  const open = () => new Connection({ iceServers: [], ...rtc });
  return {
    dial: () => orUnreachable(() => dial(open())),
    answer: (offer) => orUnreachable(() => answer(open, offer)),
  };
};

/** A browser that has too many connections, or none to give, throws. */
async function orUnreachable<T, Refused>(
  make: () => Promise<Result<T, Refused>>,
): Promise<Result<T, Refused | Unreachable>> {
  try {
    return await make();
  } catch {
    return err({ type: 'Unreachable' });
  }
}

async function dial(
  connection: LinkConnection,
): Promise<Result<Dialling, Unreachable>> {
  const channel = channelOf(connection);
  // In words: outside of browsers (@roamhq/wrtc) none is made when nothing is given.
  await connection.setLocalDescription(await connection.createOffer());
  const half = await halfOf(connection, channel);
  if (!half.ok) return half;
  return ok({ ...half.value, accept: (text) => accept(connection, text) });
}

async function answer(
  open: () => LinkConnection,
  offer: Uint8Array,
): Promise<Result<Half, Unreachable | Malformed>> {
  const read = decodeDescription(offer);
  if (!read.ok) return read;
  const connection = open();
  const channel = channelOf(connection);
  const heard = await hear(connection, {
    type: 'offer',
    sdp: sdpOf(read.value, 'offer'),
  });
  if (!heard.ok) return heard;
  await connection.setLocalDescription(await connection.createAnswer());
  return halfOf(connection, channel);
}

function accept(
  connection: LinkConnection,
  text: Uint8Array,
): Promise<Result<void, Malformed>> {
  const read = decodeDescription(text);
  if (!read.ok) return Promise.resolve(read);
  return hear(connection, { type: 'answer', sdp: sdpOf(read.value, 'answer') });
}

/** A browser may find something in it that we did not look for. */
async function hear(
  connection: LinkConnection,
  description: RTCSessionDescriptionInit,
): Promise<Result<void, Malformed>> {
  try {
    await connection.setRemoteDescription(description);
    return ok(undefined);
  } catch {
    connection.close();
    return err(malformed('a description that the browser does not take'));
  }
}

const channelOf = (connection: LinkConnection): Promise<Channel | null> =>
  new Promise((resolve) => {
    connection.onlink = resolve;
    connection.onend = () => resolve(null);
  });

async function halfOf(
  connection: LinkConnection,
  channel: Promise<Channel | null>,
): Promise<Result<Half, Unreachable>> {
  await gathered(connection);
  const read = readSdp(connection.localDescription?.sdp ?? '');
  if (!read.ok) {
    connection.close();
    return err({ type: 'Unreachable' });
  }
  const description = encodeDescription(read.value);
  return ok({ description, channel, close: () => connection.close() });
}

/** The description is whole once the browser has looked for addresses. */
function gathered(connection: RTCPeerConnection): Promise<void> {
  return new Promise((resolve) => {
    const alarm = setTimeout(resolve, gatherWithin);
    const look = () => {
      if (connection.iceGatheringState !== 'complete') return;
      clearTimeout(alarm);
      resolve();
    };
    connection.addEventListener('icegatheringstatechange', look);
    look();
  });
}
