// Comfort only: buttons that copy and save, and a collection kept in this browser. Without this script the buttons do not exist, and every
// text they copy can be read and selected.
(function () {
  "use strict";
  var KEY = "greffe-collection";

  function element(name, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  }

  function button(text, act) {
    var made = element("button", text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  function status() {
    var said = element("span");
    said.setAttribute("role", "status");
    return said;
  }

  function say(said, text) {
    said.textContent = text;
    setTimeout(function () { said.textContent = ""; }, 4000);
  }

  // Pages read from a disk have no clipboard of the modern kind.
  function copy(text, back, done) {
    function old() {
      var field = element("textarea");
      field.value = text;
      document.body.appendChild(field);
      field.select();
      var ok = false;
      try { ok = document.execCommand("copy"); } catch (e) { ok = false; }
      field.remove();
      back.focus();
      if (ok) done();
    }
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(text).then(done, old);
    else old();
  }

  function save(name, media, text) {
    var link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type: media + ";charset=utf-8" }));
    link.download = name;
    document.body.appendChild(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  function copyButton(box, title, told, text) {
    var said = status();
    var made = button(title, function () { copy(text(), made, function () { say(said, told); }); });
    box.append(" ", made, " ", said);
  }

  document.querySelectorAll(".permalink[data-copy]").forEach(function (box) {
    var link = box.querySelector("a");
    if (!link) return;
    var shown = link.textContent.trim();
    copyButton(box, box.dataset.copy, box.dataset.copied, function () { return /^https?:/.test(shown) ? shown : link.href; });
  });

  document.querySelectorAll(".cite[data-copy]").forEach(function (box) {
    var sentence = box.textContent.trim();
    copyButton(box, box.dataset.copy, box.dataset.copied, function () { return sentence; });
  });

  // The collection: [{csl, bib, page}], the page as its address from the archive's root. A browser that keeps nothing has none.
  function load() {
    try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch (e) { return null; }
  }

  function store(list) {
    try { localStorage.setItem(KEY, JSON.stringify(list)); return true; } catch (e) { return false; }
  }

  document.querySelectorAll(".forms").forEach(function (box) {
    var forms = {};
    box.querySelectorAll("pre[data-form]").forEach(function (pre) {
      forms[pre.dataset.form] = pre.textContent;
      var line = element("p");
      pre.before(line);
      copyButton(line, box.dataset.copy + " " + pre.previousElementSibling.previousElementSibling.textContent, box.dataset.copied, function () { return pre.textContent; });
      line.append(" ", button(box.dataset.save + " " + pre.dataset.file, function () { save(pre.dataset.file, pre.dataset.media, pre.textContent); }));
    });
    var icon = document.querySelector('link[rel="icon"]');
    if (load() === null || !icon || !forms.json) return;
    var root = new URL(icon.getAttribute("href").replace(/static\/[^/]*$/, "") || "./", location.href);
    var page = location.href.replace(/[?#].*$/, "").slice(root.href.length);
    var csl = JSON.parse(forms.json);
    var line = element("p");
    var made = button("", function () {
      var list = load() || [];
      var kept = list.filter(function (entry) { return entry.csl.id !== csl.id; });
      if (kept.length === list.length) kept.push({ csl: csl, bib: forms.bib, page: page });
      store(kept);
      show();
    });
    function show() {
      var held = (load() || []).some(function (entry) { return entry.csl.id === csl.id; });
      made.textContent = held ? box.dataset.collected : box.dataset.collect;
      made.setAttribute("aria-pressed", String(held));
    }
    show();
    line.append(made);
    box.before(line);
  });

  var place = document.getElementById("collection");
  if (!place) return;

  function cell(text) {
    var plain = String(text === undefined ? "" : text);
    // A cell that begins like a formula is made text for spreadsheets.
    if (/^[=+\-@\t\r]/.test(plain)) plain = "'" + plain;
    return /[",\r\n]/.test(plain) ? '"' + plain.replace(/"/g, '""') + '"' : plain;
  }

  function table(list) {
    var rows = [["id", "kind", "title", "author", "date", "consultation", "url"]];
    list.forEach(function (entry) {
      var csl = entry.csl;
      var date = csl.issued ? csl.issued["date-parts"][0].map(function (n) { return String(n).padStart(2, "0"); }).join("-") : "";
      rows.push([csl.id, csl.genre, csl.title, csl.author[0].literal, date, csl["container-title"], csl.URL]);
    });
    return rows.map(function (row) { return row.map(cell).join(","); }).join("\r\n") + "\r\n";
  }

  function draw() {
    var words = place.dataset;
    var list = load() || [];
    place.textContent = "";
    if (!list.length) {
      place.append(element("p", words.empty));
      return;
    }
    place.append(element("h2", words.list));
    var lines = element("ol");
    lines.className = "lines";
    list.forEach(function (entry) {
      var line = element("li");
      var text = element("p");
      var link = element("a", entry.csl.title);
      link.href = words.root + entry.page;
      link.dir = "auto";
      var note = element("span", entry.csl.genre + " – " + entry.csl["container-title"]);
      note.className = "note";
      var out = button(words.remove, function () {
        store((load() || []).filter(function (other) { return other.csl.id !== entry.csl.id; }));
        draw();
        place.querySelector("button, p").focus();
      });
      out.setAttribute("aria-label", words.remove + " " + entry.csl.title);
      text.append(link, " ", note, " ", out);
      line.append(text);
      lines.append(line);
    });
    place.append(lines);
    var tools = element("p");
    tools.append(
      button(words.csv, function () { save("greffe.csv", "text/csv", "\ufeff" + table(list)); }), " ",
      button(words.bib, function () { save("greffe.bib", "application/x-bibtex", list.map(function (entry) { return entry.bib; }).join("\n")); }), " ",
      button(words.clear, function () { if (window.confirm(words.sure)) { store([]); draw(); } })
    );
    place.append(tools);
  }

  draw();
  window.addEventListener("storage", draw);
})();
