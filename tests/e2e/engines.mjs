// The browsers for the shared visit, with one interface, and a proxy that records their requests.
//
// Chromium has its own protocol, Firefox has WebDriver BiDi; puppeteer-core supports both. Every request to another host, by
// the page, its service worker or the browser itself, goes to a proxy that records and refuses it.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_FLAGS, chromiumPath } from './browser.mjs';

const firefoxPath = () => {
  if (process.env.FIREFOX) return process.env.FIREFOX;
  for (const name of ['firefox-esr', 'firefox']) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8' }).trim();
    } catch {
      // Not this one.
    }
  }
  throw new Error('No Firefox was found: run scripts/test, which installs it, or set FIREFOX to its path.');
};

/// Hosts that browsers contact for settings and updates, whatever page is open.
const MAKERS =
  /^(https?:\/\/)?([\w.-]+\.(mozilla\.(com|org|net)|firefox\.com)|(clients\d|accounts)\.google\.com|(update|content-autofill|optimizationguide-pa|safebrowsing)\.googleapis\.com)[:/]/;

/// A proxy that refuses every request. `asked` are the requested hosts.
async function watchman() {
  const asked = [];
  const note = (url) => MAKERS.test(url) || asked.push(url);
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { asked, port: server.address().port, close };
}

const LAUNCH = {
  Chromium: ({ port, settings = {} }) => ({
    browser: 'chrome',
    executablePath: chromiumPath(),
    args: [...CHROMIUM_FLAGS, '--accept-lang=fr', `--proxy-server=127.0.0.1:${port}`],
    ...settings,
  }),
  Firefox: ({ port, settings: { extraPrefsFirefox, ...settings } = {} }) => ({
    browser: 'firefox',
    executablePath: firefoxPath(),
    extraPrefsFirefox: {
      'intl.accept_languages': 'fr',
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      ...extraPrefsFirefox,
    },
    ...settings,
  }),
};

export const ENGINES = Object.keys(LAUNCH);
export const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

/// Starts a browser with a new profile. `asked` are the other hosts that it requested.
export async function start(engine, settings) {
  const { asked, port, close } = await watchman();
  let browser;
  try {
    browser = await puppeteer.launch({ headless: true, ...LAUNCH[engine]({ port, settings }) });
  } catch (error) {
    // An open proxy would keep the test process alive.
    close();
    throw error;
  }
  const stop = async () => {
    close();
    await browser.close();
  };
  return { browser, asked, stop };
}
