// An HTML page that scripts change. A parser finds the elements; each change is made at its place in the source, so that the
// rest of the page stays as it was, to the letter.
import { parse } from 'parse5';

/// Every element below a node, in order.
function* elementsOf(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName && child.sourceCodeLocation) {
      const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]));
      yield { tag: child.tagName, attributes, at: child.sourceCodeLocation };
    }
    yield* elementsOf(child);
  }
}

export class Page {
  #html;
  #elements;
  #changes = [];

  constructor(html) {
    this.#html = html;
    this.#elements = [...elementsOf(parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false }))];
  }

  /// The elements with a tag and these attributes; a value may also be a function that tells.
  all(tag, attributes = {}) {
    const has = (value, wanted) => (typeof wanted === 'function' ? value !== undefined && wanted(value) : value === wanted);
    const matches = (element) => Object.entries(attributes).every(([name, wanted]) => has(element.attributes[name], wanted));
    return this.#elements.filter((element) => element.tag === tag && matches(element));
  }

  /// The only element with a tag and these attributes.
  only(tag, attributes) {
    const found = this.all(tag, attributes);
    if (found.length !== 1) throw new Error(`The page has ${found.length} elements <${tag} ${JSON.stringify(attributes ?? {})}>.`);
    return found[0];
  }

  /// Puts HTML in the place of an element.
  replace({ at }, html) {
    this.#changes.push({ start: at.startOffset, end: at.endOffset, html });
  }

  /// Puts HTML at the end of the head or the body. Their first tags may be left out, and so they have no place in the source.
  append(tag, html) {
    const start = this.#html.lastIndexOf(`</${tag}>`);
    if (start < 0) throw new Error(`The page has no </${tag}>.`);
    this.#changes.push({ start, end: start, html });
  }

  /// Gives an element one more attribute.
  setAttribute({ tag, at }, name, value) {
    const start = at.startOffset + 1 + tag.length;
    this.#changes.push({ start, end: start, html: ` ${name}="${value}"` });
  }

  /// The page with all changes.
  toString() {
    let [html, at] = ['', 0];
    for (const { start, end, html: inserted } of this.#changes.toSorted((one, other) => one.start - other.start)) {
      html += this.#html.slice(at, start) + inserted;
      at = end;
    }
    return html + this.#html.slice(at);
  }
}

/// The name of the file that a link or a script names.
export const fileOf = ({ attributes }) => (attributes.href ?? attributes.src)?.replace(/^\.\//, '');
