import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

export interface PlainHost {
  readonly url: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** Serves files as the simplest of hosts do: what they are, and not a header more. */
export const plainHost = (dir: string): Promise<PlainHost> =>
  answering(async (path) => {
    const file = join(dir, path === '/' ? 'index.html' : path);
    return { type: types[extname(file)] ?? '', body: await readFile(file) };
  });

/** Somebody else's site: every page of it is `body`. */
export const strangeSite = (body: string): Promise<PlainHost> =>
  answering(() =>
    Promise.resolve({ type: 'text/html', body: `<!doctype html>${body}` }),
  );

async function answering(
  answer: (path: string) => Promise<{ type: string; body: string | Buffer }>,
): Promise<PlainHost> {
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? '/', 'http://here').pathname).then(
      ({ type, body }) => response.writeHead(200, { 'Content-Type': type }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
