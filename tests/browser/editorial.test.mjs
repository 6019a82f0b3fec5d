// What the association wrote and what readers do with it: citations, figures, maps, outcomes, citing and collecting; by keyboard alone where
// there is something to operate.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { address, files, follow, overflow, read, rows, visit, where } from './archive.mjs';

const CHARTER = 'charte-du-littoral-2022';
const BUDGET = 'budget-participatif-2023';
const WORKSHOPS = 'ateliers-de-la-lecture-2024';
const text = async (locator) => (await locator.first().innerText()).trim();

// Presses Tab until the wanted element has the focus, as somebody without a mouse does.
async function tabTo(page, selector) {
  const wanted = page.locator(selector).first();
  for (let presses = 0; presses < 400; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return wanted;
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} cannot be reached by Tab`);
}

for (const width of [1280, 390]) {
  test(`a citation leads to the contribution and back to the sentence (${width} px)`, () =>
    visit({ width, scripts: false }, async (page) => {
      await page.goto(address(`consultations/${WORKSHOPS}/synthesis.html`));
      const cite = page.locator('.cites a').first();
      const anchor = await cite.getAttribute('id');
      await follow(page, cite);
      const url = where(page);
      assert.ok(rows(WORKSHOPS, 'contributions').some((row) => row.url === url));
      await follow(page, page.locator(`a[href$="synthesis.html#${anchor}"]`));
      assert.equal(await page.locator(':target').getAttribute('id'), anchor);
      // The list below the text has the same contribution and the way back.
      assert.ok(await page.locator(`.references a[href="#${anchor}"]`).count());
    }));

  test(`a contribution is cited, put aside and taken out again by keyboard alone (${width} px)`, () =>
    visit({ width }, async (page) => {
      const row = rows(BUDGET, 'contributions').find((one) => one.status === 'published' && one.title.includes(','));
      await page.goto(address(row.url));
      assert.ok((await text(page.locator('.cite'))).includes(row.url));
      await tabTo(page, '.cite button');
      await page.keyboard.press('Enter');
      await tabTo(page, '.forms summary');
      await page.keyboard.press('Enter');
      assert.match(await text(page.locator('pre[data-form=bib]')), /^@misc\{/);
      assert.match(await text(page.locator('pre[data-form=ris]')), /^TY {2}- /);
      const csl = JSON.parse(await text(page.locator('pre[data-form=json]')));
      assert.equal(csl.title, row.title);
      const save = await tabTo(page, '.forms p button + button, .forms p [role=status] + button');
      const [saved] = await Promise.all([page.waitForEvent('download'), save.press('Enter')]);
      assert.match(readFileSync(await saved.path(), 'utf8'), /^@misc\{/);

      await page.goto(address(row.url));
      const collect = await tabTo(page, 'button[aria-pressed]');
      assert.equal(await collect.getAttribute('aria-pressed'), 'false');
      await page.keyboard.press('Space');
      assert.equal(await collect.getAttribute('aria-pressed'), 'true');
      await page.goto(address('collection.html'));
      assert.equal(await text(page.locator('#collection li a')), row.title);
      assert.ok((await overflow(page)) <= 0);
      const buttons = page.locator('#collection > p button');
      await buttons.first().focus();
      const [table] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      const csv = readFileSync(await table.path(), 'utf8');
      assert.ok(csv.startsWith('\ufeffid,kind,title,') && csv.includes(`"${row.title.replace(/"/g, '""')}"`), csv);
      await follow(page, page.locator('#collection li a'));
      assert.equal(where(page), row.url);
      await page.goto(address('collection.html'));
      await tabTo(page, '#collection li button');
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('#collection li').count(), 0);
      assert.ok((await text(page.locator('#collection p'))).length > 5);
    }));

  test(`the points of a map are links with a name, reached by Tab (${width} px)`, () =>
    visit({ width }, async (page) => {
      await page.goto(address(`consultations/${BUDGET}/map.html`));
      const located = rows(BUDGET, 'contributions').filter((row) => row.latitude !== null);
      assert.equal(await page.locator('.map a').count(), located.length);
      await tabTo(page, '.map a');
      const name = await page.locator('.map a').first().getAttribute('aria-label');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.pathname.includes('/proposals/'));
      assert.equal(await text(page.locator('h1')), name);
      // The table beside it has the same.
      await page.goBack();
      const named = await page.locator('main table').last().locator('tbody th').allInnerTexts();
      assert.ok(named.map((one) => one.trim()).includes(name));
    }));

  test(`a chart's table and file hold the same numbers, and lead to what they count (${width} px)`, () =>
    visit({ width }, async (page) => {
      await page.goto(address(`consultations/${BUDGET}/figures.html`));
      for (const figure of await page.locator('section.figure').all()) {
        const id = await figure.locator('h2').getAttribute('id');
        await figure.locator('summary').focus();
        await page.keyboard.press('Enter');
        const shown = await figure.locator('tbody tr').evaluateAll((all) => all.map((row) => row.querySelector('td').textContent.replace(/\D/g, '').slice(-9)));
        const [head, ...lines] = read(`consultations/${BUDGET}/figures/${id}.csv`).trim().split('\r\n');
        assert.ok(head.split(',').length > 1);
        const numbers = lines.map((line) => line.match(/,(\d+)/)[1]);
        assert.equal(shown.length, numbers.length, id);
        numbers.forEach((number, at) => assert.ok(shown[at].endsWith(number), `${id}: ${shown[at]} is not ${number}`));
        assert.ok(await figure.locator('svg').getAttribute('aria-label'));
        assert.equal(await figure.locator('svg desc').count(), 1);
      }
      const topics = page.locator('section.figure', { has: page.locator('#topics') });
      const link = topics.locator('tbody a').first();
      const count = Number((await text(link)).match(/\d+$/)[0]);
      await follow(page, link);
      assert.equal(await page.locator('.items > li').count(), count);
    }));
}

