"""Briefings: news articles in, a searchable site out in which every claim shows its source."""
