// How the worker that reads documents starts: make-reader.mjs joins this with the bindings of its WebAssembly
// (`wasm_bindgen`) and says where that is (`WASM`): a file beside this one, or, in the edition in one file, letters.
const fail = (error) => {
  // Thrown outside of any promise, so that the page hears of it and starts another worker.
  setTimeout(() => {
    throw error;
  });
};
addEventListener('unhandledrejection', ({ reason }) => fail(reason));

const unpacked = (letters) => {
  const packed = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

(async () => wasm_bindgen({ module_or_path: WASM.file ?? (await unpacked(WASM.packed)) }))().catch(fail);
