// Lists and calls the tools of annal mcp with a client library of others, which checks each answer by the schema that
// the tool states. Usage: node client_test.mjs ANNAL SAMPLES
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [annal, samples] = process.argv.slice(2);

/** A client of a program of its own. What is told on standard error, or is no message, is kept. */
async function start(...words) {
  const transport = new StdioClientTransport({ command: annal, args: ['mcp', ...words], stderr: 'pipe' });
  const client = new Client({ name: 'annal-test', version: '1' });
  const faults = [];
  client.onerror = (error) => faults.push(String(error));
  transport.stderr.on('data', (data) => faults.push(String(data)));
  await client.connect(transport);
  return { client, faults, call: async (name, args) => client.callTool({ name, arguments: args }) };
}

const told = (result) => {
  assert.ok(!result.isError, JSON.stringify(result));
  assert.deepEqual(JSON.parse(result.content[0].text), result.structuredContent);
  return result.structuredContent;
};
const refusal = (result) => (assert.equal(result.isError, true), result.content[0].text);

async function asksAboutText() {
  const { client, faults, call } = await start();
  assert.equal(client.getServerVersion().name, 'annal');
  assert.match(client.getInstructions(), /open/);
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map((tool) => tool.name), ['timeline', 'dates', 'why']);
  for (const tool of tools) assert.ok(!tool.inputSchema.properties.path && tool.annotations.readOnlyHint);

  const text = readFileSync(join(samples, 'ferry-news.txt'), 'utf8');
  const timeline = told(await call('timeline', { text, name: 'ferry-news.txt' }));
  for (const event of timeline.events) assert.ok(event.sentence && event.id && event.title);
  const full = execFileSync(annal, ['build', join(samples, 'ferry-news.txt'), '-f', 'json'], { encoding: 'utf8' });
  assert.ok(JSON.stringify(timeline).length < full.length / 10);
  const [first, last] = [timeline.events.at(0), timeline.events.at(-1)];
  const why = told(await call('why', { handle: timeline.handle, a: first.id, b: last.id }));
  assert.deepEqual([why.a, why.b], [first, last]);
  const proof = execFileSync(annal, ['order', join(samples, 'ferry-news.txt'), '--why', first.id, last.id], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  assert.equal(why.proof, proof);

  const dates = told(await call('dates', { text: 'The bridge opened yesterday.', dct: '2016-11-14' }));
  assert.equal(dates.timexes[0].value, '2016-11-13');
  const open = told(await call('dates', { text: 'The bridge opened yesterday.' }));
  assert.match(open.notes[0], /stay open/);
  assert.match(refusal(await call('timeline', { path: '/etc/passwd' })), /no folder is open/);
  assert.match(refusal(await call('dates', {})), /there is no text; state one of/);
  await assert.rejects(client.callTool({ name: 'draw', arguments: {} }), /there is no tool/);
  await client.ping();
  assert.deepEqual(faults, []);
  await client.close();
}

async function asksAboutSamples() {
  const { client, faults, call } = await start();
  let calls = 0;
  for (const name of readdirSync(samples).filter((file) => file.endsWith('.txt'))) {
    const text = readFileSync(join(samples, name), 'utf8');
    await client.listTools();
    for (const tool of ['timeline', 'dates']) told(await call(tool, { text, name })), ++calls;
    const { handle, events } = told(await call('timeline', { text, all: true }));
    for (let i = 1; i < Math.min(events.length, 10); ++i)
      told(await call('why', { handle, a: events[i - 1].id, b: events[i].id })), ++calls;
  }
  assert.deepEqual(faults, []);
  await client.close();
  return calls;
}

async function asksAboutFiles() {
  const top = mkdtempSync(join(tmpdir(), 'annal-mcp-'));
  const folder = join(top, 'minutes');
  try {
    execFileSync('mkdir', [folder]);
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    writeFileSync(join(folder, 'mill.txt'), 'The old mill burned on 3 May 2014.\n');
    writeFileSync(join(top, 'secret.txt'), 'The secret was told on 4 May 2014.\n');
    symlinkSync(join(top, 'secret.txt'), join(folder, 'link.txt'));
    const { client, call } = await start('--files', folder);
    const { tools } = await client.listTools();
    assert.ok(tools.every((tool) => tool.inputSchema.properties.path));
    for (const path of ['mill.txt', join(folder, 'mill.txt'), '../minutes/mill.txt'])
      assert.equal(told(await call('timeline', { path })).events.length, 1);
    for (const path of ['../secret.txt', join(top, 'secret.txt'), 'link.txt', '/etc/passwd', 'pipe.txt', '.', '', '/dev/zero', `${folder}-other/a`])
      assert.match(refusal(await call('timeline', { path })), /there is no file/);
    await client.close();
    const gone = spawnSync(annal, ['mcp', '--files', join(top, 'gone')], { encoding: 'utf8', input: '' });
    assert.deepEqual([gone.status, gone.stdout], [2, '']);
    assert.match(gone.stderr, /^annal: cannot open .*gone: no such file.*\n$/);
  } finally {
    rmSync(top, { recursive: true });
  }
}

await asksAboutText();
const calls = await asksAboutSamples();
await asksAboutFiles();
console.log(`the tools are listed and called: ${calls} calls about the samples`);
