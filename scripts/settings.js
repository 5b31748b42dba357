// Applies the reader's settings to <html> before the first paint, as far as they are visible: a module would come too late, and
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
    // Storage is forbidden: the defaults apply.
  }
}

// A stylesheet that does not load blocks painting. After some seconds the text is shown without it.
setTimeout(() => {
  for (const link of document.querySelectorAll('link[rel=stylesheet]')) {
    if (link.sheet) continue;
    link.addEventListener('load', () => (link.media = 'all'));
    link.media = 'not all';
  }
}, 4000);
