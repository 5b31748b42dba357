//! Everything a URL says: document, view, query, place; pure, both ways.
