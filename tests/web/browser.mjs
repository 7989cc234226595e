// Debian's chromium, driven by npm's playwright-core, both under NODE_PATH.
import path from 'node:path';
import { createRequire } from 'node:module';

export const required = createRequire(path.join(process.env.NODE_PATH || path.join(process.cwd(), 'node_modules'), '/'));

export function launch() {
  return required('playwright-core').chromium.launch({
    executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}

/** Throws `what` unless `value` holds. */
export const holds = (value, what) => { if (!value) throw new Error(what); };

/** A list of what `page` should not do, which grows: errors, dialogs, and requests of what `allowed` does not match. */
export function troublesOf(page, allowed) {
  const troubles = [];
  page.on('pageerror', error => troubles.push(error.message));
  page.on('console', message => { if (message.type() === 'error' && !/favicon/.test(message.location().url)) troubles.push(message.text()); });
  page.on('dialog', dialog => { troubles.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('request', request => { if (!allowed.test(request.url())) troubles.push(`asked for ${request.url()}`); });
  return troubles;
}

/** Runs `body` and says whether it proves `sentence`; else the process will end with 1. What it adds to `troubles` fails it too. */
export async function proves(sentence, troubles, body) {
  try {
    await body();
    if (troubles.length) throw new Error(troubles.splice(0).join('; '));
    console.log(`ok: ${sentence}`);
  } catch (error) {
    process.exitCode = 1;
    console.log(`FAILED: ${sentence}: ${String(error).slice(0, 1000)}`);
  }
}

/**
 * A function that proves a sentence on a page of a context of its own: (sentence, options of the context, body, address).
 * `context` are options for all, `ready` waits for the page. With SHOT=PREFIX each page is kept as a picture.
 */
export function prover(browser, address, { context: common = {}, allowed = /^(file|data|blob):/, ready = () => {} } = {}) {
  return async (sentence, options, body, at = address) => {
    const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, ...common, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60000);
    await proves(sentence, troublesOf(page, allowed), async () => {
      await page.goto(at);
      await ready(page);
      await body(page, context);
    });
    if (process.env.SHOT) await page.screenshot({ path: `${process.env.SHOT}-${sentence.replace(/\W+/g, '-').slice(0, 40)}.png` });
    await context.close();
  };
}
