// The trees of random pages of misnested tags, as annal's parser and as Chromium's make them. Left out is what Chromium does otherwise
// than the HTML standard (forms and rows in templates, <search>, zero bytes) or what the standard has changed of late (<select>).
// Usage: NODE_PATH=… tree_test.mjs PAGE-TREE COUNT
import { execFileSync } from 'node:child_process';
import { launch } from './browser.mjs';

const [program, count] = process.argv.slice(2);
let state = 1;
const below = n => { state = (Math.imul(state, 1664525) + 1013904223) >>> 0; return Math.floor(state / 4294967296 * n); };
const one = list => list[below(list.length)];
const formatting = 'a b code em font i nobr small strong tt u'.split(' ');
const blocks = 'p p div h1 h2 ul ol li dl dt dd pre blockquote address section button marquee object ruby rt rp span x-y'.split(' ');
const tables = 'table table caption colgroup col tbody tfoot tr tr td td th'.split(' ');
const foreign = 'svg svg g path title desc math mi mtext annotation-xml p b table'.split(' ');
const texts = ['x', ' ', '\n', 'a b', '1 < 2', '</', '<!-- c -->', '<!-->', '<!-- > --!>', '<!x>', '&amp;', '&copy', '&notit;', '&#8364;', '&#x80;', '&eacute', '&', '<br>', '<hr/>', '<img alt=x>',
  '<script><!--<script></script>--></script>', '<style></styles></style>', '<textarea>\n&lt;</textarea>', '<template><b>t</template>'];
const attributes = ['', '', '', '', ' id=a', ' class="x&amp;y"', ' title=\'&copy=1\'', ' A=1 a=2', ' color=red', '/'];
const doctypes = ['', '<!DOCTYPE html>', '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">', '<!DOCTYPE html PUBLIC "" x>'];

function makePage() {
  const names = [...one([formatting, blocks]), ...one([blocks, tables, foreign])];
  const used = Array.from({ length: 2 + below(6) }, () => one(names));
  let page = `${one(doctypes)}<body>`;
  for (let left = 5 + below(60); left > 0; left--)
    page += one([() => `<${one(used)}${one(attributes)}>`, () => `</${one(used)}>`, () => one(texts)])();
  return page;
}

function writeTrees(pages) {
  const written = node => [...(node instanceof HTMLTemplateElement ? node.content : node).childNodes].map(child => {
    if (child.nodeType === Node.TEXT_NODE) return child.data.replaceAll('\n', '\\n');
    if (child.nodeType !== Node.ELEMENT_NODE) return '';
    const attributes = [...child.attributes].map(at => `[${at.name.toLowerCase()}=${at.value}]`).join('');
    return `${child.localName.toLowerCase()}${attributes}(${written(child)})`;
  }).join('');
  return pages.map(page => written(new DOMParser().parseFromString(page, 'text/html')));
}

const pages = Array.from({ length: Number(count) }, makePage);
const ours = execFileSync(program, { input: pages.join('\x1e'), maxBuffer: 1e9 }).toString().split('\n');
const browser = await launch();
const theirs = await (await browser.newPage()).evaluate(writeTrees, pages);
await browser.close();
const differing = pages.filter((_, i) => ours[i] !== theirs[i]);
const shortest = differing.sort((a, b) => a.length - b.length)[0], at = pages.indexOf(shortest);
console.log(differing.length ? `FAILED: ${differing.length} of ${count} pages have another tree in Chromium: ${JSON.stringify(shortest)}\n  annal    ${ours[at]}\n  Chromium ${theirs[at]}`
  : `ok: ${count} random pages have the tree that Chromium makes of them`);
process.exit(differing.length ? 1 : 0);
