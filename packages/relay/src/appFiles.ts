import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { createGzip } from 'node:zlib';

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

interface AppFile {
  readonly path: string;
  readonly size: number;
  readonly tag: string;
}

/**
 * Serves the built app out of `dir` and nothing else (SPEC R6–R8): no path leaves the
 * folder, also not by a link; names with a leading dot do not exist; what has a hash
 * in its name may be kept for ever, the rest is asked for again each time.
 */
export function serveApp(dir: string): Serve {
  const root = resolve(dir);
  return (request, response) => {
    for (const [name, value] of Object.entries(headers))
      response.setHeader(name, value);
    answer(root, request, response).catch((cause: unknown) => {
      // A file that vanished while it was opened; a disk that will not be read.
      if (!response.headersSent) end(response, 500, 'The relay could not read a file');
      response.destroy(cause instanceof Error ? cause : undefined);
    });
  };
}

async function answer(
  root: string,
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

  const file = (await fileAt(root, path)) ?? (await fallback(root, path));
  if (file === null) {
    end(response, 404, 'Not here');
    return;
  }
  send(file, path, request, response);
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

async function fileAt(root: string, path: string): Promise<AppFile | null> {
  try {
    const real = await realpath(
      join(root, path.endsWith('/') ? `${path}index.html` : path),
    );
    if (!real.startsWith((await realpath(root)) + sep)) return null;
    const found = await stat(real);
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
const fallback = async (root: string, path: string): Promise<AppFile | null> =>
  extname(path) === '' ? fileAt(root, '/index.html') : null;

function send(
  file: AppFile,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const kind = extname(file.path);
  response.setHeader('Content-Type', types[kind] ?? 'application/octet-stream');
  response.setHeader('ETag', file.tag);
  response.setHeader(
    'Cache-Control',
    isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (request.headers['if-none-match'] === file.tag) {
    response.writeHead(304).end();
    return;
  }

  const zip = !packed.has(kind) && /\bgzip\b/.test(acceptOf(request));
  response.setHeader('Vary', 'Accept-Encoding');
  if (zip) response.setHeader('Content-Encoding', 'gzip');
  else response.setHeader('Content-Length', file.size);
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const bytes = createReadStream(file.path);
  // A reader who leaves early ends the stream; there is nobody left to tell.
  if (zip) pipeline(bytes, createGzip(), response, nobodyToTell);
  else pipeline(bytes, response, nobodyToTell);
}

const nobodyToTell = (): void => undefined;

const acceptOf = (request: IncomingMessage): string =>
  [request.headers['accept-encoding'] ?? ''].flat().join(',');

/** Vite puts a hash into the name of each file under assets/. */
const isHashed = (path: string): boolean =>
  /^\/assets\/.+-[\w-]{8,}\.\w+(\.map)?$/.test(path);

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${words}\n`);
}
