"""What readers, machines and law expect of the built site, measured: see `make audit`."""
