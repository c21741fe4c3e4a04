import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '#sandbox';
import { ROOT } from './shell.ts';

/** Which drawing serves which size in pixels: a small picture needs fewer and bolder lines. */
const ICONS: readonly (readonly [name: string, drawing: string, sizes: readonly number[]])[] = [
  ['', 'small', [16, 32]],
  ['', 'store', [48, 96, 128]],
  ['toolbar-light-', 'toolbar-light', [16, 32]],
  ['toolbar-dark-', 'toolbar-dark', [16, 32]],
];

const OUT = join(ROOT, 'public/icon');

const browser = await puppeteer.launch({
  executablePath: findBrowser('chromium'),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  mkdirSync(OUT, { recursive: true });
  for (const [name, drawing, sizes] of ICONS) {
    const svg = readFileSync(join(ROOT, 'tools/icons', `${drawing}.svg`), 'utf8');
    for (const size of sizes) {
      await page.setViewport({ width: size, height: size });
      await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`);
      const png = await page.screenshot({ omitBackground: true });
      writeFileSync(join(OUT, `${name}${size}.png`), png);
      console.log(`public/icon/${name}${size}.png`);
    }
  }
} finally {
  await browser.close();
}
