/* Listen, essentials, and copying a citation. Their buttons are shown only where this runs. */
(() => {
  "use strict";
  const page = document.querySelector(".b-page");
  if (!page) return;

  /* Essentials: one class; the style sheet folds the page. */
  const fold = page.querySelector(".b-fold");
  if (fold) fold.addEventListener("click", () => {
    const on = page.classList.toggle("b-essential");
    fold.setAttribute("aria-pressed", String(on));
  });

  /* Listen: one utterance for each block, since browsers cut long ones off. */
  const SKIPPED = "svg, script, form, pre, code, nav, dialog, .b-tools, .b-cite, .b-record-foot, .b-hash, .b-count, .b-mark, .b-legend, [hidden], [aria-hidden=true]";
  const BLOCKS = "h1, h2, h3, p, li, dt, dd, th, td, figcaption, summary";
  const speech = window.speechSynthesis;
  const listen = page.querySelector(".b-listen"), stop = page.querySelector(".b-stop");
  let blocks = [], at = -1, paused = false;

  const text = (block) => {
    const copy = block.cloneNode(true);
    copy.querySelectorAll(`${SKIPPED}, ${BLOCKS}`).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  const shown = (block) => block.getClientRects().length > 0 && !block.closest(SKIPPED);
  const name = () => { listen.textContent = at < 0 ? listen.dataset.listen : paused ? listen.dataset.resume : listen.dataset.pause; stop.hidden = at < 0; };
  const mark = (index) => {
    for (const read of page.querySelectorAll(".b-read")) read.classList.remove("b-read");
    if (blocks[index]) { blocks[index].classList.add("b-read"); blocks[index].scrollIntoView({ block: "nearest" }); }
  };
  const end = () => { at = -1; paused = false; mark(-1); name(); };
  const next = (index) => {
    at = index;
    if (index >= blocks.length) return end();
    mark(index);
    const utterance = new SpeechSynthesisUtterance(text(blocks[index]));
    utterance.lang = document.documentElement.lang;
    utterance.onend = () => { if (at === index) next(index + 1); };
    utterance.onerror = () => { if (at === index) end(); };
    speech.speak(utterance);
  };
  const quiet = () => { end(); speech.cancel(); };
  const offer = () => { if (speech.getVoices().length) listen.hidden = false; };
  if (listen && speech && window.SpeechSynthesisUtterance) {
    listen.addEventListener("click", () => {
      if (at < 0) {
        blocks = [...page.querySelectorAll(BLOCKS)].filter((block) => shown(block) && text(block));
        next(0);
      } else {
        paused = !paused;
        if (paused) speech.pause(); else speech.resume();
      }
      name();
    });
    stop.addEventListener("click", () => { quiet(); listen.focus(); });
    window.addEventListener("pagehide", quiet);
    speech.addEventListener("voiceschanged", offer);
    offer();
  }

  /* Cite: the address as it is here, with the statement or figure that was asked for, and a button to copy. */
  const cite = page.querySelector(".b-cite");
  if (!cite) return;
  const texts = [...cite.querySelectorAll("pre")].map((pre) => [pre, pre.textContent]);
  const complete = () => {
    const here = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const hash = here && page.contains(here) && here.id !== "top" ? location.hash : "";
    const own = cite.dataset.link.startsWith("/") && location.protocol.startsWith("http");
    const link = (own ? location.origin + location.pathname : cite.dataset.link) + hash;
    for (const [pre, given] of texts) pre.textContent = given.replaceAll(cite.dataset.link, link);
  };
  cite.addEventListener("toggle", complete);
  window.addEventListener("hashchange", complete);
  complete();
  if (navigator.clipboard) for (const [pre] of texts) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "b-button";
    button.textContent = cite.dataset.copy;
    button.setAttribute("aria-describedby", pre.getAttribute("aria-labelledby"));
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(pre.textContent.trim());
      button.textContent = cite.dataset.copied;
      status.textContent = cite.dataset.copied;
    });
    pre.after(button);
  }
  const status = document.createElement("p");
  status.className = "b-quiet";
  status.setAttribute("role", "status");
  cite.append(status);
})();
