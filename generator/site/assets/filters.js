/* Filters: the style sheet hides what is not chosen; this counts what is left, and keeps the choice in the address. */
(() => {
  "use strict";
  const form = document.querySelector(".b-filters"), rules = document.querySelector(".b-filter-rules");
  if (!form || !rules) return;
  const selects = [...form.querySelectorAll("select")], status = form.querySelector(".b-found");
  const part = form.closest(".b-filtered");
  const items = [...part.querySelectorAll(".b-event-row, .b-cell")];
  const labelOf = (option) => option.textContent.replace(/ \(\d+\)$/, "");

  /* As the rules hide: something without the chosen class, and whatever has nothing left of it. */
  const isLeft = (item) => selects.every(({ name, value }) => !value || (
    !item.closest(`.${name}:not(.${value})`) && item.closest(".g").querySelector(`.${value}:not(.b-empty)`)));

  const count = (place, left, all) => {
    const shown = place && place.querySelector(".b-count");
    if (!shown) return;
    shown.dataset.all = shown.dataset.all || shown.textContent;
    shown.textContent = left === all ? shown.dataset.all : `${left} / ${shown.dataset.all}`;
  };
  const drawn = document.querySelectorAll(".b-page > .b-chart > svg");
  const draw = (left, chosen) => {
    const paths = new Set(left.flatMap((item) => [...item.querySelectorAll("a")].map((link) => link.href)));
    for (const chart of drawn) {
      const text = chart.querySelector("desc");
      chart.style.display = chosen && chart.querySelector(".bar") ? "none" : "";
      if (text) {
        text.dataset.all = text.dataset.all || text.textContent;
        text.textContent = chosen ? status.textContent : text.dataset.all;
      }
      for (const note of chart.querySelectorAll(".note")) note.style.display = chosen ? "none" : "";
      for (const mark of chart.querySelectorAll("a"))
        mark.style.display = !chosen || paths.has(new URL(mark.getAttribute("href"), location).href) ? "" : "none";
    }
  };
  const update = () => {
    const chosen = selects.some((select) => select.value), left = chosen ? items.filter(isLeft) : items;
    if (chosen && rules.isConnected) { document.head.insertAdjacentHTML("beforeend", rules.textContent); rules.remove(); }
    count(document.getElementById("top"), left.length, items.length);
    for (const section of part.querySelectorAll("section.g")) {
      const all = items.filter((item) => section.contains(item)), here = left.filter((item) => section.contains(item));
      const heading = section.querySelector("h2"), way = document.querySelector(`.b-tags-nav a[href="#${heading.id}"]`);
      count(heading, here.length, all.length);
      if (way) {
        count(way.parentElement, here.length, all.length);
        way.parentElement.hidden = !here.length;
      }
    }
    status.textContent = chosen ? form.dataset.found.replace("{count}", left.length) : "";
    draw(left, chosen);
  };
  const keep = () => {
    const asked = new URLSearchParams();
    for (const { name, selectedOptions } of selects) if (selectedOptions[0].value) asked.set(name, labelOf(selectedOptions[0]));
    try { history.replaceState(null, "", (String(asked) ? `?${asked}` : location.pathname) + location.hash); } catch { /* some browsers keep the address of a file */ }
  };

  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    const wanted = asked.has(select.name) && [...select.options].find((option) => labelOf(option) === asked.get(select.name));
    if (wanted) select.value = wanted.value;
  }
  form.addEventListener("change", () => { update(); keep(); });
  form.addEventListener("reset", () => setTimeout(() => { update(); keep(); }));
  update();
})();
