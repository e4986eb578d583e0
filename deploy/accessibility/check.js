'use strict';
const { chromium } = require('playwright-core');

const WIDTHS = { screen: 1280, telephone: 390 };
const SERIOUS = new Set(['serious', 'critical']);

async function check(browser, url, name, width) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `${name}.png`, fullPage: true });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  const { violations, passes } = await page.evaluate(() => axe.run());
  console.log(`${name} (${width} px, ${name}.png): ${passes.length} rules hold, ${violations.length} do not`);
  for (const rule of violations) {
    console.log(`  ${rule.impact} ${rule.id}: ${rule.help}`);
    rule.nodes.forEach((node) => console.log(`    ${node.html.slice(0, 120)}`));
  }
  if (tooWide > 0) {
    console.log(`  the page is ${tooWide} px wider than the window`);
  }
  return tooWide === 0 && !violations.some((rule) => SERIOUS.has(rule.impact));
}

async function main(url) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    // Root has no sandbox to run it in.
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    let good = true;
    for (const [name, width] of Object.entries(WIDTHS)) {
      good = (await check(browser, url, name, width)) && good;
    }
    process.exitCode = good ? 0 : 1;
  } finally {
    await browser.close();
  }
}

main(process.argv[2]);
