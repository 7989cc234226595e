// The bytes behind an address. The build for Node takes bytes_node.ts in its place.

export async function bytesOf(address: URL): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await answerOf(address)).arrayBuffer());
}

/** The module there, compiled while it arrives where the server says what it is. */
export async function compiledFrom(address: URL): Promise<WebAssembly.Module> {
  const answer = await answerOf(address);
  const isNamed = answer.headers.get('Content-Type')?.startsWith('application/wasm');
  return isNamed ? WebAssembly.compileStreaming(answer) : WebAssembly.compile(await answer.arrayBuffer());
}

async function answerOf(address: URL): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: status ${answer.status}`);
  return answer;
}
