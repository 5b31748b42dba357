// How the edition that is one file starts: what the site fetches is in the page itself.
//
// make-one-file.mjs joins this with the bindings of the WebAssembly, which come in as «bindings».
import start from 'bindings';

const unpacked = (id) => {
  const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
};

// The worker's script is in the page too; browsers start a worker by an address only.
const reader = new Blob([document.getElementById('reader').textContent], { type: 'text/javascript' });
document.querySelector('meta[name=reader]').content = URL.createObjectURL(reader);

globalThis.oneFile = {
  start: async () => start({ module_or_path: await unpacked('packed') }),
};
