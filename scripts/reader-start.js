// How the worker that reads documents starts: make-reader.mjs joins this with the bindings of its WebAssembly
// (`wasm_bindgen`) and says where that is (`WASM`): a file beside this one, or, in the edition in one file, in `packed`,
// which scripts/one-file-start.js puts before it.
const fail = (error) => {
  // Thrown outside of any promise, so that the page hears of it and starts another worker.
  setTimeout(() => {
    throw error;
  });
};
addEventListener('unhandledrejection', ({ reason }) => fail(reason));

(async () => wasm_bindgen({ module_or_path: WASM.file ?? (await unpacked(packed)) }))().catch(fail);
