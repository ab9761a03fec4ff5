"""A seed's bytes to text: the encoding told, or one fault that says why the file cannot be read."""

import codecs
import re
from collections import Counter

from generator.articles.fault import Fault

MAX_BYTES = 10_000_000
MAX_LINES = 50_000
"""A file of more lines or blocks is an archive or a log; reading takes a second for about 15,000."""
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"{\\rtf",
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_SAMPLE = 200_000
_CANDIDATES = [
    "cp1251",
    "cp1252",
    "koi8_r",
    "cp1250",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
    "cp866",
    "iso8859_5",
    "mac_cyrillic",
]


def decode(data: bytes) -> tuple[str, str]:
    """Return the text, its line ends made line feeds, and the encoding's name. Raises Fault for what is no text."""
    if len(data) > MAX_BYTES:
        raise Fault(
            f"the file is {len(data) / 1e6:.1f} MB; at most {MAX_BYTES // 1_000_000} MB are read: split it",
            "seed-oversized",
        )
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Fault("the file is empty; paste the article into it or delete it", "seed-empty")
    text, encoding = _decode(data)
    if not text.strip():
        raise Fault("the file holds nothing but white space; paste the article into it or delete it", "seed-empty")
    if _is_binary(text):
        raise _binary()
    return re.sub("\r\n?|[\u2028\u2029]", "\n", text), encoding


def _decode(data: bytes) -> tuple[str, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data, encoding), encoding.removesuffix("-sig")
    if data.startswith(_MAGIC):
        raise _binary()
    wide = _utf16_without_bom(data)
    if wide:
        return _strict(data, wide), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise _binary()
    return _declared(data) or _detected(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Fault(
            f"the file begins as {encoding} but byte {error.start + 1} is not; save it again as UTF-8",
            "seed-undecodable",
        ) from None


def _utf16_without_bom(data: bytes) -> str | None:
    """Return the byte order if one byte of each pair hardly varies, as the high one does in any alphabet."""
    sample = data[:8000]
    if len(data) % 2 or len(sample) < 16:
        return None
    even, odd = _three_commonest(sample[0::2]), _three_commonest(sample[1::2])
    if odd > 0.95 and even < 0.7:
        return "utf-16-le"
    return "utf-16-be" if even > 0.95 and odd < 0.7 else None


def _three_commonest(values: bytes) -> float:
    return sum(count for _, count in Counter(values).most_common(3)) / len(values)


def _declared(data: bytes) -> tuple[str, str] | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        return data.decode(name), name
    except (LookupError, UnicodeDecodeError, AttributeError):
        return None


def _detected(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    if _is_western(data):
        return data.decode("cp1252"), "cp1252"
    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best() or from_bytes(data[:_SAMPLE]).best()
    for encoding in ([best.encoding] if best else []) + ["cp1252"]:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if not _is_binary(text):
            return text, encoding
    raise Fault("the encoding cannot be told; save the file again as UTF-8", "seed-undecodable")


def _is_western(data: bytes) -> bool:
    """Tell whether data read as Windows-1252 has few letters beyond ASCII and no signs in the middle of words."""
    try:
        text = data[:_SAMPLE].decode("cp1252")
    except UnicodeDecodeError:
        return False
    letters = sum(map(str.isalpha, text))
    beyond = sum(char.isalpha() and char > "\x7f" for char in text)
    amid = len(re.findall(r"(?<=[^\W\d_])[\u00a1-\u00bf\u00d7\u00f7](?=[^\W\d_])", text))
    return beyond <= 0.2 * letters and amid <= 0.02 * (beyond + amid)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = sum(1 for char in sample if (char < " " and char not in "\t\n\r\f\v") or "\x7f" <= char <= "\x9f")
    return "\0" in text or controls > 2 + len(sample) / 500 or sample.count("\ufffd") > 2 + len(sample) / 50


def _binary() -> Fault:
    return Fault("this is not a text file; save the article as text or HTML", "seed-binary")


def refuse_lines(count: int) -> None:
    """Raise Fault if a file has more lines of text than are read."""
    if count > MAX_LINES:
        raise Fault(f"the file has {count:,} lines; at most {MAX_LINES:,} are read: split it", "seed-oversized")
