// The page "paste an article, get its timeline" (web/app) for tests that drive it: it is served, and filled in as by hand.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { launch, proves as provesHere, troublesOf } from './browser.mjs';
import { web } from './bundled.mjs';

const servers = [];
process.on('exit', () => servers.forEach(server => server.kill()));

/** Serves a folder. Returns the address and what ends it. */
export async function served(from) {
  const server = spawn('node', [path.join(web, 'app/serve.mjs'), from], { stdio: ['ignore', 'pipe', 'inherit'] });
  servers.push(server);
  const address = String(await new Promise(told => server.stdout.once('data', told))).trim();
  server.stdout.destroy();
  server.unref();  // it ends with the tests
  return { address, end: () => new Promise(told => { server.once('exit', told); server.kill(); }) };
}

export const loaded = page => page.locator('#loading').waitFor({ state: 'hidden', timeout: 60000 });
export const says = (page, words) => page.locator('#status', { hasText: words }).waitFor();
export const inner = page => page.frameLocator('#result iframe');
export const drawn = page => says(page, /The timeline (has|shows) [\d,]+ /);

/** Draws what `text` is, as by hand. */
export async function paste(page, text) {
  if (await page.locator('#change').isVisible()) await page.locator('#change').click();
  await page.locator('#clear').click();
  await page.getByLabel('Article').fill(text);
  await page.locator('#draw').click();
  await drawn(page);
}

/** A browser, and what proves a sentence on the page at `address`, or another, in a context of its own. With SHOT=PREFIX each page is kept as a picture. */
export async function opened(address) {
  const browser = await launch();
  async function proves(sentence, options, body, at = address) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60000);
    const troubles = troublesOf(page, new RegExp(`^(${at}|${address}|blob:|data:|file:)`));
    await provesHere(sentence, troubles, async () => {
      await page.goto(at);
      await body(page, context, troubles);
    });
    if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}-${sentence.replace(/\W+/g, '-').slice(0, 40)}.png` });
    await context.close();
  }
  return { browser, proves };
}
