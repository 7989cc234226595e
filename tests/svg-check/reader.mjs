// Opens finished SVG files in Chromium and says what is wrong with each.
import './node_path.mjs';
import { pathToFileURL } from 'node:url';
import { launch } from '../web/browser.mjs';
import { contrastFaults, judge } from './faults.mjs';
import { measure } from './measure.mjs';

/// A reader of pictures: `read(file, moments, layout)` gives {faults, measures} of an SVG file in light and dark; `close()` ends it.
export async function openReader() {
  const browser = await launch();
  const page = await browser.newPage();
  const read = async (file, moments, layout) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(pathToFileURL(file).href);
    const size = await page.evaluate(() => ({ width: document.documentElement.width.baseVal.value, height: document.documentElement.height.baseVal.value }));
    await page.setViewportSize({ width: Math.ceil(size.width) + 20, height: Math.min(16000, Math.ceil(size.height) + 20) });
    const light = await page.evaluate(measure, false);
    const { faults, measures } = judge({ ...light, layout }, moments);
    faults.push(...contrastFaults(light, 'light'));
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...contrastFaults(await page.evaluate(measure, true), 'dark'));
    return { faults, measures };
  };
  return { read, close: () => browser.close() };
}

/// One line of what was measured.
export function lineOf(measures) {
  const parts = [`titles legible ${measures.legible} of ${measures.titles}`];
  if (measures.cuts !== undefined) parts.push(`cuts and background ${Math.round(100 * measures.cuts)} %`);
  if (measures.close !== undefined) parts.push(`close marks ${measures.close}`);
  if (measures.starts?.of) parts.push(`starts apart ${measures.starts.kept} of ${measures.starts.of}`);
  return parts.join(', ');
}
