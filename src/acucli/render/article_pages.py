"""An article as a terminal shows it."""

from __future__ import annotations

from rich.markdown import Markdown
from rich.padding import Padding

from acucli.model.evidence import Article
from acucli.render.card_inputs import CardInputs
from acucli.render.context import AppContext
from acucli.render.rich_output import write_rich
from acucli.render.style import Style


def draw(article: Article, inputs: CardInputs, run: AppContext, style: Style) -> bool:
    """Write the article; tell that this is all of it."""
    write_rich(run, Padding(Markdown(f"# {article.title}\n\n{article.body}"), (0, 1)))
    return True
