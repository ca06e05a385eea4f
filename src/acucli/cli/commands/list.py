"""`acu list`: every record of a kind, narrowed by filters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import typer

from acucli.cli.command_line import app_context
from acucli.errors import UsageError
from acucli.model.kinds import BY_PLURAL
from acucli.render.context import AppContext

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("list")
def list_(
    context: typer.Context,
    kind: Annotated[str, typer.Argument(help="points, meridians, conditions, routines, cautions ...")] = "",
    meridian: Annotated[str, typer.Option(help="Points of a meridian, such as LI.")] = "",
    region: Annotated[str, typer.Option(help="Points of a region, such as hand.")] = "",
    point_class: Annotated[str, typer.Option("--class", help="Points of a class, such as yuan-source.")] = "",
    reach: Annotated[str, typer.Option(help="Points reached by: self, tool, partner.")] = "",
    setting: Annotated[str, typer.Option(help="Points for: desk, public, shoes-on, lying.")] = "",
    caution: Annotated[str, typer.Option(help="Points that carry a caution, such as pregnancy-points.")] = "",
    condition: Annotated[str, typer.Option(help="Points or routines chosen for a condition.")] = "",
    theme: Annotated[str, typer.Option(help="Conditions of a theme, such as digestion.")] = "",
    grade: Annotated[str, typer.Option(help="Conditions of a grade: A, B, C, D, N.")] = "",
    open_only: Annotated[bool, typer.Option("--open", help="Routines that may start without a question.")] = False,
) -> int:
    """Every record of a kind.

    \b
    acu list routines
    acu list points --meridian LU
    acu list points --class yuan-source --setting desk
    acu list conditions --format json
    """
    run = app_context(context)
    if not kind:
        raise UsageError("no kind was named", hint=f"kinds: {', '.join(BY_PLURAL)}")
    plural = kind if kind in BY_PLURAL else f"{kind}s"
    if plural not in BY_PLURAL:
        raise UsageError(f"there is no kind {kind!r}", hint=f"kinds: {', '.join(BY_PLURAL)}")
    wanted = {
        "meridian": meridian.upper(),
        "region": region,
        "class": point_class,
        "reach": reach,
        "setting": setting,
        "caution": caution,
        "condition": condition,
        "theme": theme,
        "grade": grade.upper(),
    }
    records = [record for record in _records(run, plural) if _keeps(record, plural, wanted, run)]
    if open_only:
        records = [record for record in records if getattr(record, "open", False)]
    return _write(run, plural, records)


def _records(run: AppContext, plural: str) -> list[Any]:
    return list(run.library.shelf(BY_PLURAL[plural].shelf).values())


def _keeps(record: Any, plural: str, wanted: dict[str, str], run: AppContext) -> bool:
    return all(_passes(record, plural, name, value, run) for name, value in wanted.items() if value)


def _passes(record: Any, plural: str, name: str, value: str, run: AppContext) -> bool:
    tests: dict[str, Callable[[], bool]] = {}
    if plural == "points":
        tests = {
            "meridian": lambda: record.meridian == value,
            "region": lambda: value in record.regions,
            "class": lambda: any(item == value or item.split("(")[0] == value for item in record.classes),
            "reach": lambda: value in record.reach,
            "setting": lambda: value in record.settings,
            "caution": lambda: value in record.cautions,
            "condition": lambda: _serves(record.code, value, run),
        }
    elif plural == "conditions":
        tests = {
            "theme": lambda: record.theme == value,
            "grade": lambda: record.grade == value,
        }
    elif plural == "routines":
        tests = {"condition": lambda: value in record.for_}
    if name not in tests:
        hint = f"filters here: {', '.join('--' + key for key in tests) or 'none'}"
        raise UsageError(f"--{name} does not narrow {plural}", hint=hint)
    return bool(tests[name]())


def _serves(code: str, slug: str, run: AppContext) -> bool:
    if slug not in run.library.conditions:
        raise UsageError(f"there is no condition {slug!r}", hint="acu list conditions")
    return any(choice.code == code for choice in run.library.conditions[slug].points)


def _write(run: AppContext, plural: str, records: list[Any]) -> int:
    output = run.output
    columns = BY_PLURAL[plural].columns
    format_ = output.format_for("list")
    if format_ == "json":
        stamp = {"version": run.library.version, "fingerprint": run.library.fingerprint}
        output.json({"schema_version": 1, "library": stamp, plural: records})
        return 0 if records else 1
    if format_ == "jsonl":
        output.json_lines(records)
        return 0 if records else 1
    if not records:
        output.error(f"no {plural} are like that", "loosen a filter")
        return 1
    rows = [_row(record) for record in records]
    if format_ == "codes":
        output.codes(str(row[columns[0]]) for row in rows)
    elif format_ in {"tsv", "csv"}:
        output.rows(rows, columns, separator="\t" if format_ == "tsv" else ",")
    elif format_ == "plain":
        for row in rows:
            output.text(". ".join(_said(row.get(name)) for name in columns if row.get(name) not in (None, "", [])))
    else:
        from acucli.render.tables import show_rows

        show_rows(run, rows, columns)
    return 0


def _row(record: Any) -> dict[str, Any]:
    """Return a record as a row: its own fields, and the short ones that tables show."""
    import msgspec

    row: dict[str, Any] = msgspec.to_builtins(record)
    if "names" in row:
        row |= {
            "pinyin": record.names.pinyin,
            "hanzi": record.names.traditional,
            "english": record.names.english,
            "region": record.press_region,
            "limit": record.limit.level,
        }
    elif "traditional" in row:
        row["hanzi"] = row["traditional"]
    for field in msgspec.structs.fields(type(record)):
        row.setdefault(field.encode_name, getattr(record, field.name))
    return row


def _said(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part) for part in value)
    return str(value)
