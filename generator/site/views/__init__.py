"""One module a kind of page: record and index in, plain data for the template out. All of a page's logic is here."""
