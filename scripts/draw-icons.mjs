// Renders the SVG icons as PNG with Chromium. Run it when an icon changes.
//
//   node scripts/draw-icons.mjs
import { readFile, writeFile } from 'node:fs/promises';
import { launch } from '../tests/e2e/browser.mjs';

const ICONS = [
  ['icon.svg', 'icon-192.png', 192],
  ['icon.svg', 'icon-512.png', 512],
  ['icon-maskable.svg', 'icon-maskable-512.png', 512],
];
const icon = (name) => new URL(`../icons/${name}`, import.meta.url);

const browser = await launch();
for (const [drawing, name, size] of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = (await readFile(icon(drawing), 'utf8')).replace('<svg ', `<svg width="${size}" height="${size}" `);
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await writeFile(icon(name), await page.screenshot({ omitBackground: true }));
}
await browser.close();
