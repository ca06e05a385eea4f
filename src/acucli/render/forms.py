"""The forms of answers: by the name of its type, what each can be written from. A new answer is a row here.

A form is a function `module:name` of this room, imported when it is used: a lookup as JSON imports none. It takes the
answer and the application context, and where it draws or speaks also the style. `rows` gives `Rows`; `sentences`,
`spoken` (sentences that depend on the style), `codes` and `items` give what is written one a line; `markdown` and `svg`
a text; `drawn` writes by itself. `before` and `after` say on standard error what belongs to an answer, `nothing` what
to say where there is none.
"""

from __future__ import annotations

import msgspec


class Forms(msgspec.Struct, frozen=True, kw_only=True):
    """What an answer can be written from; empty where it has no such form.

    A list is a table on a terminal and TSV in a pipe, everything else sentences. `data` is JSON. What is `paged` may go
    through a pager, which nothing may that is followed by a question.
    """

    drawn: str = ""
    rows: str = ""
    sentences: str = ""
    spoken: str = ""
    codes: str = ""
    items: str = ""
    markdown: str = ""
    svg: str = ""
    before: str = ""
    after: str = ""
    nothing: str = ""
    is_list: bool = False
    paged: bool = True
    data: bool = True


FORMS: dict[str, Forms] = {
    "FindAnswer": Forms(
        drawn="found_screen:draw_found",
        rows="found:found_rows",
        spoken="found_sentences:spoken",
        codes="found:found_codes",
        before="found:say_before",
        after="found:say_after",
        nothing="found:say_nothing",
        is_list=True,
    ),
    "RecordAnswer": Forms(
        drawn="cards:draw_card",
        rows="records:record_rows",
        sentences="cards:card_sentences",
        codes="records:record_codes",
        markdown="cards:card_markdown",
    ),
    "RecordList": Forms(
        rows="record_lists:list_rows",
        codes="record_lists:list_codes",
        items="record_lists:list_items",
        before="record_lists:say_before",
        after="record_lists:say_after",
        nothing="record_lists:say_nothing",
        is_list=True,
    ),
    "Timetable": Forms(
        drawn="timetables:draw_timetable",
        rows="timetables:timetable_rows",
        sentences="timetables:timetable_sentences",
        codes="timetables:timetable_codes",
        is_list=True,
    ),
    "ProposalAnswer": Forms(
        rows="timetables:timetable_rows",
        sentences="timetables:proposal_sentences",
        codes="timetables:timetable_codes",
        paged=False,
    ),
    "SessionOffers": Forms(
        rows="practice_views:offer_rows",
        codes="practice_views:offer_codes",
        after="practice_views:say_after_offers",
        is_list=True,
    ),
    "HomeAnswer": Forms(
        sentences="home_view:home_sentences",
        rows="home_view:home_rows",
        codes="home_view:home_codes",
        paged=False,
    ),
    "FavouriteList": Forms(
        rows="home_view:favourite_rows",
        codes="home_view:favourite_codes",
        after="home_view:say_after_favourites",
        is_list=True,
    ),
    "SessionList": Forms(
        rows="practice_views:session_rows",
        sentences="practice_views:session_sentences",
        codes="practice_views:session_codes",
        items="practice_views:session_items",
        after="practice_views:say_after_sessions",
        is_list=True,
    ),
    "SessionShown": Forms(sentences="practice_views:shown_sentences", rows="practice_views:shown_rows"),
    "StatisticsAnswer": Forms(sentences="practice_views:statistics_sentences", rows="practice_views:statistics_rows"),
    "HelpedAnswer": Forms(sentences="practice_views:helped_sentences", rows="practice_views:helped_rows"),
    "CourseList": Forms(
        sentences="practice_views:course_sentences",
        rows="practice_views:course_rows",
        codes="practice_views:course_codes",
        after="practice_views:say_after_courses",
    ),
    "CoursesDue": Forms(
        sentences="practice_views:due_sentences", rows="practice_views:due_rows", after="practice_views:say_after_due"
    ),
    "CourseBegun": Forms(sentences="practice_views:begun_sentences"),
    "MapAnswer": Forms(
        drawn="maps:draw_map",
        rows="maps:map_rows",
        sentences="maps:map_sentences",
        codes="maps:map_codes",
        items="maps:map_items",
        svg="maps:map_svg",
    ),
    "HelplinesAnswer": Forms(
        sentences="upkeep_views:helpline_sentences",
        rows="upkeep_views:helpline_rows",
        codes="upkeep_views:helpline_codes",
        after="upkeep_views:say_after_helplines",
    ),
    "DoctorAnswer": Forms(sentences="upkeep_views:doctor_sentences", rows="upkeep_views:doctor_rows"),
    "SettingsAnswer": Forms(rows="upkeep_views:setting_rows", codes="upkeep_views:setting_codes", is_list=True),
    "ProfileShown": Forms(
        sentences="upkeep_views:profile_sentences",
        rows="upkeep_views:profile_rows",
        after="upkeep_views:say_after_profile",
    ),
    "PackProblems": Forms(sentences="upkeep_views:problem_sentences", nothing="upkeep_views:say_problems"),
    "PackList": Forms(
        sentences="upkeep_views:pack_names",
        rows="upkeep_views:pack_rows",
        codes="upkeep_views:pack_names",
        after="upkeep_views:say_after_packs",
    ),
    "CompactAnswer": Forms(sentences="practice_views:compact_sentences"),
    "ImportAnswer": Forms(sentences="practice_views:import_sentences"),
    "Done": Forms(before="upkeep_views:say_done", sentences="upkeep_views:no_sentences"),
    "VersionAnswer": Forms(sentences="upkeep_views:version_sentences"),
    "SchemaNames": Forms(rows="upkeep_views:schema_rows", codes="upkeep_views:schema_codes", is_list=True),
    "SchemaAnswer": Forms(drawn="writers:draw_json", sentences="upkeep_views:schema_sentences"),
    "TextAnswer": Forms(sentences="upkeep_views:text_sentences", data=False),
}
