// The lexicon’s tables of each language, which the worker fetches when a text in that language is to be read.
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../scripts/static-server.mjs';
import { DIST, eventually, launch, site } from './browser.mjs';
import { Explorer } from './explorer.mjs';

const { visit } = site();

/// A text in each language, of three clauses, with what opens them and who is asked.
const TEXTS = {
  ar: [
    'قرار اتخذته الجمعية العامة في 18 كانون الأول/ديسمبر 2020\n\nإن الجمعية العامة،\n\nإذ تشير إلى قرارها 74/302 المؤرخ 18 كانون الأول/ديسمبر 2019،\n\n1 - تطلب إلى الأمين العام أن يقدم إليها تقريرا في دورتها السادسة والسبعين؛\n\n2 - تشجع الدول الأعضاء على التعاون في مكافحة الاتجار.\n',
    ['إذ تشير', 'تطلب', 'تشجع'],
  ],
  en: [
    'Resolution adopted by the General Assembly on 18 December 2020\n\nThe General Assembly,\n\nRecalling its resolution 74/299 of 18 December 2019,\n\n1. Requests the Secretary-General to report to it at its seventy-sixth session;\n\n2. Encourages Member States to cooperate against trafficking.\n',
    ['Recalling', 'Requests', 'Encourages'],
  ],
  es: [
    'Resolución aprobada por la Asamblea General el 18 de diciembre de 2020\n\nLa Asamblea General,\n\nRecordando su resolución 74/300, de 18 de diciembre de 2019,\n\n1. Solicita al Secretario General que le presente un informe en su septuagésimo sexto período de sesiones;\n\n2. Alienta a los Estados Miembros a que cooperen contra la trata.\n',
    ['Recordando', 'Solicita', 'Alienta'],
  ],
  fr: [
    'Résolution adoptée par l’Assemblée générale le 18 décembre 2020\n\nL’Assemblée générale,\n\nRappelant sa résolution 74/298 du 18 décembre 2019,\n\n1. Prie le Secrétaire général de lui faire rapport à sa soixante-seizième session ;\n\n2. Engage les États Membres à coopérer contre la traite.\n',
    ['Rappelant', 'Prie', 'Engage'],
  ],
  ru: [
    'Резолюция, принятая Генеральной Ассамблеей 18 декабря 2020 года\n\nГенеральная Ассамблея,\n\nСсылаясь на свою резолюцию 74/301 от 18 декабря 2019 года,\n\n1. просит Генерального секретаря представить ей доклад на ее семьдесят шестой сессии;\n\n2. призывает государства-члены сотрудничать в борьбе с торговлей людьми.\n',
    ['Ссылаясь', 'просит', 'призывает'],
  ],
  zh: [
    '2020年12月18日大会决议\n\n大会，\n\n回顾其2019年12月18日第74/303号决议，\n\n1. 请秘书长向大会第七十六届会议提交报告；\n\n2. 鼓励会员国合作打击贩运。\n',
    ['回顾', '请', '鼓励'],
  ],
};

const file = (language, n = 1) => ({ name: `${language}-${n}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`A/RES/75/30${n}\n\n${TEXTS[language][0]}`) });
const choose = (page, files) => page.locator('[data-action=open] input').setInputFiles(files);
const lines = (page) =>
  page.locator('.report-lines li').evaluateAll((lines) =>
    lines.map((line) => ({ name: line.querySelector('.file-name').textContent, outcome: line.dataset.outcome, words: line.textContent, link: line.querySelector('a')?.href })),
  );
const done = async (page, n) => {
  await eventually(async () => {
    const all = await lines(page);
    assert.equal(all.length, n);
    assert.ok(all.every(({ outcome }) => !['waiting', 'reading'].includes(outcome)), JSON.stringify(all));
  }, 60_000);
  return lines(page);
};
/// The languages whose tables a page asks for, in order.
const askedBy = (page) => {
  const asked = [];
  page.on('request', (request) => asked.push(...(/tables-([a-z]+)-\w+\.txt/.exec(request.url())?.slice(1) ?? [])));
  return asked;
};
/// Asserts that the verbs of a text are found where a person reads them.
const isRight = async (page, language) => {
  await page.locator('.report-lines li', { hasText: `${language}-1.txt` }).locator('a').click();
  await eventually(async () => {
    assert.deepEqual(await page.locator('.paragraph .phrase').allInnerTexts(), TEXTS[language][1]);
  });
  await page.goBack();
};

describe('the tables of a language', () => {
  test('are fetched once, when the first text in it is read, and it is read right', async (t) => {
    let asked;
    const before = (page) => (asked = askedBy(page));
    const page = await visit(t, { path: '?view=library', serviceWorkers: 'block', before });
    await new Explorer(page).started();
    assert.deepEqual(asked, []);
    await choose(page, [file('fr'), file('fr', 2), file('zh'), file('zh', 2)]);
    for (const { outcome, words } of await done(page, 4)) assert.equal(outcome, 'read', words);
    assert.deepEqual(asked, ['fr', 'zh']);
    await isRight(page, 'zh');
    await isRight(page, 'fr');
    assert.deepEqual(asked, ['fr', 'zh']);
  });

  test('that cannot be fetched cost only the texts in it, which can be read later', async (t) => {
    const page = await visit(t, { path: '?view=library', serviceWorkers: 'block', errors: [/404|integrity/] });
    await new Explorer(page).started();
    const answers = [{ status: 404, body: '' }, { status: 200, contentType: 'text/html', body: '<p>Sign in' }];
    for (const answer of answers) {
      await page.route('**/tables-zh-*.txt', (route) => route.fulfill(answer));
      await choose(page, [file('zh'), file('fr', answers.indexOf(answer))]);
      const [chinese, french] = await done(page, 2);
      assert.match(chinese.words, /Ce qu’il faut pour lire cette langue n’a pas pu être chargé\. Réessayez/);
      assert.deepEqual([chinese.outcome, french.outcome], ['refused', 'read']);
      await page.unroute('**/tables-zh-*.txt');
      await page.locator('.report-head button').click();
    }
    await choose(page, [file('zh')]);
    assert.equal((await done(page, 1))[0].outcome, 'read');
    await isRight(page, 'zh');
  });

  test('are kept for a visit without a network, all of them', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'dispositif-'));
    t.after(() => rm(folder, { recursive: true }));
    await cp(DIST, folder, { recursive: true });
    const server = await serve(folder, {});
    const browser = await launch();
    t.after(async () => {
      await browser.close();
      server.close();
    });
    const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    await page.goto(`${server.url}?view=library`);
    await eventually(async () => assert.match(await page.locator('.foot').innerText(), /conservée dans ce navigateur/), 30_000);
    server.close();
    await page.reload();
    await new Explorer(page).started();
    await choose(page, Object.keys(TEXTS).map((language) => file(language)));
    for (const { outcome, words } of await done(page, 6)) assert.equal(outcome, 'read', words);
    for (const language of Object.keys(TEXTS)) await isRight(page, language);
  });

  test('are in the one file, all of them', async (t) => {
    const browser = await launch();
    t.after(() => browser.close());
    const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
    const asked = askedBy(page);
    await page.goto(`${pathToFileURL(join(DIST, 'dispositif.html')).href}?view=library`);
    await new Explorer(page).started();
    await choose(page, Object.keys(TEXTS).map((language) => file(language)));
    for (const { outcome, words } of await done(page, 6)) assert.match(outcome, /^(read|not-kept)$/, words);
    for (const language of Object.keys(TEXTS)) await isRight(page, language);
    assert.deepEqual(asked, []);
  });
});
