// Saved files have the same bytes in every format as the command line's.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually, site } from './browser.mjs';
import { Explorer } from './explorer.mjs';

const { visit } = site();
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BUNDLED = join(ROOT, 'data/A-RES-74-175.fr.txt');
const NOW = new Date('2026-11-29T15:04:05Z');
const AT = '2026-11-29T15:04:05Z';
const FORMATS = 'csv xlsx docx markdown html json ndjson akoma-ntoso bibtex ris csl-json ics'.split(' ');

const OWN = `A/RES/75/100

Résolution adoptée par l’Assemblée générale le 18 décembre 2020

L’Assemblée générale,

Rappelant sa résolution 74/100 du 18 décembre 2019,

1. Prie le Secrétaire général de lui faire rapport à sa soixante-seizième session ;

2. =Engage les États Membres à coopérer.
`;

let folder;
before(async () => (folder = await mkdtemp(join(tmpdir(), 'dispositif-'))));
after(() => rm(folder, { recursive: true }));

/// What the command line writes.
const native = async (format, files, ...options) => {
  const output = join(folder, 'native');
  const cargo = 'run --quiet --locked --no-default-features --features cli --bin dispositif -- export'.split(' ');
  const all = [...cargo, ...files, '--format', format, '--at', AT, '--output', output, ...options];
  await promisify(execFile)('cargo', all, { cwd: ROOT, env: { ...process.env, LC_ALL: 'fr_FR.UTF-8', LANG: 'fr_FR.UTF-8' } });
  return readFile(output);
};

const dialogOf = (page) => page.locator('dialog.export');

/// The page with its clock stopped and the dialog open.
const opened = async (t, options = {}) => {
  const page = await visit(t, { ...options, before: (page) => page.clock.setFixedTime(NOW) });
  await new Explorer(page).started();
  return page;
};

const open = async (page) => {
  await page.locator('[data-action=export]').click();
  await dialogOf(page).waitFor();
};

/// The file that the page saves in a format: its name and its bytes.
const saved = async (page, format) => {
  const dialog = dialogOf(page);
  await dialog.locator(`input[name=format][value=${format}]`).check();
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.locator('button.main').click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
};

const same = (bytes, expected, format) => {
  if (bytes.equals(expected)) return;
  assert.equal(bytes.toString(), expected.toString(), format);
  assert.fail(format);
};

describe('export', () => {
  test('each format of a document has the bytes that the command line writes', async (t) => {
    const page = await opened(t);
    const link = `${new URL(page.url()).origin}/?doc=A/RES/74/175@fr`;
    await open(page);
    for (const format of FORMATS) {
      const { name, bytes } = await saved(page, format);
      assert.match(name, /^dispositif-A-RES-74-175(-csl)?-\d{4}-\d\d-\d\d\.\w+$/);
      same(bytes, await native(format, [BUNDLED], '--link', link), format);
      await dialogOf(page).getByText(`Enregistré : ${name}`).waitFor();
    }
  });

  test('matches in several documents name them, and CSV has the chosen separator', async (t) => {
    const page = await opened(t, { path: '?view=library' });
    const own = join(folder, 'own.txt');
    await writeFile(own, OWN);
    await page.locator('[data-action=open] input').setInputFiles(own);
    await eventually(async () => assert.equal(await page.locator('.library tbody tr').count(), 2));
    await page.locator('.views a[href*="view=table"]').click();
    await eventually(async () => assert.match(await page.locator('.found').innerText(), /2\sdocuments/));
    await page.getByRole('searchbox').first().fill('rapport');
    await eventually(async () => assert.match(await page.locator('.found').innerText(), /2\sdocuments/));
    const link = page.url();
    await open(page);
    await dialogOf(page).locator('input[name=separator][value=tab]').check();
    for (const format of ['csv', 'xlsx', 'docx', 'json']) {
      const options = ['--text', 'rapport', '--link', link, '--separator', '\t'];
      same((await saved(page, format)).bytes, await native(format, [BUNDLED, own], ...options), format);
    }
  });

  test('the separator follows the language and the dialog says what becomes of formulas', async (t) => {
    for (const [locale, separator] of [['fr', 'semicolon'], ['en', 'comma'], ['ru', 'semicolon'], ['ar', 'comma']]) {
      const page = await opened(t, { locale });
      await open(page);
      assert.ok(await dialogOf(page).locator(`input[name=separator][value=${separator}]`).isChecked(), locale);
      assert.match(await dialogOf(page).innerText(), /= .*\+ .*- .*@/);
    }
  });

  test('the format that is offered is the one the view is used for, until another is chosen', async (t) => {
    const page = await opened(t, { path: '?view=due' });
    const offered = () => dialogOf(page).locator('input[name=format]:checked').getAttribute('value');
    await open(page);
    assert.equal(await offered(), 'ics');
    await page.keyboard.press('Escape');
    await page.locator('.views a[href*="view=table"]').click();
    await open(page);
    assert.equal(await offered(), 'csv');
    await dialogOf(page).locator('input[name=format][value=json]').check();
    await page.keyboard.press('Escape');
    await page.locator('.views a[href*="view=brief"]').click();
    await open(page);
    assert.equal(await offered(), 'json');
  });
});
