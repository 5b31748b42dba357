// A plain static file server, like the simplest host: no rewrite rules, no directory listing.
//
//   node static-server.mjs FOLDER PORT     serves it
//   node static-server.mjs --check PORT    says whether the port is free
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSED = { br: promisify(brotliCompress), gzip: promisify(gzip) };
const SETTINGS = { br: { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }, gzip: { level: 9 } };

/// Serves a folder under a path (`/` or `/some/folder/`); port 0 takes any free one.
export function serve(folder, { port = 0, under = '/', compress = false } = {}) {
  const root = resolve(folder);
  const server = createServer(async (request, response) => {
    const answer = (status, headers, body) => {
      response.writeHead(status, { 'cache-control': 'no-cache', ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    try {
      const path = decodeURIComponent(request.url.split('?')[0]);
      if (!path.startsWith(under)) throw new Error('outside of the folder that is served');
      const file = resolve(root, path.slice(under.length) + (path.endsWith('/') ? 'index.html' : ''));
      if (!file.startsWith(root + sep)) throw new Error('outside of the folder that is served');
      let body = await readFile(file);
      const headers = { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' };
      const accepted = compress ? (request.headers['accept-encoding'] ?? '') : '';
      const encoding = Object.keys(COMPRESSED).find((name) => accepted.includes(name));
      if (encoding) {
        body = await COMPRESSED[encoding](body, SETTINGS[encoding]);
        Object.assign(headers, { 'content-encoding': encoding, vary: 'accept-encoding' });
      }
      answer(200, headers, body);
    } catch {
      answer(404, { 'content-type': 'text/plain; charset=utf-8' }, 'Not found\n');
    }
  });
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      const { href: url } = new URL(under, `http://127.0.0.1:${server.address().port}`);
      const close = () => {
        server.close();
        server.closeAllConnections();
      };
      done({ url, close });
    });
  });
}

const REFUSED = {
  EADDRINUSE: 'is taken by another program',
  EACCES: 'may not be used without special rights',
  ERR_SOCKET_BAD_PORT: 'is none: it takes a number from 1 to 65535',
};

async function main([folder, port]) {
  try {
    const checking = folder === '--check';
    const site = await serve(checking ? '.' : folder, { port: Number(port), compress: true });
    if (checking) site.close();
    else console.log(`Dispositif is on ${site.url}  (Ctrl-C stops it)`);
  } catch (error) {
    if (!REFUSED[error.code]) throw error;
    console.error(`Port ${port} ${REFUSED[error.code]}. Choose another, for example: PORT=8081 scripts/serve`);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) await main(process.argv.slice(2));
