// Random pictures as Chromium sets them, with the fonts of this machine: no text overlaps another (ticks among them), none
// leaves the canvas, and none is hidden. Usage: NODE_PATH=… picture_test.mjs SVG-SAMPLE COUNT
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const [program, count] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'annal-pictures-'));
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
let texts = 0;
for (let seed = 1; seed <= Number(count); seed++) {
  const file = path.join(folder, `${seed}.svg`);
  execFileSync(program, ['--trial', String(seed), file]);
  await page.goto(pathToFileURL(file).href);
  const result = await page.evaluate(() => {
    const svg = document.documentElement;
    const width = svg.width.baseVal.value, height = svg.height.baseVal.value;
    const lines = [];
    for (const text of svg.querySelectorAll('text')) {
      const spans = text.querySelectorAll('tspan[y]');  // a line each; another in it has the date
      for (const part of spans.length ? spans : [text]) {
        const size = parseFloat(getComputedStyle(part).fontSize), y = Number(part.getAttribute('y'));
        let x0 = Infinity, x1 = -Infinity;
        for (let i = 0; i < part.getNumberOfChars(); i++) {
          const cell = part.getExtentOfChar(i);
          if (cell.width === 0) continue;
          x0 = Math.min(x0, cell.x);
          x1 = Math.max(x1, cell.x + cell.width);
        }
        if (x1 > x0) lines.push({ words: part.textContent, x0, x1, y0: y - 0.8 * size, y1: y + 0.21 * size, opacity: getComputedStyle(part).opacity });
      }
    }
    const faults = [];
    lines.forEach((a, i) => {
      if (a.x0 < -0.5 || a.y0 < -0.5 || a.x1 > width + 0.5 || a.y1 > height + 0.5) faults.push(`clipped: ${a.words}`);
      if (a.opacity === '0') faults.push(`hidden: ${a.words}`);
      for (const b of lines.slice(i + 1))
        if (a.x0 + 0.5 < b.x1 && b.x0 + 0.5 < a.x1 && a.y0 + 0.5 < b.y1 && b.y0 + 0.5 < a.y1) faults.push(`overlap: ${a.words} | ${b.words}`);
    });
    return { faults, texts: lines.length };
  });
  texts += result.texts;
  if (result.faults.length) {
    process.exitCode = 1;
    console.log(`FAILED: --trial ${seed}: ${result.faults.slice(0, 3).join('; ')}`);
  }
}
await browser.close();
fs.rmSync(folder, { recursive: true, force: true });
if (texts < 10 * Number(count)) { process.exitCode = 1; console.log(`FAILED: only ${texts} texts seen`); }
if (!process.exitCode) console.log(`ok: ${count} random pictures, ${texts} texts: none overlaps, none is clipped`);
