"use strict";
// Filters findings and takes every report to a finding's words. The page reads in full without it.
(() => {
  const known = JSON.parse(document.getElementById("comparison").textContent);
  const entries = new Map(known.findings.map((entry) => [entry.id, entry]));
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 62rem)");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const glide = () => (calm.matches ? "instant" : "smooth");
  const findings = all(".finding");
  const columns = all(".column");
  const strip = one("#strip");
  const state = { chosen: null, step: -1, verdicts: new Set(), words: "", everyReport: false };
  const plural = (count, noun) => `${count} ${noun}${count === 1 ? "" : "s"}`;
  const say = (words) => { one("#said").textContent = words; };

  // ---------------------------------------------------------------- filter
  const read = new Map();
  const wordsOf = (finding) => {
    if (!read.has(finding)) read.set(finding, finding.textContent.replace(/\s+/g, " ").toLowerCase());
    return read.get(finding);
  };

  function filter() {
    const terms = state.words.toLowerCase().split(/\s+/).filter(Boolean);
    const filtering = terms.length > 0 || state.verdicts.size > 0;
    let shown = 0;
    for (const finding of findings) {
      const verdict = entries.get(finding.id).verdict;
      const fits = (!state.verdicts.size || state.verdicts.has(verdict)) && terms.every((term) => wordsOf(finding).includes(term));
      finding.parentElement.hidden = !fits;
      shown += fits;
    }
    for (const more of all("details.more")) more.open = filtering;
    for (const holder of all(".shelf, .more, .group")) holder.hidden = !one(".finding", holder) || all("li:not([hidden]) > .finding", holder).length === 0;
    one("#everything").hidden = !filtering;
    one("#status").textContent = filtering ? `${shown} of ${plural(findings.length, "finding")} shown` : "";
  }

  function showEverything() {
    state.verdicts.clear();
    state.words = one("#words").value = "";
    for (const chip of all(".chip")) chip.setAttribute("aria-pressed", "false");
    filter();
  }

  // ---------------------------------------------------------------- going to the words
  const pieces = ([number, starts]) => starts.map((start) => document.getElementById(`r${number}-${start}`)).filter(Boolean);

  function reveal(mark, behavior = glide()) {
    const text = mark.closest(".text");
    if (text.scrollHeight > text.clientHeight + 1 && getComputedStyle(text).overflowY === "auto") {
      const above = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
      text.scrollTo({ top: text.scrollTop + above - text.clientHeight * 0.3, behavior });
    }
  }

  function revealColumn(column, behavior = glide()) {
    if (!wide.matches) return;
    const [box, frame] = [column.getBoundingClientRect(), strip.getBoundingClientRect()];
    if (box.left < frame.left || box.right > frame.right) strip.scrollTo({ left: strip.scrollLeft + box.left - frame.left, behavior });
  }

  function release() {
    if (!state.chosen) return;
    for (const mark of all(".m.on, .m.here")) mark.classList.remove("on", "here");
    for (const column of columns) column.classList.remove("speaks", "mute");
    const finding = document.getElementById(state.chosen);
    finding.classList.remove("active");
    one(".choose", finding).removeAttribute("aria-current");
    document.body.classList.remove("choosing");
    strip.classList.remove("only-speaking");
    one("#trail").hidden = true;
    one("#hint").hidden = false;
    state.chosen = null;
    state.step = -1;
  }

  function tellWhere(entry) {
    const speaking = new Set(entry.spots.map(([number]) => number));
    const silent = known.reports.filter((_, index) => !speaking.has(index + 1));
    const names = silent.length && silent.length <= 4 ? `: ${silent.join(", ")}` : "";
    const all = known.reports.length;
    const reports = silent.length || all === 1 ? `In ${speaking.size} of ${plural(all, "report")}` : `In all ${all} reports`;
    const quiet = silent.length ? `; silent${names || ` in ${silent.length}`}` : "";
    const step = state.step >= 0 ? `Words ${state.step + 1} of ${entry.spots.length}. ` : "";
    one("#trail-where").textContent = `${step}${reports}${quiet}.`;
  }

  function showColumns(entry) {
    const speaking = new Set(entry.spots.map(([number]) => number));
    for (const column of columns) {
      const speaks = speaking.has(Number(column.dataset.number));
      column.classList.toggle("speaks", speaks);
      column.classList.toggle("mute", !speaks);
    }
    const some = columns.length > 3 && speaking.size > 0 && speaking.size < columns.length;
    one("#silent").hidden = !some;
    one("#silent").setAttribute("aria-pressed", String(state.everyReport));
    strip.classList.toggle("only-speaking", some && !state.everyReport);
    strip.scrollTo({ left: 0, behavior: "instant" });
  }

  function choose(id, { keep = null, write = true } = {}) {
    const entry = entries.get(id);
    const finding = document.getElementById(id);
    if (!entry || !finding) return;
    if (state.chosen !== id) {
      release();
      state.chosen = id;
      finding.classList.add("active");
      one(".choose", finding).setAttribute("aria-current", "true");
      document.body.classList.add("choosing");
      one("#reports").style.setProperty("--chosen", `var(--${entry.verdict})`);
      one("#reports").style.setProperty("--chosen-tint", `var(--${entry.verdict}-tint)`);
      for (const spot of entry.spots) for (const mark of pieces(spot)) mark.classList.add("on");
      one("#trail-verdict").textContent = `${finding.dataset.word}:`;
      one("#trail-link").textContent = one(".choose", finding).textContent.trim();
      one("#trail-link").setAttribute("href", `#${id}`);
      one("#trail").hidden = false;
      one("#hint").hidden = true;
      showColumns(entry);
    }
    state.step = -1;
    tellWhere(entry);
    const first = new Map();
    for (const spot of entry.spots) if (!first.has(spot[0])) first.set(spot[0], pieces(spot)[0]);
    for (const [number, mark] of first) if (mark && number !== keep) reveal(mark);
    const start = columns.find((column) => column.classList.contains("speaks"));
    if (start && keep === null) revealColumn(start, "instant");
    say(`${one("#trail-verdict").textContent} ${one("#trail-link").textContent}. ${one("#trail-where").textContent}`);
    if (write) history.replaceState(null, "", `#${id}`);
  }

  function goTo(step, { focus = true } = {}) {
    const entry = entries.get(state.chosen);
    if (!entry || !entry.spots.length) return;
    state.step = (step + entry.spots.length) % entry.spots.length;
    const spot = entry.spots[state.step];
    const [mark] = pieces(spot);
    for (const other of all(".m.here")) other.classList.remove("here");
    for (const piece of pieces(spot)) piece.classList.add("here");
    tellWhere(entry);
    if (!mark) return;
    revealColumn(mark.closest(".column"));
    if (wide.matches) reveal(mark);
    else mark.scrollIntoView({ block: "center", behavior: "instant" });
    if (focus) mark.focus({ preventScroll: true });
    say(`Words ${state.step + 1} of ${entry.spots.length}, ${known.reports[spot[0] - 1]}: ${pieces(spot).map((piece) => piece.textContent).join("")}`);
  }

  function clear() {
    const finding = state.chosen && document.getElementById(state.chosen);
    release();
    history.replaceState(null, "", location.pathname + location.search);
    say("No finding is chosen.");
    return finding;
  }

  function bringUp(id, focus) {
    const finding = document.getElementById(id);
    for (let holder = finding.closest("details"); holder; holder = holder.parentElement.closest("details")) holder.open = true;
    if (finding.parentElement.hidden) showEverything();
    const box = finding.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) finding.scrollIntoView({ block: box.height > innerHeight * 0.8 ? "start" : "center", behavior: glide() });
    if (focus) one(".choose", finding).focus({ preventScroll: true });
  }

  // ---------------------------------------------------------------- hands
  function walk(by) {
    const shown = findings.filter((finding) => finding.getClientRects().length);
    if (!shown.length) return;
    const at = shown.findIndex((finding) => finding.id === state.chosen);
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1)];
    choose(next.id);
    bringUp(next.id, true);
  }

  function chooseFromMark(mark) {
    const ids = mark.dataset.f ? mark.dataset.f.split(" ").map((number) => known.findings[number].id) : [mark.getAttribute("href").slice(1)];
    const id = ids[(ids.indexOf(state.chosen) + 1) % ids.length];
    const number = Number(mark.closest(".column").dataset.number);
    choose(id, { keep: number });
    bringUp(id, false);
  }

  function toPlace(link) {
    const finding = link.closest(".finding");
    const [, number, start] = /^#r(\d+)-(\d+)$/.exec(link.getAttribute("href")).map(Number);
    choose(finding.id);
    goTo(entries.get(finding.id).spots.findIndex(([report, starts]) => report === number && starts[0] === start));
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button) return;
    const link = event.target.closest("a");
    const finding = event.target.closest(".finding");
    if (link && link.matches(".choose")) { event.preventDefault(); choose(finding.id); }
    else if (link && link.matches(".m")) { event.preventDefault(); chooseFromMark(link); }
    else if (link && link.id === "trail-link") { event.preventDefault(); bringUp(state.chosen, true); }
    else if (link && finding && link.hash.startsWith("#r")) { event.preventDefault(); toPlace(link); }
    else if (finding && !event.target.closest("a, button, summary, input, label") && String(getSelection()) === "") choose(finding.id);
  });

  const keys = {
    j: () => walk(1),
    k: () => walk(-1),
    n: () => goTo(state.step + 1),
    p: () => goTo(state.step < 0 ? -1 : state.step - 1),
    "/": () => one("#words").focus(),
  };

  document.addEventListener("keydown", (event) => {
    if (!findings.length || event.metaKey || event.ctrlKey || event.altKey || event.isComposing) return;
    const writing = event.target.closest("input[type=search]");
    if (event.key === "Escape") {
      if (writing && writing.value) { showEverything(); event.preventDefault(); return; }
      if (state.chosen) {
        const inReports = event.target.closest("#reports");
        const finding = clear();
        if (inReports) one(".choose", finding).focus();
      } else showEverything();
      return;
    }
    if (writing || !one("#letters").checked) return;
    if (Object.hasOwn(keys, event.key)) { event.preventDefault(); keys[event.key](); }
  });

  if (findings.length) {
    for (const chip of all(".chip")) {
      chip.addEventListener("click", () => {
        const pressed = chip.getAttribute("aria-pressed") !== "true";
        chip.setAttribute("aria-pressed", String(pressed));
        state.verdicts[pressed ? "add" : "delete"](chip.dataset.verdict);
        filter();
      });
    }
    one("#words").addEventListener("input", (event) => { state.words = event.target.value; filter(); });
    one("#everything").addEventListener("click", () => { showEverything(); one("#words").focus(); });
    one(".filter").hidden = false;
    one("#previous").addEventListener("click", () => goTo(state.step < 0 ? -1 : state.step - 1, { focus: false }));
    one("#next").addEventListener("click", () => goTo(state.step + 1, { focus: false }));
    one("#clear").addEventListener("click", () => { const finding = clear(); one(".choose", finding).focus({ preventScroll: wide.matches }); });
    one("#silent").addEventListener("click", () => {
      state.everyReport = !state.everyReport;
      showColumns(entries.get(state.chosen));
    });
    one("#hint").hidden = false;
  }

  // Paper shows everything, in browsers whose style sheets cannot open what is closed.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open])");
    for (const fold of closed) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of closed) fold.open = false; });

  const fromAddress = () => {
    const id = location.hash.slice(1);
    if (entries.has(id)) { choose(id, { write: false }); bringUp(id, false); }
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();
})();
