// Starts the worker that reads documents. make-reader.mjs joins this with the bindings of its WebAssembly (`wasm_bindgen`) and
// names its files (`FILES`), which are next to this one. In the one-file edition there are none: it has `packed`, which
// scripts/one-file-start.js puts before this.
const fail = (error) => {
  // Thrown outside any promise, so that the page gets an error event and starts another worker.
  setTimeout(() => {
    throw error;
  });
};
addEventListener('unhandledrejection', ({ reason }) => fail(reason));

// The lexicon's tables of a language. The worker asks for them when it is to read a text in it: src/bin/reader/messages.rs.
globalThis.tablesOf = async (language) => {
  const { name, integrity } = FILES.tables[language];
  const response = await fetch(name, { integrity });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.text();
};

// What the one-file edition has packed: the length of the WebAssembly, the WebAssembly, and the tables, each after the code of
// its language and a line break, with form feeds between them.
const unpack = async () => {
  const bytes = await unpacked(packed);
  const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const tables = new TextDecoder().decode(bytes.subarray(end)).split('\f');
  globalThis.tablesOf = async (language) => tables.find((table) => table.startsWith(`${language}\n`)).slice(3);
  return bytes.subarray(4, end);
};

(async () => wasm_bindgen({ module_or_path: FILES ? FILES.wasm : await unpack() }))().catch(fail);
