// Encodes bytes as characters that are safe in an HTML page, with seven bits per character instead of base64's six.
//
// Of the 128 ASCII characters, a UTF-8 page preserves all except three: NUL and carriage return are changed, and `<` may
// start the end tag of the element. Where seven bits would give one of those, a two-byte character encodes it together with
// the seven bits after it, so that nothing gets longer. scripts/one-file-unpack.js decodes them.
export const CHANGED = [0x00, 0x0d, 0x3c];
export const FIRST_OF_PAIRS = 0x100;
/// The code points after the pairs, for one of the three characters at the very end.
export const LAST = CHANGED.length;

/// Encodes bytes.
export function lettersOf(bytes) {
  const groups = [];
  let [held, n] = [0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (n += 8; n >= 7; n -= 7) groups.push((held >> (n - 7)) & 127);
    held &= 127;
  }
  if (n) groups.push((held << (7 - n)) & 127);
  const letters = [];
  for (let at = 0; at < groups.length; at++) {
    const changed = CHANGED.indexOf(groups[at]);
    if (changed < 0) letters.push(groups[at]);
    else if (at + 1 < groups.length) letters.push(FIRST_OF_PAIRS + (changed << 7) + groups[++at]);
    else letters.push(FIRST_OF_PAIRS + (LAST << 7) + groups[at]);
  }
  return Buffer.from(Uint16Array.from(letters).buffer).toString('utf16le');
}

/// Decodes characters.
export function bytesOf(letters) {
  const bytes = new Uint8Array(letters.length * 2);
  let [held, n, length] = [0, 0, 0];
  const put = (group) => {
    held = ((held << 7) | group) & 0x7fff;
    n += 7;
    if (n >= 8) bytes[length++] = held >> (n -= 8);
  };
  for (let at = 0; at < letters.length; at++) {
    const letter = letters.charCodeAt(at);
    const changed = (letter - FIRST_OF_PAIRS) >> 7;
    if (changed < 0) put(letter);
    else if (changed === LAST) put(letter & 127);
    else {
      put(CHANGED[changed]);
      put(letter & 127);
    }
  }
  return bytes.subarray(0, length);
}
