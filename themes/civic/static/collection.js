// The page of the collection: what was put aside while reading, as a list, a table, a file of citations and an address to give to others.
(function () {
  "use strict";
  var greffe = window.greffe, place = document.getElementById("collection");
  if (!greffe || !place) return;
  var words = greffe.words, element = greffe.element, button = greffe.button, root = place.dataset.root;

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
      rows.push([csl.id, csl.genre, csl.title, greffe.name(csl), date, csl["container-title"], csl.URL]);
    });
    return rows.map(function (row) { return row.map(cell).join(","); }).join("\r\n") + "\r\n";
  }

  // An address carries pages of this archive and nothing else: no words that somebody could make up.
  function shared() {
    return location.hash.slice(1).split("&").map(function (part) {
      try { return decodeURIComponent(part); } catch (e) { return ""; }
    }).filter(function (page) { return /^consultations\/[\w-]+\/(?:[\w-]+\/)?[\w.~-]+\.html(?:#[\w.~-]+)?$/.test(page); });
  }

  function address(list) {
    var here = location.href.replace(/#.*$/, "");
    return here + "#" + list.map(function (entry) { return encodeURIComponent(entry.page); }).join("&");
  }

  function linked(page, title, note) {
    var line = element("li"), text = element("p"), link = element("a", title);
    link.href = root + page;
    link.dir = "auto";
    text.append(link);
    if (note) {
      var said = element("span", note);
      said.className = "note";
      text.append(" ", said);
    }
    line.append(text);
    return line;
  }

  function lines(title, items) {
    var list = element("ol");
    list.className = "lines";
    list.append.apply(list, items);
    place.append(element("h2", title), list);
  }

  function draw() {
    var list = greffe.load() || [], given = shared();
    place.textContent = "";
    if (given.length) {
      lines(words["collection-shared"], given.map(function (page) {
        var known = list.filter(function (entry) { return entry.page === page; })[0];
        return known ? linked(page, known.csl.title, known.csl.genre) : linked(page, page.replace(/^consultations\//, "").replace(/\.html/, ""));
      }));
    }
    if (!list.length) {
      if (!given.length) place.append(element("p", words["collection-empty"]));
      return;
    }
    lines(words["collection-list"], list.map(function (entry) {
      var line = linked(entry.page, entry.csl.title, entry.csl.genre + " – " + entry.csl["container-title"]);
      var out = button(words["collection-remove"], function () {
        greffe.store((greffe.load() || []).filter(function (other) { return other.csl.id !== entry.csl.id; }));
        draw();
        place.querySelector("button, p").focus();
      });
      out.setAttribute("aria-label", words["collection-remove"] + " " + entry.csl.title);
      line.firstChild.append(" ", out);
      return line;
    }));
    var tools = element("p");
    tools.append(
      button(words["collection-csv"], function () { greffe.save("greffe.csv", "text/csv", "\ufeff" + table(list)); }), " ",
      button(words["collection-bib"], function () { greffe.save("greffe.bib", "application/x-bibtex", list.map(function (entry) { return greffe.bibtex(entry.csl); }).join("\n")); }), " ",
      button(words["collection-clear"], function () { if (window.confirm(words["collection-sure"])) { greffe.store([]); draw(); } })
    );
    greffe.copyButton(tools, words["collection-address"], words["copied-link"], function () { return address(list); });
    place.append(tools);
  }

  draw();
  window.addEventListener("storage", draw);
  window.addEventListener("hashchange", draw);
})();
