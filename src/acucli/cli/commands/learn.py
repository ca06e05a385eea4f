"""`acu learn`: the articles."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.errors import RecordNotFound
from acucli.text.nearness import closest

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def learn(
    context: typer.Context,
    topic: Annotated[str, typer.Argument(help="The slug of an article.")] = "",
) -> int:
    """Articles to read: how to press, what does not work, questions people ask.

    \b
    acu learn
    acu learn how-to-press
    acu learn what-does-not-work
    """

    run = app_context(context)
    articles = run.library.articles
    if not topic:
        from acucli.cli.commands.list import list_

        return list_(context, "articles")
    if topic not in articles:
        titles = {article.title.casefold(): slug for slug, article in articles.items()}
        near = closest(topic, articles)
        topic = titles.get(topic.casefold(), topic)
        if topic not in articles:
            raise RecordNotFound("article", topic, near)
    article = articles[topic]
    if run.options.json:
        stamp = {"version": run.library.version, "fingerprint": run.library.fingerprint}
        run.output.json({"schema_version": 1, "library": stamp, "kind": "article", "record": article})
        return 0
    if run.output.format_for("card") == "table":
        from rich.markdown import Markdown
        from rich.padding import Padding

        run.output.rich(Padding(Markdown(f"# {article.title}\n\n{article.body}"), (0, 1)))
    else:
        from acucli.render.cards import show_card

        show_card(run, "article", article, figure="off", side="right", table=False)
    return 0
