"""The Jinja environment: strict, and every value is text until it says otherwise."""

import json
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template, compiler, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from generator.site.charts import marks
from generator.site.drawings import Drawings
from generator.site.kept import folder
from generator.site.quoting import unquoted
from generator.site.text import Language, escape, plain, shortened

TEMPLATES = Path(__file__).parent / "templates"
_encode = json.JSONEncoder(ensure_ascii=False).encode


class _Direct(CodeGenerator):
    """Writes templates' code without what ours never need.

    A value is put out by `finalize(value)`, not `escape(finalize(value))`: finalize is the escape. A function is called
    as it is, not by way of `context.call`: none of ours asks for the context. `a.b` is what a dict `a` has
    under that name, else an attribute, and must be there.
    """

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's
        self.write(f"(of[{node.attr!r}] if type(of := ")
        self.visit(node.node, frame)
        self.write(f") is dict and {node.attr!r} in of else of.{node.attr})")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - Jinja's
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, _node: nodes.Expr, _frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(finalize.src or "escape(")

    def _output_child_post(self, _node: nodes.Expr, _frame: Frame, _finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write(")")


class _Environment(Environment):
    """Compiles by _Direct, and looks for a template once: none changes meanwhile."""

    code_generator_class = _Direct

    @cached_property
    def _found(self) -> dict[str, Template]:
        return {}

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Template:  # noqa: A002 - Jinja's
        if name not in self._found:
            self._found[name] = super().get_template(name, parent, globals)
        return self._found[name]


def environment(language: Language, maps: Path | None = None) -> Environment:
    """Return the environment for a language; maps that were drawn are kept in the folder maps, if one is given."""
    env = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=escape,
        trim_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_bytecode(),
    )
    env.globals.update(t=language.say, lang=language.code, draw=Drawings(language, maps), mark=marks.html)
    env.filters.update(json=_json, http=_http, script=_script, short=_short)
    return env


def _bytecode() -> FileSystemBytecodeCache | None:
    """Return where compiled templates are kept, by the code that compiles them; Jinja looks at their sources."""
    home = folder(TEMPLATES)
    made_by = blake2b(Path(__file__).read_bytes() + Path(compiler.__file__).read_bytes(), digest_size=8).hexdigest()
    return FileSystemBytecodeCache(str(home), f"%s.{made_by}.cache") if home else None


def _json(value: Any) -> Markup:
    """Return a value for YAML front matter: a JSON string, with HTML's characters left as they are."""
    return Markup(_encode(plain(str(value))))  # noqa: S704 - YAML, not HTML


def _script(json_ld: str) -> Markup:
    """Return what linked.script made, with nothing invisible in it."""
    return Markup(plain(json_ld))  # noqa: S704 - it cannot leave its script element


def _short(quote: str, length: int) -> str:
    """Return the beginning of a quote, with its own marks in pairs."""
    return unquoted(shortened(quote, length))


def _http(url: str) -> str:
    """Return url if it is one that a browser fetches, else the harmless "#"."""
    return url if url.startswith(("https://", "http://")) else "#"


class Macros:
    """The macros of parts.j2 for pages of one depth. What a macro made of the same part is made once."""

    def __init__(self, env: Environment, up: str) -> None:
        self._module = env.get_template("parts.j2").make_module({"up": up, "p": self})

    def __getattr__(self, name: str) -> Any:
        macro = getattr(self._module, name)
        made: dict[Any, Any] = {}

        def remembered(*args: Any, **options: Any) -> Any:
            key = (args, *options.items()) if options else args
            try:
                return made[key]
            except KeyError:
                return made.setdefault(key, macro(*args, **options))
            except TypeError:
                return macro(*args, **options)

        setattr(self, name, remembered)
        return remembered
