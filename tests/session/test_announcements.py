"""What is said: complete for somebody who sees nothing, and nothing twice."""

from __future__ import annotations

from acucli.model.practice import Event
from acucli.session.announcements import announcement, announcements_for, key_reply, opening
from acucli.session.machine import Command, SessionPosition, Tick, begin, step
from acucli.session.phrases import first_sentences, hand_sentence, hand_words, hold_opening, release_words, span
from acucli.session.state import SessionStart
from tests.session.plans import EVERY_HOLD, SETTLE_IN, make_plan, make_step, small_plan


def test_first_announcement_tells_everything_in_order():
    """Name, code, side, time, place by touch, hand, when to let go, in forty words; the rest when the hold begins."""
    text = " ".join(first_sentences(make_step(), number=1, of=4))
    wanted = [
        "Step 1 of 4: Hegu (LI4), left side, 30 seconds.",
        "Slide a fingertip",
        "Half way it sinks in.",
        "Press with your right thumb.",
    ]
    places = [text.index(part) for part in wanted]
    assert places == sorted(places)
    assert len(text.split()) <= 40
    begun = " ".join(hold_opening(make_step(seconds=90.0)))
    assert hold_opening(make_step())[2] == "Let go if it is sharp or burning, or the thumb goes numb."
    for part in ("Rest the hand on your lap", "toward the bone", "Medium pressure"):
        assert part in begun
        assert part not in text


def test_what_to_mind_at_a_place_is_said_before_it_and_nowhere_else():
    """One line of care stands before the hold, further ones follow when it has begun."""
    step = make_step(care=("over a pulse: light", "over a nerve: light, at most a minute"))
    assert "Over a pulse: light." in first_sentences(step, number=1, of=1)
    assert "Over a nerve: light, at most a minute." in hold_opening(step)
    assert sum(len(sentence.split()) for sentence in first_sentences(step, number=1, of=1)) <= 40


def test_direction_of_a_circle_is_that_of_its_pressure():
    """Nobody can circle straight in; a press goes straight in as before."""
    circle = make_step(technique="circle", direction="lightly straight in", hand="both", digit="index-and-middle")
    assert hand_sentence(circle) == (
        "Make small circles with the index and middle fingers of both hands, pressing lightly straight in."
    )
    assert hand_sentence(make_step(direction="straight in")) == "Press with your right thumb straight in."


def test_other_side_is_short_and_names_the_hand():
    """Changing sides takes one breath to say."""
    steps = small_plan().steps
    assert announcement(steps, 1).text == "Other side: Hegu, right side, 60 seconds. Press with your left thumb."


def test_site_of_several_is_counted():
    """A point with several places tells which one it is."""
    steps = (make_step(), make_step(2, turn="again", site=2, sites=4))
    assert announcement(steps, 1).text.startswith("Place 2 of 4 of Hegu, left side, 30 seconds.")


def test_ten_seconds_tell_what_comes():
    """The next step is announced before the change."""
    plan = small_plan()
    state, _ = begin(plan)

    def ten(number: int) -> str:
        return announcements_for(state, state, [Event(kind="ten_seconds", step=number)])[0].text

    assert ten(1) == "Ten seconds. Then the other side, right."
    assert ten(2) == "Ten seconds. Then Yintang."
    assert ten(4) == "Ten seconds. This is the last one."


def test_opening_says_the_fixed_sentences_once():
    """Cautions come first; a sentence that stands in two places is said once."""
    plan = make_plan(said_first=("You said: blood thinners. Everything is light today.", SETTLE_IN))
    state, _ = begin(plan)
    assert opening(state).sentences == (
        "You said: blood thinners. Everything is light today.",
        SETTLE_IN,
        EVERY_HOLD,
    )


def test_opening_of_a_session_taken_up_says_where():
    """Nobody wonders why it starts in the middle."""
    state, _ = begin(small_plan(), SessionStart(at=SessionPosition(2, 0.0)))
    assert opening(state).sentences[-1] == "We take up again at step 3 of 4."


def test_pressing_is_not_the_only_technique():
    """Kneading begins and ends with its own words and has its rhythm; a rest needs no hand."""
    knead = small_plan().steps[3]
    assert hold_opening(knead)[0] == "Begin: squeeze, lift a little, let go."
    assert "An easy rhythm, about 30 a minute." in hold_opening(knead)
    assert release_words(knead) == "Stop, and let the hand rest."
    rest = make_step(technique="breathe-and-rest", hand="either")
    assert not any("pressure" in sentence or "Press" in sentence for sentence in first_sentences(rest, number=1, of=1))


def test_hands_are_named():
    """Which hand presses is said in full."""
    assert hand_words(make_step(hand="left", digit="index-and-middle")) == "your left index and middle fingers"
    assert hand_words(make_step(hand="both", digit="thumb")) == "both thumbs"
    assert hand_words(make_step(hand="both", digit="fingers")) == "the fingers of both hands"
    assert hand_words(make_step(hand="either", digit="middle")) == "the middle finger of either hand"
    assert hand_words(make_step(tool="ball")) == "the ball"


def test_gap_is_told_with_its_length():
    """I lost you for so long, and it does not count."""
    state, _ = begin(small_plan())
    state, _ = step(state, Tick(0, 0))
    after, events = step(state, Tick(600, 600))
    told = announcements_for(state, after, events)
    assert [thing.text for thing in told] == ["Paused: I lost you for 10 minutes. That time is not counted."]


def test_keys_are_answered():
    """A key that no event tells of gets its sentence."""
    state, _ = begin(make_plan())

    def answer(name: str) -> str:
        return key_reply(Command(name), state, step(state, Command(name))[0])

    assert answer("more") == "15 seconds more: 45 seconds in all, and the same for the other side."
    assert answer("less") == "15 seconds less: 15 seconds in all, and the same for the other side."
    assert answer("breathing") == "Breath pacer off. Breathe as you like."
    assert answer("mute") == "Sound off."
    assert answer("next") == ""


def test_limit_is_said_when_a_key_cannot_go_further():
    """At the cap the key answers why nothing changed."""
    state, _ = begin(make_plan(make_step(seconds=180.0)))
    after, _ = step(state, Command("more"))
    assert key_reply(Command("more"), state, after) == "This hold stays at 3 minutes: that is its limit."


def test_spans_read_as_people_say_them():
    """Seconds up to two minutes, then minutes."""
    assert [span(value) for value in (1, 75, 120, 500, 3 * 3600)] == [
        "1 second",
        "75 seconds",
        "2 minutes",
        "8 minutes 20 seconds",
        "3 hours",
    ]
