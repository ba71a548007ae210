"use strict";
(function () {
  const page = document.body;

  // Findings by severity. The style does it alone where it can look into the form.
  const boxes = Array.from(document.querySelectorAll("input[data-severity]"));
  const shown = document.querySelector(".filter output");
  const findings = Array.from(document.querySelectorAll(".finding"));
  function filter() {
    const hidden = new Set(boxes.filter((box) => !box.checked).map((box) => box.dataset.severity));
    for (const box of boxes) {
      page.classList.toggle("hide-" + box.dataset.severity, !box.checked);
    }
    const visible = findings.filter(
      (one) => !Array.from(hidden).some((name) => one.classList.contains(name)),
    );
    shown.textContent = hidden.size
      ? shown.dataset.text.replace("{shown}", visible.length).replace("{all}", findings.length)
      : "";
  }
  boxes.forEach((box) => box.addEventListener("change", filter));

  // Explanations stand beside what they explain, and Escape puts them away.
  let current = null;
  function place(about) {
    const tip = about.querySelector(".tip");
    const box = about.getBoundingClientRect();
    tip.classList.add("placed");
    const width = tip.offsetWidth;
    const left = Math.min(box.left, document.documentElement.clientWidth - width - 8);
    const below = box.bottom + tip.offsetHeight <= window.innerHeight;
    tip.style.left = Math.max(8, left) + "px";
    tip.style.top = Math.max(0, below ? box.bottom : box.top - tip.offsetHeight) + "px";
  }
  function show(event) {
    const about = event.target.closest && event.target.closest(".about");
    if (about) {
      about.classList.remove("dismissed");
      current = about;
      place(about);
    }
  }
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("scroll", () => current && place(current), {
    capture: true,
    passive: true,
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      document
        .querySelectorAll(".about:hover, .about:focus-within")
        .forEach((about) => about.classList.add("dismissed"));
    }
  });

  // Tables that a click on a heading, or Enter on it, sorts.
  function value(row, column) {
    const text = row.cells[column].textContent.trim();
    return text === "" ? 0 : /^\d+$/.test(text) ? Number(text) : text;
  }
  function compare(one, other) {
    if (typeof one === "number" && typeof other === "number") {
      return one - other;
    }
    return String(one).localeCompare(String(other), document.documentElement.lang);
  }
  function sort(table, heading) {
    const body = table.tBodies[0];
    const column = heading.cellIndex;
    const numbers = heading.classList.contains("n");
    const before = heading.getAttribute("aria-sort");
    const first = numbers ? "descending" : "ascending";
    const second = numbers ? "ascending" : "descending";
    const order = before === first ? second : first;
    const sign = order === "ascending" ? 1 : -1;
    const rows = Array.from(body.rows, (row) => [value(row, column), row]);
    rows.sort((a, b) => sign * compare(a[0], b[0]));
    for (const other of table.querySelectorAll("th[aria-sort]")) {
      other.removeAttribute("aria-sort");
    }
    heading.setAttribute("aria-sort", order);
    body.append(...rows.map((pair) => pair[1]));
  }
  for (const table of document.querySelectorAll("table.sortable")) {
    for (const heading of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      const tip = heading.querySelector(".tip");
      button.type = "button";
      button.textContent = heading.firstChild.textContent;
      heading.firstChild.replaceWith(button);
      if (tip) {
        button.setAttribute("aria-describedby", tip.id);
      }
      button.addEventListener("click", () => sort(table, heading));
    }
  }

  // One worksheet printed by itself.
  for (const button of document.querySelectorAll("button.print")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const sheet = button.closest(".worksheet");
      page.classList.add("one-sheet");
      sheet.classList.add("chosen");
      for (let up = sheet.parentElement; up !== page; up = up.parentElement) {
        up.classList.add("holds-chosen");
      }
      window.print();
    });
  }
  window.addEventListener("afterprint", () => {
    page.classList.remove("one-sheet");
    for (const name of ["chosen", "holds-chosen"]) {
      document.querySelectorAll("." + name).forEach((one) => one.classList.remove(name));
    }
  });
})();
