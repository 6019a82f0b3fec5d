// The ways a reader goes through the archive: on a wide and a narrow screen, with scripts and without.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { address, follow, overflow, rows, visit, where } from './archive.mjs';

const CHARTER = 'charte-du-littoral-2022';
const BUDGET = 'budget-participatif-2023';
const text = async (locator) => (await locator.first().innerText()).trim();

for (const width of [1280, 390]) {
  for (const scripts of [true, false]) {
    const screen = { width, scripts };
    const told = `${width} px, scripts ${scripts ? 'on' : 'off'}`;

    test(`from home to a contribution and onwards by rank (${told})`, () =>
      visit(screen, async (page) => {
        await page.goto(address('index.html'));
        assert.match(await text(page.locator('.example')), /invent/);

        await follow(page, page.locator(`main a[href$="${CHARTER}/index.html"]`));
        assert.equal(await text(page.locator('h1')), 'Charte du littoral');

        const topic = page.locator('.topics a');
        const title = await text(topic);
        await follow(page, topic);
        assert.equal(await text(page.locator('h1')), title);
        await follow(page, page.locator('nav.tabs a:not([aria-current])'));
        assert.match(where(page), /\/topics\/[^/]+\/[a-z]+-1\.html$/);

        await page.goto(address(`consultations/${CHARTER}/index.html`));
        await follow(page, page.locator('.sub a[href*="topics/all/"]'));
        assert.equal(await page.locator('.items .name a').count(), Math.min(100, rows(CHARTER, 'contributions').length));

        const name = await text(page.locator('.items .name a'));
        await follow(page, page.locator('.items .name a'));
        assert.equal(await text(page.locator('h1')), name);
        assert.equal(await page.locator('.neighbours a[rel=prev]').count(), 0, 'nothing is before the first');

        const here = where(page);
        await follow(page, page.locator('.neighbours a[rel=next]'));
        assert.notEqual(where(page), here);
        await follow(page, page.locator('.neighbours a[rel=prev]'));
        assert.equal(where(page), here);
        assert.ok((await overflow(page)) <= 0);
      }));

    test(`a comment has an address of its own (${told})`, () =>
      visit(screen, async (page) => {
        const comment = rows(BUDGET, 'comments').find((row) => row.parent_comment_id);
        const [url, anchor] = comment.url.split('#');
        await page.goto(`${address(url)}#${anchor}`);
        const place = await page.locator(':target').boundingBox();
        assert.ok(place && place.y >= 0 && place.y < 900, 'the comment is in view');
        assert.equal(await page.locator(':target').getAttribute('id'), anchor);
        // A reply says what it answers, and leads there.
        await page.locator(':target .meta a:not(.anchor)').first().click();
        const parent = rows(BUDGET, 'comments').find((row) => row.comment_id === comment.parent_comment_id);
        await page.waitForURL((there) => there.hash === `#${parent.url.split('#')[1]}`, { timeout: 10_000 });
        // Its own link is its address.
        await page.locator(`li[id="${anchor}"] a.anchor`).click();
        await page.waitForURL((there) => there.hash === `#${anchor}`, { timeout: 10_000 });
      }));

    test(`an amendment and what it amends lead to each other (${told})`, () =>
      visit(screen, async (page) => {
        const all = rows(CHARTER, 'contributions');
        const amendment = all.find((row) => row.kind === 'amendment' && row.parent_kind === 'opinion' && row.status === 'published');
        const parent = all.find((row) => row.kind === amendment.parent_kind && row.contribution_id === amendment.parent_id);
        await page.goto(address(amendment.url));
        await follow(page, page.locator('.parent a'));
        assert.equal(where(page), parent.url);
        assert.equal(await text(page.locator('h1')), parent.title);
        await follow(page, page.locator(`.items a[href$="${amendment.contribution_id}.html"]`));
        assert.equal(where(page), amendment.url);
      }));
  }
}

test('equal scores share a rank and are called ties', () =>
  visit({}, async (page) => {
    const ranked = rows(CHARTER, 'contributions').filter((row) => row.kind === 'opinion' && row.rank_support !== null);
    const wanted = ranked.map((row) => row.rank_support).sort((a, b) => a - b);
    const tied = (rank) => wanted.filter((other) => other === rank).length > 1;
    assert.ok(tied(1), 'the example has a tie at the top');
    await page.goto(address(`consultations/${CHARTER}/topics/all/index.html`));
    const shown = await page.locator('.items .rank').evaluateAll((all) =>
      all.map((rank) => ({ rank: Number(rank.querySelector('b').textContent), tied: rank.querySelector('small') !== null })));
    assert.deepEqual(shown.slice(0, wanted.length), wanted.map((rank) => ({ rank, tied: tied(rank) })));
    // The permanent page says with how many others.
    await page.goto(address(ranked.find((row) => row.rank_support === 1).url));
    await page.locator('details:has(.ranks) > summary').click();
    assert.match(await text(page.locator('.ranks li')), /1\D+\d+/);
    assert.match(await text(page.locator('.ranks li')), /avec \d+ autre/);
  }));

test('a withdrawn contribution keeps its text, marked, and has no rank', () =>
  visit({}, async (page) => {
    const withdrawn = rows(BUDGET, 'contributions').filter((row) => row.status === 'withdrawn');
    assert.ok(withdrawn.length > 0);
    for (const row of withdrawn) {
      assert.equal(row.rank_support, null);
      await page.goto(address(row.url));
      assert.equal(await text(page.locator('h1')), row.title);
      assert.match(await text(page.locator('article .notice')), /retrait|retir/i);
      assert.ok((await text(page.locator('article .prose'))).length > 20);
      assert.equal(await page.locator('.ranks').count(), 0);
    }
  }));

test('a moderated contribution keeps its page and shows neither text nor author', () =>
  visit({}, async (page) => {
    const moderated = rows(CHARTER, 'contributions').filter((row) => row.status === 'moderated');
    assert.ok(moderated.length > 0);
    for (const row of moderated) {
      assert.deepEqual([row.title, row.body, row.author_id, row.author_name, row.rank_support], [null, null, null, null, null]);
      await page.goto(address(row.url));
      assert.match(await text(page.locator('article .notice')), /mod|masqu/i);
      assert.equal(await page.locator('article header + .prose').count(), 0);
      assert.equal(await page.locator('article .written .author').count(), 0);
      assert.equal(await page.locator('.ranks').count(), 0);
    }
  }));

test('the permanent link can be copied, and is plain text without scripts', async () => {
  const row = rows(BUDGET, 'contributions')[0];
  await visit({}, async (page) => {
    await page.goto(address(row.url));
    await page.locator('.cite button').last().click();
    assert.equal(await page.locator('.cite [role=status]').count(), 2);
  });
  await visit({ scripts: false }, async (page) => {
    await page.goto(address(row.url));
    assert.equal(await page.locator('.cite button').count(), 0);
    assert.ok((await text(page.locator('.permalink'))).endsWith(row.url));
  });
});
