// Puts on <html> how the reader likes the page, as far as it can be seen, before anything is drawn: a module comes too
// late, and the page would flash in other colours. What the keys and values mean is in src/ui/state/settings.rs.
for (const key of ['theme', 'size', 'density']) {
  try {
    const wanted = () => key === 'theme' && matchMedia('(prefers-contrast: more)').matches && 'contrast';
    const value = localStorage.getItem(`dispositif.${key}`) ?? wanted();
    if (value) document.documentElement.dataset[key] = value;
  } catch {
    // The storage is forbidden: the page looks as it does to everyone.
  }
}
