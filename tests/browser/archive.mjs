// The example archive as a reader has it: a folder on a disk, opened in a browser. SITE names a built archive, CHROMIUM the browser.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const site = process.env.SITE;
if (!site || !existsSync(path.join(site, 'index.html'))) throw new Error('SITE must name a built archive: greffe build --out DIR, then SITE=DIR');

// Spaces, accents and a percent sign: the folder somebody unpacked it into.
const temporary = mkdtempSync(path.join(os.tmpdir(), 'greffe-'));
export const folder = path.join(temporary, 'Archives d’été – 100 % à lire', 'le site');
cpSync(site, folder, { recursive: true });
const base = `${pathToFileURL(folder)}/`;

export const address = (url) => base + url.split('/').map(encodeURIComponent).join('/');
export const read = (url) => readFileSync(path.join(folder, url), 'utf8');
export const rows = (slug, table) => JSON.parse(read(`consultations/${slug}/data/${table}.json`));

// Every file, as paths relative to the archive with `/`.
export const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(folder, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
  .sort();

// One page of each kind, the fullest where pages of a kind differ much.
export const kinds = () => {
  const kind = (file) => {
    const parts = file.split('/');
    if (parts[0] !== 'consultations') return ['index.html', 'consultations.html', '404.html'].includes(file) ? file : 'page';
    if (parts.length === 3) return `consultation ${parts[2]}`;
    if (parts[2] === 'topics') return parts[4] === 'index.html' ? 'topic' : 'list';
    if (parts[2] === 'by') return parts[4] === 'index.html' ? 'grouping' : 'group';
    return /-comments-\d+\.html$/.test(file) ? 'comments' : parts[2];
  };
  const found = new Map();
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const [name, size] = [kind(file), read(file).length];
    if (!(found.get(name)?.size >= size)) found.set(name, { file, size });
  }
  return [...found].map(([name, { file }]) => [name, file]).sort();
};

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
// A browser that is still open keeps the process of its test file alive: closed when the last test is over.
test.after(async () => {
  await browser.close();
  rmSync(temporary, { recursive: true, force: true });
});

// Opens a window, hands over its page, and afterwards asks whether anything went wrong or anything outside the folder was wanted.
export async function visit({ width = 1280, scripts = true, scheme = 'light' }, read) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: scripts, colorScheme: scheme, locale: 'fr-FR' });
  const faults = [];
  context.on('request', (request) => request.url().startsWith(base) || faults.push(`asks for ${request.url()}`));
  // A page that is left before it has all its files is no fault.
  context.on('requestfailed', (request) => request.failure()?.errorText === 'net::ERR_ABORTED' || faults.push(`cannot load ${request.url()}`));
  context.on('console', (message) => message.type() !== 'error' || faults.push(`console: ${message.text()}`));
  context.on('weberror', (error) => faults.push(`script: ${error.error()}`));
  try {
    const page = await context.newPage();
    await read(page);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

// Where the page is, relative to the archive.
export const where = (page) => decodeURIComponent(page.url().slice(base.length));

// Follows a link and waits for the page it leads to.
export async function follow(page, link) {
  const target = await link.first().evaluate((a) => a.href);
  await link.first().click();
  await page.waitForURL(target, { waitUntil: 'load' });
}

// How much wider the page is than the window.
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
