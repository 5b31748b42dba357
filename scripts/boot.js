// Starts the explorer, says why when it cannot start or has crashed, and stores the site for offline visits.
//
// The state is <html data-start="…">, and styles/start.css shows the notice for it:
//
// - `loading`, with `data-slow` after some seconds; `ready`;
// - `no-wasm`: the browser has no WebAssembly;
// - `missing`: a file could not be fetched, or something else came in its place (a login page);
// - `altered`: a file is incomplete, changed, or of another version;
// - `failed`: any other error at the start; `stopped`: a crash later; `file`: opened from a disk.
//
// If this script does not run at all there is no state, which has a notice too. A classic script, since no browser loads
// a module from a disk.
(async () => {
  const page = document.documentElement;
  const { oneFile } = globalThis;
  const SLOW = 8000;

  page.dataset.start = 'loading';

  // Where the browser checks what becomes a script: only files of this site do (its workers), and what the page itself holds in
  // the one-file edition. Text in a script element never runs, by the policy of the page: it describes the document to programs.
  const isOurs = (url) => url.startsWith(new URL('.', location).href) || url.startsWith('blob:');
  globalThis.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (isOurs(new URL(url, location).href) ? url : null),
    createScript: (text) => text,
  });

  // Storage belongs to a whole origin, which may hold other copies of this site. The first that keeps anything says so in
  // `dispositif.site` and has the short names; any other has its folder in all names. See src/ui/browser/storage.rs.
  try {
    const first = localStorage.getItem('dispositif.site');
    const { pathname, protocol } = new URL('.', location);
    page.dataset.site = pathname;
    if (protocol !== 'file:' && (first ?? pathname) !== pathname) page.dataset.storage = `dispositif ${pathname} `;
  } catch {
    // Storage is forbidden.
  }
  setTimeout(() => (page.dataset.slow = ''), SLOW);

  // A link to another document than the one that the page carries: this one is not shown in its place.
  const wanted = new URLSearchParams(location.search).get('doc');
  const carried = document.querySelector('#static-text .symbol')?.textContent;
  if (wanted && !wanted.startsWith(carried)) page.dataset.elsewhere = '';

  // The text that the page carries is seen first: a browser with much to do would otherwise show nothing until the explorer
  // is drawn. Settles at the first paint, and without one where none is to come: in a page in the background, or in a
  // browser that does not tell.
  const painted = new Promise((seen) => {
    const PATIENCE = 500;
    if (document.visibilityState === 'hidden') return seen();
    new PerformanceObserver(seen).observe({ type: 'paint', buffered: true });
    setTimeout(seen, PATIENCE);
  });

  // The explorer draws itself in several tasks, between which the browser stays responsive. It is shown when it is
  // complete; until then the static text is there.
  const draw = async () => {
    const app = document.getElementById('app');
    const nextTask = () => new Promise((begun) => setTimeout(begun));
    do {
      await nextTask();
      dispatchEvent(new Event('draw'));
      await nextTask();
    } while (document.querySelector('[data-drawing]'));
    // It cannot read the texts or the documents.
    if (!app.hasChildNodes()) throw problem('altered');
    document.getElementById('static-text').remove();
    app.hidden = false;
    // The place in the address can be scrolled to only now, and only when everything is laid out: see styles/reader.css.
    const place = document.getElementById(location.hash.slice(1));
    if (place) {
      page.dataset.whole = '';
      // From the start of its paragraph, where its analysis is shown.
      place.closest('.paragraph')?.scrollIntoView();
      place.scrollIntoView({ block: 'nearest' });
    }
  };

  // A browser that translates the page puts <font> elements in place of text nodes, which the explorer will still change,
  // remove, and insert before: without them it would crash. Each goes back, empty, before its translation, and takes that
  // with it when the explorer changes, moves or removes it.
  const translations = new WeakMap();
  const translated = new WeakSet();
  const dropTranslation = (text) => {
    translations.get(text)?.remove();
    translations.delete(text);
  };
  const keepText = (text, { addedNodes, previousSibling, nextSibling }) => {
    const font = [...addedNodes, previousSibling, nextSibling].find((node) => node?.nodeName === 'FONT');
    if (text.isConnected) {
      if (translations.has(text)) text.after(translations.get(text));
    } else if (font?.isConnected && !translated.has(font)) {
      font.before(text);
      text.data = '';
      translations.set(text, font);
      translated.add(font);
    } else dropTranslation(text);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'characterData') dropTranslation(record.target);
      else for (const node of record.removedNodes) if (node.nodeType === Node.TEXT_NODE) keepText(node, record);
    }
    observer.takeRecords();
  });
  observer.observe(document.getElementById('app'), { childList: true, subtree: true, characterData: true });

  // A copied passage is its words, with paragraphs, lists, tables and links, and without the marks of the analysis: a browser
  // would copy every line under a word as it looks.
  const KEPT = /^(?:p|h\d|t[^e]\w*|[ou]l|li|d[dlt]|em|strong|su[bp])$/;
  const cleaned = (node, range) => {
    if (!range.intersectsNode(node)) return '';
    if ('data' in node) {
      const { startContainer, startOffset, endContainer, endOffset } = range;
      const words = node.data.slice(node === startContainer ? startOffset : 0, node === endContainer ? endOffset : undefined);
      return words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt()};`);
    }
    const { display, userSelect, webkitUserSelect } = getComputedStyle(node);
    if (display === 'none' || (userSelect ?? webkitUserSelect) === 'none') return '';
    const inner = [...node.childNodes].map((child) => cleaned(child, range)).join('');
    const name = node.localName;
    if (KEPT.test(name) && (inner || name[0] === 't')) return `<${name}>${inner}</${name}>`;
    return node.href && !node.matches('.number') ? `<a href="${node.href}">${inner}</a>` : inner;
  };
  addEventListener('copy', (event) => {
    const selection = getSelection();
    if (selection.isCollapsed || selection.rangeCount > 1 || event.target.closest?.('input, textarea')) return;
    const range = selection.getRangeAt(0);
    const { commonAncestorContainer: common } = range;
    const root = common.data ? common.parentNode : common;
    const { lang } = root.closest('[lang]');
    const { direction } = getComputedStyle(root);
    // A part of a table or of a list needs the whole one around it.
    const whole = root.matches('thead, tbody, tr, table, ul, ol, dl') && root.closest('table, ul, ol, dl');
    const html = whole ? cleaned(whole, range) : [...root.childNodes].map((node) => cleaned(node, range)).join('');
    const around = /<[phtuold]/.test(html) ? 'div' : 'span';
    event.clipboardData.setData('text/html', `<${around} lang="${lang}" dir="${direction}">${html}</${around}>`);
    // A browser leaves out the empty cell at the corner, and what is below would be a column off.
    const cells = ({ cells: all }) => [...all].filter((cell) => range.intersectsNode(cell)).map((cell) => cell.innerText.trim());
    const rows = whole.rows && [...whole.rows].filter((row) => range.intersectsNode(row));
    const plain = rows ? rows.map((row) => cells(row).join('\t')).join('\n') : `${selection}`;
    event.clipboardData.setData('text/plain', plain.replace(/\n{3,}/g, '\n\n'));
    event.preventDefault();
  });

  // Files that are still being read or wait for it are not stored yet.
  addEventListener('beforeunload', (event) => document.querySelector('.report progress') && event.preventDefault());

  // An error with the state that it leads to.
  const problem = (state, cause) => Object.assign(new Error(state, { cause }), { state });

  const fail = (error) => {
    console.error(error);
    page.dataset.start = error.state ?? 'failed';
  };

  // After a panic the page still shows what it showed, and no longer answers.
  const crashed = ({ error, reason }) => {
    if (!(globalThis.WebAssembly && (error ?? reason) instanceof WebAssembly.RuntimeError)) return;
    document.getElementById('notice').hidden = false;
    if (page.dataset.start === 'ready') page.dataset.start = 'stopped';
    else fail(error ?? reason);
  };
  addEventListener('error', crashed);
  addEventListener('unhandledrejection', crashed);

  // A file of the site. A login page or an error page in its place does not count.
  const fetched = async (url) => {
    const response = await fetch(url).catch((error) => { throw problem('missing', error); });
    const isPage = response.headers.get('content-type')?.startsWith('text/html');
    if (!response.ok || isPage) throw problem('missing', `${url}: ${response.status}`);
    return response;
  };

  // The interface's texts in each language. Each has an element, which names their file (scripts/make-locales.mjs); the
  // one-file edition has them packed: scripts/one-file-start.js.
  const placeOf = (language) => document.getElementById(`locale-${language}`);
  const textsIn = async (language) => {
    if (oneFile) return oneFile.textsIn(language);
    return (await fetched(placeOf(language).dataset.file)).text();
  };

  // The language that the reader chose once, or else the first that the browser asks for, of those that there are.
  const languageWanted = () => {
    let chosen = '';
    try {
      chosen = localStorage.getItem(`${page.dataset.storage ?? 'dispositif.'}language`) ?? '';
    } catch {
      // Storage is forbidden: nothing was chosen.
    }
    const asked = [chosen, ...navigator.languages].map((language) => language.split('-')[0].toLowerCase());
    return asked.find(placeOf) ?? 'en';
  };

  // The page asks for another language by an event, and learns by one that its texts are here, or that there are none. It
  // finds them in `locale`: see src/ui/browser/locale.rs.
  addEventListener('language', async () => {
    const { language } = page.dataset;
    const texts = await textsIn(language).catch(console.warn);
    if (page.dataset.language !== language) return;
    globalThis.locale = texts;
    dispatchEvent(new Event('locale'));
    // Tried again when the network is back.
    if (!texts) addEventListener('online', () => dispatchEvent(new Event('language')), { once: true });
  });

  // How the site starts. The one-file edition has its own way: scripts/one-file-start.js.
  const site = {
    start: async () => {
      const { href: bindings } = document.querySelector('link[rel=modulepreload]');
      const { href: wasm } = document.querySelector('link[rel=preload][as=fetch]');
      const response = fetched(wasm);
      // Handled below; without this, a failure of the import would leave it unhandled.
      response.catch(() => {});
      const { default: start } = await import(bindings).catch(async (error) => {
        await response;
        throw problem(error instanceof SyntaxError ? 'altered' : 'missing', error);
      });
      const module = await response;
      return start({ module_or_path: module }).catch((error) => {
        const { CompileError, LinkError } = WebAssembly;
        if (error instanceof CompileError || error instanceof LinkError || error instanceof TypeError) {
          throw problem('altered', error);
        }
        throw error;
      });
    },
  };
  // A start that failed because a file was missing is tried once more, from the network and without the stored files: the host may
  // have another version by now, or the stored files may be damaged. The session remembers it, so that it is done once.
  const RETRIED = `dispositif.retried ${location.pathname}`;
  const retry = async () => {
    try {
      if (sessionStorage.getItem(RETRIED)) return false;
      sessionStorage.setItem(RETRIED, 'yes');
    } catch {
      return false;
    }
    const registration = await navigator.serviceWorker?.getRegistration().catch(() => {});
    if (registration) {
      const names = await caches.keys().catch(() => []);
      const ours = names.filter((name) => name.startsWith(`dispositif ${registration.scope} `));
      await Promise.all(ours.map((name) => caches.delete(name)));
      await registration.unregister();
    }
    // Renews the browser's own copy of the page, which names the files.
    await fetch(location.href, { cache: 'reload' }).catch(() => {});
    location.reload();
    return true;
  };

  // The service worker stores the site. The page learns of it by events of the window: `kept` when the whole site is
  // stored, `newer` when a newer version is stored beside the one that is shown. `renew` is the page's answer.
  const notKept = () => (page.dataset.unkept = '');
  const keep = async () => {
    const workers = navigator.serviceWorker;
    const registration = await workers.register('./sw.js');
    let behind = false;
    let wanted = false;
    const look = () => {
      // Without a controller, the page has just come from the network and is the newest version.
      behind ||= Boolean(registration.waiting && workers.controller);
      if (registration.active) dispatchEvent(new Event(behind ? 'newer' : 'kept'));
      else if (!registration.installing && !registration.waiting) notKept();
    };
    const follow = () => registration.installing?.addEventListener('statechange', look);
    registration.addEventListener('updatefound', follow);
    // Another tab may have switched to the newer version.
    workers.addEventListener('controllerchange', () => {
      if (wanted) location.reload();
      behind = true;
      look();
    });
    addEventListener('renew', () => {
      wanted = true;
      if (registration.waiting) registration.waiting.postMessage('take over');
      else location.reload();
    });
    follow();
    look();
    if (registration.active) await registration.update();
  };

  if (!oneFile && location.protocol === 'file:') {
    for (const link of document.querySelectorAll('.notice-file a')) link.href += location.search + location.hash;
    page.dataset.start = 'file';
    return;
  }
  try {
    if (!globalThis.WebAssembly) throw problem('no-wasm');
    page.dataset.language = languageWanted();
    const { language } = page.dataset;
    // Without the texts in the reader's language the page starts in another one.
    let isOther = false;
    const texts = textsIn(language).catch((error) => {
      isOther = true;
      return textsIn(language === 'fr' ? 'en' : 'fr').catch(() => { throw error; });
    });
    // Handled below; without this, a failure of the start would leave it unhandled.
    texts.catch(() => {});
    await (oneFile ?? site).start();
    globalThis.locale = await texts;
    await painted;
    await draw();
    if (page.dataset.start === 'loading') page.dataset.start = 'ready';
    // Without the stylesheets nothing else hides it.
    document.getElementById('notice').hidden = page.dataset.start === 'ready';
    // They are fetched once more; the page says so if they are missing again.
    if (isOther) dispatchEvent(new Event('language'));
  } catch (error) {
    const isFile = ['missing', 'altered'].includes(error.state);
    // Offline, a retry would only throw away what is stored: it waits for the network.
    if (isFile && !oneFile) {
      if (!navigator.onLine) addEventListener('online', () => location.reload());
      else if (await retry()) return;
    }
    if (page.dataset.start === 'loading') fail(error);
  }
  if (oneFile || page.dataset.start !== 'ready') return;
  try {
    sessionStorage.removeItem(RETRIED);
  } catch {
    // Storage is forbidden: nothing was written.
  }
  // Full or forbidden storage, a private window, an old browser: the page works and is not stored.
  keep().catch(notKept);
})();
