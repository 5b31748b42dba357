// Starts the explorer, and tells the reader when it cannot start or has died.
//
// The state stands on <html data-start="…">: `loading`, `ready`, `failed` or `stopped`; styles/start.css shows the
// notice that fits. Where this script does not run at all, no state is ever set, and that shows the notice too.
const page = document.documentElement;
const app = document.getElementById('app');
// Mounting empties the element before it draws, so a failure in between would leave nothing to read.
const text = [...app.childNodes].map((node) => node.cloneNode(true));

page.dataset.start = 'loading';

const fail = (error) => {
  console.error(error);
  app.replaceChildren(...text);
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

try {
  const { href: bindings } = document.querySelector('link[rel=modulepreload]');
  const { href: wasm } = document.querySelector('link[rel=preload][as=fetch]');
  const { default: start } = await import(bindings);
  await start({ module_or_path: wasm });
  // The first drawing is only queued when the start returns.
  await new Promise((drawn) => setTimeout(drawn));
  if (document.getElementById('static-text')) throw new Error('The explorer has started and shows nothing.');
  if (page.dataset.start === 'loading') page.dataset.start = 'ready';
} catch (error) {
  if (page.dataset.start === 'loading') fail(error);
}
