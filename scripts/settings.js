// Applies the reader's settings to <html> before the first paint, as far as they can be seen: a module comes too late, and
// the page would flash in other colours. Keys and values are explained in src/ui/state/settings.rs.
for (const key of ['theme', 'size', 'density']) {
  try {
    // As in scripts/boot.js.
    const { pathname, protocol } = new URL('.', location);
    const first = localStorage.getItem('dispositif.site') ?? pathname;
    const prefix = protocol === 'file:' || first === pathname ? 'dispositif.' : `dispositif ${pathname} `;
    const wanted = () => key === 'theme' && matchMedia('(prefers-contrast: more)').matches && 'contrast';
    const value = localStorage.getItem(prefix + key) ?? wanted();
    if (value) document.documentElement.dataset[key] = value;
  } catch {
    // Storage is forbidden: the defaults hold.
  }
}

// A stylesheet that does not arrive keeps a browser from painting anything. After some seconds the text is shown without.
setTimeout(() => {
  for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
    if (link.sheet) continue;
    link.addEventListener('load', () => (link.media = 'all'));
    link.media = 'not all';
  }
}, 4000);
