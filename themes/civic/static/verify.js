// "Check this page": from the entry and the salts that a contribution's page carries to the checkpoint of its log. Works from a disk: the
// parts of the log are classic scripts. The format is told in verify.md of greffe; tiles hold 256 hashes.
(function () {
  "use strict";
  var block = document.getElementById("seal"), box = document.getElementById("check");
  if (!block || !box || !window.greffe) return;
  var words = window.greffe.words;
  var page = JSON.parse(block.textContent), said = document.createElement("div"), button = document.createElement("button");
  var WHITE = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/g;

  function joined() {
    var length = 0, at = 0, i, made;
    for (i = 0; i < arguments.length; i++) length += arguments[i].length;
    made = new Uint8Array(length);
    for (i = 0; i < arguments.length; i++) { made.set(arguments[i], at); at += arguments[i].length; }
    return made;
  }
  function digest(bytes) { return crypto.subtle.digest("SHA-256", bytes).then(function (d) { return new Uint8Array(d); }); }
  function utf8(text) { return new TextEncoder().encode(text); }
  function hex(bytes) { return Array.prototype.map.call(bytes, function (b) { return (b < 16 ? "0" : "") + b.toString(16); }).join(""); }
  function bytes(text) { return new Uint8Array(text.match(/../g).map(function (b) { return parseInt(b, 16); })); }
  function base64(text) { return Uint8Array.from(atob(text), function (c) { return c.charCodeAt(0); }); }
  function base64of(bytes) { return btoa(String.fromCharCode.apply(null, bytes)); }

  // The root over a list of hashes (RFC 6962, 2.1).
  function root(hashes) {
    if (hashes.length === 1) return Promise.resolve(hashes[0]);
    var half = 1;
    while (half * 2 < hashes.length) half *= 2;
    return Promise.all([root(hashes.slice(0, half)), root(hashes.slice(half))]).then(function (two) {
      return digest(joined([1], two[0], two[1]));
    });
  }

  // A part of the log is a script that calls one function with what it holds.
  function load(file, name) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script"), held;
      window[name] = function () { held = arguments; };
      script.src = page.log + file;
      script.onload = function () { script.remove(); if (held) done(held); else failed(new Error("missing")); };
      script.onerror = function () { script.remove(); failed(new Error("missing")); };
      document.head.appendChild(script);
    });
  }

  // From the leaf up: each tile holds the hash that came from below, and its own root is looked for in the tile above.
  function climb(hash, at, size, level) {
    var tile = Math.floor(at / 256);
    return load("tiles/" + level + "/" + tile + ".js", "greffeTile").then(function (held) {
      if (held[0] !== level || held[1] !== tile || held[2][at % 256] !== hex(hash)) throw new Error("differs");
      return root(held[2].map(bytes)).then(function (above) {
        return size <= 256 ? above : climb(above, tile, Math.ceil(size / 256), level + 1);
      });
    });
  }

  // What is read on the page.
  function shown(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".para").forEach(function (link) { link.remove(); });
    return copy.textContent;
  }
  function visible() {
    var sealed = page.entry.sealed;
    return Promise.all(Array.prototype.map.call(document.querySelectorAll("[data-sealed]"), function (element) {
      var field = element.dataset.sealed, text = shown(element);
      // A text of markup alone has no words to seal; numbers stand in the entry as they are.
      if (!(field in sealed)) return (field in page.entry ? text.replace(/\D/g, "") === String(page.entry[field]) : !text.replace(WHITE, "")) ? null : field;
      if (!page.salts[field]) return field;
      return digest(joined(base64(page.salts[field]), utf8(text.replace(WHITE, "")))).then(function (made) {
        return base64of(made) === sealed[field] ? null : field;
      });
    })).then(function (fields) {
      if (Object.keys(sealed).some(function (field) { return (field === "title" || field === "body") && !document.querySelector('[data-sealed="' + field + '"]'); })) fields.push("text");
      return fields.filter(Boolean);
    });
  }

  function tell(state, detail) {
    said.textContent = "";
    var line = document.createElement("p"), strong = document.createElement("strong"), limits = document.createElement("p");
    strong.textContent = words["check-" + state];
    line.appendChild(strong);
    if (detail) line.appendChild(document.createTextNode(" " + detail));
    limits.textContent = words["check-limits"];
    limits.className = "note";
    said.appendChild(line);
    said.appendChild(limits);
    said.className = "checked " + (state === "ok" || state === "draft" ? "good" : "bad");
  }

  function check() {
    if (!window.crypto || !crypto.subtle) { tell("unable"); return; }
    Promise.all([visible(), digest(joined([0], utf8(JSON.stringify(page.entry)))), load("checkpoint.js", "greffeCheckpoint")]).then(function (found) {
      var log = found[2][0];
      if (found[0].length) { tell("differs", found[0].join(", ")); return null; }
      if (page.index >= log.size) { tell("differs", "log"); return null; }
      return climb(found[1], page.index, log.size, 0).then(function (top) {
        if (hex(top) !== log.root) { tell("differs", "log"); return; }
        tell(log.draft ? "draft" : "ok", log.draft ? "" : words["check-edition"] + " " + log.edition + ", " + log.root.slice(0, 16));
      });
    }).catch(function (error) { tell(error.message === "differs" ? "differs" : "missing", error.message === "differs" ? "log" : ""); });
  }

  button.type = "button";
  button.textContent = words["check-button"];
  button.addEventListener("click", check);
  said.setAttribute("role", "status");
  box.insertBefore(button, box.firstChild);
  box.appendChild(said);
})();
