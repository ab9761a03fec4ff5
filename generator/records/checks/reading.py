"""The rules that are kept while a record file is read: see yamlfile, recordfile, faults, values, remarks, loading."""

from generator.records.checks.registry import declare

declare("yaml-syntax", "error", "The file is YAML.", "Mend the line as the message says.")
declare("yaml-encoding", "error", "The file is UTF-8 text and can be read.", "Save it as UTF-8.")
declare("yaml-size", "error", "The file is no larger or deeper than a record can be.", "Split it; write aliases out.")
declare("yaml-tag", "error", "YAML tags (`!name`) are not read.", "Write plain text, lists and mappings.")
declare("yaml-key", "error", "Keys are words; merge keys (`<<`) are not read.", "Write the values plainly.")
declare("yaml-alias", "error", "No alias contains itself.", "Write the value plainly.")
declare("duplicate-key", "error", "A key stands once in a mapping.", "Keep one of them.")
declare("record-shape", "error", "A record file holds `key: value` lines.", "Fill it in or delete it.")
declare(
    "bad-id",
    "error",
    "Ids and file names are lower-case letters, digits and hyphens; codes have their form.",
    "Rename it as the message says.",
)
declare("unknown-field", "error", "A record has only the fields of its model.", "Correct the name or delete the line.")
declare("missing-field", "error", "A record has every required field.", "Add it.")
declare("empty-value", "error", "A value that is given is not empty.", "Fill it in or delete the line.")
declare(
    "left-empty",
    "warning",
    "A field that is there has a value; without one it is as if it were not there.",
    "Fill it in or delete the line.",
)
declare(
    "comment-in-text",
    "warning",
    "Text without quote marks has no comment behind it, which may be its end, cut off by a `#`.",
    "Put quote marks around all of the text, or around what is before the comment.",
)
declare(
    "mixed-letters",
    "warning",
    "No word of a title, name or summary mixes letters of scripts that look alike.",
    "Type the word anew: the Latin а and the Cyrillic one are two letters to a search.",
)
declare("wrong-type", "error", "A value is of its field's type: text, number, list, ...", "Rewrite it.")
declare("out-of-range", "error", "Numbers and lengths stay within their limits.", "Correct or shorten it.")
declare("unknown-value", "error", "A value from a closed list is in that list.", "Write one of the list.")
declare(
    "bad-date",
    "error",
    "Dates are EDTF and in the calendar.",
    "Write 2025-06-02, 2025-06, 2025-05-24/2025-05-25 or 2025-07~.",
)
declare("bad-url", "error", "Links are http or https, written in full.", "Correct the link.")
declare("control-character", "error", "Text holds no invisible characters that hide or reorder words.", "Delete them.")
declare(
    "seed-statement",
    "error",
    "A `.yaml` file beside a seed states fields that there are, for articles that the seed holds.",
    "Correct it as the message says; what it states is not used until then.",
)
declare(
    "stray-file", "error", "Records lie in the folders of their kinds, and nothing else does.", "Rename it, or move it."
)
