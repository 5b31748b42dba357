// The page and the command line give the same answers to a hundred random questions, the same in every run.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually, site } from './browser.mjs';
import { Explorer } from './explorer.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUNDLED = 'data/A-RES-74-175.fr.txt';
const N_QUESTIONS = 100;

/// The clauses that the command line finds, each with its row.
const native = async (options) => {
  const cargo = 'run --quiet --locked --no-default-features --features cli --bin dispositif -- export'.split(' ');
  const { stdout } = await promisify(execFile)('cargo', [...cargo, BUNDLED, '--format', 'ndjson', ...options], { cwd: ROOT, maxBuffer: 1e8 });
  // The first line says what the file is.
  return stdout.trim().split('\n').slice(1).map((line) => JSON.parse(line));
};

/// Pseudo-random numbers from 0 to 1, the same in every run (mulberry32).
const numbers = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let n = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n;
  return ((n ^ (n >>> 14)) >>> 0) / 2 ** 32;
};

/// A question about some of these clauses, as options of the command line and as a link.
const question = (clauses, random) => {
  const one = (values) => values[Math.floor(random() * values.length)];
  const options = [];
  const link = new URLSearchParams();
  const ask = (option, key, value) => {
    if (value === undefined) return;
    const excluded = random() < 0.2;
    options.push(`--${option}=${excluded ? '!' : ''}${value}`);
    link.append(`${key}${excluded ? '!' : ''}`, value);
  };
  const any = random() < 0.3;
  if (random() < 0.5) {
    const { addressees, partners, mentioned } = one(clauses);
    ask(any ? 'actor' : 'addressee', 'actor', one(any ? [...addressees, ...partners, ...mentioned] : addressees));
    if (any && link.size) link.append('role', 'any');
  }
  if (random() < 0.3) ask('verb', 'action', one(clauses).verb);
  if (random() < 0.2) ask('class', 'action', one(clauses).class);
  if (random() < 0.4) ask('topic', 'topic', one(one(clauses).topics));
  if (random() < 0.2) ask('part', 'part', one(clauses).part);
  if (random() < 0.4 || !link.size) {
    const words = one(clauses).text.match(/[\p{L}]{3,}/gu);
    const word = one(words);
    const text = one([word, `${word.slice(0, 4)}*`, `-${word}`, `${word} ${one(words)}`, `"${words.slice(0, 2).join(' ')}"`]);
    options.push(`--text=${text}`);
    link.append('q', text);
  }
  return { options, link: `?${link}` };
};

describe('answers', () => {
  const { visit } = site();

  test(`${N_QUESTIONS} questions find the same clauses on the page and in the command line`, async (t) => {
    const clauses = await native([]);
    const random = numbers(74_175);
    const questions = Array.from({ length: N_QUESTIONS }, () => question(clauses, random));
    const { page } = await new Explorer(await visit(t)).started();
    let nFound = 0;
    for (const { options, link } of questions) {
      const expected = (await native(options)).map(({ clause }) => clause).sort();
      await page.evaluate((link) => {
        history.pushState(null, '', link);
        dispatchEvent(new PopStateEvent('popstate'));
      }, link);
      await eventually(async () => {
        const shown = '.clause[id][data-shade="found"]';
        const found = await page.$$eval(shown, (clauses) => [...new Set(clauses.map(({ id }) => id))].sort());
        assert.deepEqual(found, expected, `${link} · ${options.join(' ')}`);
      });
      nFound += expected.length;
    }
    assert.ok(nFound > N_QUESTIONS, `they find ${nFound} clauses in all: too few to tell anything`);
  });
});
