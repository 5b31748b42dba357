// The server of the other tests behaves like the simplest host, and serves only its folder.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../../scripts/static-server.mjs';

describe('the static file server', () => {
  let folder, plain, folded, compressing;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'site-'));
    await writeFile(join(folder, 'secret.txt'), 'not of the site');
    await mkdir(join(folder, 'site'));
    await writeFile(join(folder, 'site', 'index.html'), '<p>'.padEnd(2000, 'le texte '));
    plain = await serve(join(folder, 'site'));
    folded = await serve(join(folder, 'site'), { under: '/a/b/' });
    compressing = await serve(join(folder, 'site'), { compress: true });
  });
  after(async () => {
    for (const server of [plain, folded, compressing]) server?.close();
    await rm(folder, { recursive: true });
  });

  // Not `fetch`, which would tidy the path before it is sent.
  const get = (server, path, headers = {}) =>
    new Promise((done, fail) => {
      const { hostname, port } = new URL(server.url);
      request({ hostname, port, path, headers }, (response) => {
        let length = 0;
        response.on('data', (chunk) => (length += chunk.length));
        response.on('end', () => done({ status: response.statusCode, headers: response.headers, length }));
      })
        .on('error', fail)
        .end();
    });

  test('a folder is its index.html', async () => {
    const { status, headers, length } = await get(plain, '/');
    assert.deepEqual([status, headers['content-type'], length], [200, 'text/html; charset=utf-8', 2000]);
  });

  test('a missing file is not rewritten to another one', async () => {
    assert.equal((await get(plain, '/op5')).status, 404);
    assert.equal((await get(folded, '/')).status, 404);
    assert.equal((await get(folded, '/a/b/')).status, 200);
  });

  test('nothing outside of the folder is served', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%', '//secret.txt']) {
      assert.equal((await get(plain, path)).status, 404, path);
    }
  });

  test('it compresses only when asked to, and only for clients that accept it', async () => {
    const asking = { 'accept-encoding': 'gzip, deflate, br' };
    assert.equal((await get(plain, '/', asking)).headers['content-encoding'], undefined);
    assert.equal((await get(compressing, '/')).headers['content-encoding'], undefined);
    const compressed = await get(compressing, '/', asking);
    assert.equal(compressed.headers['content-encoding'], 'br');
    assert.ok(compressed.length < 200);
  });
});
