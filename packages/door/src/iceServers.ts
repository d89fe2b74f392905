import { fitsPoint, isHost, urlOf } from './addresses.ts';

/** What helps to a direct line; of `turn`, name and word are written before the host. */
export interface IceServer {
  readonly kind: 'stun' | 'turn';
  readonly urls: string;
  readonly username?: string;
  readonly credential?: string;
}

/**
 * `stun:host:port`, or `turn:name:word@host:port`, with `turns` for one over TLS and
 * `?transport=tcp` where a network wants it. Null for what a browser would refuse.
 */
export function readIce(typed: string): IceServer | null {
  const text = typed.trim();
  if (!fitsPoint(text)) return null;
  const stun = /^(stuns?):([^@/?#\s]+)$/i.exec(text);
  if (stun?.[1] !== undefined && stun[2] !== undefined) {
    if (!isHostAndPort(stun[2])) return null;
    return { kind: 'stun', urls: `${stun[1].toLowerCase()}:${stun[2]}` };
  }
  const turn =
    /^(turns?):([^:@\s]+):([^@\s]+)@([^@/?#\s]+)(\?transport=(?:udp|tcp))?$/i.exec(
      text,
    );
  if (!turn) return null;
  const [, scheme = '', name = '', word = '', host = '', query = ''] = turn;
  const [username, credential] = [plain(name), plain(word)];
  if (username === null || credential === null || !isHostAndPort(host)) return null;
  const urls = `${scheme.toLowerCase()}:${host}${query.toLowerCase()}`;
  return { kind: 'turn', urls, username, credential };
}

/** What can be meant of what a charter names. */
export const iceServersOf = (named: readonly string[]): IceServer[] =>
  named.map(readIce).filter((server) => server !== null);

/** The same for an RTCPeerConnection, which throws at a TURN address without a word. */
export const rtcOf = (
  named: readonly string[],
): { iceServers: Omit<IceServer, 'kind'>[] } => ({
  iceServers: iceServersOf(named).map(({ kind: _, ...server }) => server),
});

function isHostAndPort(text: string): boolean {
  const url = urlOf(`http://${text}`);
  return url !== null && isHost(url.hostname) && url.pathname === '/';
}

function plain(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null; // a percent sign that stands for nothing
  }
}
