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

  /* What an address names opens, and everything does in print: not every browser does so itself. */
  const open = (part) => { for (let at = part; at; at = at.parentElement) if (at.localName === "details") at.open = true; };
  const named = () => {
    const part = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!part || !part.closest("details:not([open])")) return;
    open(part);
    part.scrollIntoView();
  };
  addEventListener("hashchange", named);
  addEventListener("beforeprint", () => {
    for (const part of document.querySelectorAll("main details:not(.b-cite)")) part.open = true;
    for (const line of document.querySelectorAll(".b-paper"))
      line.dataset.printed = new Intl.DateTimeFormat(root.lang, { dateStyle: "long" }).format();
  });
  named();

  /* An open menu closes when a reader turns to anything else. */
  const close = (event) => {
    for (const menu of document.querySelectorAll(".b-menu[open]"))
      if (event.key === "Escape" || (event.type === "click" && !menu.contains(event.target))) menu.open = false;
  };
  addEventListener("click", close);
  addEventListener("keydown", close);

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
