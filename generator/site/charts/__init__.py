"""Drawings made at build time: maps, timelines, bars and networks as SVG that needs no script.

Each has a title and a text alternative; colours are classes that assets/charts.css gives for light, dark and print.
"""
