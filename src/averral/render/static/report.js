// Comfort only: the page is complete without this script.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const cards = all(".card[data-voices]"); // attributions; the cards of events are not filtered by source
  const marks = all("mark[data-cards]");
  const tools = document.getElementById("tools");
  const filter = document.getElementById("filter");
  const filtered = document.getElementById("filtered");

  const marksOf = new Map();
  const listCards = (mark) => (mark.dataset.cards ?? mark.dataset.events).split(" ");
  for (const mark of all("mark[data-cards], mark[data-events]")) {
    for (const id of listCards(mark)) {
      if (!marksOf.has(id)) marksOf.set(id, []);
      marksOf.get(id).push(mark);
    }
  }

  // Filter: keep the cards whose chain holds the source, and dim the marks of all others.
  const show = (voice) => {
    const kept = new Set();
    for (const card of cards) {
      card.hidden = voice !== "" && !card.dataset.voices.split(" ").includes(voice);
      if (!card.hidden) kept.add(card.id);
    }
    for (const mark of marks) {
      mark.classList.toggle("dim", !mark.dataset.cards.split(" ").some((id) => kept.has(id)));
    }
    const pages = all(".document");
    for (const page of pages) page.hidden = voice !== "" && !page.querySelector(".card:not([hidden])");
    const shown = pages.filter((page) => !page.hidden).length;
    filtered.value = voice ? `${kept.size} of ${cards.length} attributions, ${shown} of ${pages.length} documents` : "";
  };
  for (const source of all("li.source")) {
    const count = source.querySelector(".total").textContent;
    filter.append(new Option(`${source.querySelector(".name").textContent} (${count})`, source.id));
  }
  filter.addEventListener("change", () => show(filter.value));
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.hidden = cards.length === 0;

  // A link to what the filter hides takes the filter away.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]") && filter.value) {
      filter.value = "";
      show("");
      target.scrollIntoView();
    }
  };
  window.addEventListener("hashchange", reveal);

  // Hover or focus: light up a card together with its words.
  let linked = [];
  const light = (event) => {
    for (const element of linked) element.classList.remove("linked");
    linked = [];
    const at = event.target instanceof Element ? event.target.closest(".card, mark[data-cards], mark[data-events]") : null;
    if (!at) return;
    const ids = at.matches(".card") ? [at.id] : listCards(at);
    linked = ids.flatMap((id) => [document.getElementById(id), ...(marksOf.get(id) ?? [])]).filter(Boolean);
    for (const element of linked) element.classList.add("linked");
  };
  document.addEventListener("mouseover", light);
  document.addEventListener("focusin", light);

  // j and k go from card to card.
  const isTyping = (element) => element instanceof Element && element.matches("input, select, textarea");
  const step = (by) => {
    const shown = cards.filter((card) => !card.hidden);
    const here = document.activeElement ? shown.indexOf(document.activeElement.closest(".card")) : -1;
    const below = shown.findIndex((card) => card.getBoundingClientRect().top > 80);
    const next = here >= 0 ? here + by : by > 0 ? below : (below < 0 ? shown.length : below) - 1;
    const card = shown[Math.min(Math.max(next, 0), shown.length - 1)];
    if (!card) return;
    card.querySelector(".number").focus({ preventScroll: true });
    card.scrollIntoView({ block: "center" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });
})();
