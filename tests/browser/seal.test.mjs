// "Check this page", from a disk: it says yes to every page as it was published, and no to a word, a number or an entry that was changed.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { address, files, folder, read, visit } from './archive.mjs';

const pages = files.filter((file) => file.endsWith('.html') && read(file).includes('id=seal'));

async function checked(page, file) {
  await page.goto(address(file));
  await page.locator('#check button').click();
  await page.locator('#check .checked').waitFor();
  return (await page.locator('#check .checked').innerText()).trim();
}

test('every page of a contribution is as the log has it', async () => {
  assert.ok(pages.length > 100, `${pages.length}`);
  await visit({}, async (page) => {
    for (const file of pages) assert.match(await checked(page, file), /^Cette page correspond au registre/, file);
  });
});

test('what was changed is told', async () => {
  const file = pages.find((one) => read(one).includes('data-sealed=votes_for') && read(one).includes('data-sealed=body'));
  const before = read(file);
  const changes = {
    'a word of the title': [/(data-sealed=title>[^<]*)[a-z]{3}/, '$1zzz'],
    'a word of the text': [/(data-sealed=body[^>]*>(?:<[^>]*>)*[^<]*?) [a-zà-ÿ]+ /, '$1 autrement '],
    'a number of votes': [/(data-sealed=votes_for>)[^<]*/, '$199999'],
    'the entry': [/("source_row":)\d+/, '$198765'],
    'its place': [/("index":)(\d+)/, (all, key, place) => `${key}${Number(place) + 1}`],
    'a salt': [/("salts":\{"author_id":")..../, '$1AAAA'],
  };
  await visit({}, async (page) => {
    for (const [what, [from, to]] of Object.entries(changes)) {
      const changed = before.replace(from, to);
      assert.notEqual(changed, before, what);
      writeFileSync(path.join(folder, file), changed);
      const said = await checked(page, file);
      // Salts of what the page does not show are verify.py's to check.
      if (what !== 'a salt') assert.match(said, /^CETTE PAGE NE CORRESPOND PAS AU REGISTRE/, `${what}: ${said}`);
      writeFileSync(path.join(folder, file), before);
    }
    const log = path.join(folder, path.dirname(path.dirname(file)), 'log/checkpoint.js');
    const script = readFileSync(log, 'utf8');
    writeFileSync(log, script.replace(/"root":"../, '"root":"zz'));
    assert.match(await checked(page, file), /^CETTE PAGE NE CORRESPOND PAS AU REGISTRE/);
    writeFileSync(log, script);
    assert.match(await checked(page, file), /^Cette page correspond/);
  });
});

test('the pages can be read and cited without the button', async () => {
  await visit({ scripts: false }, async (page) => {
    await page.goto(address(pages[0]));
    assert.equal(await page.locator('#check button').count(), 0);
    assert.ok(await page.locator('#check a').isVisible());
    await page.goto(address('editions.html'));
    assert.match(await page.locator('main').innerText(), /verify\.py/);
  });
});
