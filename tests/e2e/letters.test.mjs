// The encoding of bytes in the one-file edition.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { bytesOf, lettersOf } from '../../scripts/letters.mjs';

// Of every length, and of the values that a page would change.
const samples = Array.from({ length: 200 }, (_, length) =>
  [Buffer.alloc(length), Buffer.alloc(length, 0xff), Buffer.alloc(length, 0x1a), randomBytes(length)]).flat();

test('any bytes come back from their letters', () => {
  for (const bytes of samples) assert.deepEqual(Buffer.from(bytesOf(lettersOf(bytes))), bytes);
});

test('the letters have nothing that an HTML page would change or end at', () => {
  for (const bytes of samples) assert.doesNotMatch(lettersOf(bytes), /[\0\r<]/);
});

test('letters are a seventh longer than their bytes', () => {
  const bytes = randomBytes(70_000);
  const length = Buffer.byteLength(lettersOf(bytes));
  assert.ok(length <= 80_001, `${length} bytes`);
});
