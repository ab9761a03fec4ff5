"""Library -> Markdown, data files and feeds, and from these the site."""
