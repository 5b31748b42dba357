// Starts the explorer, tells the reader when it cannot start or has died, and has it kept for visits without a network.
//
// The state stands on <html data-start="…">: `loading`, `ready`, `failed`, `stopped`, or `file` where the page was
// opened from a disk; styles/start.css shows the notice that fits. Where this script does not run at all, no state is
// ever set, and that shows the notice too. A script of the old kind, since no browser loads a module from a disk.
(async () => {
  const page = document.documentElement;

  page.dataset.start = 'loading';

  // The explorer is told again and again to draw a part of itself, each time in a task of its own, between which the
  // browser answers its reader. It is shown when all of it is drawn: until then the text stands in its place.
  const draw = async () => {
    const app = document.getElementById('app');
    const nextTask = () => new Promise((begun) => setTimeout(begun));
    do {
      await nextTask();
      dispatchEvent(new Event('draw'));
      await nextTask();
    } while (app.querySelector('[data-drawing]'));
    if (!app.hasChildNodes()) throw new Error('The explorer has started and shows nothing.');
    document.getElementById('static-text').remove();
    app.hidden = false;
    // The place of the address can come into view only now, and only where all is laid out: see styles/reader.css.
    const place = document.getElementById(location.hash.slice(1));
    if (place) {
      page.dataset.whole = '';
      // With the beginning of its paragraph, where what is known of it stands beside it.
      place.closest('.paragraph')?.scrollIntoView();
      place.scrollIntoView({ block: 'nearest' });
    }
  };

  const fail = (error) => {
    console.error(error);
    page.dataset.start = 'failed';
  };

  // After a panic the page still shows what it showed, and no longer answers.
  const died = ({ error, reason }) => {
    if (!(globalThis.WebAssembly && (error ?? reason) instanceof WebAssembly.RuntimeError)) return;
    if (page.dataset.start === 'ready') page.dataset.start = 'stopped';
    else fail(error ?? reason);
  };
  addEventListener('error', died);
  addEventListener('unhandledrejection', died);

  // How the site starts. The edition that is one file brings its own way: scripts/one-file-start.js.
  const site = {
    start: async () => {
      const { href: bindings } = document.querySelector('link[rel=modulepreload]');
      const { href: wasm } = document.querySelector('link[rel=preload][as=fetch]');
      const { default: start } = await import(bindings);
      return start({ module_or_path: wasm });
    },
  };
  const { oneFile } = globalThis;

  // The service worker keeps the site. The page is told, by events of the window, what has become of it: `kept` when
  // all of it is in the browser, `newer` when a newer version is there beside the one that is shown. `renew` is the
  // page's answer to the latter.
  const keep = async () => {
    const workers = navigator.serviceWorker;
    const registration = await workers.register('./sw.js');
    let behind = false;
    let wanted = false;
    const look = () => {
      // Without a controller, the page has just come from the network and is the newest there is.
      behind ||= Boolean(registration.waiting && workers.controller);
      if (registration.active) dispatchEvent(new Event(behind ? 'newer' : 'kept'));
    };
    const follow = () => registration.installing?.addEventListener('statechange', look);
    registration.addEventListener('updatefound', follow);
    // Another tab may have taken the newer version: then this one is behind.
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
    await (oneFile ?? site).start();
    await draw();
    if (page.dataset.start === 'loading') page.dataset.start = 'ready';
  } catch (error) {
    if (page.dataset.start === 'loading') fail(error);
  }
  // Storage that is full or forbidden, a private window, an old browser: the page works, and is not kept.
  if (!oneFile && page.dataset.start === 'ready') keep().catch(() => {});
})();
