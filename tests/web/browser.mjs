// Debian's chromium, driven by npm's playwright-core, both under NODE_PATH.
import path from 'node:path';
import { createRequire } from 'node:module';

export const required = createRequire(path.join(process.env.NODE_PATH || path.join(process.cwd(), 'node_modules'), '/'));

export function launch() {
  return required('playwright-core').chromium.launch({
    executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] });
}
