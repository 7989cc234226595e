// Documents in zip archives, whole and damaged: what the program writes, and the line in which it refuses. Usage: archives_test.mjs ANNAL
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { difference, folder, loaded, ofModule, ofProgram, report } from './compared.mjs';

const annal = await loaded();
const story = 'The old mill burned on 3 May 2014. Two days later the council closed the bridge.';
const word = text => `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`;
const types = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const links = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** Packs parts with Debian's zip; `how` are its options. */
function zip(parts, ...how) {
  const from = fs.mkdtempSync(path.join(folder, 'parts-'));
  for (const [name, text] of Object.entries(parts)) {
    fs.mkdirSync(path.dirname(path.join(from, name)), { recursive: true });
    fs.writeFileSync(path.join(from, name), text);
  }
  const { status, stderr } = spawnSync('zip', ['-q', '-X', '-nw', ...how, 'out.zip', ...Object.keys(parts)], { cwd: from });
  if (status !== 0) throw new Error(`zip: ${stderr}`);
  return fs.readFileSync(path.join(from, 'out.zip'));
}

const docx = (text, ...how) => zip({ '[Content_Types].xml': types, '_rels/.rels': links, 'word/document.xml': word(text) }, ...how);
const odt = zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': `<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>${story}</text:p></office:text></office:body></office:document-content>` });
const epub = zip({
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
  'book.opf': '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The mill</dc:title><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
  'a.xhtml': `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>The mill</title></head><body><h1>One</h1><p>${story}</p></body></html>`,
});

const whole = docx(story);
const changed = (bytes, at, value) => { const out = Buffer.from(bytes); out[at] = value; return out; };
const within = (bytes, mark, offset = 0) => bytes.indexOf(mark) + offset;
const entry = within(whole, 'PK\x01\x02');
const files = {
  'packed.docx': whole, 'stored.docx': docx(story, '-0'), 'text.odt': odt, 'book.epub': epub,
  'with a comment.docx': Buffer.concat([whole.subarray(0, -2), Buffer.from([5, 0]), Buffer.from('PK\x05\x06x', 'latin1')]),
  'in front.docx': Buffer.concat([whole, Buffer.from('\n')]),
  'half.docx': whole.subarray(0, whole.length / 2), 'no end.docx': whole.subarray(0, -10), 'empty.docx': Buffer.from('PK\x05\x06' + '\0'.repeat(18), 'latin1'),
  'no document.docx': zip({ '[Content_Types].xml': types, '_rels/.rels': links }),
  'password.docx': docx(story, '-P', 'ferry'),
  'no method.docx': [...Array(3)].reduce(bytes => changed(bytes, bytes.lastIndexOf('PK\x01\x02') + 10, 77), whole),
  'checksum.docx': changed(whole, whole.lastIndexOf('PK\x01\x02') + 16, 1), 'size.docx': changed(whole, whole.lastIndexOf('PK\x01\x02') + 24, 1),
  'local mark.docx': changed(whole, whole.lastIndexOf('PK\x03\x04'), 1), 'entry mark.docx': changed(whole, entry, 1),
  'data.docx': changed(whole, whole.lastIndexOf('PK\x03\x04') + 60, 0xff), 'not one.docx': Buffer.from(story),
  'bomb.docx': docx(' '.repeat(3e7)), 'other archive.zip': zip({ 'a.txt': story }), 'no xml.docx': docx('<open>'),
};

const differences = [];
for (const [name, bytes] of Object.entries(files))
  differences.push(difference(name, ofProgram(name, bytes, '-f', 'json'), await ofModule(annal, name, bytes, { format: 'json' })));
report(`${differences.length} archives are read or refused the same`, differences);

const line = await ofModule(annal, 'bzip2.docx', docx(story.repeat(400), '-Z', 'bzip2'), {});
report('ways to pack that only libzip knows are refused in a line', [/is packed in a way that is not known/.test(line) ? '' : line]);
