/* The session as a pure machine: no clock, no page. A table comes from acucli, seconds come from whoever calls.
   It does what the machine in the terminal does with the same plan; a test runs both against each other. */
"use strict";

const Machine = (() => {
  const GAP = 1.5; // real seconds after which time is lost, never credited
  const MORE = 15;
  const LEAST = 5;
  const RETURN = 5; // to bring the finger back from the button to the place
  const HALF_FROM = 30;
  const TEN_FROM = 25;
  const TEN = 10;
  const ROUND = 180; // three minutes a side and round
  const DAY = 600; // ten minutes a side and day
  const ROUNDING = 1e-9;

  /** Return the first state of a session and what happens at once; one that `waits` holds nothing before `there`. */
  function begin(table, waits = false) {
    const state = {
      table,
      steps: table.steps.map((step) => ({ ...step })),
      phase: "settle",
      at: 0,
      elapsed: 0,
      banked: 0,
      paused: "",
      there: false,
      waits,
      halfSaid: false,
      tenSaid: false,
      pressed: {},
      today: {},
      why: "",
    };
    const events = [{ kind: "settle", text: table.settle }];
    return { state, events: [...events, ...pastEmpty(state)] };
  }

  const ended = (state) => state.phase === "ended";
  /** Tell whether time stands still until the person says that the finger is there. */
  const stands = (state) => state.waits && !state.there && (state.phase === "settle" || state.phase === "ready");
  const stepOf = (state) => state.steps[state.at];
  const credited = (state) => state.banked + (state.phase === "hold" ? state.elapsed : 0);
  const remaining = (state) => Math.max(0, length(state) - state.elapsed);

  /** Return the planned seconds of the present phase. */
  function length(state) {
    const step = stepOf(state);
    if (state.phase === "settle") return state.table.settle_seconds;
    if (state.phase === "close") return state.table.close_seconds;
    if (!step || ended(state)) return 0;
    return { ready: step.ready_seconds, hold: step.seconds, release: step.release_seconds }[state.phase];
  }

  /** Return the seconds until the session is over, every wait included. */
  function leftInAll(state) {
    if (ended(state)) return 0;
    const first = state.phase === "settle" ? state.at : state.at + 1;
    let left = remaining(state);
    for (const step of state.steps.slice(first)) left += step.ready_seconds + step.seconds + step.release_seconds;
    const step = stepOf(state);
    if (step && state.phase === "ready") left += step.seconds + step.release_seconds;
    if (step && state.phase === "hold") left += step.release_seconds;
    return left + (state.phase === "close" ? 0 : state.table.close_seconds);
  }

  /** Let real seconds pass: time lost, or all that happens in them. */
  function tick(state, seconds) {
    if (ended(state) || state.paused || stands(state)) return [];
    if (seconds > GAP || seconds < 0) {
      state.paused = "gap";
      return [{ kind: "gap", seconds }];
    }
    const events = [];
    let budget = seconds;
    while (!ended(state) && !stands(state) && budget >= remaining(state) - ROUNDING) {
      budget = Math.max(0, budget - remaining(state));
      events.push(...to(state, length(state)), ...cross(state));
    }
    if (!ended(state) && !stands(state)) events.push(...to(state, state.elapsed + budget));
    return events;
  }

  /** Move within the phase, telling half way and ten seconds where they are passed. */
  function to(state, elapsed) {
    const events = [];
    if (state.phase === "hold") {
      const step = stepOf(state);
      const marks = [];
      if (!state.halfSaid && step.seconds >= HALF_FROM && state.elapsed <= step.seconds / 2)
        marks.push([step.seconds / 2, "half"]);
      if (!state.tenSaid && step.seconds >= TEN_FROM && remaining(state) >= TEN)
        marks.push([step.seconds - TEN, "ten_seconds"]);
      for (const [mark, kind] of marks.sort((one, other) => one[0] - other[0])) {
        if (mark > elapsed + ROUNDING || mark >= step.seconds) continue;
        if (kind === "half") state.halfSaid = true;
        else state.tenSaid = true;
        events.push({ kind, text: step[kind] || (kind === "half" ? "Half way." : "Ten seconds.") });
      }
    }
    state.elapsed = elapsed;
    return events;
  }

  function enter(state, phase) {
    state.phase = phase;
    state.elapsed = 0;
    state.there = false;
  }

  /** Leave a phase at its end for the next one. */
  function cross(state) {
    if (state.phase === "settle") return announce(state, state.at);
    if (state.phase === "ready") return startHold(state);
    if (state.phase === "hold") return letGo(state, "");
    if (state.phase === "release") return announce(state, state.at + 1);
    return end(state, "done");
  }

  /** Go to a step, naming it; past the last one, to the close. A step that has had its time is passed over. */
  function announce(state, wanted) {
    let at = wanted;
    while (at < state.steps.length && !worthIt(state.steps[at], room(state, at, false))) at += 1;
    state.at = at;
    if (at >= state.steps.length) {
      enter(state, "close");
      return [{ kind: "close", text: state.table.close }];
    }
    const step = state.steps[at];
    step.seconds = Math.min(step.seconds, room(state, at, false));
    enter(state, "ready");
    return [{ kind: step.turn === "other-side" ? "side" : "step", text: said(state, "ready") }];
  }

  /** Return what is said of the present step, told by touch where the session waits for the finger. */
  function said(state, kind) {
    const step = stepOf(state);
    return (state.waits && step[`${kind}_by_touch`]) || step[kind];
  }

  function startHold(state) {
    enter(state, "hold");
    state.halfSaid = false;
    state.tenSaid = false;
    return [{ kind: "hold", text: said(state, "hold") }];
  }

  function letGo(state, why) {
    const step = stepOf(state);
    for (const side of step.sides) {
      const place = `${step.place}|${side}`;
      const round = `${place}|${step.round}`;
      state.pressed[round] = (state.pressed[round] || 0) + state.elapsed;
      state.today[place] = (state.today[place] || 0) + state.elapsed;
    }
    state.banked += state.elapsed;
    enter(state, "release");
    return [{ kind: "release", why, text: why ? "" : step.release }];
  }

  function end(state, why) {
    state.banked = credited(state);
    enter(state, "ended");
    state.why = why;
    state.paused = "";
    return [{ kind: "end", why }];
  }

  /** Cross every phase of no length, so that the machine rests only where time can pass. */
  function pastEmpty(state) {
    const events = [];
    while (!ended(state) && !stands(state) && remaining(state) <= 0) events.push(...cross(state));
    return events;
  }

  /** Return the most seconds that the hold of a step may have; `ahead` keeps what steps still to come need. */
  function room(state, index, ahead) {
    const step = state.steps[index];
    const ofRound = Math.min(ROUND, step.most_seconds);
    let found = ofRound;
    for (const side of step.sides) {
      const place = `${step.place}|${side}`;
      let roundLeft = ofRound - (state.pressed[`${place}|${step.round}`] || 0);
      let dayLeft = Math.min(DAY, step.most_seconds_per_day) - (state.today[place] || 0);
      if (ahead) {
        const first = ["settle", "ready", "hold"].includes(state.phase) ? state.at : state.at + 1;
        state.steps.forEach((other, at) => {
          if (at < first || at === index || other.place !== step.place || !other.sides.includes(side)) return;
          dayLeft -= other.seconds;
          if (other.round === step.round) roundLeft -= other.seconds;
        });
      }
      found = Math.min(found, roundLeft, dayLeft);
    }
    return Math.max(0, found);
  }

  const worthIt = (step, seconds) => seconds >= Math.min(LEAST, step.seconds);

  function pause(state, why) {
    if (state.paused || ended(state)) return [];
    state.paused = why;
    return [{ kind: "pause", why }];
  }

  function resume(state) {
    if (!state.paused) return [];
    state.paused = "";
    return [{ kind: "resume" }];
  }

  function leaveFor(state, at, why) {
    const events = state.phase === "hold" ? letGo(state, why) : [];
    return [...events, ...announce(state, at), ...pastEmpty(state)];
  }

  function next(state) {
    if (ended(state)) return [];
    if (state.phase === "close") return end(state, "done");
    return leaveFor(state, state.phase === "settle" ? state.at : state.at + 1, "next");
  }

  /** Go one step back, for what is left of its time; nothing happens where nothing is. */
  function back(state) {
    if (ended(state)) return [];
    const at = Math.max(0, state.at - 1);
    const step = state.steps[at];
    if (!step) return [];
    const probe = { ...state, pressed: { ...state.pressed }, today: { ...state.today } };
    if (probe.phase === "hold") letGo(probe, "back");
    return worthIt(step, room(probe, at, false)) ? leaveFor(state, at, "back") : [];
  }

  /** The finger is there: settle in no longer, or hold in five seconds. */
  function there(state) {
    if (state.phase === "settle") return next(state);
    if (state.phase !== "ready" || state.there) return [];
    const left = Math.min(RETURN, remaining(state));
    state.there = true;
    state.elapsed = length(state) - left;
    return [];
  }

  /** Hold fifteen seconds longer, and the other side with it, never beyond a limit. */
  function more(state) {
    const step = stepOf(state);
    if (!step || !["settle", "ready", "hold"].includes(state.phase)) return [];
    const other = state.steps[state.at + 1];
    const both = other?.turn === "other-side" && step.turn !== "other-side";
    let by = MORE;
    for (const index of both ? [state.at, state.at + 1] : [state.at])
      by = Math.min(by, Math.max(0, room(state, index, true) - state.steps[index].seconds));
    step.seconds += by;
    if (both) other.seconds += by;
    if (by > 0) state.tenSaid = false;
    return [{ kind: "more", by, seconds: step.seconds }];
  }

  const stop = (state) => (ended(state) ? [] : end(state, "quit"));

  /** Return what the breath does at a credited second, null where no breath is paced. */
  function breath(pace, second) {
    let at = second;
    let own = pace;
    while (own?.max_seconds && at >= own.max_seconds) {
      at -= own.max_seconds;
      own = own.then;
    }
    const cycle = own ? own.phases.reduce((sum, phase) => sum + phase.seconds, 0) : 0;
    if (!cycle) return null;
    const drawn = own.phases.reduce((sum, phase) => sum + (drawsIn(phase) ? phase.seconds : 0), 0) || 1;
    let into = (at + 1e-6) % cycle;
    let filled = 0;
    for (const phase of own.phases) {
      if (into < phase.seconds) {
        const share = into / phase.seconds;
        let fullness = filled;
        if (drawsIn(phase)) fullness += (share * phase.seconds) / drawn;
        else if (phase.do === "out") fullness = filled * (1 - share);
        return { do: phase.do, fullness: Math.min(1, fullness), beat: Math.floor(into) + 1 };
      }
      into -= phase.seconds;
      if (drawsIn(phase)) filled += phase.seconds / drawn;
      else if (phase.do === "out") filled = 0;
    }
    return null;
  }

  const drawsIn = (phase) => phase.do === "in" || phase.do === "top-up";

  return {
    GAP, begin, stands, tick, pause, resume, next, back, there, more, stop, breath, ended, stepOf, credited, remaining, leftInAll,
  };
})();

if (typeof module !== "undefined") module.exports = Machine;
