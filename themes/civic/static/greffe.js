// Comfort only: a button that copies the permanent address. Without this script the button does not exist.
(function () {
  "use strict";
  document.querySelectorAll(".permalink[data-copy]").forEach(function (box) {
    var link = box.querySelector("a");
    if (!link) return;
    var shown = link.textContent.trim();
    var address = /^https?:/.test(shown) ? shown : link.href;
    var button = document.createElement("button");
    var said = document.createElement("span");
    button.type = "button";
    button.textContent = box.dataset.copy;
    said.setAttribute("role", "status");
    function done() {
      said.textContent = box.dataset.copied;
      setTimeout(function () { said.textContent = ""; }, 4000);
    }
    // Pages read from a disk have no clipboard of the modern kind.
    function old() {
      var field = document.createElement("textarea");
      field.value = address;
      document.body.appendChild(field);
      field.select();
      var ok = false;
      try { ok = document.execCommand("copy"); } catch (e) { ok = false; }
      field.remove();
      button.focus();
      if (ok) done();
    }
    button.addEventListener("click", function () {
      if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(address).then(done, old);
      else old();
    });
    box.append(" ", button, " ", said);
  });
})();
