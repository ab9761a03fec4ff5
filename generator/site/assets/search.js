/* The search page: fetches the index when there is something to search, ranks, and shows results by kind. */
(() => {
  "use strict";
  const box = document.getElementById("query");
  const results = document.getElementById("results");
  const status = document.getElementById("search-status");
  const words = JSON.parse(document.getElementById("search-words").textContent);
  const SHOWN = 20;
  let rows = null, kinds = {}, asked = false;

  // One spelling for many: no accents, y and j as i, doubled letters once, Kiev as Kyiv.
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f'’ʼ`]/g, "")
    .replace(/kh/g, "h").replace(/[yj]/g, "i").replace(/ie/g, "i").replace(/ou/g, "u").replace(/w/g, "v").replace(/(.)\1+/g, "$1");
  const split = (text) => fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  // Levenshtein's distance, given up once it exceeds most.
  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const now = [i];
      for (let j = 1; j <= b.length; j++)
        now[j] = Math.min(before[j] + 1, now[j - 1] + 1, before[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (Math.min(...now) > most) return most + 1;
      before = now;
    }
    return before[b.length];
  };

  const match = (term, word) => {
    if (word === term) return 1;
    if (word.startsWith(term)) return 0.75;
    if (term.length < 4) return 0;
    const most = term.length > 7 ? 2 : 1;
    const apart = distance(term, word.slice(0, term.length + most), most);
    return apart <= most ? 0.6 - 0.15 * apart : 0;
  };
  const best = (term, list) => list.reduce((top, word) => Math.max(top, match(term, word)), 0);

  const prepare = (row) => ({
    kind: row[0], path: row[1], title: row[2], names: row[3], shown: row[4], date: row[6],
    titleWords: split(row[2]), nameWords: split(row[3]), otherWords: [...new Set(split(row[4] + " " + row[5]))],
    whole: [fold(row[2]), ...row[3].split(" | ").map(fold)].map((text) => text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()),
    text: fold(row[4] + " " + row[5]).replace(/[^\p{L}\p{N}]+/gu, " "),
  });
  window.briefingsSearch = (index) => { rows = index.rows.map(prepare); kinds = index.kinds; run(); };

  const boost = { events: 1.15, actors: 1.12, issues: 1.1, positions: 1, articles: 0.9, editions: 0.9 };
  const score = (row, terms, whole) => {
    let sum = 0;
    for (const term of terms) {
      const found = Math.max(10 * best(term, row.titleWords), 8 * best(term, row.nameWords),
        2.5 * (row.text.includes(term) ? best(term, row.otherWords) || 0.3 : 0));
      if (!found) return 0;
      sum += found;
    }
    sum /= terms.length;
    if (row.whole[0] === whole) sum += 20;
    else if (row.whole.includes(whole)) sum += 12;
    else if (terms.length > 1 && row.text.includes(whole)) sum += 4;
    return (sum - row.titleWords.length * 0.05) * boost[row.kind];
  };

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const show = (found) => {
    const groups = new Map();
    for (const item of found) {
      if (!groups.has(item.row.kind)) groups.set(item.row.kind, []);
      groups.get(item.row.kind).push(item.row);
    }
    for (const [kind, items] of groups) {
      const heading = element("h2", kinds[kind]);
      heading.append(" ", element("span", String(items.length), "b-count"));
      const list = element("ol");
      for (const row of items.slice(0, SHOWN)) {
        const line = element("li");
        const link = element("a", row.title);
        link.href = row.path;
        const title = element("p", "", "b-row-title");
        title.append(link);
        line.append(title);
        if (row.date || row.shown) line.append(element("p", [row.date, row.shown].filter(Boolean).join(" · ")));
        list.append(line);
      }
      results.append(heading, list);
    }
  };

  const run = () => {
    const query = box.value.trim();
    const terms = split(query);
    results.textContent = "";
    status.textContent = "";
    if (!terms.length) return;
    if (!rows) return load();
    const whole = terms.join(" ");
    const found = rows.map((row) => ({ row, score: score(row, terms, whole) })).filter((item) => item.score > 0)
      .sort((a, b) => b.score - a.score || (a.row.path < b.row.path ? -1 : 1));
    status.textContent = found.length ? words.found.replace("{count}", found.length) : words.none.replace("{query}", query);
    show(found);
  };

  const load = () => {
    status.textContent = words.loading;
    if (asked) return;
    asked = true;
    const script = document.createElement("script");
    script.src = "search/index.js";
    document.head.append(script);
  };

  box.value = new URLSearchParams(location.search).get("q") || "";
  status.textContent = "";
  box.addEventListener("input", () => {
    try { history.replaceState(null, "", box.value ? `?q=${encodeURIComponent(box.value)}` : location.pathname); } catch { /* file:// */ }
    run();
  });
  box.form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  if (!box.value) box.focus();
  run();
})();