test('arguments stand side by side on a wide screen and one after the other on a phone', async () => {
  const url = files.find((name) => name.startsWith(`consultations/${CHARTER}/opinions/`) && read(name).includes('arguments-against'));
  const places = async (width) => {
    let boxes;
    await visit({ width, scripts: false }, async (page) => {
      await page.goto(address(url));
      boxes = await Promise.all(['#arguments-for', '#arguments-against'].map((id) => page.locator(id).boundingBox()));
      assert.ok((await overflow(page)) <= 0);
    });
    return boxes;
  };
  const [wideFor, wideAgainst] = await places(1280);
  assert.ok(wideAgainst.x > wideFor.x && Math.abs(wideAgainst.y - wideFor.y) < 5);
  const [narrowFor, narrowAgainst] = await places(390);
  assert.ok(narrowAgainst.x === narrowFor.x && narrowAgainst.y > narrowFor.y);
});

test('outcomes are filtered by status without scripts, and each leads to what it answers', () =>
  visit({ scripts: false, width: 390 }, async (page) => {
    await page.goto(address(`consultations/${WORKSHOPS}/outcomes.html`));
    const all = await page.locator('.outcome').count();
    await follow(page, page.locator('.tabs a:not([aria-current])'));
    const some = await page.locator('.outcome').count();
    assert.ok(some > 0 && some < all);
    await follow(page, page.locator('.outcome .lines a'));
    assert.ok((await page.locator('.outcome').count()) > 0);
    await follow(page, page.locator('.outcome h3 a'));
    assert.equal(await page.locator(':target').count(), 1);
  }));

test('pictures have words, size and no address elsewhere; recordings have a transcript', () =>
  visit({}, async (page) => {
    const shown = files.filter((name) => name.endsWith('.html') && /<img /.test(read(name)) && !/class="?logo/.test(read(name).match(/<main[^]*<\/main>/)?.[0] ?? ''));
    for (const name of shown.filter((one) => one.split('/').length < 5).slice(0, 6)) {
      await page.goto(address(name));
      for (const picture of await page.locator('main img').all()) {
        await picture.scrollIntoViewIfNeeded();
        assert.ok((await picture.getAttribute('alt')).length > 10, name);
        assert.ok(Number(await picture.getAttribute('width')) > 0 && Number(await picture.getAttribute('height')) > 0);
        await picture.evaluate((element) => element.decode());
      }
    }
    await page.goto(address(`consultations/${CHARTER}/documents/index.html`));
    assert.equal(await page.locator('audio').count(), 1);
    await follow(page, page.locator('.recording a'));
    assert.ok((await text(page.locator('article .prose'))).length > 100);
  }));

test('without scripts there are no buttons, and the files of citations are a link away', () =>
  visit({ scripts: false }, async (page) => {
    await page.goto(address(rows(BUDGET, 'contributions')[0].url));
    assert.equal(await page.locator('button').count(), 0);
    const files = await page.locator('.cite-files a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.deepEqual(files, ['../citations.bib', '../citations.ris', '../citations.json']);
  }));

test('the forms that the script makes are those of the published files', () =>
  visit({}, async (page) => {
    for (const slug of [BUDGET, CHARTER, WORKSHOPS]) {
      const bib = read(`consultations/${slug}/citations.bib`);
      const ris = read(`consultations/${slug}/citations.ris`);
      const works = JSON.parse(read(`consultations/${slug}/citations.json`));
      const pages = rows(slug, 'contributions').filter((row) => row.status === 'published').slice(0, 12).map((row) => row.url);
      for (const url of [...pages, `consultations/${slug}/data.html`, ...(files.includes(`consultations/${slug}/synthesis.html`) ? [`consultations/${slug}/synthesis.html`] : [])]) {
        await page.goto(address(url));
        const made = await page.locator('pre[data-form]').evaluateAll((all) => Object.fromEntries(all.map((pre) => [pre.dataset.form, pre.textContent])));
        assert.ok(bib.includes(made.bib), `${url}: ${made.bib}`);
        assert.ok(ris.includes(made.ris), `${url}: ${made.ris}`);
        const csl = JSON.parse(made.json);
        assert.deepEqual(works.find((work) => work.id === csl.id), csl);
      }
    }
  }));

test('a comment is cited and kept by itself, and a collection is given to others by its address', () =>
  visit({}, async (page) => {
    const comment = rows(CHARTER, 'comments').find((row) => row.body && row.status === 'published');
    await page.goto(address(comment.url.split('#')[0]));
    const anchor = comment.url.split('#')[1];
    await page.locator(`li[id="${anchor}"] .cite-comment`).first().click();
    const offered = page.locator(`li[id="${anchor}"] .cite-comment + div`).first();
    const csl = JSON.parse(await offered.locator('pre[data-form=json]').textContent());
    assert.ok(csl.URL.endsWith(comment.url) && csl.id.endsWith(anchor), JSON.stringify(csl));
    assert.deepEqual(csl.issued, { 'date-parts': [comment.created_at.slice(0, 10).split('-').map(Number)] });
    await offered.locator('button[aria-pressed]').click();
    await page.goto(`${address('collection.html')}#${encodeURIComponent(comment.url)}&${encodeURIComponent('https://evil.example/x.html')}`);
    const links = await page.locator('#collection a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    assert.deepEqual(links, [comment.url, comment.url]);
  }));
