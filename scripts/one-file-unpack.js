// Reads what the edition in one file has packed: letters (scripts/letters.mjs) for bytes by LZMA, which every byte of that
// edition is worth; of a quick build by gzip, which is packed in a second.
//
// A script of its own, since the worker runs it too: see scripts/one-file-start.js.
import { bytesOf } from './letters.mjs';
// The decoder alone: the package's only way in has the encoder as well, four times as long.
import { Decoder } from './node_modules/lzma1/lib/decoder.js';
import { InputBuffer, OutputBuffer } from './node_modules/lzma1/lib/streams.js';

const isGzip = ([first, second]) => first === 0x1f && second === 0x8b;

globalThis.unpacked = async (letters) => {
  const packed = bytesOf(letters);
  if (isGzip(packed)) {
    return new Uint8Array(await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  }
  const output = new OutputBuffer(packed.length * 4);
  new Decoder().decompress(new InputBuffer(packed), output);
  return output.toArray();
};
