// Starts the one-file edition: everything that the site fetches is in the page.
//
// make-one-file.mjs joins this with the bindings of the WebAssembly, available as `bindings`.
import start from 'bindings';

const lettersOf = (id) => document.getElementById(id).textContent;

// The worker's script is in the page too, with its packed data and the decoder; browsers start a worker only from a URL.
const parts = [lettersOf('unpack'), `globalThis.packed = ${JSON.stringify(lettersOf('packed-reader'))};`, lettersOf('reader')];
const reader = new Blob(parts, { type: 'text/javascript' });
document.querySelector('meta[name=reader]').content = URL.createObjectURL(reader);

let texts;

globalThis.oneFile = {
  start: async () => start({ module_or_path: await unpacked(lettersOf('packed')) }),
  // The interface's texts in a language; all languages are unpacked together.
  textsIn: async (language) => {
    texts ??= unpacked(lettersOf('packed-texts')).then((bytes) => JSON.parse(new TextDecoder().decode(bytes)));
    return (await texts)[language];
  },
};
