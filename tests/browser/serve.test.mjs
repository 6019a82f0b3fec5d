// `greffe serve`: the open page reloads by itself, and shows what is wrong in the place of the page. GREFFE names the program; the
// archive beside SITE (or the one that ARCHIVE names) is copied.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { browser } from './archive.mjs';

const greffe = process.env.GREFFE;
const archive = process.env.ARCHIVE || path.dirname(process.env.SITE);

test('the open page follows what is written', { skip: greffe ? false : 'GREFFE names no program', timeout: 120_000 }, async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'greffe-serve-'));
  for (const name of ['content', '.greffe/secret']) cpSync(path.join(archive, name), path.join(root, name), { recursive: true });
  const yaml = path.join(root, 'content/archive.yaml');
  const before = readFileSync(yaml, 'utf8');
  const server = spawn(greffe, ['serve', '--root', root, '--port', '0', '--lang', 'en', '--format', 'plain'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(server, 'exit');
  const context = await browser.newContext();
  try {
    let address;
    for await (const line of readline.createInterface({ input: server.stdout })) {
      address = /http:\/\/127\.0\.0\.1:\d+\//.exec(line)?.[0];
      if (address) break;
    }
    assert.ok(address, 'it says where the site is');
    const page = await context.newPage();
    // The request that waits for the next build is never answered before it, so the page is never quite done.
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    const heading = page.locator('h1');
    assert.match(await heading.innerText(), /Valmarée/);

    writeFileSync(yaml, before.replace(/^title: .*$/m, 'title: Une autre ville'));
    await heading.filter({ hasText: 'Une autre ville' }).waitFor({ timeout: 30_000 });

    writeFileSync(yaml, `${before}\nlicense: lov2\n`);
    await page.locator('li', { hasText: 'archive.yaml' }).first().waitFor({ timeout: 30_000 });
    assert.match(await page.locator('li').first().innerText(), /license.*licence/s);

    writeFileSync(yaml, before);
    await heading.filter({ hasText: 'Valmarée' }).waitFor({ timeout: 30_000 });
  } finally {
    await context.close();
    server.kill();
    await ended;
    rmSync(root, { recursive: true, force: true });
  }
});
