/* The session in the page: questions first, then the machine on a steady clock, shown, spoken and felt. */
"use strict";

(() => {
  const get = (id) => document.getElementById(id);
  const data = (id) => JSON.parse(get(id).textContent);
  const table = data("timetable");
  const questions = data("questions");
  const TITLES = { settle: "Settle in", ready: "Get ready", hold: "Hold", release: "Let go", close: "Rest", ended: "Done" };
  const THERE = { settle: "I am ready", step: "My finger is there" };
  const BUZZ = { step: [200], side: [200], hold: [400], release: [150, 100, 150], close: [150, 100, 150, 100, 150] };
  const WAITS = ["half", "ten_seconds", "end", "release"];
  const DRAWN_EVERY = 100;

  let state = null;
  let then = 0;
  let thenByWall = 0;
  let timer = 0;
  let lock = null;
  let spokenUntil = 0;
  let breathSaid = false;
  let waySaid = false;

  /* --- the questions: neither has a default, and a yes ends the guided part --- */

  function ask() {
    show(get("sheet"), false);
    show(get("player"), true);
    show(get("running"), false);
    show(get("asking"), true);
    askList("Is any of this so, now?", questions.danger, askNotIf, stopForHelp);
  }

  function askNotIf() {
    askList("Does any of this apply to you?", questions.not_if, run, stopForCaution);
  }

  function askList(words, lines, onNone, onYes) {
    if (!lines.length) {
      onNone();
      return;
    }
    const list = document.createElement("ul");
    for (const line of lines) {
      const item = document.createElement("li");
      item.textContent = line;
      list.append(item);
    }
    get("lines").replaceChildren(list);
    show(get("answers"), true);
    show(get("leaving"), false);
    get("none").onclick = onNone;
    get("unsure").onclick = onYes;
    headline("question", words);
  }

  function stopForHelp() {
    leaveWith("The guided part ends here", get("help").content.cloneNode(true));
  }

  function stopForCaution() {
    const words = document.createElement("p");
    words.textContent =
      "Nothing is pressed now. Ask your doctor, midwife or pharmacist first; what applies to you changes what may be pressed. The sheet stays.";
    leaveWith("The guided part ends here", words);
  }

  /** Say why nothing is pressed; the session cannot be begun again on this page. */
  function leaveWith(words, content) {
    get("lines").replaceChildren(content);
    show(get("answers"), false);
    show(get("leaving"), true);
    show(get("start-line"), false);
    headline("question", words);
  }

  function toSheet() {
    show(get("player"), false);
    show(get("sheet"), true);
    window.scrollTo(0, 0);
    const start = get("start-line").hidden ? get("sheet").querySelector("h1") : get("start");
    if (start.tagName === "H1") start.tabIndex = -1;
    start.focus();
  }

  /* --- the run --- */

  function run() {
    show(get("asking"), false);
    show(get("running"), true);
    atWork(true);
    const begun = Machine.begin(table, get("touch").checked);
    state = begun.state;
    breathSaid = false;
    waySaid = false;
    then = performance.now();
    thenByWall = Date.now();
    timer = setInterval(beat, DRAWN_EVERY);
    keepAwake();
    tell(begun.events);
    draw();
    get("phase").focus();
  }

  /** Let the time pass that has passed; a machine that slept is told by the wall clock. */
  function beat() {
    const now = performance.now();
    const wall = Date.now();
    const slept = (wall - thenByWall - (now - then)) / 1000;
    const passed = (now - then) / 1000;
    then = now;
    thenByWall = wall;
    if (!state || Machine.ended(state)) return;
    const real = slept > Machine.GAP ? passed + slept : passed;
    tell(Machine.tick(state, real > Machine.GAP ? real : Math.min(real, untilSaid())));
    draw();
  }

  /** Return how many seconds may pass: before and after a hold, a voice is let finish. No hold is longer for it. */
  function untilSaid() {
    if (state.phase === "hold" || !talking()) return Number.POSITIVE_INFINITY;
    return Math.max(0, Machine.remaining(state) - 0.2);
  }

  function command(name, ...rest) {
    if (!state || Machine.ended(state)) return;
    beat();
    tell(Machine[name](state, ...rest));
    draw();
  }

  /** The finger is there: where a hold follows, the line says that it was heard. */
  function there() {
    const ready = state?.phase === "ready" && !state.there && !state.paused;
    command("there");
    if (ready && state.there) tell([{ kind: "there", text: "Good. Back to the place: the hold begins in a moment." }]);
  }

  const toggle = () => (state?.paused ? command("resume") : command("pause", "key"));

  function hiddenOrShown() {
    if (document.hidden) command("pause", "hidden");
    else keepAwake();
  }

  /* --- what is said: one line an event, spoken by a voice of this device only --- */

  function tell(events) {
    const words = events.map(sentence).filter(Boolean).join(" ");
    for (const event of events) buzz(BUZZ[event.kind]);
    if (words) {
      get("said").textContent = words;
      speak(words, events.every((event) => WAITS.includes(event.kind)));
    }
    if (state && Machine.ended(state)) finish();
  }

  /** Let a phone hum; a browser refuses it before the page was touched, and complains. */
  function buzz(pattern) {
    if (pattern && navigator.vibrate && navigator.userActivation?.hasBeenActive !== false) navigator.vibrate(pattern);
  }

  function sentence(event) {
    if (event.kind === "gap") return `Paused: ${Math.round(event.seconds)} seconds were lost. They are not counted.`;
    if (event.kind === "pause" && event.why === "hidden") return "Paused: the page was hidden. That time is not counted.";
    if (event.kind === "pause") return "Paused. Let go if you like.";
    if (event.kind === "resume") return "Going on.";
    if (event.kind === "more") return event.by ? `${Math.round(event.seconds)} seconds in all.` : "That is its limit.";
    if (event.kind === "end") return ending(event.why);
    if (event.kind === "hold" && !breathSaid) {
      breathSaid = true; // the circle shows it at every breath; the line says it once
      return [event.text, table.breath].filter(Boolean).join(" ");
    }
    return [event.text, wayOn(event.kind)].filter(Boolean).join(" ");
  }

  /** Return how to go on where the session waits for it: at the start, and once before a hold. */
  function wayOn(kind) {
    if (!state.waits || !["settle", "step"].includes(kind) || (kind === "step" && waySaid)) return "";
    waySaid = kind === "step";
    return `Enter, or the button “${THERE[kind]}”, goes on.`;
  }

  function ending(why) {
    const held = Math.round(Machine.credited(state));
    const minutes = Math.floor(held / 60);
    const parts = [minutes ? `${minutes} min` : "", held % 60 || !minutes ? `${held % 60} s` : ""].filter(Boolean);
    const what = questions.kind === "breath" ? `${parts.join(" ")} of breath.` : `You pressed for ${parts.join(" ")}.`;
    return `${why === "done" ? "Done." : "Ended early."} ${held ? what : "Nothing was pressed."} Nothing is kept.`;
  }

  function localVoice() {
    if (!("speechSynthesis" in window)) return null;
    return speechSynthesis.getVoices().find((voice) => voice.localService && /^en/i.test(voice.lang)) || null;
  }

  const talking = () => spokenUntil > performance.now() && speechSynthesis.speaking;

  /** Speak by a voice of this device; words that `wait` follow what is being said, all others end it. */
  function speak(words, wait) {
    const voice = localVoice();
    if (!voice || !get("voice").checked) return;
    const said = new SpeechSynthesisUtterance(words);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.95;
    if (!wait) speechSynthesis.cancel();
    spokenUntil = performance.now() + 3000 + 800 * words.split(" ").length; // a browser that never stops is not waited for
    speechSynthesis.speak(said);
  }

  function offerVoice() {
    show(get("voice-line"), Boolean(localVoice()));
  }

  /* --- what is seen --- */

  function draw() {
    const step = Machine.stepOf(state);
    const near = step && ["ready", "hold", "release"].includes(state.phase);
    setText("phase", state.paused ? "Paused" : state.why === "quit" ? "Ended" : TITLES[state.phase]);
    setText("time", Machine.stands(state) ? "" : clock(Machine.remaining(state)));
    setText("left", clock(Machine.leftInAll(state)));
    setText("where", near ? `${state.at + 1} of ${state.steps.length}` : table.name);
    setText("title", near ? `${capital(step.title)}: ${step.where}` : "");
    get("pause").textContent = state.paused ? "Go on" : "Pause";
    const waits = !state.paused && (state.phase === "settle" || (state.phase === "ready" && !state.there));
    get("there").textContent = THERE[state.phase === "settle" ? "settle" : "step"];
    if (!waits && document.activeElement === get("there")) get("phase").focus();
    show(get("there"), waits);
    picture(near ? step.place : "");
    drawBreath();
  }

  function picture(place) {
    const shown = get("shown");
    if (shown.dataset.place === place) return;
    shown.dataset.place = place;
    const own = [...document.querySelectorAll("#sheet .picture")].find((item) => item.dataset.place === place);
    shown.replaceChildren(...(own ? [own.querySelector("svg").cloneNode(true)] : []));
  }

  function drawBreath() {
    const now = state.phase === "hold" ? Machine.breath(table.pace, Machine.credited(state)) : null;
    show(get("breath"), Boolean(now));
    if (!now) return;
    get("circle").style.transform = `scale(${(0.35 + 0.65 * now.fullness).toFixed(3)})`;
    setText("breath-word", `${table.breath_words[now.do]} ${now.beat}`);
  }

  function finish() {
    clearInterval(timer);
    if (lock) lock.release().catch(() => {});
    lock = null;
    atWork(false);
    get("done").focus();
  }

  /** Show what belongs to a running session, or what belongs to its end. */
  function atWork(running) {
    for (const id of ["hands", "key-words", "time"]) show(get(id), running);
    show(get("ending"), !running);
  }

  const clock = (seconds) => {
    const whole = Math.ceil(seconds - 1e-6);
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
  };
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

  function setText(id, text) {
    if (get(id).textContent !== text) get(id).textContent = text;
  }

  function headline(id, words) {
    get(id).textContent = words;
    window.scrollTo(0, 0);
    get(id).focus();
  }

  function show(element, shown) {
    element.hidden = !shown;
  }

  async function keepAwake() {
    if (!state || Machine.ended(state) || !navigator.wakeLock) return;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      lock = null; // a low battery or a browser's own rule: the session goes on
    }
  }

  /* --- hands: touch, keyboard, switches. No letter is a key, so nothing is pressed by dictation. --- */

  const KEYS = {
    " ": toggle,
    Enter: there,
    ArrowRight: () => command("next"),
    ArrowLeft: () => command("back"),
    Escape: () => command("stop"),
  };

  function onKey(event) {
    if (!state || Machine.ended(state) || event.altKey || event.ctrlKey || event.metaKey || event.repeat) return;
    const onControl = event.target.closest("button, input, label");
    if (onControl && (event.key === " " || event.key === "Enter")) return;
    if (!KEYS[event.key]) return;
    event.preventDefault();
    KEYS[event.key]();
  }

  get("start").onclick = ask;
  get("to-sheet").onclick = toSheet;
  get("done").onclick = toSheet;
  get("there").onclick = there;
  get("pause").onclick = toggle;
  get("back").onclick = () => command("back");
  get("next").onclick = () => command("next");
  get("more").onclick = () => command("more");
  get("stop").onclick = () => command("stop");
  get("voice").onchange = () => get("voice").checked || speechSynthesis.cancel();
  document.addEventListener("keydown", onKey);
  document.addEventListener("visibilitychange", hiddenOrShown);
  if ("speechSynthesis" in window) {
    offerVoice();
    speechSynthesis.addEventListener("voiceschanged", offerVoice);
  }
  show(get("touch-line"), table.steps.some((step) => step.ready_by_touch));
  show(get("start-line"), true);
})();
