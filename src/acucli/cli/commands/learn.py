"""`acu learn`: the articles."""

from __future__ import annotations

from typing import Annotated

import typer

from acucli.cli.command_line import app_context
from acucli.errors import RecordNotFound
from acucli.guide.listing import list_records
from acucli.model.answers import RecordAnswer, stamp_of
from acucli.model.practice import Profile
from acucli.render.renderer import show
from acucli.text.nearness import closest

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command()
def learn(
    context: typer.Context,
    topic: Annotated[str, typer.Argument(metavar="TOPIC", help="The slug of an article.")] = "",
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
        return show(list_records("articles", run.library, Profile(), today=run.today), run)
    titles = {article.title.casefold(): slug for slug, article in articles.items()}
    slug = topic if topic in articles else titles.get(topic.casefold(), "")
    if not slug:
        word = topic.casefold()
        holding = [name for name, article in articles.items() if word in f"{name} {article.title.casefold()}"]
        raise RecordNotFound("article", topic, holding[:3] or closest(topic, articles))
    return show(RecordAnswer(library=stamp_of(run.library), kind="article", record=articles[slug]), run)
