"""One page to print, to send, to run on a phone: the sheet, the session in it, and a person's own months."""

from acucli.handout.journal_page import journal_page
from acucli.handout.page import handout_page
from acucli.handout.sheet_text import handout_markdown

__all__ = ["handout_markdown", "handout_page", "journal_page"]
