// Shows the rows of a mark beside it. The page is whole without this: each mark links to its row.
(() => {
  const tip = document.getElementById("tip");
  const shown = 4; // rows at once; the others stand in the list below
  let mark = null, pinned = false;
  for (const each of document.querySelectorAll("a.f")) {
    each.setAttribute("aria-label", each.title ? `${each.textContent} — ${each.title}` : each.textContent);
    each.removeAttribute("title");
  }
  const hide = () => {
    mark?.classList.remove("on");
    mark?.removeAttribute("aria-describedby");
    mark = null;
    pinned = false;
    tip.hidden = true;
  };
  const show = (target) => {
    hide();
    mark = target;
    const numbers = target.dataset.f.split(" ");
    tip.replaceChildren(...numbers.slice(0, shown).map((n) => document.querySelector(`#r${n} .card`).cloneNode(true)));
    if (numbers.length > shown) {
      const rest = tip.appendChild(document.createElement("p"));
      rest.className = "rest";
      rest.textContent = `${tip.dataset.more} ${numbers.length - shown} ${tip.dataset.rows}`;
    }
    tip.hidden = false;
    target.classList.add("on");
    target.setAttribute("aria-describedby", "tip");
    const box = target.getClientRects()[0], own = tip.getBoundingClientRect(), gap = 8;
    const below = box.bottom + gap + own.height <= innerHeight || box.top < own.height + gap;
    tip.style.top = `${Math.max(gap, Math.min(below ? box.bottom + gap : box.top - own.height - gap, innerHeight - own.height - gap))}px`;
    tip.style.left = `${Math.max(gap, Math.min(box.left, innerWidth - own.width - gap))}px`;
  };
  const marked = (event) => event.target.closest?.("a.f");
  addEventListener("pointerover", (event) => {
    if (pinned || event.pointerType === "touch") return;
    const target = marked(event);
    if (target && target !== mark) show(target);
    else if (!target && mark && !tip.contains(event.target) && document.activeElement !== mark) hide();
  });
  addEventListener("focusin", (event) => marked(event) && show(marked(event)));
  addEventListener("focusout", (event) => marked(event) && !pinned && hide());
  addEventListener("click", (event) => {
    const target = marked(event);
    if (target && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      show(target);
      pinned = true;
    } else if (!tip.contains(event.target)) hide();
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if ((event.key !== "n" && event.key !== "p") || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = [...document.querySelectorAll(".f.w-error, .f.w-warning, .f.w-info")];
    const at = all.indexOf(document.activeElement);
    const next = all[(at + (event.key === "n" ? 1 : all.length - 1)) % all.length];
    next?.focus();
    next?.scrollIntoView({ block: "center" });
    if (next) show(next);
  });
  const links = new Map([...document.querySelectorAll(".outline a")].map((a) => [a.getAttribute("href").slice(1), a]));
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      for (const link of links.values()) link.classList.toggle("here", link === links.get(target.id));
    }
  }, { rootMargin: "0px 0px -75% 0px" });
  for (const id of links.keys()) {
    const target = document.getElementById(id);
    if (target) watch.observe(target);
  }
})();
