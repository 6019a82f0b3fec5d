// The files alone, without a browser: every link leads somewhere, and every page is reached from the first one.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import path from 'node:path/posix';
import { files, read } from './archive.mjs';

const known = new Set(files);
const pages = files.filter((file) => file.endsWith('.html'));
const decode = (value) => value.replace(/&amp;/g, '&').replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>');

// Values of an attribute in all tags; quotation marks are optional in HTML.
function values(html, attribute) {
  const found = [];
  for (const [tag] of html.matchAll(/<[a-z](?:[^>"']|"[^"]*"|'[^']*')*>/gi)) {
    for (const match of tag.matchAll(new RegExp(`\\s${attribute}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'gi'))) {
      found.push(decode(match[1] ?? match[2] ?? match[3]));
    }
  }
  return found;
}

const texts = new Map(pages.map((page) => [page, read(page)]));
const ids = new Map(pages.map((page) => [page, new Set(values(texts.get(page), 'id'))]));
const linked = new Map(pages.map((page) => [page, new Set()]));

test('every link leads to a file that is there, and to a place in it', () => {
  const faults = [];
  for (const page of pages) {
    for (const address of [...values(texts.get(page), 'href'), ...values(texts.get(page), 'src')]) {
      if (/^(https?:|mailto:)/i.test(address)) continue;
      if (/^([a-z][a-z0-9+.-]*:|\/)/i.test(address)) {
        faults.push(`${page}: ${address} is not relative`);
        continue;
      }
      const [file, fragment] = address.split('#');
      const target = file === '' ? page : path.normalize(path.join(path.dirname(page), decodeURIComponent(file)));
      if (!known.has(target)) faults.push(`${page}: ${address} leads to nothing`);
      else if (fragment && !ids.get(target)?.has(decodeURIComponent(fragment))) faults.push(`${page}: ${address} leads to no place`);
      else linked.get(page).add(target);
    }
  }
  assert.deepEqual(faults.slice(0, 20), []);
});

test('every page is reached from the first one', () => {
  const reached = new Set(['index.html']);
  for (const page of reached) {
    for (const target of linked.get(page) ?? []) reached.add(target);
  }
  assert.deepEqual(pages.filter((page) => !reached.has(page) && page !== '404.html'), []);
});

test('no page holds the same id twice', () => {
  const faults = pages.filter((page) => values(texts.get(page), 'id').length !== ids.get(page).size);
  assert.deepEqual(faults, []);
});
