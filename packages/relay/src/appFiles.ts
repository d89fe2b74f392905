import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { Pourer } from './pourer.ts';
import { Shelf } from './shelf.ts';
import type { ShelfCaps, Version } from './shelf.ts';

export type Serve = (request: IncomingMessage, response: ServerResponse) => void;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Already compressed; gzip would only warm the machine. */
const packed = new Set(['.jpg', '.png', '.webp', '.woff2', '.ico']);

const headers: Readonly<Record<string, string>> = {
  // The page carries its own policy in a meta tag, where frame-ancestors has no effect.
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/**
 * Serves the built app out of `dir` and nothing else (SPEC R6–R8): no path leaves the
 * folder, also not by a link; names with a leading dot do not exist; what has a hash
 * in its name may be kept for ever, the rest is asked for again each time. Why no library
 * does it: decision 0057.
 */
export function serveApp(dir: string, caps: ShelfCaps, now: () => number): Serve {
  const root = resolve(dir);
  const from: Source = { root, shelf: new Shelf(caps, now), pourer: new Pourer() };
  return (request, response) => {
    secure(response);
    answer(from, request, response).catch((cause: unknown) => {
      // A file that vanished while it was opened; a disk that will not be read.
      if (!response.headersSent) end(response, 500, 'The relay could not read a file');
      response.destroy(cause instanceof Error ? cause : undefined);
    });
  };
}

/** Where the files come from. */
interface Source {
  readonly root: string;
  readonly shelf: Shelf;
  readonly pourer: Pourer;
}

/** Says that there is no room for it now, and ends the connection. */
export function refuse(response: ServerResponse): void {
  secure(response);
  response.setHeader('Retry-After', '5');
  response.setHeader('Connection', 'close');
  end(response, 503, 'Too many at once');
}

function secure(response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

async function answer(
  from: Source,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    end(response, 405, 'GET or HEAD');
    return;
  }
  const path = pathOf(request.url ?? '/');
  if (path === null) {
    end(response, 400, 'Not a path');
    return;
  }

  const file = (await fileAt(from.root, path)) ?? (await fallback(from.root, path));
  if (file === null) {
    end(response, 404, 'Not here');
    return;
  }
  await send(file, path, from, request, response);
}

/** The path of a URL without its question, or null when it is not plain. */
export function pathOf(url: string): string | null {
  const [raw = ''] = url.split('?', 1);
  let path: string;
  try {
    path = decodeURIComponent(raw);
  } catch {
    return null;
  }
  if (!path.startsWith('/') || path.includes('\0') || path.includes('\\')) return null;
  const names = path.slice(1).split('/');
  return names.some((name) => name.startsWith('.')) ? null : path;
}

async function fileAt(root: string, path: string): Promise<Version | null> {
  try {
    const wanted = join(root, path.endsWith('/') ? `${path}index.html` : path);
    const [real, base, found] = await Promise.all([
      realpath(wanted),
      realpath(root),
      stat(wanted),
    ]);
    if (!real.startsWith(base + sep)) return null;
    if (!found.isFile()) return null;
    const tag = `W/"${found.size}-${Math.floor(found.mtimeMs)}"`;
    return { path: real, size: found.size, tag };
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw cause;
  }
}

const missing = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP']);
const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && missing.has(String(cause.code));

/** A path that names no file belongs to the app: its own router reads it. */
const fallback = async (root: string, path: string): Promise<Version | null> =>
  extname(path) === '' ? fileAt(root, '/index.html') : null;

async function send(
  file: Version,
  path: string,
  { shelf, pourer }: Source,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const kind = extname(file.path);
  response.setHeader('Content-Type', types[kind] ?? 'application/octet-stream');
  response.setHeader('ETag', file.tag);
  response.setHeader(
    'Cache-Control',
    isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  response.setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304).end();
    return;
  }

  const isZipped = !packed.has(kind) && /\bgzip\b/.test(acceptOf(request));
  const bytes = await shelf.take(file, isZipped);
  if (bytes === null) {
    response.setHeader('Content-Length', file.size);
    if (request.method === 'HEAD') response.end();
    else await pourer.pour(file.path, file.size, response);
    return;
  }
  if (isZipped) response.setHeader('Content-Encoding', 'gzip');
  response.setHeader('Content-Length', bytes.length);
  // Node leaves out the body where HEAD was asked.
  response.end(bytes);
}

const acceptOf = (request: IncomingMessage): string =>
  [request.headers['accept-encoding'] ?? ''].flat().join(',');

/** Vite puts a hash into the name of each file under assets/. */
const isHashed = (path: string): boolean =>
  /^\/assets\/.+-[\w-]{7,}\.\w+(\.map)?$/.test(path);

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${words}\n`);
}
