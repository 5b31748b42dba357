// WebKit, in WebKitGTK's test browser on a virtual display. A minimal WebDriver client; actions on the page are JavaScript.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { eventually } from './browser.mjs';

const DRIVER = '/usr/bin/WebKitWebDriver';

/// The browser that the driver drives: Debian has it in a folder named after the version.
const browserPath = () => {
  for (const machine of readdirSync('/usr/lib')) {
    for (const version of ['4.1', '6.0', '4.0']) {
      const path = `/usr/lib/${machine}/webkit2gtk-${version}/MiniBrowser`;
      if (existsSync(path)) return path;
    }
  }
};

/// Why WebKit is unavailable; empty if it is installed.
export const missing = () =>
  existsSync(DRIVER) && existsSync('/usr/bin/xvfb-run') && browserPath() ? false : 'no WebKitWebDriver, MiniBrowser or xvfb-run here';

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

export async function startWebKit() {
  const port = await freePort();
  // In a group of its own, so that screen, driver and browser end together.
  const driver = spawn('xvfb-run', ['-a', DRIVER, `--port=${port}`], { stdio: 'ignore', detached: true });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  const kill = () => driver.exitCode === null && process.kill(-driver.pid);
  try {
    await eventually(() => call('GET', '/status'));
    const options = { binary: browserPath(), args: ['--automation'] };
    const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
    const { sessionId } = await call('POST', '/session', { capabilities });
    const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
    return {
      resize: ({ width, height }) => session('POST', '/window/rect', { width, height }),
      go: (url) => session('POST', '/url', { url }),
      js: (script, ...args) => session('POST', '/execute/sync', { script: `return ${script}`, args }),
      element: async (selector) => {
        const found = await session('POST', '/element', { using: 'css selector', value: selector });
        const path = `/element/${Object.values(found)[0]}`;
        return {
          click: () => session('POST', `${path}/click`, {}),
          type: (text) => session('POST', `${path}/value`, { text }),
        };
      },
      stop: async () => {
        await session('DELETE', '').catch(() => {});
        kill();
      },
    };
  } catch (error) {
    kill();
    throw error;
  }
}
