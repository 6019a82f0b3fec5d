// Everyone can use it: by keyboard, on a narrow screen, in light and dark, with the rules of WCAG checked by axe.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { address, kinds, overflow, visit } from './archive.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const [kind, file] of kinds()) {
  for (const scheme of ['light', 'dark']) {
    test(`axe finds nothing on ${kind}, ${scheme}`, () =>
      visit({ scheme }, async (page) => {
        await page.goto(address(file));
        await page.evaluate(axe);
        const found = await page.evaluate((values) => window.axe.run(document, { preload: false, runOnly: { type: 'tag', values } }), RULES);
        assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 160)}`), []);
        assert.ok(found.passes.length > 10);
      }));
  }

  for (const scripts of [true, false]) {
    test(`${kind} fits narrow screens, scripts ${scripts ? 'on' : 'off'}`, async () => {
      for (const width of [390, 320]) {
        await visit({ width, scripts }, async (page) => {
          await page.goto(address(file));
          assert.ok((await overflow(page)) <= 0, `${file} is wider than ${width} px`);
        });
      }
    });
  }

  test(`${kind} can be read by keyboard`, () =>
    visit({ scripts: false }, async (page) => {
      await page.goto(address(file));
      // The element with the focus: where it is, and whether a frame shows it.
      const focused = () => page.evaluate(() => {
        const element = document.activeElement;
        const [box, style] = [element.getBoundingClientRect(), getComputedStyle(element)];
        return {
          name: element.outerHTML.slice(0, 120), id: element.id, href: element.getAttribute('href'), body: element === document.body,
          inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
          framed: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
        };
      });
      await page.keyboard.press('Tab');
      const skip = await focused();
      assert.equal(skip.href, '#main', 'the first stop is the skip link');
      assert.ok(skip.inView, 'the skip link shows itself');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.hash === '#main', { timeout: 10_000 });
      assert.equal((await focused()).id, 'main');
      await page.goto(address(file));
      for (let stop = 0; stop < 15; stop += 1) {
        await page.keyboard.press('Tab');
        const now = await focused();
        if (now.body) break;
        assert.ok(now.inView && now.framed, `focus is not seen on ${now.name}`);
      }
    }));
}
