// Starts the worker that reads documents. make-reader.mjs joins this with the bindings of its WebAssembly (`wasm_bindgen`) and
// sets its location (`WASM`): a file next to this one, or in the one-file edition `packed`, which scripts/one-file-start.js
// puts before it.
const fail = (error) => {
  // Thrown outside any promise, so that the page gets an error event and starts another worker.
  setTimeout(() => {
    throw error;
  });
};
addEventListener('unhandledrejection', ({ reason }) => fail(reason));

(async () => wasm_bindgen({ module_or_path: WASM.file ?? (await unpacked(packed)) }))().catch(fail);
