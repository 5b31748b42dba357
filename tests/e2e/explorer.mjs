// Finds elements of the explorer by role and name.

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/// The first whole number in a line, as printed with any kind of space in it.
export const number = (line) => Number(/\d[\d\s]*/.exec(line)[0].replace(/\s/g, ''));

/// The width of the page's content, and of the page.
export const widths = (page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { scrollWidth, clientWidth };
  });

export class Explorer {
  constructor(page) {
    this.page = page;
    this.search = page.getByRole('searchbox', { name: 'Rechercher dans le texte' });
    this.status = page.getByRole('status').filter({ hasText: /clause/ });
    this.choices = page.getByRole('list', { name: 'Filtres actifs' });
    this.openFilters = page.getByRole('button', { name: /^Filtres/ });
    this.filters = page.getByRole('dialog', { name: 'Filtres' });
    /// The highlighted clauses.
    this.found = page.locator('.clause[id][data-shade="found"]');
    this.hits = page.locator('mark');
  }

  async started() {
    await this.page.locator('html[data-start="ready"]').waitFor({ state: 'attached' });
    return this;
  }

  /// The button that chooses a value of a facet, by the facet's heading and the value's name.
  value(facet, name) {
    return this.facet(facet).getByRole('button', { name: new RegExp(`^${escaped(name)}, \\d`) });
  }

  /// The button that excludes a value.
  exclusion(facet, name) {
    return this.facet(facet).getByRole('button', { name: new RegExp(`xclure\\s?: ${escaped(name)}$`) });
  }

  /// Types letters of a value's name into the field that a long facet has for it.
  async find(facet, letters) {
    await this.facet(facet).getByRole('searchbox').fill(letters);
  }

  facet(heading) {
    return this.page.getByRole('region', { name: heading, exact: true });
  }

  chip(name) {
    return this.choices.getByRole('button', { name: new RegExp(`^Retirer\\s?: ${escaped(name)}$`) });
  }

  /// How many clauses choosing a value would leave, as its button says.
  async count(facet, name) {
    const label = await this.value(facet, name).getAttribute('aria-label');
    return number(label.slice(label.lastIndexOf(',')));
  }

  /// The number of matches shown.
  async nFound() {
    return number(await this.status.innerText());
  }

  /// The question in the address, as pairs.
  question() {
    return [...new URL(this.page.url()).searchParams];
  }
}
