// Comfort only: buttons that copy and save, forms of citation, and a collection kept in this browser. Without this script the buttons do not
// exist; the sentence to cite and the files of citations are there all the same. The words are in words.js.
(function () {
  "use strict";
  var greffe = window.greffe;
  if (!greffe) return;
  var words = greffe.words;
  // Archives read from one disk or one host share the browser's store.
  var KEY = "greffe-collection " + greffe.archive;

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

  // The collection: [{csl, page}], the page as its address from the archive's root. A browser that keeps nothing has none.
  function load() {
    try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch (e) { return null; }
  }

  function store(list) {
    try { localStorage.setItem(KEY, JSON.stringify(list)); return true; } catch (e) { return false; }
  }

  // Forms of citation, made of CSL-JSON as the files beside the pages are.
  function year(csl) { return csl.issued ? csl.issued["date-parts"][0] : null; }
  function pad(n) { return String(n).padStart(2, "0"); }
  function name(csl) {
    var one = csl.author && csl.author[0];
    return one ? one.literal || one.family + ", " + one.given : "";
  }

  function tex(text) {
    return text.replace(/[{}%&#_$\\~^]/g, function (c) {
      return { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" }[c] || "\\" + c;
    });
  }

  function bibtex(csl) {
    var report = csl.type === "report", day = year(csl);
    var text = "@" + (report ? "techreport" : "misc") + "{" + csl.id + ",\n";
    function field(key, value, twice) {
      if (value) text += "  " + key + " = " + (twice ? "{{" : "{") + value + (twice ? "}}" : "}") + ",\n";
    }
    field("author", tex(name(csl)), csl.author && csl.author[0].literal);
    field("title", tex(csl.title || ""), true);
    field("howpublished", tex(csl.genre + ", " + csl["container-title"]));
    if (report) field("type", tex(csl.genre));
    field(report ? "institution" : "publisher", tex(csl.publisher || ""));
    if (day) {
      field("year", String(day[0]));
      field("date", String(day[0]).padStart(4, "0") + "-" + pad(day[1]) + "-" + pad(day[2]));
    }
    field("url", csl.URL);
    field("language", tex(csl.language || ""));
    return text + "}\n";
  }

  function ris(csl) {
    var day = year(csl), author = name(csl), text = "";
    function field(key, value) { if (value || key === "ER") text += key + "  - " + (value || "") + "\r\n"; }
    field("TY", { report: "RPRT", dataset: "DATA" }[csl.type] || "ELEC");
    field("ID", csl.id);
    field("TI", csl.title);
    if (author && csl.author[0].literal) {
      author = author.replace(/,/g, " ").replace(/\s+/g, " ").trim();
      if (author.indexOf(" ") >= 0) author += ",";
    }
    field("AU", author);
    field("T2", csl["container-title"]);
    field("PB", csl.publisher);
    if (day) {
      field("PY", String(day[0]));
      field("DA", String(day[0]).padStart(4, "0") + "/" + pad(day[1]) + "/" + pad(day[2]) + "/");
    }
    field("M3", csl.genre);
    field("LA", csl.language);
    field("UR", csl.URL);
    field("ER");
    return text;
  }

  var FORMS = [
    { name: "BibTeX", extension: "bib", media: "application/x-bibtex", make: bibtex },
    { name: "RIS", extension: "ris", media: "application/x-research-info-systems", make: ris },
    { name: "CSL-JSON", extension: "json", media: "application/vnd.citationstyles.csl+json", make: function (csl) { return JSON.stringify(csl); } }
  ];

  // What is offered below a citation: the forms, folded, and a place in the collection.
  function offer(csl, page) {
    var box = element("div"), forms = element("details");
    forms.className = "forms";
    forms.append(element("summary", words["cite-forms"]));
    FORMS.forEach(function (form) {
      var text = form.make(csl), file = csl.id + "." + form.extension, line = element("p"), pre = element("pre", text);
      pre.className = "form";
      pre.dataset.form = form.extension;
      pre.tabIndex = 0;
      copyButton(line, words["copy-form"] + " " + form.name, words["copied-citation"], function () { return text; });
      line.append(" ", button(words["save-form"] + " " + file, function () { save(file, form.media, text); }));
      forms.append(element("h3", form.name), line, pre);
    });
    if (load() !== null && page) {
      var made = button("", function () {
        var list = load() || [];
        var kept = list.filter(function (entry) { return entry.csl.id !== csl.id; });
        if (kept.length === list.length) kept.push({ csl: csl, page: page });
        store(kept);
        show();
      });
      var show = function () {
        var held = (load() || []).some(function (entry) { return entry.csl.id === csl.id; });
        made.textContent = held ? words.collected : words.collect;
        made.setAttribute("aria-pressed", String(held));
      };
      show();
      var line = element("p");
      line.append(made);
      box.append(line);
    }
    box.append(forms);
    return box;
  }

  greffe.element = element;
  greffe.button = button;
  greffe.copyButton = copyButton;
  greffe.save = save;
  greffe.load = load;
  greffe.store = store;
  greffe.bibtex = bibtex;
  greffe.name = name;

  // The address of a comment that is folded opens what it lies in, in browsers that do not by themselves.
  function unfold() {
    var at = null;
    try { at = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch (e) { return; }
    var lid = at && at.closest("details:not([open])");
    if (!lid) return;
    lid.open = true;
    at.scrollIntoView();
  }
  unfold();
  window.addEventListener("hashchange", unfold);

  var block = document.getElementById("citation"), cite = document.querySelector(".cite");
  if (!block) return;
  var csl = JSON.parse(block.textContent);
  var icon = document.querySelector('link[rel="icon"]');
  var root = icon && new URL(icon.getAttribute("href").replace(/static\/[^/]*$/, "") || "./", location.href);
  var page = root && location.href.replace(/[?#].*$/, "").slice(root.href.length);
  var sentence = cite && cite.textContent.trim();
  if (cite) copyButton(cite, words["copy-citation"], words["copied-citation"], function () { return sentence; });
  if (cite) copyButton(cite, words["copy-link"], words["copied-link"], function () { return csl.URL.indexOf(":") > 0 ? csl.URL : location.href.replace(/#.*$/, ""); });
  var files = document.querySelector(".cite-files");
  if (cite) (files || cite).after(offer(csl, page));

  // A comment is cited by itself: its author, its day, its own address.
  document.querySelectorAll("li.comment").forEach(function (comment) {
    var anchor = comment.querySelector(".anchor"), body = comment.querySelector(".prose");
    if (!anchor || !body) return;
    var made = button(words["cite-short"], function () {
      made.setAttribute("aria-expanded", String(!made.nextElementSibling || made.nextElementSibling.hidden));
      if (made.nextElementSibling) { made.nextElementSibling.hidden = !made.nextElementSibling.hidden; return; }
      made.after(offer(described(), page && page + "#" + comment.id));
    });
    made.className = "cite-comment";
    made.setAttribute("aria-expanded", "false");
    made.setAttribute("aria-label", words["cite-short"] + " " + anchor.textContent);
    function described() {
      var author = comment.querySelector(".author"), time = comment.querySelector("time");
      var own = Object.assign({}, csl, {
        id: csl.id + "-" + comment.id,
        type: "post",
        title: words["cite-comment"].replace("{title}", function () { return csl.title; }),
        genre: anchor.textContent.trim(),
        language: body.lang || csl.language,
        URL: csl.URL.replace(/#.*$/, "") + "#" + comment.id
      });
      delete own.author;
      delete own.issued;
      if (author) own.author = [{ literal: author.textContent }];
      if (time) own.issued = { "date-parts": [time.dateTime.slice(0, 10).split("-").map(Number)] };
      return own;
    }
    anchor.after(" ", made);
  });
})();
