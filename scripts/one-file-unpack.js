// Unpacks the data of the one-file edition: characters (scripts/letters.mjs) that encode LZMA, which is the smallest, or gzip
// in a quick build, which is packed in a second.
//
// A separate script, since the worker runs it too: see scripts/one-file-start.js.
import { bytesOf } from './letters.mjs';
// Only the decoder: the package's main entry includes the encoder, which is four times as large.
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
