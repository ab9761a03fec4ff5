"""The records under briefings/: their models, YAML in and out, the Library that holds them all, and the checks."""
