// Serves a folder to this machine alone, for `./try --web` and the tests: files that a browser takes packed are sent packed.
// Usage: serve.mjs FOLDER [--open]; prints the address; with --open, opens it too where there is a desktop.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';

const folder = path.resolve(process.argv[2]);
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

const server = http.createServer((request, answer) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = path.join(folder, path.normalize(decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname)));
  if (request.method !== 'GET' || !file.startsWith(folder + path.sep) || !fs.statSync(file, { throwIfNoEntry: false })?.isFile()) return answer.writeHead(404).end();
  const packed = /\bbr\b/.test(request.headers['accept-encoding'] ?? '') && fs.existsSync(`${file}.br`);
  const headers = { 'Content-Type': types[path.extname(file)] ?? 'application/octet-stream', 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' };
  answer.writeHead(200, packed ? { ...headers, 'Content-Encoding': 'br' } : headers);
  fs.createReadStream(packed ? `${file}.br` : file).pipe(answer);
});
server.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${server.address().port}/`;
  console.log(address);
  if (process.argv[3] === '--open') spawn('xdg-open', [address], { stdio: 'ignore' }).on('error', () => console.log('Open it in a browser; Ctrl+C ends.'));
});
