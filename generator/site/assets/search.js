/* The search page. Loads the few parts of the index that the query's words are in (see searchindex.py), ranks, and shows
   results by kind. Parts are scripts, which load from file:// too. */
(() => {
  "use strict";
  const box = document.getElementById("query");
  const results = document.getElementById("results");
  const status = document.getElementById("search-status");
  const lists = document.getElementById("search-lists");
  const words = JSON.parse(document.getElementById("search-words").textContent);
  const FIRST = 6, MORE = 24, WIDEST = 12, LONGEST = 300;
  const WORD = /[\p{L}\p{N}'’ʼ`´]*[0-9]\s?%|[\p{L}\p{N}'’ʼ`´]+/gu, PIECE = /([\p{L}\p{N}'’ʼ]*[0-9]\s?%|[\p{L}\p{N}'’ʼ]+)/u;
  const VALUES = [10.6, 10.3, 10, 8, 2.5];
  const BOOST = { events: 1.15, actors: 1.12, issues: 1.1, positions: 1, articles: 0.9, editions: 0.9 };

  /* Scripts of the index, each loaded once. */
  const waiting = new Map(), got = new Map();
  let about = null;
  const take = (name, value) => { got.set(name, value); };
  const load = (name) => {
    if (!waiting.has(name)) waiting.set(name, new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = `search/${name}.js`;
      script.onload = () => done(got.get(name));
      script.onerror = () => { waiting.delete(name); failed(new Error(name)); };
      document.head.append(script);
    }));
    return waiting.get(name);
  };

  /* spelling.py, once more: the rules come with the index. */
  const fold = (word) => {
    let text = word.normalize("NFD").replace(/([a-z])[\u0300-\u036f]+/g, "$1").normalize("NFC");
    for (const [many, one] of about.rules) text = text.replaceAll(many, one);
    const single = text.replace(/([a-z])\1+/g, "$1");
    return single.length > 1 ? single : text;
  };
  const split = (text) => (text.toLowerCase().replace(/['’ʼ`´]s(?![\p{L}\p{N}])/gu, "").replace(/['’ʼ`´]/g, "").normalize("NFC")
    .match(/[\p{L}\p{N}]*[0-9]\s?%|[\p{L}\p{N}]+/gu) || []).map((word) => fold(word.replace(/\s/, "")));

  /* Edits from a to b, a swap of neighbours as one; most + 1 where there are more than most. */
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let older = [], before = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const now = [i];
      for (let j = 1; j <= b.length; j++) {
        now[j] = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) now[j] = Math.min(now[j], older[j - 2] + 1);
      }
      if (Math.min(...now) > most) return most + 1;
      [older, before] = [before, now];
    }
    return before[b.length];
  };
  /* A number is that number alone: 5 is neither 50 nor nearly 6; and one letter alone begins too many words. */
  const allowed = (term) => (term.length < 4 || /\d/.test(term) ? 0 : term.length < 8 ? 1 : 2);
  const match = (term, word) => {
    if (word === term) return 1;
    if (/\d$/.test(term) && /\d/.test(word.charAt(term.length))) return 0;
    if (word.startsWith(term) && !/^[a-z]$/.test(term)) return 0.6 + 0.25 * term.length / word.length;
    const most = allowed(term);
    if (!most) return 0;
    const apart = Math.min(distance(term, word, most), distance(term, word.slice(0, term.length), most) + 0.5);
    return apart <= most ? 0.65 - 0.2 * apart : 0;
  };

  /* The parts that may hold a key that begins so. */
  const range = (prefix) => {
    const { starts } = about, found = [];
    const end = prefix + "\uffff";
    for (let i = 0; i < starts.length; i++)
      if (starts[i] <= end && (i + 1 === starts.length || starts[i + 1] >= prefix)) found.push(i);
    return found;
  };
  const nearParts = (term) => {
    const near = new Set();
    for (const start of [term.slice(0, 2), term[1] + term[0], term.slice(1, 3)])
      for (const part of range(start).slice(0, WIDEST)) near.add(part);
    return [...near];
  };
  const loadParts = async (numbers) => (await Promise.all(numbers.map((n) => load(`words/${n}`)))).flatMap(Object.entries);

  /* Each record's best value for a term, by record number. */
  const values = (term, entries) => {
    const fits = [];
    for (const [word, steps] of entries) {
      if (word[0] === "=" || word[0] === "~") continue;
      const fit = match(term, word);
      if (fit) fits.push([fit, steps]);
    }
    fits.sort((a, b) => b[0] - a[0]);
    const best = new Map();
    best.nearly = fits.length > 0 && fits[0][0] < 0.6;
    for (const [fit, steps] of fits.slice(0, LONGEST)) {
      let number = 0;
      for (const step of steps) {
        number += step;
        const row = Math.floor(number / about.weights), value = fit * VALUES[number % about.weights];
        if (value > (best.get(row) || 0)) best.set(row, value);
      }
    }
    return best;
  };
  /* First the words that begin so; where there is none, those that are nearly so; in a small index, from all of it. */
  const find = async (term) => {
    let best = values(term, await loadParts(range(term).slice(0, WIDEST)));
    if (!best.size && allowed(term)) best = values(term, await loadParts(nearParts(term)));
    if (!best.size && about.starts.length <= WIDEST) best = values(term, await loadParts(about.starts.map((_, i) => i)));
    return best;
  };

  /* The day that a query is as a whole, as the index has it; none where it is anything else. A number above 12 is no month. */
  const dayOf = (query) => {
    const parts = query.toLowerCase().split(/[\s.,/-]+/).filter(Boolean), year = parts.findIndex((part) => /^\d{4}$/.test(part));
    if (parts.length !== 3 || year < 0 || year === 1) return "";
    let [day, month] = parts.filter((_, i) => i !== year);
    if (/^\p{L}/u.test(day) || year === 0) [day, month] = [month, day];
    if (/^\p{L}/u.test(month)) month = month.length < 3 ? 0 : 1 + about.months.findIndex((names) => names.some((name) => name.startsWith(fold(month))));
    else if (month > 12) [day, month] = [month, day];
    const [d, m] = [parseInt(day, 10), Number(month)], is = /^\d\d?\p{L}{0,2}$/u.test(day) && d > 0 && d < 32 && m > 0 && m < 13;
    return is ? [parts[year], ...[m, d].map((number) => String(number).padStart(2, "0"))].join(" ") : "";
  };

  /* Titles and names that are, or begin with, the whole query. */
  const whole = async (query) => {
    const found = new Map();
    for (const [mark, exact, begun] of [["=", 20, 4], ["~", 12, 2]]) {
      for (const [key, steps] of await loadParts(range(mark + query).slice(0, 2))) {
        if (!key.startsWith(mark + query)) continue;
        const value = key === mark + query ? exact : begun;
        let number = 0;
        for (const step of steps) {
          number += step;
          const row = Math.floor(number / about.weights);
          found.set(row, Math.max(found.get(row) || 0, value));
        }
      }
    }
    return found;
  };

  const kindOf = (row) => {
    let first = 0;
    for (const [name, label, count] of about.kinds) {
      if (row < first + count) return [name, label];
      first += count;
    }
    return ["", ""];
  };

  /* Groups by kind, the best first: [{kind, label, rows: numbers}]. */
  const ask = async (query) => {
    about = about || await load("index");
    const day = dayOf(query), terms = day ? [] : [...new Set(split(query))];
    if (!day && !terms.length) return { terms, groups: [], count: 0, nearly: [], fewer: false };
    const [bonus, ...lists] = await Promise.all([whole(day || split(query).join(" ")), ...terms.map(find)]);
    const rare = lists.filter((_, i) => !about.common.includes(terms[i]));
    const must = rare.length ? rare : lists;
    const held = new Map();
    for (const list of must) for (const row of list.keys()) held.set(row, (held.get(row) || 0) + 1);
    const most = bonus.size ? must.length : Math.max(0, ...new Set(held.values()));
    const scored = [];
    for (const row of new Set([...held.keys(), ...bonus.keys()])) {
      if (!bonus.has(row) && held.get(row) < most) continue;
      const sum = lists.reduce((total, list) => total + (list.get(row) || 0), 0) / (terms.length || 1);
      const [kind, label] = kindOf(row);
      scored.push({ row, kind, label, score: (sum + (bonus.get(row) || 0)) * BOOST[kind] });
    }
    scored.sort((a, b) => b.score - a.score || a.row - b.row);
    const groups = new Map();
    for (const { row, kind, label } of scored) {
      if (!groups.has(kind)) groups.set(kind, { kind, label, rows: [] });
      groups.get(kind).rows.push(row);
    }
    const asked = query.match(WORD) || [];
    const nearly = asked.filter((word) => split(word).some((part) => lists[terms.indexOf(part)]?.nearly));
    return { terms, groups: [...groups.values()], count: scored.length, nearly, fewer: most < must.length };
  };
  const rowOf = async (number) => (await load(`rows/${Math.floor(number / about.block)}`))[number % about.block];

  /* What is shown. */
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const hit = (word, terms) => {
    const [folded] = split(word);
    return folded && terms.some((term) => match(term, folded) >= 0.4 && (term.length > 2 || folded === term));
  };
  /* Appends text to target with the words that were asked for marked; a text too long is cut around the first of them. */
  const marked = (target, text, terms, length) => {
    const pieces = text.split(PIECE);
    let at = 0, start = 0;
    const first = pieces.findIndex((piece, i) => i % 2 && hit(piece, terms));
    if (text.length > length && first > 0) {
      const wanted = Math.min(pieces.slice(0, first).join("").length - 60, text.length - length);
      while (start < pieces.length && at < wanted) at += pieces[start++].length;
      if (start % 2) start++;
      if (start) target.append("… ");
    }
    let left = length;
    for (let i = start; i < pieces.length && left > 0; i++) {
      left -= pieces[i].length;
      target.append(i % 2 && hit(pieces[i], terms) ? element("mark", pieces[i]) : pieces[i]);
    }
    if (left <= 0) target.append(" …");
    return first > 0;
  };
  const line = async (number, terms) => {
    const [path, title, date, shown, text] = await rowOf(number);
    const made = element("li");
    const link = element("a");
    link.href = path;
    const named = marked(link, title, terms, 400);
    const heading = element("p", "", "b-row-title");
    heading.append(link);
    made.append(heading);
    const below = element("p", date ? `${date} · ` : "");
    if ((named && shown) || !marked(below, text, terms, 200)) below.textContent = [date, shown].filter(Boolean).join(" · ");
    if (below.textContent) made.append(below);
    return made;
  };
  const group = async ({ kind, label, rows }, terms, current) => {
    const part = element("section");
    const heading = element("h2", label);
    heading.id = `found-${kind}`;
    heading.append(" ", element("span", String(rows.length), "b-count"));
    const list = element("ol");
    const more = element("button", words.more, "b-button");
    more.type = "button";
    let shown = 0;
    const add = async (count) => {
      const lines = await Promise.all(rows.slice(shown, shown + count).map((row) => line(row, terms)));
      shown += lines.length;
      list.append(...lines);
      more.hidden = shown >= rows.length;
      return lines[0];
    };
    more.addEventListener("click", async () => (await add(MORE)).querySelector("a").focus());
    await add(FIRST);
    part.append(heading, list, more);
    return current() ? part : null;
  };

  let turn = 0;
  const run = async () => {
    const mine = ++turn, query = box.value.trim(), current = () => mine === turn;
    lists.hidden = Boolean(query);
    if (!query) { results.textContent = ""; status.textContent = ""; return; }
    if (!about) status.textContent = words.loading;
    try {
      const { terms, groups, count, nearly, fewer } = await ask(query);
      if (!current()) return;
      const parts = await Promise.all(groups.map((item) => group(item, terms, current)));
      if (!current()) return;
      results.replaceChildren(...parts.filter(Boolean));
      lists.hidden = count > 0;
      const notes = [fewer && words.fewer, nearly.length && words.nearly.replace("{words}", () => nearly.join(", "))].filter(Boolean);
      status.textContent = count ? words.found.replace("{count}", () => count) : words.none.replace("{query}", () => query);
      if (count && notes.length) status.append(`. ${notes.join(" ")}`);
    } catch {
      if (current()) status.textContent = words.failed;
    }
  };

  /* Arrow keys go from the box to the results and back. */
  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [box, ...results.querySelectorAll("li a")];
    const here = stops.indexOf(document.activeElement);
    if (here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    if (step && stops[here + step]) { event.preventDefault(); stops[here + step].focus(); }
    if (event.key === "Escape" && here > 0) box.focus();
  });

  window.briefingsSearch = {
    about: (value) => take("index", value), words: (n, value) => take(`words/${n}`, value), rows: (n, value) => take(`rows/${n}`, value),
    split,
    first: async (query) => {
      const { groups } = await ask(query);
      return groups.length ? rowOf(groups[0].rows[0]) : null;
    },
  };
  let timer = 0;
  box.value = new URLSearchParams(location.search).get("q") || "";
  status.textContent = "";
  box.addEventListener("input", () => {
    try { history.replaceState(null, "", box.value ? `?q=${encodeURIComponent(box.value)}` : location.pathname); } catch { /* file:// */ }
    clearTimeout(timer);
    timer = setTimeout(run, 120);
  });
  box.form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); run(); });
  if (!box.value) box.focus();
  run();
})();
