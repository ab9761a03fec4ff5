/* Enhancements only: every page reads without this script. */
(() => {
  "use strict";
  const root = document.documentElement;
  const up = root.dataset.root.replace(/index\.html$/, "");

  const toggle = document.querySelector(".b-theme");
  const isDark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  toggle.hidden = false;
  toggle.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* a reader may forbid storage */ }
  });

  const box = document.getElementById("query");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
    event.preventDefault();
    (box || document.querySelector(".b-find input")).focus();
  });
  if (!box) return;

  const script = document.createElement("script");
  script.src = `${up}assets/search.js`;
  document.head.append(script);
})();
